import { dayOf } from '#calendar/working-days.ts'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { systemId } from '#contracts/ids.ts'
import type { CompanyId, OrganisationId, SystemId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import { perform, performOn } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { companiesOf } from '../../domain/systems/check-system.ts'
import type { Surroundings } from '../../domain/systems/check-system.ts'
import { changeSystem, registerSystem } from '../../domain/systems/save-system.ts'
import type { SystemState } from '../../domain/systems/save-system.ts'
import type { MappedSystem, SystemContent } from '../../domain/systems/system.ts'
import { presentSystem } from './present-system.ts'
import type { SystemParts } from './system-parts.ts'

/** Of the companies, those that the catalogue has. */
export const knownCompanies = async ({ companies }: SystemParts, ids: readonly CompanyId[]): Promise<ReadonlySet<CompanyId>> => {
  const wanted = [...new Set(ids)]
  const found = await Promise.all(wanted.map((one) => companies.find(one)))
  return new Set(wanted.filter((_, index) => found[index]))
}

/** What the content is held against: the county's organisations, and which of its integrations lead somewhere. */
export const surroundingsOf = async (
  parts: SystemParts,
  own: OrganisationId,
  content: SystemContent,
  self?: SystemId,
): Promise<Surroundings> => {
  const targets = [...new Set(content.integrations.map((one) => one.systemId))]
  const found = await Promise.all(targets.map((one) => parts.systems.find(one)))
  return {
    own,
    organisations: new Set(parts.county.organisations.map(({ id }) => id)),
    existing: new Set(found.flatMap((one) => (one ? [one.systemId] : []))),
    companies: await knownCompanies(parts, companiesOf(content)),
    self,
  }
}

/** Who keeps the map of an organisation: its own editors. The county's lead organisation keeps its own, and nobody else's. */
export const editsFor = ({ organisation }: Actor): OrganisationId | undefined => organisation

interface Loaded extends SystemState {
  readonly system: MappedSystem
}

/** Enters a system of the editor's own organisation. */
export const createRegisterSystem =
  (parts: SystemParts) =>
  async ({ content, actor }: { content: SystemContent; actor: Actor }, context: Context) => {
    const own = editsFor(actor)
    if (own === undefined || !parts.county.organisations.some(({ id }) => id === own)) return refused('notYourOrganisation')
    const id = systemId.parse(context.newId())
    const surroundings = await surroundingsOf(parts, own, content)
    const others = await parts.listing.all()
    return perform(
      {
        load: async (): Promise<SystemState> => ({ system: undefined, register: await parts.systems.register(own) }),
        decide: (before) => registerSystem(before, id, { content, surroundings, author: authorOf(actor) }, context.now),
        save: (before, { state, facts }, once) => {
          const { system, register } = state
          return parts.systems.save({ system, registerBefore: before.register, register, facts, once }, context)
        },
        present: ({ system }) => {
          // As above: only what has been registered is presented.
          const saved = system as MappedSystem
          return { value: presentSystem(saved, others, dayOf(context.now)), version: saved.version }
        },
      },
      context,
    )
  }

/** Writes a system anew as a whole. Refused to everybody but the editors of its own organisation. */
export const createChangeSystem =
  (parts: SystemParts) =>
  async (
    {
      systemId: id,
      content,
      expectedVersion,
      actor,
    }: { systemId: SystemId; content: SystemContent; expectedVersion: number; actor: Actor },
    context: Context,
  ) => {
    const found = await parts.systems.find(id)
    if (!found) return refused('systemNotFound')
    if (found.organisation !== editsFor(actor)) return refused('notYourOrganisation')
    const surroundings = await surroundingsOf(parts, found.organisation, content, id)
    const others = await parts.listing.all()
    return performOn(
      {
        load: async (): Promise<Loaded | undefined> => {
          const system = await parts.systems.find(id)
          return system && { system, register: await parts.systems.register(system.organisation) }
        },
        missing: 'systemNotFound' as const,
        decide: (before) =>
          changeSystem(before, { content, surroundings, author: authorOf(actor) }, expectedVersion, context.now),
        save: (before, { state: { system, register }, facts }, once) =>
          parts.systems.save({ system, registerBefore: before.register, register, facts, once }, context),
        present: ({ system }) => ({ value: presentSystem(system, others, dayOf(context.now)), version: system.version }),
      },
      context,
    )
  }
