import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { phases } from '#contracts/words.ts'
import { auditJournal, shownAudit, workAnswer } from './api-target.ts'
import { createHttpClient } from './http-client.ts'
import type { Shape } from './shape.ts'
import type { CaseMemory, WorkRequest } from './step.ts'
import { readChain } from './target.ts'
import type { Target } from './target.ts'

/** Restate's ingress takes `POST /<service>/<key>/<handler>`: the same work under other addresses. */

interface IngressCall {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** Each of the product's paths, as the handler that does the same. */
const handlerOf = (method: WorkRequest['method'], service: string, rest: readonly string[]): string => {
  if (service === 'gates') return method === 'GET' ? 'read' : 'decide'
  if (service === 'benefits') {
    if (rest[0] === 'measurements') return 'measure'
    return rest[2] === 'completions' ? 'complete' : 'save'
  }
  switch (rest[0]) {
    case undefined:
      return 'readCase'
    case 'acceptances':
      return 'accept'
    case 'assignments':
      return 'assign'
    case 'sections':
      return 'saveSection'
    case 'opinions':
      return rest[2] === 'answers' ? 'answerOpinion' : 'askOpinion'
    case 'decision-requests':
      return 'requestDecision'
    default:
      throw new Error(`no handler for ${rest.join('/')}`)
  }
}

const toIngress = ({ as, method, path, body, ifMatch, judged }: WorkRequest): IngressCall => {
  const [, , service = '', , key = '', ...rest] = path.split('/')
  return {
    path: `/${service}/${key}/${handlerOf(method, service, rest)}`,
    body: {
      ...(body as object | undefined), // every body of the workload is an object
      ...judged,
      actor: as,
      ...(ifMatch !== undefined && { version: ifMatch }),
      ...(rest[0] === 'sections' && { section: rest[1] }),
      ...(rest[0] === 'opinions' && rest[1] !== undefined && { opinion: rest[1] }),
      ...(rest[0] === 'assessments' && { kind: rest[1] }),
    },
  }
}

const chain = z.object({ entries: z.array(z.object({ text: z.string(), hash: z.string() })) })

export const createRestateTarget = (url: string, shape: Shape): Target => {
  const http = createHttpClient(url)

  /** Whoever calls chooses the key of an object, so a new case gets its id here. */
  const callOf = (request: WorkRequest, { heard }: CaseMemory): IngressCall & { readonly caseId?: string } => {
    const { path, as, body } = request
    const caseId = randomUUID()
    const carried = body as Readonly<Record<string, unknown>> // as above
    if (path === '/v1/ideas/submissions') return { path: `/ideas/${caseId}/submit`, body: { ...carried, actor: as }, caseId }
    if (path === '/v1/ideas/cases') return { path: `/bare-ideas/${caseId}/enter/send`, body: carried, caseId }
    // In the bare flow the bell brings the awakeable that a human's answer resolves.
    if (shape === 'bare') return { path: `/restate/awakeables/${heard}/resolve`, body: carried }
    return toIngress(request)
  }

  return {
    send: async (request, key, memory) => {
      const { path, body, caseId } = callOf(request, memory)
      const isKeyed = request.method === 'POST' && !path.startsWith('/restate/')
      const { status, text } = await http({
        method: 'POST',
        path,
        // Restate keeps refusals too under a key, so one that is asked again needs another.
        headers: isKeyed ? { 'idempotency-key': `${key}-${randomUUID()}` } : {},
        body,
      })
      const isDone = status < 300
      const answer = isDone && text !== '' ? workAnswer.parse(JSON.parse(text)) : {}
      return { status, answer: isDone && caseId ? { ...answer, ideaId: caseId, caseId } : answer, text }
    },
    readJournal: async (caseId) => {
      if (shape === 'bare') {
        const pages = await Promise.all(phases.map((phase) => http({ method: 'POST', path: `/bare-${phase}/${caseId}/audit` })))
        return auditJournal(pages.map(({ text }) => shownAudit.parse(JSON.parse(text))))
      }
      const { text } = await http({ method: 'POST', path: `/journal/${caseId}/read` })
      return readChain(chain.parse(JSON.parse(text)).entries)
    },
  }
}
