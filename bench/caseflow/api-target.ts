import * as z from 'zod'
import { phases } from '#contracts/words.ts'
import { canonicalJson } from '#lambda/digest.ts'
import { createHttpClient } from './http-client.ts'
import type { Shape } from './shape.ts'
import type { WorkAnswer } from './step.ts'
import { readChain } from './target.ts'
import type { Journal, StoredEntry, Target } from './target.ts'

/** Of each answer only what is used, so that reading it is not what is measured. */
export const workAnswer: z.ZodType<WorkAnswer> = z.object({
  ideaId: z.string().optional(),
  caseId: z.string().optional(),
  version: z.number().optional(),
  digest: z.string().optional(),
  opinions: z.array(z.object({ id: z.string(), unit: z.string(), answer: z.string().optional() })).optional(),
})

/** The product shows an entry's content beside its hash; a peer shows the text as it stands. */
const shownEntries = z.object({
  entries: z.array(z.union([z.strictObject({ text: z.string(), hash: z.string() }), z.looseObject({ hash: z.string() })])),
})

const storedEntry = ({ hash, ...shown }: z.infer<typeof shownEntries>['entries'][number]): StoredEntry => ({
  text: 'text' in shown && typeof shown.text === 'string' ? shown.text : canonicalJson(shown),
  hash,
})

/** The bare flow keeps its audit records where they were made, and does not chain them. */
const auditServices = [...phases, 'gates']
export const shownAudit = z.object({
  entries: z.array(z.object({ name: z.string(), phase: z.string(), time: z.iso.datetime() })),
})

export const auditJournal = (pages: readonly z.infer<typeof shownAudit>[]): Journal => ({
  entries: pages.flatMap(({ entries }) =>
    entries.map(({ name, phase, time }) => ({ name, service: phase, time: Date.parse(time) })),
  ),
  isIntact: true,
})

const reader = 'handlaggare'

/** A system that has the product's own HTTP API. @param bearerOf what a persona shows. */
export const createApiTarget = (url: string, shape: Shape, bearerOf: (persona: string) => Promise<string>): Target => {
  const http = createHttpClient(url)
  const read = async (path: string) =>
    http({ method: 'GET', path, headers: { authorization: `Bearer ${await bearerOf(reader)}` } })

  const readChained = async (caseId: string): Promise<Journal> => {
    const entries: StoredEntry[] = []
    for (let path: string | undefined = `/v1/insight/cases/${caseId}/journal?limit=100`; path !== undefined;) {
      const { status, headers, text } = await read(path)
      if (status !== 200) break
      entries.push(...shownEntries.parse(JSON.parse(text)).entries.map(storedEntry))
      path = /<([^>]+)>; rel="next"/.exec(String(headers['link'] ?? ''))?.[1]
    }
    return readChain(entries)
  }

  const readAudit = async (caseId: string): Promise<Journal> => {
    const answers = await Promise.all(auditServices.map((service) => read(`/v1/${service}/cases/${caseId}/audit`)))
    return auditJournal(answers.map(({ text }) => shownAudit.parse(JSON.parse(text))))
  }

  return {
    send: async ({ as, method, path, body, ifMatch, judged }, key) => {
      const { status, text } = await http({
        method,
        path,
        headers: {
          authorization: `Bearer ${await bearerOf(as)}`,
          ...(method === 'POST' && { 'idempotency-key': key }),
          ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
        },
        body: body ?? judged,
      })
      const isDone = status < 300
      return { status, answer: isDone && text !== '' ? workAnswer.parse(JSON.parse(text)) : {}, text }
    },
    readJournal: shape === 'bare' ? readAudit : readChained,
  }
}

const granted = z.object({ access_token: z.string() })

/** The product: with a token for each persona, from the development's own OpenID provider. */
export const createProductTarget = (url: string, shape: Shape): Target => {
  const tokens = new Map<string, Promise<string>>()
  const askForToken = async (persona: string): Promise<string> => {
    const response = await fetch(`${url}/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:behovsflodet:persona', client_id: 'cli', persona }),
    })
    return granted.parse(await response.json()).access_token
  }
  const target = createApiTarget(url, shape, (persona) => {
    const token = tokens.get(persona) ?? askForToken(persona)
    tokens.set(persona, token)
    return token
  })
  return {
    ...target,
    // The peers are told what the rules say; the product has them.
    send: ({ judged: _, ...request }, key, memory) => target.send(request, key, memory),
  }
}
