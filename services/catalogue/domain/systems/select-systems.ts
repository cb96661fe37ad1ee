import type { OrganisationId } from '#contracts/ids.ts'
import type { SystemCategory, SystemStatus } from '#contracts/system-map.ts'
import { folded } from './folded-text.ts'
import type { MappedSystem } from './system.ts'

/** What somebody looks for on the map; what is left out is not looked at. */
export interface SystemFilter {
  readonly organisation?: OrganisationId | undefined
  readonly category?: SystemCategory | undefined
  readonly status?: SystemStatus | undefined
  /** Part of the supplier's name, of the system's or of one of its contracts. */
  readonly supplier?: string | undefined
  /** Words that all stand somewhere in the name, the purpose or the functions. */
  readonly text?: string | undefined
  /** Part of the name of a standard that an integration goes by. */
  readonly standard?: string | undefined
}

const holds = (parts: readonly (string | undefined)[], wanted: string): boolean =>
  parts.some((part) => part !== undefined && folded(part).includes(folded(wanted)))

const fits = ({ organisation, content }: MappedSystem, filter: SystemFilter): boolean => {
  const { name, purpose, functions, supplier, contracts, integrations, category, status } = content
  const everything = folded([name, purpose, ...functions].join(' '))
  return (
    (filter.organisation === undefined || filter.organisation === organisation) &&
    (filter.category === undefined || filter.category === category) &&
    (filter.status === undefined || filter.status === status) &&
    (filter.supplier === undefined || holds([supplier.name, ...contracts.map((one) => one.supplier)], filter.supplier)) &&
    (filter.standard === undefined ||
      holds(
        integrations.map(({ standard }) => standard),
        filter.standard,
      )) &&
    (filter.text === undefined ||
      folded(filter.text)
        .split(' ')
        .every((word) => everything.includes(word)))
  )
}

/** By name, the same name by organisation: an order that every page of a list agrees on. */
export const listingKey = ({ organisation, systemId, content }: MappedSystem): string =>
  [folded(content.name), organisation, systemId].join('\u0001')

/** Those that fit, in the order of their names. */
export const selectSystems = (systems: readonly MappedSystem[], filter: SystemFilter): MappedSystem[] =>
  systems
    .filter((system) => fits(system, filter))
    .map((system) => ({ system, key: listingKey(system) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ system }) => system)

export interface SystemGroup {
  readonly name: string
  readonly supplier: string
  readonly systems: readonly MappedSystem[]
}

const groupKey = ({ content }: MappedSystem): string => `${folded(content.name)}\u0001${folded(content.supplier.name)}`

const organisationsOf = ({ systems }: SystemGroup): number => new Set(systems.map(({ organisation }) => organisation)).size

/** Who else has what: the same name from the same supplier, what most organisations have first. */
export const groupSystems = (systems: readonly MappedSystem[]): SystemGroup[] =>
  [...Map.groupBy(systems, groupKey).values()]
    .flatMap((group): SystemGroup[] => {
      const [first] = group
      return first ? [{ name: first.content.name, supplier: first.content.supplier.name, systems: group }] : []
    })
    .toSorted((a, b) => organisationsOf(b) - organisationsOf(a) || folded(a.name).localeCompare(folded(b.name), 'sv'))
