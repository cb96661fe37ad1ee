import { caseId } from '#contracts/ids.ts'
import type { OrganisationId, SystemId } from '#contracts/ids.ts'
import { queryAll } from '#lambda/table.ts'
import type { Item, Key, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { SystemListing, SystemRepository } from '../application/systems/system-repository.ts'
import { mappedSystem, systemRegister } from '../domain/systems/system.ts'
import type { MappedSystem, SystemRegister } from '../domain/systems/system.ts'

const allSystems = 'systems'
const systemsOf = (organisation: OrganisationId): string => `systems#${organisation}`

const partitionOf = (id: SystemId): string => `SYSTEM#${id}`
const stateKey = (id: SystemId): Key => ({ pk: partitionOf(id), sk: 'STATE' })
const registerKey = (organisation: OrganisationId): Key => ({ pk: `SYSTEM-REGISTER#${organisation}`, sk: 'STATE' })
const versionPrefix = 'VERSION#'
const versionKey = (id: SystemId, version: number): Key => ({
  pk: partitionOf(id),
  sk: `${versionPrefix}${String(version).padStart(8, '0')}`,
})

const stateItem = (system: MappedSystem): Item => ({
  ...stateKey(system.systemId),
  version: system.version,
  status: system.content.status,
  attributes: {
    listing: allSystems,
    listingOrder: `${system.changedAt}#${system.systemId}`,
    owner: systemsOf(system.organisation),
    ownerOrder: system.systemId,
  },
  body: system,
})

const expectsVersion = (version: number) => (version === 0 ? ('absent' as const) : { version })

export const createSystemTable = (table: Table, unitOfWork: UnitOfWork): SystemRepository => ({
  find: async (id) => {
    const item = await table.get(stateKey(id))
    return item && mappedSystem.parse(item.body)
  },

  register: async (organisation) => {
    const item = await table.get(registerKey(organisation))
    return item ? systemRegister.parse(item.body) : { organisation, version: 0, systems: [] }
  },

  versions: async (id, { limit, cursor: from }) => {
    const { items, cursor } = await table.query({
      partition: partitionOf(id),
      sortPrefix: versionPrefix,
      isDescending: true,
      limit,
      ...(from !== undefined && { cursor: from }),
    })
    return { versions: items.map(({ body }) => mappedSystem.parse(body)), ...(cursor !== undefined && { cursor }) }
  },

  save: ({ system, registerBefore, register, facts, once }, context) => {
    const registerItem = (state: SystemRegister): Item => ({
      ...registerKey(state.organisation),
      version: state.version,
      body: state,
    })
    return unitOfWork.save(
      {
        // A system belongs to no case: it is the subject of its own events.
        caseId: caseId.parse(system.systemId),
        puts: [
          { item: stateItem(system), expects: expectsVersion(system.version - 1) },
          { item: { ...versionKey(system.systemId, system.version), body: system }, expects: 'absent' },
          ...(register.version === registerBefore.version
            ? []
            : [{ item: registerItem(register), expects: expectsVersion(registerBefore.version) }]),
        ],
        facts,
        once,
      },
      context,
    )
  },
})

/** How many are read at a time: mostly a few have changed since the last time. */
const usualPageSize = 100
/** An index shows a change a moment after the table, and clocks differ: so far back is read again each time. */
const overlapMilliseconds = 60_000

/**
 * The whole map, kept by whoever holds this and brought up to date before each answer by reading what has changed since:
 * the newest first, until what is known is met.
 */
export const createSystemListing = (table: Table, pageSize = usualPageSize): SystemListing => {
  const known = new Map<SystemId, MappedSystem>()
  let readTo = ''

  const keep = (system: MappedSystem): void => {
    const before = known.get(system.systemId)
    if (!before || before.version < system.version) known.set(system.systemId, system)
  }

  const readSince = async (mark: string): Promise<string | undefined> => {
    let newest: string | undefined
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      // Each page needs the cursor of the one before.
      // oxlint-disable-next-line no-await-in-loop
      const page = await table.query({
        index: 'by-listing',
        partition: allSystems,
        isDescending: true,
        limit: pageSize,
        ...(cursor !== undefined && { cursor }),
      })
      const systems = page.items.map(({ body }) => mappedSystem.parse(body))
      systems.forEach(keep)
      newest ??= systems[0]?.changedAt
      if (systems.some(({ changedAt }) => changedAt < mark)) return newest
      cursor = page.cursor
    }
    return newest
  }

  return {
    all: async () => {
      const newest = await readSince(readTo)
      if (newest !== undefined) readTo = new Date(Date.parse(newest) - overlapMilliseconds).toISOString()
      return [...known.values()]
    },
    ofOrganisation: async (organisation) => {
      const items = await queryAll(table, { index: 'by-owner', partition: systemsOf(organisation) })
      return items.map(({ body }) => mappedSystem.parse(body))
    },
  }
}
