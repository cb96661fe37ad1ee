import { dayOf } from '#calendar/working-days.ts'
import type { LibraryRequirementId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { matchesFilter } from '../../domain/library/search-requirements.ts'
import type { RequirementFilter } from '../../domain/library/search-requirements.ts'
import type { LibraryParts } from './library-parts.ts'
import type { PageRequest } from './library-repository.ts'
import { presentRequirement, presentVersion } from './present-requirement.ts'
import type { RequirementView } from './present-requirement.ts'

/** Enough to go past many that do not match, and little enough to answer in time; the cursor tells where to go on. */
const maxReads = 20
const readAtOnce = 100

/** Read on until the page is full: it can have fewer rows than its limit and still have a cursor. */
export const createListRequirements =
  ({ library }: LibraryParts) =>
  async (filter: RequirementFilter, { limit, cursor }: PageRequest, now: string) => {
    const today = dayOf(now)
    const hasFilter = Object.values(filter).some((wanted) => wanted !== undefined)
    const rows: RequirementView[] = []
    let next = cursor
    for (let reads = 0; reads < maxReads; reads += 1) {
      // Never more than the page has room for, since a cursor points past all that was read.
      // oxlint-disable-next-line no-await-in-loop
      const page = await library.list({ limit: hasFilter ? Math.min(readAtOnce, limit - rows.length) : limit, cursor: next })
      rows.push(...page.entries.filter((entry) => matchesFilter(entry, filter)).map((entry) => presentRequirement(entry, today)))
      next = page.cursor
      if (next === undefined || rows.length === limit) break
    }
    return { ...answer({ requirements: rows }), ...(next !== undefined && { cursor: next }) }
  }

export const createReadRequirement =
  ({ library }: LibraryParts) =>
  async (id: LibraryRequirementId, now: string) => {
    const stored = await library.find(id)
    return stored ? answer(presentRequirement(stored.entry, dayOf(now)), stored.revision) : refused('requirementNotFound')
  }

/** The newest first. */
export const createListRequirementVersions =
  ({ library }: LibraryParts) =>
  async (id: LibraryRequirementId, now: string) => {
    const versions = await library.versions(id)
    return versions.length === 0
      ? refused('requirementNotFound')
      : answer({ versions: versions.map((version) => presentVersion(version, dayOf(now))) })
  }
