import type { OrganisationId } from '#contracts/ids.ts'
import type { PlanningWindow } from './contract-endings.ts'
import { openCallOffs } from './call-off.ts'
import type { OpenCallOff } from './call-off.ts'
import { reckonContract } from './contract.ts'
import type { Contract, ReckonedContract, ReckonedOption } from './contract.ts'
import { kinshipOf } from './kindred-systems.ts'
import type { Kinship, WantedSystem } from './kindred-systems.ts'
import type { MappedSystem } from './system.ts'

/** Who could buy together: kindred systems whose contracts can end within the window, and what can be called off instead. */

export interface PossibleEnd {
  readonly on: string
  /** What the end hangs on: nothing, an option that is not taken up, or one that is. */
  readonly dependsOn: 'nothing' | 'optionNotTaken' | 'optionTaken'
  /** The last day to call the option that it hangs on. */
  readonly decideBy?: string | undefined
}

export interface JointPurchaseCandidate {
  readonly system: MappedSystem
  readonly index: number
  readonly contract: Contract
  readonly reckoned: ReckonedContract
  readonly end: PossibleEnd
  readonly kinship: readonly Kinship[]
}

export interface KindredCallOff extends OpenCallOff {
  readonly kinship: readonly Kinship[]
}

export interface JointPurchase {
  readonly candidates: readonly JointPurchaseCandidate[]
  readonly callOffs: readonly KindredCallOff[]
}

const openWithUntil = ({ options }: ReckonedContract): (ReckonedOption & { until: string })[] =>
  options.flatMap((option) =>
    option.status === 'open' && option.until !== undefined ? [{ ...option, until: option.until }] : [],
  )

/** Every day that the contract can end on, the first one first: each open option adds one. */
const possibleEnds = (reckoned: ReckonedContract): PossibleEnd[] => {
  if (reckoned.endsOn === undefined || reckoned.standing === 'ended') return []
  const open = openWithUntil(reckoned)
  const [next] = open
  const now: PossibleEnd = next
    ? { on: reckoned.endsOn, dependsOn: 'optionNotTaken', decideBy: next.decideBy }
    : { on: reckoned.endsOn, dependsOn: 'nothing' }
  return [now, ...open.map(({ until, decideBy }): PossibleEnd => ({ on: until, dependsOn: 'optionTaken', decideBy }))]
}

/** Whether the end can still be chosen on the day: an option that has passed its last day can no longer be taken up. */
const canStillBe = ({ dependsOn, decideBy }: PossibleEnd, today: string): boolean =>
  dependsOn !== 'optionTaken' || decideBy === undefined || decideBy >= today

/**
 * Each contract once, by the first day within the window that it can end on; the soonest first. What counts as kindred
 * is said by kindred-systems.ts.
 * @param except the organisation that asks: its own contracts are no others' to join.
 */
export const findJointPurchase = (
  systems: readonly MappedSystem[],
  wanted: WantedSystem,
  { window, today, except }: { window: PlanningWindow; today: string; except?: OrganisationId | undefined },
): JointPurchase => {
  const kindred = systems
    .filter(({ organisation, content }) => organisation !== except && content.status !== 'retired')
    .map((system) => ({ system, kinship: kinshipOf(system, wanted) }))
    .filter(({ kinship }) => kinship.length > 0)
  const kinshipById = new Map(kindred.map(({ system, kinship }) => [system.systemId, kinship]))
  const candidates = kindred.flatMap(({ system, kinship }) =>
    system.content.contracts.flatMap((contract, index): JointPurchaseCandidate[] => {
      const reckoned = reckonContract(contract, today)
      const end = possibleEnds(reckoned).find((one) => one.on >= window.from && one.on <= window.to && canStillBe(one, today))
      return end ? [{ system, index, contract, reckoned, end, kinship }] : []
    }),
  )
  return {
    candidates: candidates.toSorted(
      (a, b) => a.end.on.localeCompare(b.end.on) || a.system.systemId.localeCompare(b.system.systemId),
    ),
    callOffs: openCallOffs(
      kindred.map(({ system }) => system),
      today,
    ).map((one) => ({ ...one, kinship: kinshipById.get(one.system.systemId) ?? [] })),
  }
}
