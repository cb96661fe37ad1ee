import type { Actor } from '#contracts/actor.ts'
import { system } from '#contracts/actor.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { decisionRequested } from '#contracts/events.ts'
import type { Evidence } from '#contracts/evidence.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { emittedEvents, outboxRows } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { createRequestTable, machineMark, requestIndexes } from '../adapters/request-table.ts'
import type { StepInput, StepOutput } from '../application/run-step.ts'
import type { DecisionRequest, RequestState } from '../domain/decision-request.ts'
import { create as createApi } from '../lambda/api.ts'
import { create as createInbox } from '../lambda/inbox.ts'
import { create as createTasks } from '../lambda/tasks.ts'
import { gateRoutes } from '../routes.ts'
import type { GateRoutes } from '../routes.ts'
import { director, evidenceOf, frozen, requestIdOf, requestIn } from './requests.ts'

export interface GateCall {
  readonly as?: Actor | undefined
  readonly requestId?: string
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** The whole service on a table in memory: asked by a phase, run by the machine, called over its API. */
export const createGateDriver = ({ now }: { now?: string } = {}) => {
  const runtime = createTestRuntime(now === undefined ? {} : { now })
  const table = createMemoryTable(requestIndexes)
  const repository = createRequestTable(table, createUnitOfWork(table, 'gates'))
  const request = createCaller(createApi(runtime, table))
  const inbox = createInbox(runtime, table)
  const tasks = createTasks(runtime, table)

  const requestedEvent = (evidence: Evidence = evidenceOf(), more: Partial<ReturnType<typeof frozen>> = {}): AnyEvent =>
    eventOf(
      decisionRequested,
      { ...frozen(evidence), ...more },
      { id: runtime.newId(), subject: evidence.case.caseId, phase: evidence.phase, from: evidence.phase },
    )

  return {
    runtime,
    table,
    requestedEvent,

    /** @returns the ids of the messages that must come again. */
    deliver: async (...events: AnyEvent[]): Promise<string[]> => {
      const { batchItemFailures } = await inbox(queueMessages(...events), lambdaContext)
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
    },

    /** Puts a request into the table as a status leaves it, without a word to anybody. */
    place: async (
      status: DecisionRequest['status'],
      evidence: Evidence = evidenceOf(),
      now: string = runtime.clock(),
    ): Promise<RequestState> => {
      const state = requestIn(status, { now, evidence })
      const context = { now: runtime.clock(), newId: runtime.newId, actor: system, traceparent: '' }
      await repository.save(undefined, { kind: 'applied', state, facts: [] }, context, { evidence })
      return state
    },

    find: (id = requestIdOf(evidenceOf())) => repository.find(id),
    findEvidence: (id = requestIdOf(evidenceOf())) => repository.findEvidence(id),

    step: (step: StepInput['step'], more: { token?: string; requestId?: string } = {}): Promise<StepOutput> =>
      // What createRunStep returns.
      tasks({ step, requestId: requestIdOf(evidenceOf()), ...more }, lambdaContext) as Promise<StepOutput>,

    /** As Lambda invokes it. */
    tasks: (payload: unknown): Promise<unknown> => Promise.resolve(tasks(payload, lambdaContext)),

    call: (operationId: keyof GateRoutes, options: GateCall = {}): Promise<ApiAnswer> => {
      const { method, path } = gateRoutes[operationId]
      const { requestId = requestIdOf(evidenceOf()), body, query, headers } = options
      return request({
        as: 'as' in options ? options.as : director,
        method,
        path,
        ...(path.includes('{requestId}') && { parameters: { requestId } }),
        ...(query && { query }),
        ...(body !== undefined && { body }),
        ...(headers && { headers }),
      })
    },

    /** What has gone out, in order: events, and commands to the machine without their ids. */
    told: (): AnyEvent[] => emittedEvents(table.rows()),
    commands: (): unknown[] =>
      outboxRows(table.rows())
        .filter(({ attributes }) => attributes?.['outbox'] === machineMark)
        .toSorted((a, b) => (a.sk < b.sk ? -1 : 1))
        .map(({ body }) => body),
  }
}

export type GateDriver = ReturnType<typeof createGateDriver>
