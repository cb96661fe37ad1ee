import * as z from 'zod'

/**
 * Money in hand, freed resources and qualitative benefits stand beside each other and are never added together: only the
 * first is money to spend, and the last is no money at all. Likely öre per year; the qualitative are counted.
 */
const sides = z.object({ benefits: z.int(), costs: z.int() })
export const sums = z.object({ financial: sides, redistributed: sides, qualitative: sides })
export type Sums = z.infer<typeof sums>

type Sides = z.infer<typeof sides>

const none: Sides = { benefits: 0, costs: 0 }
export const noSums: Sums = { financial: none, redistributed: none, qualitative: none }

const addSides = (one: Sides, other: Sides): Sides => ({
  benefits: one.benefits + other.benefits,
  costs: one.costs + other.costs,
})

export const addSums = (one: Sums = noSums, other: Sums = noSums): Sums => ({
  financial: addSides(one.financial, other.financial),
  redistributed: addSides(one.redistributed, other.redistributed),
  qualitative: addSides(one.qualitative, other.qualitative),
})
