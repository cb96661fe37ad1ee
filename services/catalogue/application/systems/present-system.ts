import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { calendarDate, organisationId, systemId, timestamp } from '#contracts/ids.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import { contractKind, integrationDirection, optionStatus, systemCategory, systemStatus } from '#contracts/system-map.ts'
import { contractStandings, reckonContract } from '../../domain/systems/contract.ts'
import type { Contract } from '../../domain/systems/contract.ts'
import type { Kinship } from '../../domain/systems/kindred-systems.ts'
import { systemContent } from '../../domain/systems/system.ts'
import type { MappedSystem } from '../../domain/systems/system.ts'

/** Systems and contracts as partners and the console read them: what was written down, and what follows from it today. */

/** A system in a list, with what is nearest to know of its contracts. */
export const systemSummary = z.object({
  systemId,
  organisation: organisationId,
  name: z.string(),
  category: systemCategory,
  supplier: z.string(),
  status: systemStatus,
  functions: z.array(z.string()),
  users: z.int().optional(),
  standards: z.array(z.string()),
  /** In force or about to start. */
  contracts: z.int().nonnegative(),
  /** The first of their ends, with the options taken up; left out where none has an end. */
  endsOn: calendarDate.optional(),
  endsWithOptionsOn: calendarDate.optional(),
  /** A contract in force lets others call off. */
  hasCallOff: z.boolean(),
})
export type SystemSummary = z.infer<typeof systemSummary>

export const presentSummary = ({ systemId: id, organisation, content }: MappedSystem, today: string): SystemSummary => {
  const live = content.contracts
    .map((contract) => ({ contract, reckoned: reckonContract(contract, today) }))
    .filter(({ reckoned }) => reckoned.standing !== 'ended')
  const [first] = live
    .flatMap(({ reckoned: { endsOn, endsWithOptionsOn } }) => (endsOn === undefined ? [] : [{ endsOn, endsWithOptionsOn }]))
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn))
  return {
    systemId: id,
    organisation,
    name: content.name,
    category: content.category,
    supplier: content.supplier.name,
    status: content.status,
    functions: content.functions,
    ...(content.users !== undefined && { users: content.users }),
    standards: [...new Set(content.integrations.map(({ standard }) => standard))],
    contracts: live.length,
    ...(first && { endsOn: first.endsOn }),
    ...(first?.endsWithOptionsOn !== undefined && { endsWithOptionsOn: first.endsWithOptionsOn }),
    hasCallOff: live.some(({ contract, reckoned }) => reckoned.standing === 'inForce' && contract.callOff.length > 0),
  }
}

const optionView = z.object({
  status: optionStatus,
  until: calendarDate.optional(),
  decideBy: calendarDate.optional(),
  /** Nobody has decided, and the last day to call it has gone. */
  isOverdue: z.boolean(),
})

export const contractView = z.object({
  contractNumber: z.string().optional(),
  diaryNumber: z.string().optional(),
  supplier: z.string(),
  kind: contractKind,
  value: z.int().optional(),
  start: calendarDate,
  standing: z.enum(contractStandings),
  endsOn: calendarDate.optional(),
  endsWithOptionsOn: calendarDate.optional(),
  /** The last day to call the next option that nobody has decided on. */
  decideBy: calendarDate.optional(),
  options: z.array(optionView),
  callOff: z.array(organisationId),
  cpv: z.array(z.string()),
})
export type ContractView = z.infer<typeof contractView>

export const presentContract = (given: Contract, { content }: MappedSystem, today: string): ContractView => {
  const { standing, endsOn, endsWithOptionsOn, options, nextOption } = reckonContract(given, today)
  const { contractNumber, diaryNumber, supplier, kind, value, start, callOff, cpv } = given
  return {
    ...(contractNumber !== undefined && { contractNumber }),
    ...(diaryNumber !== undefined && { diaryNumber }),
    supplier: supplier ?? content.supplier.name,
    kind,
    ...(value !== undefined && { value }),
    start,
    standing,
    ...(endsOn !== undefined && { endsOn }),
    ...(endsWithOptionsOn !== undefined && { endsWithOptionsOn }),
    ...(nextOption?.decideBy !== undefined && { decideBy: nextOption.decideBy }),
    options: options.map(({ status, until, decideBy, isOverdue }) => ({
      status,
      ...(until !== undefined && { until }),
      ...(decideBy !== undefined && { decideBy }),
      isOverdue,
    })),
    callOff,
    cpv,
  }
}

/** Which contract of which system something is about. */
export const contractOfSystem = z.object({
  systemId,
  organisation: organisationId,
  systemName: z.string(),
  category: systemCategory,
  contract: contractView,
})

export const presentContractOfSystem = (
  system: MappedSystem,
  contract: Contract,
  today: string,
): z.infer<typeof contractOfSystem> => ({
  systemId: system.systemId,
  organisation: system.organisation,
  systemName: system.content.name,
  category: system.content.category,
  contract: presentContract(contract, system, today),
})

const neighbour = z.object({
  systemId,
  organisation: organisationId,
  name: z.string(),
  standard: z.string(),
  /** As seen from the system that is read. */
  direction: integrationDirection,
})

export const systemView = z.object({
  systemId,
  organisation: organisationId,
  version: z.int().positive(),
  registeredAt: timestamp,
  changedAt: timestamp,
  changedBy: author,
  /** As it was written down: what a change sends back. */
  content: systemContent,
  /** The contracts in the order of `content`, with what follows from them today. */
  contracts: z.array(contractView),
  /** What it is integrated with, whoever has written the integration down. */
  neighbours: z.array(neighbour),
})
export type SystemView = z.infer<typeof systemView>

const seenFromTheOther = { sends: 'receives', receives: 'sends', both: 'both' } as const

const neighboursOf = ({ systemId: id, content }: MappedSystem, all: readonly MappedSystem[]): SystemView['neighbours'] => [
  ...content.integrations.flatMap(({ systemId: to, standard, direction }) => {
    const other = all.find((one) => one.systemId === to)
    return other ? [{ systemId: to, organisation: other.organisation, name: other.content.name, standard, direction }] : []
  }),
  ...all.flatMap((other) =>
    other.content.integrations
      .filter((one) => one.systemId === id)
      .map(({ standard, direction }) => ({
        systemId: other.systemId,
        organisation: other.organisation,
        name: other.content.name,
        standard,
        direction: seenFromTheOther[direction],
      })),
  ),
]

/** @param all the map, for the names of the neighbours and for those that point here. */
export const presentSystem = (system: MappedSystem, all: readonly MappedSystem[], today: string): SystemView => ({
  ...system,
  contracts: system.content.contracts.map((contract) => presentContract(contract, system, today)),
  neighbours: neighboursOf(system, all),
})

export const kinshipView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('category'), category: systemCategory }),
  z.object({ kind: z.literal('functions'), functions: z.array(z.string()) }),
  z.object({ kind: z.literal('cpv'), cpv: z.array(z.string()) }),
  z.object({ kind: z.literal('careSteps'), careSteps: z.array(careStep) }),
  z.object({ kind: z.literal('targetGroups'), targetGroups: z.array(targetGroup) }),
])

export const presentKinship = (kinship: readonly Kinship[]): z.infer<typeof kinshipView>[] =>
  kinship.map((one): z.infer<typeof kinshipView> => {
    switch (one.kind) {
      case 'category':
        return one
      case 'functions':
        return { ...one, functions: [...one.functions] }
      case 'cpv':
        return { ...one, cpv: [...one.cpv] }
      case 'careSteps':
        return { ...one, careSteps: [...one.careSteps] }
      case 'targetGroups':
        return { ...one, targetGroups: [...one.targetGroups] }
    }
  })
