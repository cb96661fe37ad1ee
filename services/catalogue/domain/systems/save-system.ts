import { dayOf } from '#calendar/working-days.ts'
import type { Author } from '#contracts/actor.ts'
import { systemChanged, systemContractsChanged, systemRegistered } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import type { Fact } from '#contracts/event.ts'
import type { SystemId } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { checkSystem } from './check-system.ts'
import type { Surroundings } from './check-system.ts'
import { reckonContract } from './contract.ts'
import { folded } from './folded-text.ts'
import { systemLimits } from './limits.ts'
import type { MappedSystem, SystemContent, SystemRegister } from './system.ts'

/** A system together with its organisation's register of names, which is saved with it where a name is new. */
export interface SystemState {
  readonly system: MappedSystem | undefined
  readonly register: SystemRegister
}
interface SavedState extends SystemState {
  readonly system: MappedSystem
}

export type SystemRefusal = 'systemNotConsistent' | 'systemNameTaken' | 'tooManySystems' | 'staleVersion'

interface Saving {
  readonly content: SystemContent
  readonly surroundings: Surroundings
  readonly author: Author
}

const isTaken = ({ systems }: SystemRegister, name: string, self: SystemId | undefined): boolean =>
  systems.some((one) => one.systemId !== self && folded(one.name) === folded(name))

const withName = (register: SystemRegister, systemId: SystemId, name: string): SystemRegister => ({
  ...register,
  version: register.version + 1,
  systems: [...register.systems.filter((one) => one.systemId !== systemId), { systemId, name }],
})

const contractsFact = ({ systemId, organisation, content }: MappedSystem, now: string): Fact =>
  fact(systemContractsChanged, {
    systemId,
    organisation,
    name: content.name,
    contracts: content.contracts.map((one) => {
      const { endsOn, endsWithOptionsOn } = reckonContract(one, dayOf(now))
      return {
        kind: one.kind,
        supplier: one.supplier ?? content.supplier.name,
        start: one.start,
        ...(endsOn !== undefined && { endsOn }),
        ...(endsWithOptionsOn !== undefined && { endsWithOptionsOn }),
        callOff: [...one.callOff],
      }
    }),
  })

/** A new system of an organisation. Refused when its name is used there already, when there are too many, or when it cannot be so. */
export const registerSystem = (
  { register }: SystemState,
  systemId: SystemId,
  { content, surroundings, author }: Saving,
  now: string,
): Transition<SavedState, SystemRefusal> => {
  const problems = checkSystem(content, surroundings)
  if (problems.length > 0) return refused('systemNotConsistent', problems)
  if (isTaken(register, content.name, undefined)) return refused('systemNameTaken')
  if (register.systems.length >= systemLimits.systems) return refused('tooManySystems')
  const { organisation } = register
  const system: MappedSystem = {
    systemId,
    organisation,
    version: 1,
    registeredAt: now,
    changedAt: now,
    changedBy: author,
    content,
  }
  const { name, category, supplier, status } = content
  return applied(
    { system, register: withName(register, systemId, name) },
    fact(systemRegistered, { systemId, organisation, name, category, supplier: supplier.name, status }),
    ...(content.contracts.length > 0 ? [contractsFact(system, now)] : []),
  )
}

const isSame = (a: unknown, b: unknown): boolean => digestOf(a ?? null) === digestOf(b ?? null)

const changedFields = (before: SystemContent, after: SystemContent): (keyof SystemContent)[] =>
  // The keys of the two are those of the schema that made them.
  ([...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof SystemContent)[]).filter(
    (key) => !isSame(before[key], after[key]),
  )

export const isSameContent = (before: SystemContent, after: SystemContent): boolean => changedFields(before, after).length === 0

/** @param expectedVersion the version that the writer has read; undefined where the content was made from the latest. */
export const changeSystem = (
  { system: before, register }: SavedState,
  { content, surroundings, author }: Saving,
  expectedVersion: number | undefined,
  now: string,
): Transition<SavedState, SystemRefusal> => {
  if (expectedVersion !== undefined && before.version !== expectedVersion) return refused('staleVersion')
  const fields = changedFields(before.content, content)
  if (fields.length === 0) return unchanged
  const problems = checkSystem(content, surroundings)
  if (problems.length > 0) return refused('systemNotConsistent', problems)
  const { systemId, organisation } = before
  if (isTaken(register, content.name, systemId)) return refused('systemNameTaken')
  const system: MappedSystem = { ...before, version: before.version + 1, changedAt: now, changedBy: author, content }
  const { name, status } = content
  return applied(
    { system, register: name === before.content.name ? register : withName(register, systemId, name) },
    fact(systemChanged, { systemId, organisation, name, status, fields }),
    ...(fields.includes('contracts') ? [contractsFact(system, now)] : []),
  )
}
