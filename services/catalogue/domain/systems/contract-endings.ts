import { moveByMonths } from './calendar-months.ts'
import { reckonContract } from './contract.ts'
import type { Contract, ReckonedContract } from './contract.ts'
import { usualWindowMonths } from './limits.ts'
import type { MappedSystem } from './system.ts'

/** Contracts that run out, or that somebody must decide on, within the planning window. */

export interface ContractEnding {
  readonly system: MappedSystem
  readonly index: number
  readonly contract: Contract
  readonly reckoned: ReckonedContract & { readonly endsOn: string }
  /** The first day that something must be done by: the last day to call the next option, or the end. */
  readonly firstDeadline: string
}

export interface PlanningWindow {
  readonly from: string
  readonly to: string
}

/** From today on. @param months `usualWindowMonths` unless told. */
export const planningWindow = (today: string, months: number = usualWindowMonths): PlanningWindow => ({
  from: today,
  to: moveByMonths(today, months),
})

const deadlineOf = ({ endsOn, nextOption }: ReckonedContract & { endsOn: string }, from: string): string =>
  nextOption?.decideBy !== undefined && nextOption.decideBy >= from && nextOption.decideBy < endsOn ? nextOption.decideBy : endsOn

const endingsOf = (system: MappedSystem, { from, to }: PlanningWindow): ContractEnding[] =>
  system.content.contracts.flatMap((contract, index): ContractEnding[] => {
    const reckoned = reckonContract(contract, from)
    const { endsOn, standing } = reckoned
    if (endsOn === undefined || standing === 'ended') return []
    const known = { ...reckoned, endsOn }
    const firstDeadline = deadlineOf(known, from)
    return firstDeadline <= to ? [{ system, index, contract, reckoned: known, firstDeadline }] : []
  })

/**
 * The most urgent first. A contract that runs until somebody ends it is not there, nor one that has ended; a contract
 * whose option must be called within the window is, also when it runs on beyond it.
 */
export const contractEndings = (systems: readonly MappedSystem[], window: PlanningWindow): ContractEnding[] =>
  systems
    .filter(({ content }) => content.status !== 'retired')
    .flatMap((system) => endingsOf(system, window))
    .toSorted(
      (a, b) =>
        a.firstDeadline.localeCompare(b.firstDeadline) ||
        a.reckoned.endsOn.localeCompare(b.reckoned.endsOn) ||
        a.system.systemId.localeCompare(b.system.systemId),
    )
