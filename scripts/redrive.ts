import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import type { Text } from '#contracts/language.ts'
import { oneLine } from '../local/one-line.ts'
import { messagesView } from '../services/operations/application/list-messages.ts'
import { queuesView } from '../services/operations/application/list-queues.ts'
import { redriveView } from '../services/operations/application/present-redrive.ts'
import type { RedriveView } from '../services/operations/application/present-redrive.ts'

/**
 * `npm run redrive -- --phase procurement --all --reason "..."`: runs messages that a service has set aside again, over
 * the HTTP API, and shows how it goes until it has ended. Without --all and --message it only lists them, with why.
 * `--phase` takes any service that has an inbox. On one machine it signs in as operations; elsewhere TOKEN is a bearer
 * token of that role. Exit 0: done. 1: refused, stopped, or not all were moved. 2: the system could not be asked.
 */

const usage: Text = {
  sv: 'Så här: npm run redrive -- --phase procurement [--all | --message <id> ...] [--reason "..."] [--rate 5] [--url <adress>]',
  en: 'Usage: npm run redrive -- --phase procurement [--all | --message <id> ...] [--reason "..."] [--rate 5] [--url <address>]',
}

const timeoutMs = 30_000
const pauseMs = 1_000
const defaultRate = 5
const mostListed = 50

/** What ends the command, told in one line. */
interface Failure {
  readonly exitCode: 1 | 2
  readonly text: Text
}

const failure = (exitCode: 1 | 2, sv: string, en: string): Failure => ({ exitCode, text: { sv, en } })
const isFailure = (value: object): value is Failure => 'exitCode' in value

const options = {
  phase: { type: 'string' },
  message: { type: 'string', multiple: true },
  all: { type: 'boolean' },
  rate: { type: 'string' },
  reason: { type: 'string' },
  url: { type: 'string' },
} as const

interface Wanted {
  readonly url: string
  readonly service: string
  readonly messageIds: readonly string[]
  readonly isAll: boolean
  readonly ratePerSecond: number
  readonly reason: string | undefined
}

const readArguments = (): Wanted | Failure => {
  try {
    const { values } = parseArgs({ options })
    const ratePerSecond = Number(values.rate ?? defaultRate)
    if (!values.phase || !Number.isInteger(ratePerSecond)) return { exitCode: 2, text: usage }
    return {
      url: new URL(values.url ?? `http://127.0.0.1:${process.env['PORT'] || 3_000}`).origin,
      service: values.phase,
      messageIds: values.message ?? [],
      isAll: values.all === true,
      ratePerSecond,
      reason: values.reason,
    }
  } catch {
    return { exitCode: 2, text: usage }
  }
}

const silent = (url: string): Failure =>
  failure(
    2,
    `${url} svarar inte. Starta med npm start, eller ange --url.`,
    `${url} does not answer. Start with npm start, or give --url.`,
  )

const signIn = async (url: string): Promise<{ token: string } | Failure> => {
  const given = process.env['TOKEN']
  if (given) return { token: given }
  try {
    const response = await fetch(new URL('/oidc/token', url), {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:behovsflodet:persona', client_id: 'cli', persona: 'drift' }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const granted = z.object({ access_token: z.string() }).safeParse(await response.json().catch(() => undefined))
    return granted.success
      ? { token: granted.data.access_token }
      : failure(2, `${url} ger ingen token. Sätt TOKEN.`, `${url} gives no token. Set TOKEN to a bearer token.`)
  } catch {
    return silent(url)
  }
}

const told = z.object({ title: z.string(), detail: z.string() })
const problem = z.object({ translations: z.object({ sv: told, en: told }) })

const createClient =
  (url: string, token: string) =>
  async <S extends z.ZodType>(schema: S, path: string, body?: object): Promise<{ value: z.infer<S> } | Failure> => {
    try {
      const response = await fetch(new URL(path, url), {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/json',
          ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      const answer: unknown = await response.json().catch(() => undefined)
      if (!response.ok) {
        const { sv, en } = problem.safeParse(answer).data?.translations ?? {}
        return sv && en
          ? failure(1, `${sv.title}. ${sv.detail}`, `${en.title}. ${en.detail}`)
          : failure(2, `${path} svarar ${response.status}.`, `${path} answers ${response.status}.`)
      }
      const parsed = schema.safeParse(answer)
      if (!parsed.success) return failure(2, `${path} svarar något oväntat.`, `${path} answers something unexpected.`)
      return { value: parsed.data }
    } catch {
      return silent(url)
    }
  }
type Client = ReturnType<typeof createClient>

const printLine = (line: string): void => void process.stdout.write(`${line}\n`)

const findQueue = async (ask: Client, service: string): Promise<{ queue: string } | Failure> => {
  const queues = await ask(queuesView, '/v1/operations/queues')
  if (isFailure(queues)) return queues
  const { services } = queues.value
  const found = services.find((one) => one.service === service)
  const names = services.map((one) => one.service).join(', ')
  return found
    ? { queue: found.deadLetters.queue }
    : failure(
        2,
        `Det finns ingen tjänst ${service}. Välj en av: ${names}.`,
        `There is no service ${service}. Choose one of: ${names}.`,
      )
}

const listMessages = async (ask: Client, queue: string): Promise<0 | Failure> => {
  const listed = await ask(messagesView, `/v1/operations/queues/${queue}/messages?limit=${mostListed}`)
  if (isFailure(listed)) return listed
  const { messages, total = messages.length } = listed.value
  printLine(oneLine({ sv: `${queue}: ${total} undanlagda`, en: `${total} set aside` }))
  for (const { messageId, setAsideAt, reason, event } of messages)
    printLine(`${messageId}  ${setAsideAt}  ${reason?.code ?? ''}  ${event ? `${event.type} ${event.caseId}` : ''}`)
  return 0
}

const progressOf = ({ moved, expected, failed }: RedriveView): string =>
  oneLine({
    sv: `${moved} av ${expected} flyttade${failed > 0 ? `, ${failed} gick inte` : ''}`,
    en: `${moved} of ${expected} moved${failed > 0 ? `, ${failed} could not be` : ''}`,
  })

const follow = async (ask: Client, started: RedriveView): Promise<RedriveView | Failure> => {
  let redrive = started
  let shown = ''
  while (redrive.status !== 'ended') {
    if (progressOf(redrive) !== shown) printLine((shown = progressOf(redrive)))
    await sleep(pauseMs)
    const read = await ask(redriveView, `/v1/operations/redrives/${redrive.redriveId}`)
    if (isFailure(read)) return read
    redrive = read.value
  }
  return redrive
}

const run = async (): Promise<0 | 1 | Failure> => {
  const wanted = readArguments()
  if (isFailure(wanted)) return wanted
  const { url, service, messageIds, isAll, ratePerSecond, reason } = wanted
  const signedIn = await signIn(url)
  if (isFailure(signedIn)) return signedIn
  const ask = createClient(url, signedIn.token)
  const found = await findQueue(ask, service)
  if (isFailure(found)) return found
  if (!isAll && messageIds.length === 0) return listMessages(ask, found.queue)

  const asked = await ask(redriveView, '/v1/operations/redrives', {
    queue: found.queue,
    ...(messageIds.length > 0 && { messageIds }),
    ...(isAll && { all: true }),
    ratePerSecond,
    reason: reason ?? 'npm run redrive',
  })
  if (isFailure(asked)) return asked
  printLine(`${found.queue}: ${asked.value.redriveId}`)
  const ended = await follow(ask, asked.value)
  if (isFailure(ended)) return ended
  const { moved, expected, failed, left = 0, ending } = ended
  printLine(
    oneLine({
      sv: `${ending === 'stopped' ? 'Stoppad' : 'Klar'}: ${moved} av ${expected} flyttade, ${failed} gick inte, ${left} ligger kvar.`,
      en: `${ending === 'stopped' ? 'Stopped' : 'Done'}: ${moved} of ${expected} moved, ${failed} could not be, ${left} left.`,
    }),
  )
  return ending === 'done' && failed === 0 && moved >= expected ? 0 : 1
}

const result = await run()
if (typeof result === 'number') process.exitCode = result
else {
  process.stderr.write(`${oneLine(result.text)}\n`)
  process.exitCode = result.exitCode
}
