import type { Actor } from '#contracts/actor.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { MemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { caseOfficer } from '#lambda/testing/personas.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { caseIndexes } from '#phase/adapters/case-table.ts'
import { create as createApi } from '../lambda/api.ts'
import { create as createInbox } from '../lambda/inbox.ts'
import { ideaRoutes } from '../routes.ts'
import type { IdeaRoutes } from '../routes.ts'

export interface IdeaCall {
  readonly as?: Actor | undefined
  readonly parameters?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** What somebody sends in, at least. */
export const submission = {
  title: 'Digitalt AK-brev',
  description: 'Patienter med warfarin får sin dosering i ett brev på papper, och vi ser inte om det är läst.',
  sender: 'staff',
} as const

interface Submitted {
  readonly ideaId: string
  readonly receipt: string
  readonly answerDueOn: string
}

/** The whole service on a table in memory, called over its API and told what becomes of its cases. */
export const createIdeaDriver = ({ now, table = createMemoryTable(caseIndexes) }: { now?: string; table?: MemoryTable } = {}) => {
  const runtime = createTestRuntime(now === undefined ? {} : { now })
  const request = createCaller(createApi(runtime, table))
  const inbox = createInbox(runtime, table)

  const call = (operationId: keyof IdeaRoutes, options: IdeaCall = {}): Promise<ApiAnswer> => {
    const { method, path } = ideaRoutes[operationId]
    const { parameters, body, query, headers } = options
    return request({
      as: 'as' in options ? options.as : caseOfficer,
      method,
      path,
      ...(parameters && { parameters }),
      ...(body !== undefined && { body }),
      ...(query && { query }),
      ...(headers && { headers }),
    })
  }

  const succeed = async (operationId: keyof IdeaRoutes, options: IdeaCall): Promise<ApiAnswer> => {
    const answer = await call(operationId, options)
    if (answer.status >= 300) throw new Error(`${operationId}: ${answer.status} ${answer.text}`)
    return answer
  }

  return {
    runtime,
    table,
    call,

    submit: async (more: object = {}): Promise<Submitted> => {
      const { body } = await succeed('submitIdea', { as: undefined, body: { ...submission, ...more } })
      return body as Submitted // as the route's schema says
    },

    accept: async (ideaId: string, organisation = 'vasterviks-kommun'): Promise<string> => {
      const { body } = await succeed('acceptIdea', { parameters: { ideaId }, body: { organisation } })
      return (body as { caseNumber: string }).caseNumber // as the route's schema says
    },

    merge: (ideaId: string, into: string, reason = 'Samma behov.') =>
      succeed('mergeIdea', { parameters: { ideaId }, body: { into, reason } }),

    answer: (ideaId: string, text = 'Det finns redan i 1177.') =>
      succeed('answerIdea', { parameters: { ideaId }, body: { answer: text } }),

    /** What whoever holds the receipt reads. */
    follow: async (receipt: string): Promise<unknown> =>
      (await succeed('readReceipt', { as: undefined, parameters: { receipt } })).body,

    /** @returns the ids of the messages that must come again. */
    deliver: async (...events: AnyEvent[]): Promise<string[]> => {
      const { batchItemFailures } = await inbox(queueMessages(...events), lambdaContext)
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
    },

    told: (): AnyEvent[] => emittedEvents(table.rows()),
  }
}

export type IdeaDriver = ReturnType<typeof createIdeaDriver>
