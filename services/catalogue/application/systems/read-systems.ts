import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { organisationId } from '#contracts/ids.ts'
import type { SystemId } from '#contracts/ids.ts'
import { systemCategory, systemStatus } from '#contracts/system-map.ts'
import { openCursor, pageCursor, pageLimit, sealCursor } from '#lambda/cursor.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Answer } from '#lambda/outcome.ts'
import { groupSystems, listingKey, selectSystems } from '../../domain/systems/select-systems.ts'
import type { SystemFilter } from '../../domain/systems/select-systems.ts'
import { presentSummary, presentSystem, systemSummary, systemView } from './present-system.ts'
import type { SystemParts } from './system-parts.ts'

const words = z.string().trim().min(1).max(150)

export const systemFilter = z.strictObject({
  organisation: organisationId.optional(),
  category: systemCategory.optional(),
  status: systemStatus.optional(),
  supplier: words.optional(),
  text: words.optional(),
  standard: words.optional(),
})
export const systemPage = systemFilter.extend({ limit: pageLimit, cursor: pageCursor.optional() })

export const systemList = z.object({
  /** All that fit, on this page and after it. */
  total: z.int().nonnegative(),
  systems: z.array(systemSummary),
})

/** A page of what is in an order of its own: the cursor is the key of the last one on the page before. */
const pageAfter = <T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  { of, limit, cursor }: { of: string; limit: number; cursor: string | undefined },
): { page: readonly T[]; cursor?: string } => {
  const after = cursor === undefined ? undefined : openCursor(of, cursor)?.['after']?.S
  const rest = after === undefined ? items : items.filter((item) => keyOf(item) > after)
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return last !== undefined && rest.length > limit ? { page, cursor: sealCursor(of, { after: { S: keyOf(last) } }) } : { page }
}

const paged = <T>(value: T, cursor: string | undefined): Answer<T> => ({
  ...answer(value),
  ...(cursor !== undefined && { cursor }),
})

export const createListSystems =
  ({ listing }: SystemParts) =>
  async ({ limit, cursor, ...filter }: SystemFilter & { limit: number; cursor?: string | undefined }, now: string) => {
    const found = selectSystems(await listing.all(), filter)
    const of = `systems ${JSON.stringify(filter)}`
    const { page, cursor: next } = pageAfter(found, listingKey, { of, limit, cursor })
    return paged({ total: found.length, systems: page.map((one) => presentSummary(one, dayOf(now))) }, next)
  }

const systemVersion = systemView.omit({ contracts: true, neighbours: true })
export const systemContents = z.object({ systems: z.array(systemVersion) })

/** The same systems as the list has, whole: for files and for partners that keep a copy. */
export const createListSystemContents =
  ({ listing }: SystemParts) =>
  async ({ limit, cursor, ...filter }: SystemFilter & { limit: number; cursor?: string | undefined }) => {
    const of = `contents ${JSON.stringify(filter)}`
    const { page, cursor: next } = pageAfter(selectSystems(await listing.all(), filter), listingKey, { of, limit, cursor })
    return paged({ systems: [...page] }, next)
  }

export const systemGroups = z.object({
  groups: z.array(z.object({ name: z.string(), supplier: z.string(), systems: z.array(systemSummary) })),
})

/** Who else has what. Answers with the groups that most organisations share first. */
export const createGroupSystems =
  ({ listing }: SystemParts) =>
  async ({ limit, ...filter }: SystemFilter & { limit: number }, now: string) => {
    const groups = groupSystems(selectSystems(await listing.all(), filter))
    return answer({
      groups: groups
        .slice(0, limit)
        .map(({ systems, ...group }) => ({ ...group, systems: systems.map((one) => presentSummary(one, dayOf(now))) })),
    })
  }

export const createReadSystem =
  ({ systems, listing }: SystemParts) =>
  async ({ systemId }: { systemId: SystemId }, now: string) => {
    const system = await systems.find(systemId)
    return system ? answer(presentSystem(system, await listing.all(), dayOf(now)), system.version) : refused('systemNotFound')
  }

export const systemVersions = z.object({ versions: z.array(systemVersion) })

/** Everything that has been written of a system, the newest first. */
export const createListSystemVersions =
  ({ systems }: SystemParts) =>
  async ({ systemId, ...page }: { systemId: SystemId; limit: number; cursor?: string | undefined }) => {
    if (!(await systems.find(systemId))) return refused('systemNotFound')
    const { versions, cursor } = await systems.versions(systemId, page)
    return paged({ versions: [...versions] }, cursor)
  }
