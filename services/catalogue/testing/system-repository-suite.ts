import { beforeEach, describe, expect, it } from 'vitest'
import { system as systemAuthor } from '#contracts/actor.ts'
import { systemRegistered } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import { systemId } from '#contracts/ids.ts'
import type { OrganisationId, SystemId } from '#contracts/ids.ts'
import { queryAll } from '#lambda/table.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { createSystemListing, createSystemTable } from '../adapters/system-table.ts'
import type { SystemSave } from '../application/systems/system-repository.ts'
import { systemContent } from '../domain/systems/system.ts'
import type { MappedSystem } from '../domain/systems/system.ts'

const now = '2026-11-20T08:00:00.000Z'
const context = (): Context => ({
  now,
  newId: () => crypto.randomUUID(),
  actor: systemAuthor,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
})

/** What the repository and the listing promise, on whatever table they stand. Each test has an organisation of its own. */
export const describeSystemRepository = (tableOf: () => Table): void => {
  const repositoryOf = () => createSystemTable(tableOf(), createUnitOfWork(tableOf(), 'catalogue'))

  let organisation: OrganisationId
  beforeEach(() => {
    organisation = `org-${crypto.randomUUID().slice(0, 8)}` as OrganisationId // letters and digits
  })

  const newSystem = (name = 'Larmet', changedAt = now): MappedSystem => ({
    systemId: systemId.parse(crypto.randomUUID()),
    organisation,
    version: 1,
    registeredAt: now,
    changedAt,
    changedBy: systemAuthor,
    content: systemContent.parse({
      name,
      purpose: 'Trygghet',
      category: 'personalAlarm',
      supplier: { name: 'Bolaget (exempel)' },
      status: 'inUse',
    }),
  })

  const saveOf = async (state: MappedSystem, more: Partial<SystemSave> = {}): Promise<SystemSave> => {
    const registerBefore = await repositoryOf().register(organisation)
    const { name, category, supplier, status } = state.content
    return {
      system: state,
      registerBefore,
      register: {
        ...registerBefore,
        version: registerBefore.version + 1,
        systems: [...registerBefore.systems, { systemId: state.systemId, name }],
      },
      facts: [
        fact(systemRegistered, { systemId: state.systemId, organisation, name, category, supplier: supplier.name, status }),
      ],
      once: undefined,
      ...more,
    }
  }
  const save = async (state: MappedSystem, more?: Partial<SystemSave>) =>
    repositoryOf().save(await saveOf(state, more), context())

  describe('a system', () => {
    it('comes back as it was saved, with its organisation’s register and what is told', async () => {
      const state = newSystem()
      expect(await repositoryOf().find(state.systemId)).toBeUndefined()
      expect(await repositoryOf().register(organisation)).toEqual({ organisation, version: 0, systems: [] })
      expect(await save(state)).toBe('saved')
      expect(await repositoryOf().find(state.systemId)).toEqual(state)
      expect(await repositoryOf().register(organisation)).toMatchObject({ version: 1, systems: [{ name: 'Larmet' }] })
      const told = await queryAll(tableOf(), { partition: `CASE#${state.systemId}` })
      expect(told).toHaveLength(1)
      expect(told[0]?.body).toMatchObject({ subject: state.systemId })
    })

    it('is not saved over a version that the writer has not seen, nor is its history', async () => {
      const state = newSystem()
      await save(state)
      const register = await repositoryOf().register(organisation)
      const same = { registerBefore: register, register, facts: [] }
      expect(await save({ ...state, version: 2 }, same)).toBe('saved')
      expect(await save({ ...state, version: 2 }, same)).toBe('conflict')
      const { versions } = await repositoryOf().versions(state.systemId, { limit: 10 })
      expect(versions.map(({ version }) => version)).toEqual([2, 1])
    })

    it('is not saved when somebody has used a name meanwhile: nothing is', async () => {
      const [first, second] = [newSystem('Ett'), newSystem('Två')]
      const late = await saveOf(second)
      await save(first)
      expect(await repositoryOf().save(late, context())).toBe('conflict')
      expect(await repositoryOf().find(second.systemId)).toBeUndefined()
    })

    it('has its versions page by page', async () => {
      const state = newSystem()
      await save(state)
      const register = await repositoryOf().register(organisation)
      for (const version of [2, 3]) await save({ ...state, version }, { registerBefore: register, register, facts: [] })
      const first = await repositoryOf().versions(state.systemId, { limit: 2 })
      expect(first.versions.map(({ version }) => version)).toEqual([3, 2])
      const rest = await repositoryOf().versions(state.systemId, { limit: 2, cursor: first.cursor })
      expect(rest.versions.map(({ version }) => version)).toEqual([1])
    })
  })

  describe('the listing', () => {
    const nameOf = async (listing: ReturnType<typeof createSystemListing>, id: SystemId) =>
      (await listing.all()).filter((one) => one.systemId === id).map(({ content, version }) => `${content.name} ${version}`)

    it('follows what is entered and changed, each system once as it is', async () => {
      const listing = createSystemListing(tableOf(), 1)
      const state = newSystem('Ett', '2026-11-20T08:00:00.000Z')
      expect(await nameOf(listing, state.systemId)).toEqual([])
      await save(state)
      expect(await nameOf(listing, state.systemId)).toEqual(['Ett 1'])
      const register = await repositoryOf().register(organisation)
      const changed = {
        ...state,
        version: 2,
        changedAt: '2026-11-21T08:00:00.000Z',
        content: { ...state.content, name: 'Två' },
      }
      await save(changed, { registerBefore: register, register, facts: [] })
      expect(await nameOf(listing, state.systemId)).toEqual(['Två 2'])
      // Somebody whose clock is a little behind is seen too.
      const behind = newSystem('Efter', '2026-11-21T07:59:30.000Z')
      const further = newSystem('Längre efter', '2026-11-21T07:59:20.000Z')
      await save(behind)
      await save(further)
      expect(await nameOf(listing, behind.systemId)).toEqual(['Efter 1'])
      expect(await nameOf(listing, further.systemId)).toEqual(['Längre efter 1'])
      expect(await nameOf(createSystemListing(tableOf()), state.systemId)).toEqual(['Två 2'])
    })

    it('of one organisation has its own systems and no others', async () => {
      const [first, second] = [newSystem('Ett'), newSystem('Två')]
      await save(first)
      await save(second)
      const listed = await createSystemListing(tableOf()).ofOrganisation(organisation)
      expect(listed.map(({ content }) => content.name).toSorted()).toEqual(['Ett', 'Två'])
      const nobody = 'org-nobody' as OrganisationId // as above
      expect(await createSystemListing(tableOf()).ofOrganisation(nobody)).toEqual([])
    })
  })
}
