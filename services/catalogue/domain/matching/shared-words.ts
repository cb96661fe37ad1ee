import type { CareStep, TargetGroup } from '#contracts/market.ts'

/** Whom `allResidents` means: everybody but those who work there. */
const isResident = (group: TargetGroup): boolean => group !== 'staff' && group !== 'allResidents'

/** Who is for everybody is for these too, but was not made for them. */
const forEverybody = 0.6
/** Nothing has been said: neither for nor against. */
const unsaid = 0.4

/** How far two lists are the same, 0-1: the Dice coefficient. To tick everything gains nothing. */
const dice = <T>(one: readonly T[], other: readonly T[]): number =>
  (2 * one.filter((item) => other.includes(item)).length) / (one.length + other.length)

/** How well a product's target groups are those of the need, 0-1. */
export const targetGroupFit = (needed: readonly TargetGroup[], offered: readonly TargetGroup[]): number => {
  if (offered.length === 0) return unsaid
  const isForEverybody = offered.includes('allResidents') && needed.some(isResident)
  return Math.max(dice(needed, offered), isForEverybody ? forEverybody : 0)
}

/** How well the steps of care that a product serves are those of the need, 0-1. */
export const careStepFit = (needed: readonly CareStep[], offered: readonly CareStep[]): number =>
  offered.length === 0 ? unsaid : dice(needed, offered)

/** What both name, in the need's order. */
export const namedByBoth = <T>(needed: readonly T[], offered: readonly T[]): readonly T[] =>
  needed.filter((item) => offered.includes(item))
