import { describe, expect, it } from 'vitest'
import { authorOf, system } from '#contracts/actor.ts'
import { libraryRequirementAdded } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import { libraryRequirementId, librarySuggestionId } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import { queryAll } from '#lambda/table.ts'
import type { Table } from '#lambda/table.ts'
import { caseOfficer } from '#lambda/testing/personas.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { createLibraryTable } from '../adapters/library-table.ts'
import type { LibraryRepository } from '../application/library/library-repository.ts'
import { firstVersion } from '../domain/library/change-requirement.ts'
import { areaOfKind, noOwnNumber } from '../domain/library/requirement-number.ts'
import { requirementContent } from '../domain/library/requirement.ts'
import type { LibraryEntry, StoredEntry } from '../domain/library/requirement.ts'
import type { Suggestion } from '../domain/library/suggestion.ts'
import { writtenRequirement } from './library-driver.ts'

const now = '2026-11-20T08:00:00.000Z'
const context = (): Context => ({
  now,
  newId: () => crypto.randomUUID(),
  actor: system,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
})
const by = { now, author: system }
const nothing = { facts: [], once: undefined }

/** What the library's repository promises, on whatever table it stands. Each test has requirements of its own. */
export const describeLibraryRepository = (tableOf: () => Table): void => {
  const repositoryOf = (): LibraryRepository => createLibraryTable(tableOf(), createUnitOfWork(tableOf(), 'catalogue'))
  let count = 100
  const newEntry = (): LibraryEntry => {
    count += 1
    const content = requirementContent.parse(writtenRequirement())
    const id = libraryRequirementId.parse(`KB-${areaOfKind.exit}-${count}`)
    return { journalId: crypto.randomUUID(), current: firstVersion(id, content, { kind: 'curator' }, by) }
  }
  const next = ({ entry }: StoredEntry): LibraryEntry => ({
    ...entry,
    current: { ...entry.current, version: entry.current.version + 1, note: 'Ändrat' },
  })
  const saved = async (repository: LibraryRepository): Promise<StoredEntry> => {
    const entry = newEntry()
    expect(await repository.save({ before: undefined, entry, ...nothing }, context())).toBe('saved')
    return { entry, revision: 1 }
  }
  const suggestionOf = (more: Partial<Suggestion> = {}): Suggestion => ({
    suggestionId: librarySuggestionId.parse(crypto.randomUUID()),
    text: { sv: 'Det ska finnas.' },
    kind: 'functional',
    verification: 'test',
    reason: 'Bra för fler',
    status: 'open',
    madeBy: authorOf(caseOfficer),
    madeAt: now,
    ...more,
  })

  describe('a requirement', () => {
    it('is found as it was saved, with its revision', async () => {
      const repository = repositoryOf()
      const stored = await saved(repository)
      expect(await repository.find(stored.entry.current.id)).toEqual(stored)
      expect(await repository.find(libraryRequirementId.parse('KB-EXI-001'))).toBeUndefined()
    })

    it('is saved only on the revision that was read', async () => {
      const repository = repositoryOf()
      const stored = await saved(repository)
      expect(await repository.save({ before: stored, entry: next(stored), ...nothing }, context())).toBe('saved')
      expect(await repository.save({ before: stored, entry: next(stored), ...nothing }, context())).toBe('conflict')
      expect(await repository.save({ before: undefined, entry: stored.entry, ...nothing }, context())).toBe('conflict')
    })

    it('keeps every version, the newest first, and writes none where only an offer came', async () => {
      const repository = repositoryOf()
      const stored = await saved(repository)
      const { id, content } = stored.entry.current
      const offered = { ...stored.entry, offer: { release: 2, content } }
      expect(await repository.save({ before: stored, entry: offered, ...nothing }, context())).toBe('saved')
      expect(await repository.versions(id)).toHaveLength(1)
      const again = { entry: offered, revision: 2 }
      expect(await repository.save({ before: again, entry: next(again), ...nothing }, context())).toBe('saved')
      expect((await repository.versions(id)).map(({ version }) => version)).toEqual([2, 1])
    })

    it('stands in the list, by number', async () => {
      const repository = repositoryOf()
      const [one, two] = [await saved(repository), await saved(repository)]
      const ids = (await repository.all()).map(({ current }) => current.id)
      expect(ids).toEqual(ids.toSorted())
      expect(ids).toContain(one.entry.current.id)
      expect(ids).toContain(two.entry.current.id)
      const page = await repository.list({ limit: 1 })
      expect(page.entries.map(({ current }) => current.id)).toEqual(ids.slice(0, 1))
      const rest = await repository.list({ limit: 100, cursor: page.cursor })
      expect(rest.entries.map(({ current }) => current.id)).toEqual(ids.slice(1))
    })

    it('goes out in its own journal with the change, and not without it', async () => {
      const repository = repositoryOf()
      const entry = newEntry()
      const facts = [fact(libraryRequirementAdded, { requirementId: entry.current.id, kind: 'exit', origin: 'curator' })]
      await repository.save({ before: undefined, entry, facts, once: undefined }, context())
      await repository.save({ before: undefined, entry, facts, once: undefined }, context())
      const outbox = await queryAll(tableOf(), { partition: `CASE#${entry.journalId}`, sortPrefix: 'OUT#' })
      expect(outbox.map(({ body }) => body)).toMatchObject([{ type: libraryRequirementAdded.type, subject: entry.journalId }])
    })

    it('is saved once for one request', async () => {
      const repository = repositoryOf()
      const once = { pk: `IDEMPOTENCY#${crypto.randomUUID()}`, sk: 'ANSWER', body: {} }
      expect(await repository.save({ before: undefined, entry: newEntry(), facts: [], once }, context())).toBe('saved')
      expect(await repository.save({ before: undefined, entry: newEntry(), facts: [], once }, context())).toBe('repeated')
    })
  })

  describe('a number', () => {
    it('begins before the first, and is taken together with the requirement or not at all', async () => {
      const repository = repositoryOf()
      const number = await repository.findNumber('exit')
      expect(number.last).toBeGreaterThanOrEqual(noOwnNumber)
      const taken = { ...number, last: number.last + 1 }
      expect(await repository.save({ before: undefined, entry: newEntry(), ...nothing, number: taken }, context())).toBe('saved')
      expect(await repository.findNumber('exit')).toEqual({ ...taken, revision: number.revision + 1 })
      const late = newEntry()
      expect(await repository.save({ before: undefined, entry: late, ...nothing, number: taken }, context())).toBe('conflict')
      expect(await repository.find(late.current.id)).toBeUndefined()
    })
  })

  describe('the installed release', () => {
    it('is saved on the revision that was read', async () => {
      const repository = repositoryOf()
      const installed = await repository.findRelease()
      const of = { release: 1, digest: digestOf({ of: 1 }), revision: installed?.revision ?? 0 }
      const journal = () => ({ journalId: crypto.randomUUID(), facts: [] })
      expect(await repository.saveRelease(of, journal(), context())).toBe('saved')
      expect(await repository.saveRelease(of, journal(), context())).toBe('conflict')
      expect(await repository.findRelease()).toEqual({ ...of, revision: of.revision + 1 })
    })
  })

  describe('a suggestion', () => {
    it('is listed for its sender, and for curators by how far it has come', async () => {
      const repository = repositoryOf()
      const subject = `sender-${crypto.randomUUID()}`
      const open = suggestionOf({ madeBy: { subject, name: 'Avsändare' } })
      expect(await repository.saveSuggestion({ suggestion: open, revision: 0 }, nothing, context())).toBe('saved')
      const idsOf = async (of: Parameters<LibraryRepository['listSuggestions']>[0]) =>
        (await repository.listSuggestions(of, { limit: 100 })).suggestions.map(({ suggestionId }) => suggestionId)
      expect(await idsOf({ madeBy: subject })).toEqual([open.suggestionId])
      expect(await idsOf({ status: 'open' })).toContain(open.suggestionId)
      const declined: Suggestion = { ...open, status: 'declined', answer: { by: system, at: now, reason: 'Finns redan' } }
      expect(await repository.saveSuggestion({ suggestion: declined, revision: 1 }, nothing, context())).toBe('saved')
      expect(await idsOf({ status: 'open' })).not.toContain(open.suggestionId)
      expect(await idsOf({ status: 'declined' })).toContain(open.suggestionId)
      expect(await repository.findSuggestion(open.suggestionId)).toEqual({ suggestion: declined, revision: 2 })
    })

    it('is answered together with the requirement that it became, or not at all', async () => {
      const repository = repositoryOf()
      const open = suggestionOf()
      await repository.saveSuggestion({ suggestion: open, revision: 0 }, nothing, context())
      const entry = newEntry()
      const accepted: Suggestion = {
        ...open,
        status: 'accepted',
        answer: { by: system, at: now, requirementId: entry.current.id },
      }
      const change = { before: undefined, ...nothing, suggestion: { suggestion: accepted, revision: 1 } }
      expect(await repository.save({ ...change, entry }, context())).toBe('saved')
      const other = newEntry()
      expect(await repository.save({ ...change, entry: other }, context())).toBe('conflict')
      expect(await repository.find(other.current.id)).toBeUndefined()
    })
  })
}
