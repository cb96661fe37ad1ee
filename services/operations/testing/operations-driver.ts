import type { SQSBatchResponse } from 'aws-lambda'
import type { Actor } from '#contracts/actor.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { anyEvent } from '#contracts/event.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { operations } from '#lambda/testing/personas.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { operationsIndexes } from '../adapters/operations-table.ts'
import { executionStates } from '../application/gate-executions.ts'
import type { ExecutionState, GateExecutions, StateCount } from '../application/gate-executions.ts'
import type { Measured } from '../application/measurements.ts'
import { redriveView } from '../application/present-redrive.ts'
import type { RedriveView } from '../application/present-redrive.ts'
import { createOperationsApi, createOperationsInbox } from '../lambda/functions.ts'
import { operationsRoutes } from '../routes.ts'
import type { OperationsRoutes } from '../routes.ts'
import { createFakeQueues } from './fake-queues.ts'

export const inbox = 'kalmar-matching-inbox.fifo'
export const deadLetters = 'kalmar-matching-inbox-dlq.fifo'
export const relayFailures = 'kalmar-matching-relay-dlq'

const watched = {
  queuesUrl: 'http://127.0.0.1:1/',
  services: [
    { name: 'matching', inbox, deadLetters, relay: 'kalmar-matching-relay', relayFailures },
    { name: 'insight', inbox: 'kalmar-insight-inbox.fifo', deadLetters: 'kalmar-insight-inbox-dlq.fifo' },
  ],
}

const noExecutions = Object.fromEntries(executionStates.map((state) => [state, { count: 0, isMore: false }])) as Record<
  ExecutionState,
  StateCount
> // one for each state

/** The whole service around queues and a table in memory; what it tells itself is handed to it by `settle`. */
export const createOperationsDriver = () => {
  const runtime = createTestRuntime({ environment: { WATCHED_QUEUES: JSON.stringify(watched) } })
  const table = createMemoryTable(operationsIndexes)
  const queues = createFakeQueues({
    names: watched.services.flatMap((service) => [service.inbox, service.deadLetters, service.relayFailures ?? service.inbox]),
    clock: runtime.clock,
  })
  const outside: { executions: Awaited<ReturnType<GateExecutions['count']>>; measured: Measured | undefined } = {
    executions: noExecutions,
    measured: { oldestSeconds: new Map(), relays: new Map() },
  }
  const call = createCaller(
    createOperationsApi(runtime, {
      table,
      queues: queues.port,
      executions: { count: async () => outside.executions },
      measurements: { read: async () => outside.measured },
    }),
  )
  const takeIn = createOperationsInbox(runtime, {
    table,
    queues: queues.port,
    pause: async (milliseconds) => runtime.clock.advance({ seconds: milliseconds / 1_000 }),
  })
  const delivered = new Set<string>()

  const receive = async (...events: AnyEvent[]): Promise<SQSBatchResponse> => takeIn(queueMessages(...events), lambdaContext)
  const emitted = () => emittedEvents(table.rows()).map((event) => anyEvent.parse(event))

  const ask = (
    operationId: keyof OperationsRoutes,
    {
      as = operations,
      ...more
    }: {
      as?: Actor | undefined
      parameters?: Record<string, string>
      query?: Record<string, string>
      body?: unknown
      headers?: Record<string, string>
    } = {},
  ): Promise<ApiAnswer> => {
    const { method, path } = operationsRoutes[operationId]
    return call({ as, method, path, ...more })
  }

  return {
    runtime,
    table,
    queues,
    outside,
    ask,
    call,
    receive,
    emitted,
    /** One step: the oldest event to itself that it has not had yet. @returns whether there was one. */
    step: async (): Promise<boolean> => {
      const next = emitted().find(({ id, type }) => /redrive-(requested|continued)/.test(type) && !delivered.has(id))
      if (!next) return false
      delivered.add(next.id)
      const { batchItemFailures } = await receive(next)
      if (batchItemFailures.length > 0) throw new Error(`not consumed: ${runtime.logLines.at(-1)}`)
      return true
    },
    redriveOf: async (redriveId: string): Promise<RedriveView> =>
      redriveView.parse((await ask('readRedrive', { parameters: { redriveId } })).body),
  }
}
export type OperationsDriver = ReturnType<typeof createOperationsDriver>
