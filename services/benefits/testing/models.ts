import type { OrganisationId } from '#contracts/ids.ts'
import type { Model, ModelLine, ThreePoint } from '../domain/calculation/model.ts'

/** Models for tests: a line for each sentence. */

export const certain = (value: number): ThreePoint => ({ low: value, likely: value, high: value })

export const organisation = (name: string): OrganisationId => name as OrganisationId // tests name their own

export const amountLine = (
  line: Partial<ModelLine> & Pick<ModelLine, 'id' | 'side'> & { readonly perYear: ThreePoint; readonly years: readonly number[] },
): ModelLine => {
  const { perYear, years, ...given } = line
  return {
    kind: 'financial',
    organisation: organisation('region'),
    drivers: [{ key: 'perYear', value: perYear, byYear: new Map() }],
    divisor: 1,
    activeShare: years,
    ...given,
  }
}

/** A line whose amount is given year by year, from year 0. */
export const flowLine = (id: string, side: ModelLine['side'], amounts: readonly number[]): ModelLine => ({
  id,
  side,
  kind: 'financial',
  organisation: organisation('region'),
  drivers: [{ key: 'amount', value: certain(0), byYear: new Map(amounts.map((amount, year) => [year, certain(amount)])) }],
  divisor: 1,
  activeShare: amounts.map(() => 1),
})

export const modelOf = (lines: readonly ModelLine[], settings: Partial<Model> = {}): Model => ({
  lines,
  curves: new Map(),
  discountRate: 0.03,
  horizonYears: Math.max(...lines.map(({ activeShare }) => activeShare.length)) - 1,
  distribution: 'triangular',
  correlations: [],
  seed: 1,
  draws: 1_000,
  ...settings,
})
