import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import { afterEach, expect, it } from 'vitest'
import { startMailbox } from './mailbox.ts'

const stops: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop()
})

const startIn = async (dataDir: string) => {
  const mailbox = await startMailbox({ dataDir, now: () => '2026-11-20T08:00:00.000Z', newId: () => 'mail-1' })
  stops.push(() => mailbox.stop())
  return mailbox
}

const send = (endpoint: string, subject: string) =>
  new SESv2Client({ region: 'eu-north-1', endpoint, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }).send(
    new SendEmailCommand({
      FromEmailAddress: 'forum@county.example',
      Destination: { ToAddresses: ['info@company.example'] },
      Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: 'Hej' } } } },
    }),
  )

it("takes mail from SES's own client, and shows it after a restart that found half a line", async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mailbox-'))
  stops.push(() => rmSync(dataDir, { recursive: true }))
  const first = await startIn(dataDir)
  expect(await (await fetch(first.endpoint)).text()).toContain('No mail has been sent')
  expect((await send(first.endpoint, 'Ett behov')).MessageId).toBe('mail-1')
  await first.stop()
  appendFileSync(path.join(dataDir, 'mails.jsonl'), '{"messageId":"half')
  const second = await startIn(dataDir)
  const shown = await (await fetch(second.endpoint)).text()
  expect(shown).toContain('Ämne: Ett behov')
  expect(shown).toContain('Till: info@company.example')
  expect(shown).not.toContain('half')
})

it('takes nothing else', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'mailbox-'))
  stops.push(() => rmSync(dataDir, { recursive: true }))
  const { endpoint } = await startIn(dataDir)
  const answer = await fetch(`${endpoint}/v2/email/outbound-emails`, { method: 'POST', body: '{}' })
  expect(answer.status).toBe(400)
})
