import { requirementList } from '../../api/library-views.ts'
import type { Requirement } from '../../api/library-views.ts'
import type { Visit } from '../../visit.ts'

/** The library's search as the console's addresses write it, and as the API asks it. */

export const filterNames = { ord: 'text', slag: 'kind', styrka: 'force', kalla: 'source', villkor: 'condition' } as const
export type FilterName = keyof typeof filterNames

const everything = 'alla'

/** Today's requirements unless the address asks for those of other times too. */
export const isForAllTimes = ({ query }: Visit): boolean => query.get('tid') === everything

export const askedOf = (visit: Visit): URLSearchParams => {
  const asked = new URLSearchParams()
  for (const [name, of] of Object.entries(filterNames)) {
    const value = visit.query.get(name)?.trim()
    if (value) asked.set(of, value)
  }
  if (!isForAllTimes(visit)) asked.set('inForceOn', visit.locale.today)
  return asked
}

/** The search as part of an address of the console. */
export const searchOf = ({ query }: Visit): URLSearchParams => {
  const kept = new URLSearchParams()
  for (const name of [...Object.keys(filterNames), 'tid']) {
    const value = query.get(name)
    if (value) kept.set(name, value)
  }
  return kept
}

const pageSize = 100

/** All that match, for files: page after page. */
export const loadRequirements = async (visit: Visit): Promise<Requirement[]> => {
  const found: Requirement[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const query = askedOf(visit)
    query.set('limit', String(pageSize))
    if (cursor) query.set('cursor', cursor)
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const read = await visit.api.read(`/v1/catalogue/library/requirements?${query.toString()}`, requirementList)
    found.push(...read.value.requirements)
    cursor = read.nextCursor
  }
  return found
}
