import type { Dossier } from '#contracts/dossier.ts'

export interface RolloutFacts {
  readonly plan: {
    readonly units: readonly { readonly name: string; readonly usersExpected: number }[]
    readonly usageGoalPercent: number
  }
  readonly goLive: { readonly units: readonly { readonly unit: string; readonly startedOn: string }[] }
  readonly systemOwner: string
}

/**
 * What follow-up needs of a finished rollout: the units in the order of the plan, and the day on which the last
 * of them began.
 */
export const rolledOut = ({ plan, goLive, systemOwner }: RolloutFacts): NonNullable<Dossier['rollout']> => ({
  units: plan.units.flatMap(({ name, usersExpected }) =>
    goLive.units.filter((row) => row.unit === name).map(({ startedOn }) => ({ name, startedOn, usersExpected })),
  ),
  systemOwner,
  usageGoalPercent: plan.usageGoalPercent,
  goLiveCompletedOn: goLive.units.reduce((latest, { startedOn }) => (startedOn > latest ? startedOn : latest), ''),
})
