import type { Actor } from '#contracts/actor.ts'
import { anyEvent } from '#contracts/event.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { catalogueIndexes } from '../adapters/indexes.ts'
import { create as createApi } from '../lambda/api.ts'
import { create as createTasks } from '../lambda/tasks.ts'
import { libraryRoutes } from '../routes/library.ts'
import type { LibraryRoutes } from '../routes/library.ts'

/** A requirement that a curator may write, with what a test changes. */
export const writtenRequirement = (more: Readonly<Record<string, unknown>> = {}) => ({
  text: {
    sv: 'Tjänsten ska visa när ett larm har tagits emot.',
    en: 'The service must show when an alarm has been received.',
  },
  kind: 'functional',
  force: 'recommended',
  sources: [{ document: 'Verksamhetens egen rutin', clause: '2.1' }],
  validFrom: '2026-11-20',
  appliesWhen: [['alarm']],
  verification: 'demonstration',
  barrier: { level: 'none' },
  servesWords: ['larm'],
  ...more,
})

/** The library's routes and its schedule on a table in memory. */
export const createLibraryDriver = () => {
  const runtime = createTestRuntime()
  const table = createMemoryTable(catalogueIndexes)
  const call = createCaller(createApi(runtime, table))
  const tasks = createTasks(runtime, table)

  const ask = (
    operationId: keyof LibraryRoutes,
    more: {
      as?: Actor | undefined
      parameters?: Record<string, string>
      query?: Record<string, string>
      body?: unknown
      headers?: Record<string, string>
    } = {},
  ): Promise<ApiAnswer> => {
    const { method, path } = libraryRoutes[operationId]
    return call({ method, path, ...more })
  }

  return {
    runtime,
    table,
    ask,
    emitted: () =>
      emittedEvents(table.rows())
        .map((event) => anyEvent.parse(event))
        .filter(({ type }) => type.includes('library')),
    install: () => tasks({ schedule: 'install-library' }, lambdaContext),
  }
}
export type LibraryDriver = ReturnType<typeof createLibraryDriver>
