import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { createLog } from '#lambda/log.ts'
import { createSesMail } from './ses-mail.ts'

const client = new SESv2Client({ region: 'eu-north-1' })
const ses = mockClient(client)
const lines: string[] = []
const send = createSesMail(
  client,
  'forum@county.example',
  createLog(
    (line) => lines.push(line),
    () => '2026-11-20T08:00:00.000Z',
  ),
)
const mail = { to: 'info@company.example', subject: 'Ett behov', text: 'Läs mer', unsubscribeUrl: 'https://county.example/slut' }

beforeEach(() => {
  ses.reset()
  lines.length = 0
})

describe('mail by SES', () => {
  it("goes out in the county's name, with a way to say no", async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: '1' })
    expect(await send(mail)).toEqual({ hasArrived: true })
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toMatchObject({
      FromEmailAddress: 'forum@county.example',
      Destination: { ToAddresses: ['info@company.example'] },
      Content: { Simple: { Headers: [{ Name: 'List-Unsubscribe', Value: '<https://county.example/slut>' }] } },
    })
  })

  it.each([
    ['BadRequestException', { hasArrived: false, fault: 'BadRequestException', isForGood: true }],
    // What SES says while the sender is not verified, which the county mends: nothing is given up for it.
    ['MessageRejected', { hasArrived: false, fault: 'MessageRejected' }],
    ['TooManyRequestsException', { hasArrived: false, fault: 'TooManyRequestsException' }],
  ])('%s is told, and no address stands in the log', async (name, result) => {
    ses.on(SendEmailCommand).rejects(Object.assign(new Error(`no mail to ${mail.to}`), { name }))
    expect(await send(mail)).toEqual(result)
    expect(lines).toHaveLength(1)
    expect(lines.join('')).not.toContain(mail.to)
  })
})
