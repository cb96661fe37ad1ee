import * as z from 'zod'
import { caseId, digest } from '#contracts/ids.ts'
import type { LibraryRequirementId, LibrarySuggestionId } from '#contracts/ids.ts'
import type { LibraryKind } from '#contracts/requirement-library.ts'
import { queryAll } from '#lambda/table.ts'
import type { Expectation, Item, Key, Put, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { LibraryRepository, OwnNumber, StoredSuggestion } from '../application/library/library-repository.ts'
import { noOwnNumber } from '../domain/library/requirement-number.ts'
import { libraryEntry, requirementVersion } from '../domain/library/requirement.ts'
import type { LibraryEntry, RequirementVersion, StoredEntry } from '../domain/library/requirement.ts'
import { suggestion } from '../domain/library/suggestion.ts'
import type { Suggestion, SuggestionStatus } from '../domain/library/suggestion.ts'

/**
 * The requirement library in the service's own table:
 *   LIBRARY#<id>              CURRENT            the requirement as it stands, and what a release offers beside it  (version)
 *   LIBRARY#<id>              HIS#<version>      every version, written once
 *   LIBRARY-NUMBER#<kind>     LAST               the last number that the county has given                        (version)
 *   LIBRARY-RELEASE           INSTALLED          the release that was installed last                              (version)
 *   LIBRARY-SUGGESTION#<id>   STATE              a suggestion and its answer                                      (version)
 */

const entryKey = (id: LibraryRequirementId): Key => ({ pk: `LIBRARY#${id}`, sk: 'CURRENT' })
const historyPrefix = 'HIS#'
const versionKey = ({ id, version }: RequirementVersion): Key => ({
  pk: entryKey(id).pk,
  sk: `${historyPrefix}${String(version).padStart(6, '0')}`,
})
const numberKey = (kind: LibraryKind): Key => ({ pk: `LIBRARY-NUMBER#${kind}`, sk: 'LAST' })
const releaseKey: Key = { pk: 'LIBRARY-RELEASE', sk: 'INSTALLED' }
const suggestionKey = (id: LibrarySuggestionId): Key => ({ pk: `LIBRARY-SUGGESTION#${id}`, sk: 'STATE' })

const allRequirements = 'LIBRARY'
const suggestionsOf = (status: SuggestionStatus): string => `LIBRARY-SUGGESTIONS#${status}`
const suggestionsBy = (subject: string): string => `LIBRARY-SUGGESTIONS#${subject}`

const storedNumber = z.object({ last: z.int() })
const storedRelease = z.object({ release: z.int().positive(), digest })

const expectsRevision = (revision: number): Expectation => (revision === 0 ? 'absent' : { version: revision })

const entryItem = (entry: LibraryEntry, revision: number): Item => ({
  ...entryKey(entry.current.id),
  version: revision,
  attributes: { listing: allRequirements, listingOrder: entry.current.id },
  body: entry,
})

const suggestionItem = (state: Suggestion, revision: number): Item => {
  const order = `${state.madeAt}#${state.suggestionId}`
  return {
    ...suggestionKey(state.suggestionId),
    version: revision,
    status: state.status,
    attributes: {
      listing: suggestionsOf(state.status),
      listingOrder: order,
      owner: suggestionsBy(state.madeBy.subject),
      ownerOrder: order,
    },
    body: state,
  }
}

const entryPuts = (before: StoredEntry | undefined, entry: LibraryEntry): Put[] => [
  { item: entryItem(entry, (before?.revision ?? 0) + 1), expects: expectsRevision(before?.revision ?? 0) },
  ...(before?.entry.current.version === entry.current.version
    ? []
    : [{ item: { ...versionKey(entry.current), body: entry.current }, expects: 'absent' } as const]),
]

const numberPut = ({ kind, last, revision }: OwnNumber): Put => ({
  item: { ...numberKey(kind), version: revision + 1, body: { last } satisfies z.infer<typeof storedNumber> },
  expects: expectsRevision(revision),
})

const suggestionPut = ({ suggestion: state, revision }: StoredSuggestion): Put => ({
  item: suggestionItem(state, revision + 1),
  expects: expectsRevision(revision),
})

const toEntry = ({ body }: Item): LibraryEntry => libraryEntry.parse(body)

export const createLibraryTable = (table: Table, unitOfWork: UnitOfWork): LibraryRepository => ({
  find: async (id) => {
    const item = await table.get(entryKey(id))
    return item && { entry: toEntry(item), revision: item.version ?? 0 }
  },

  list: async ({ limit, cursor: from }) => {
    const { items, cursor } = await table.query({
      index: 'by-listing',
      partition: allRequirements,
      limit,
      ...(from !== undefined && { cursor: from }),
    })
    return { entries: items.map(toEntry), ...(cursor !== undefined && { cursor }) }
  },

  all: async () => (await queryAll(table, { index: 'by-listing', partition: allRequirements })).map(toEntry),

  versions: async (id) => {
    const items = await queryAll(table, { partition: entryKey(id).pk, sortPrefix: historyPrefix, isDescending: true })
    return items.map(({ body }) => requirementVersion.parse(body))
  },

  findNumber: async (kind) => {
    const item = await table.get(numberKey(kind))
    return { kind, last: item ? storedNumber.parse(item.body).last : noOwnNumber, revision: item?.version ?? 0 }
  },

  save: ({ before, entry, facts, once, number, suggestion: answered }, context) =>
    unitOfWork.save(
      {
        // A requirement belongs to no case: its journal is the subject of its events.
        caseId: caseId.parse(entry.journalId),
        puts: [
          ...entryPuts(before, entry),
          ...(number ? [numberPut(number)] : []),
          ...(answered ? [suggestionPut(answered)] : []),
        ],
        facts,
        once,
      },
      context,
    ),

  findRelease: async () => {
    const item = await table.get(releaseKey)
    return item && { ...storedRelease.parse(item.body), revision: item.version ?? 0 }
  },

  saveRelease: ({ release, digest: of, revision }, { journalId, facts }, context) =>
    unitOfWork.save(
      {
        caseId: caseId.parse(journalId),
        puts: [
          {
            item: { ...releaseKey, version: revision + 1, body: { release, digest: of } },
            expects: expectsRevision(revision),
          },
        ],
        facts,
      },
      context,
    ),

  findSuggestion: async (id) => {
    const item = await table.get(suggestionKey(id))
    return item && { suggestion: suggestion.parse(item.body), revision: item.version ?? 0 }
  },

  listSuggestions: async (of, { limit, cursor: from }) => {
    const { items, cursor } = await table.query({
      ...('status' in of
        ? { index: 'by-listing', partition: suggestionsOf(of.status) }
        : { index: 'by-owner', partition: suggestionsBy(of.madeBy) }),
      isDescending: true,
      limit,
      ...(from !== undefined && { cursor: from }),
    })
    return { suggestions: items.map(({ body }) => suggestion.parse(body)), ...(cursor !== undefined && { cursor }) }
  },

  saveSuggestion: (stored, { facts, once }, context) =>
    unitOfWork.save(
      { caseId: caseId.parse(stored.suggestion.suggestionId), puts: [suggestionPut(stored)], facts, once },
      context,
    ),
})
