import { describe, expect, it } from 'vitest'
import { authorOf } from '#contracts/actor.ts'
import { libraryReleaseInstalled } from '#contracts/catalogue-events.ts'
import { libraryRequirementId } from '#contracts/ids.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { curator } from '#lambda/testing/personas.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { catalogueIndexes } from '../../adapters/indexes.ts'
import { createLibraryTable } from '../../adapters/library-table.ts'
import type { LibraryRelease } from '../../domain/library/install-release.ts'
import { requirementContent } from '../../domain/library/requirement.ts'
import type { RequirementContent } from '../../domain/library/requirement.ts'
import { writtenRequirement } from '../../testing/library-driver.ts'
import { createChangeRequirement, createRetireRequirement } from './change-library.ts'
import { createInstallLibrary } from './install-library.ts'

const [first, second, third] = ['KB-FUN-001', 'KB-FUN-002', 'KB-SEC-001'].map((id) => libraryRequirementId.parse(id)) as [
  ReturnType<typeof libraryRequirementId.parse>,
  ReturnType<typeof libraryRequirementId.parse>,
  ReturnType<typeof libraryRequirementId.parse>,
] // three given, three back

const content = (sv: string): RequirementContent =>
  requirementContent.parse(writtenRequirement({ text: { sv: `${sv} ska gälla.`, en: `${sv} must hold.` } }))

const release = (number: number, words: Readonly<Record<string, string>>): LibraryRelease => ({
  release: number,
  requirements: Object.entries(words).map(([id, sv]) => ({ id: libraryRequirementId.parse(id), content: content(sv) })),
})

const county = () => {
  const runtime = createTestRuntime()
  const table = createMemoryTable(catalogueIndexes)
  const library = createLibraryTable(table, createUnitOfWork(table, 'catalogue'))
  const context = (): Context => ({
    now: runtime.clock(),
    newId: runtime.newId,
    actor: { subject: 'system', name: 'Behovsflödet' },
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  })
  const install = createInstallLibrary({ library })
  const byCurator = async (id: typeof first, sv: string) => {
    const stored = await library.find(id)
    return createChangeRequirement({ library })({ id, ifMatch: stored?.revision ?? 0, actor: curator }, content(sv), {
      ...context(),
      actor: authorOf(curator),
    })
  }
  const current = async (id: typeof first) => (await library.find(id))?.entry
  const events = () => emittedEvents(table.rows()).map(({ data }) => data)
  return { table, library, install: (given: LibraryRelease) => install(given, context()), byCurator, current, events, context }
}

const release1 = release(1, { [first]: 'Ett', [second]: 'Två' })

describe('a release of the library', () => {
  it('is written once, and told once', async () => {
    const here = county()
    expect(await here.install(release1)).toBe(2)
    const rows = here.table.rows()
    expect(await here.install(release1)).toBe(0)
    expect(here.table.rows()).toEqual(rows)
    expect(here.events()).toEqual([{ release: 1, added: 2, changed: 0, offered: 0 }])
    expect(emittedEvents(rows)[0]?.type).toBe(libraryReleaseInstalled.type)
  })

  it('writes of the next one only what is new or changed, and the old versions stand', async () => {
    const here = county()
    await here.install(release1)
    expect(await here.install(release(2, { [first]: 'Ett', [second]: 'Två ändrat', [third]: 'Tre' }))).toBe(2)
    expect(await here.current(first)).toMatchObject({ current: { version: 1 }, released: { release: 1 } })
    expect(await here.current(second)).toMatchObject({ current: { version: 2, origin: { kind: 'release', release: 2 } } })
    expect((await here.library.versions(second)).map(({ content: { text } }) => text.sv)).toEqual([
      'Två ändrat ska gälla.',
      'Två ska gälla.',
    ])
    expect(here.events().at(-1)).toEqual({ release: 2, added: 1, changed: 1, offered: 0 })
  })

  it("leaves a curator's version where the release has not changed", async () => {
    const here = county()
    await here.install(release1)
    await here.byCurator(first, 'Länets ord')
    await here.install(release(2, { [first]: 'Ett', [second]: 'Två ändrat' }))
    expect(await here.current(first)).toMatchObject({
      current: { version: 2, content: { text: { sv: 'Länets ord ska gälla.' } } },
    })
    expect(await here.current(first)).not.toHaveProperty('offer')
  })

  it("never overwrites a curator's version: where both have changed, the release's words are put beside it", async () => {
    const here = county()
    await here.install(release1)
    await here.byCurator(first, 'Länets ord')
    await here.install(release(2, { [first]: 'Ett ändrat', [second]: 'Två' }))
    expect(await here.current(first)).toMatchObject({
      current: { version: 2, content: { text: { sv: 'Länets ord ska gälla.' } } },
      offer: { release: 2, content: { text: { sv: 'Ett ändrat ska gälla.' } } },
    })
    expect(here.events().at(-1)).toEqual({ release: 2, added: 0, changed: 0, offered: 1 })
  })

  it('is answered by the same words again: the county keeps its own, and is not asked again', async () => {
    const here = county()
    await here.install(release1)
    await here.byCurator(first, 'Länets ord')
    const release2 = release(2, { [first]: 'Ett ändrat', [second]: 'Två' })
    await here.install(release2)
    await here.byCurator(first, 'Länets ord')
    expect(await here.current(first)).toMatchObject({ current: { version: 2 } })
    expect(await here.current(first)).not.toHaveProperty('offer')
    await here.install({ ...release2, release: 3 })
    expect(await here.current(first)).not.toHaveProperty('offer')
  })

  it('does not bring back what a curator has retired', async () => {
    const here = county()
    await here.install(release1)
    const retire = createRetireRequirement({ library: here.library })
    await retire({ id: first, ifMatch: 1, actor: curator }, { validTo: '2026-12-31', reason: 'Behövs inte' }, here.context())
    await here.install(release(2, { [first]: 'Ett ändrat', [second]: 'Två' }))
    expect(await here.current(first)).toMatchObject({ current: { retirement: { reason: 'Behövs inte' } }, offer: { release: 2 } })
  })

  it('that is older than the one installed does nothing', async () => {
    const here = county()
    await here.install(release(2, { [first]: 'Ett ändrat' }))
    expect(await here.install(release1)).toBe(0)
    expect(await here.current(second)).toBeUndefined()
  })

  it('that was stopped half way goes on where it was', async () => {
    const here = county()
    const stopping = {
      ...here.library,
      save: async (...given: Parameters<typeof here.library.save>) => {
        if (given[0].entry.current.id === second) throw new Error('the power went')
        return here.library.save(...given)
      },
    }
    await expect(createInstallLibrary({ library: stopping })(release1, here.context())).rejects.toThrow('the power went')
    expect(here.events()).toEqual([])
    expect(await here.install(release1)).toBe(1)
    expect(await here.current(first)).toMatchObject({ current: { version: 1 } })
    expect(here.events()).toEqual([{ release: 1, added: 1, changed: 0, offered: 0 }])
  })
})
