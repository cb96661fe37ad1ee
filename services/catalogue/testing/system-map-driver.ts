import type { Actor } from '#contracts/actor.ts'
import { anyEvent } from '#contracts/event.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { systemMapEditor } from '#lambda/testing/personas.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { catalogueIndexes } from '../adapters/indexes.ts'
import { systemView } from '../application/systems/present-system.ts'
import type { SystemView } from '../application/systems/present-system.ts'
import { create } from '../lambda/api.ts'
import { systemsRoutes } from '../routes/systems.ts'
import type { SystemsRoutes } from '../routes/systems.ts'

export interface Asked {
  readonly as?: Actor | undefined
  readonly parameters?: Record<string, string>
  readonly query?: Record<string, string>
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** The least that a system is told with. */
export const plainSystem = {
  name: 'Exempelsystem Tillsyn',
  purpose: 'Tillsyn nattetid med kamera efter samtycke',
  category: 'digitalSupervision',
  supplier: { name: 'Exempelföretaget Nattillsyn AB (exempel)' },
  status: 'inUse',
} as const

/** The catalogue's api function around a table in memory, by the routes of the system map. */
export const createSystemMapDriver = () => {
  const runtime = createTestRuntime()
  const table = createMemoryTable(catalogueIndexes)
  const call = createCaller(create(runtime, table))

  const ask = (operationId: keyof SystemsRoutes, { as = systemMapEditor, ...more }: Asked = {}): Promise<ApiAnswer> => {
    const { method, path } = systemsRoutes[operationId]
    return call({ as, method, path, ...more })
  }

  return {
    runtime,
    table,
    call,
    ask,
    emitted: () => emittedEvents(table.rows()).map((event) => anyEvent.parse(event)),
    /** Enters a system and gives it as it is then read; fails where it is refused. */
    enter: async (more: object = {}, as: Actor = systemMapEditor): Promise<SystemView> => {
      const { status, body, text } = await ask('registerSystem', { as, body: { ...plainSystem, ...more } })
      if (status !== 201) throw new Error(`${status} ${text}`)
      return systemView.parse(body)
    },
  }
}
export type SystemMapDriver = ReturnType<typeof createSystemMapDriver>
