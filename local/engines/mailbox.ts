import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { makeFolder } from '../settings.ts'

export interface Mailbox {
  /** For SES, and in a browser: the mails that have been sent. */
  readonly endpoint: string
  readonly stop: () => Promise<void>
}

/** SES v2's SendEmail, as far as mail of ours goes. */
const sent = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).min(1) }),
  Content: z.object({
    Simple: z.object({
      Subject: z.object({ Data: z.string() }),
      Body: z.object({ Text: z.object({ Data: z.string() }) }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).optional(),
    }),
  }),
})

const mail = z.object({
  messageId: z.string(),
  at: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
})
type Mail = z.infer<typeof mail>

const fileName = 'mails.jsonl'
const sendPath = '/v2/email/outbound-emails'
/** The latest so many are shown. */
const mostShown = 100

const shown = ({ at, from, to, subject, text: body }: Mail): string =>
  [`Datum: ${at}`, `Från: ${from}`, `Till: ${to.join(', ')}`, `Ämne: ${subject}`, '', body].join('\n')

/**
 * Takes mail as SES does, on 127.0.0.1, and delivers none: what was sent lies in a file and can be read in a browser. A line
 * is written before the answer goes out.
 */
export const startMailbox = async ({
  dataDir,
  now,
  newId,
}: {
  dataDir: string
  now: () => string
  newId: () => string
}): Promise<Mailbox> => {
  makeFolder(dataDir)
  const file = path.join(dataDir, fileName)
  // A line that was cut off is ended, or the next mail would be written on it.
  if (existsSync(file) && !readFileSync(file, 'utf8').endsWith('\n')) appendFileSync(file, '\n')

  const take = (body: string): string => {
    const { FromEmailAddress: from, Destination, Content } = sent.parse(JSON.parse(body))
    const messageId = newId()
    const { Subject, Body } = Content.Simple
    const one: Mail = { messageId, at: now(), from, to: Destination.ToAddresses, subject: Subject.Data, text: Body.Text.Data }
    appendFileSync(file, `${JSON.stringify(one)}\n`)
    return messageId
  }

  const readAll = (): Mail[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .flatMap((line) => mailOf(line) ?? [])
      : []

  const server = createServer((incoming, response) => {
    const reply = (status: number, type: string, body: string): void =>
      void response.writeHead(status, { 'content-type': type }).end(body)
    if (incoming.method === 'GET') {
      const latest = readAll().toReversed().slice(0, mostShown)
      const page =
        latest.length === 0 ? 'Inga brev har skickats. (No mail has been sent.)' : latest.map(shown).join('\n\n----\n\n')
      return reply(200, 'text/plain; charset=utf-8', `${page}\n`)
    }
    // A browser cannot send this type to another origin without asking first, and nobody answers it.
    if (incoming.url !== sendPath || incoming.headers['content-type'] !== 'application/json')
      return reply(400, 'application/json', JSON.stringify({ message: 'Only SendEmail is answered here' }))
    text(incoming)
      .then(take)
      .then(
        (messageId) => reply(200, 'application/json', JSON.stringify({ MessageId: messageId })),
        (error: unknown) => reply(400, 'application/json', JSON.stringify({ message: String(error) })),
      )
    return undefined
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the mailbox has no port')
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A line that was being written when the process was killed is no mail: nobody was told that it was sent. */
const mailOf = (line: string): Mail | undefined => {
  try {
    return mail.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
