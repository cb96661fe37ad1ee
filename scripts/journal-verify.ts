import { parseArgs } from 'node:util'
import * as z from 'zod'
import { canonicalJson } from '#lambda/digest.ts'
import { entryContent } from '../services/insight/domain/journal-chain.ts'
import { breaches, linkOf, verifyChain } from '../services/insight/domain/verify-chain.ts'
import type { Link } from '../services/insight/domain/verify-chain.ts'

/**
 * `npm run journal:verify [-- --url <address>]`: has the running system verify the journal of every case, reads
 * each journal and recomputes its chain here as well, so that a server that says it is intact is not simply believed.
 * One line for each case and a sum. Exit 0: all intact. 1: a chain is broken. 2: the system could not be asked.
 */

const timeoutMs = 30_000
/** A journal that grows while it is verified answers 503; it is asked again after this. */
const pauseMs = 1_000
const maxAttempts = 5

/** The system could not be asked; told in one line. */
interface Unasked {
  readonly unasked: string
}
const unasked = (reason: string): Unasked => ({ unasked: reason })
const isUnasked = (value: unknown): value is Unasked => typeof value === 'object' && value !== null && 'unasked' in value

interface Answer {
  readonly status: number
  readonly body: unknown
  /** The address of the next page. */
  readonly next: string | undefined
}

const nextOf = (link: string | null): string | undefined => link?.match(/<([^>]+)>;\s*rel="next"/)?.[1]

const createClient = (url: string, token: string) => {
  const once = async (path: string): Promise<Answer | Unasked> => {
    try {
      const response = await fetch(new URL(path, url), {
        headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
        signal: AbortSignal.timeout(timeoutMs),
      })
      return { status: response.status, body: await response.json(), next: nextOf(response.headers.get('link')) }
    } catch {
      return unasked(`${url} does not answer ${path}. Start the product with npm start, or give --url.`)
    }
  }

  return async (path: string): Promise<Answer | Unasked> => {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await once(path)
      if (isUnasked(answer) || answer.status !== 503 || attempt === maxAttempts) return answer
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
}
type Client = ReturnType<typeof createClient>

const problem = z.object({ title: z.string() })

const refusalOf = (path: string, { status, body }: Answer): Unasked => {
  const told = problem.safeParse(body)
  return unasked(`${path} answers ${status}${told.success ? `: ${told.data.title}` : ''}.`)
}

const readAll = async <S extends z.ZodType>(
  get: Client,
  path: string,
  schema: S,
  collect: (page: z.infer<S>) => void,
): Promise<Answer | Unasked | undefined> => {
  for (let next: string | undefined = path; next !== undefined;) {
    const answer: Answer | Unasked = await get(next)
    if (isUnasked(answer)) return answer
    if (answer.status !== 200) return answer
    const page = schema.safeParse(answer.body)
    if (!page.success) return unasked(`${path} answers something that is not a journal.`)
    collect(page.data)
    next = answer.next
  }
  return undefined
}

const journalList = z.object({ cases: z.array(z.uuid()) })
const journalPage = z.object({ entries: z.array(z.unknown()) })
const verification = z.object({
  isIntact: z.boolean(),
  entries: z.int().nonnegative(),
  head: z.string(),
  brokenAt: z.object({ sequence: z.int(), why: z.object({ en: z.string() }) }).optional(),
})

const pageSize = 100
const shownEntry = entryContent.extend({ hash: z.string() })

/** The canonical text is written anew from what was shown, and hashed here. */
const linkOfShown = (shown: unknown, place: number): Link => {
  const entry = shownEntry.safeParse(shown)
  if (!entry.success) return { place, isIntact: false }
  const { hash, ...content } = entry.data
  return linkOf(place, { text: canonicalJson(content), hash })
}

interface Verdict {
  readonly entries: number
  readonly head: string
  readonly broken?: string
}

const verifyCase = async (get: Client, caseId: string): Promise<Verdict | Unasked> => {
  const path = `/v1/insight/cases/${caseId}/journal`
  const answer = await get(`${path}/verification`)
  if (isUnasked(answer)) return answer
  if (answer.status !== 200) return refusalOf(`${path}/verification`, answer)
  const told = verification.safeParse(answer.body)
  if (!told.success) return unasked(`${path}/verification answers something that is not a verification.`)
  const { isIntact, entries, head, brokenAt } = told.data
  if (!isIntact)
    return { entries, head, broken: `at entry ${brokenAt?.sequence ?? 1}: ${brokenAt?.why.en ?? 'The server does not say why.'}` }

  const links: Link[] = []
  const stopped = await readAll(get, `${path}?limit=${pageSize}`, journalPage, (page) => {
    for (const shown of page.entries) links.push(linkOfShown(shown, links.length + 1))
  })
  if (isUnasked(stopped)) return stopped
  if (stopped) return refusalOf(path, stopped)
  // What has come since the server verified is left for the next time.
  const broken = verifyChain(links.slice(0, entries), { entries, hash: head as never }) // compared as text only
  const found = broken && `at entry ${broken.sequence}: ${breaches[broken.breach].en} The server says that it is intact.`
  return { entries, head, ...(found !== undefined && { broken: found }) }
}

const signIn = async (url: string): Promise<string | Unasked> => {
  try {
    const response = await fetch(new URL('/oidc/token', url), {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:behovsflodet:persona', client_id: 'cli', persona: 'drift' }),
      signal: AbortSignal.timeout(timeoutMs),
    })
    const granted = z.object({ access_token: z.string() }).safeParse(await response.json())
    return granted.success
      ? granted.data.access_token
      : unasked(`${url} gives no token for operations. Set TOKEN to a bearer token.`)
  } catch {
    return unasked(`${url} does not answer. Start the product with npm start, or give --url.`)
  }
}

const printLine = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

const verifyAll = async (url: string, givenToken: string | undefined): Promise<0 | 1 | Unasked> => {
  const token = givenToken ?? (await signIn(url))
  if (isUnasked(token)) return token
  const get = createClient(url, token)
  const cases: string[] = []
  const stopped = await readAll(get, `/v1/insight/journals?limit=${pageSize}`, journalList, (page) => cases.push(...page.cases))
  if (isUnasked(stopped)) return stopped
  if (stopped) return refusalOf('/v1/insight/journals', stopped)

  let entries = 0
  let broken = 0
  for (const caseId of cases) {
    const verdict = await verifyCase(get, caseId)
    if (isUnasked(verdict)) return verdict
    entries += verdict.entries
    if (verdict.broken !== undefined) broken += 1
    printLine(
      verdict.broken === undefined
        ? `${caseId}  intact  ${verdict.entries} entries  head ${verdict.head}`
        : `${caseId}  BROKEN  ${verdict.broken}`,
    )
  }
  printLine(`${cases.length} journals, ${entries} entries, ${broken === 0 ? 'all intact' : `${broken} BROKEN`}.`)
  return broken === 0 ? 0 : 1
}

const readUrl = (): string | Unasked => {
  try {
    const { values } = parseArgs({ options: { url: { type: 'string' } } })
    return new URL(values.url ?? `http://127.0.0.1:${process.env['PORT'] || 3_000}`).origin
  } catch {
    return unasked('Usage: npm run journal:verify -- --url http://127.0.0.1:3000')
  }
}

const url = readUrl()
const result = isUnasked(url) ? url : await verifyAll(url, process.env['TOKEN'] || undefined)
if (isUnasked(result)) process.stderr.write(`${result.unasked}\n`)
process.exitCode = isUnasked(result) ? 2 : result
