/** Discounting (HM Treasury, The Green Book; the same as numpy-financial's npv): year t is divided by (1 + r)^t. */

export const discountFactor = (rate: number, year: number): number => (1 + rate) ** -year

/** Whole öre, halves away from zero: what is paid and what is gained is rounded alike. */
export const toOre = (amount: number): number => {
  const rounded = Math.sign(amount) * Math.round(Math.abs(amount))
  return rounded === 0 ? 0 : rounded
}

/** Each year's amount in today's value, in whole öre, so that sums over lines and organisations agree to the öre. */
export const discounted = (flow: readonly number[], rate: number): number[] =>
  flow.map((amount, year) => toOre(amount * discountFactor(rate, year)))

export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

export const cumulative = (flow: readonly number[]): number[] => {
  let total = 0
  return flow.map((amount) => (total += amount))
}

/**
 * Years until what has come in covers what has gone out and stays that way to the end, counted from the investment and
 * interpolated within the year; undefined when it does not within the horizon.
 */
export const paybackYears = (flow: readonly number[]): number | undefined => {
  const totals = cumulative(flow)
  const lastBelow = totals.findLastIndex((total) => total < 0)
  if (lastBelow === totals.length - 1) return undefined
  if (lastBelow === -1) return 0
  const missing = -(totals[lastBelow] ?? 0)
  return lastBelow + missing / (flow[lastBelow + 1] ?? missing)
}

/** The same amount each year 1 to n that has this present value: NPV x r / (1 - (1 + r)^-n). */
export const annuity = (presentValue: number, rate: number, years: number): number =>
  toOre(rate === 0 ? presentValue / years : (presentValue * rate) / (1 - (1 + rate) ** -years))
