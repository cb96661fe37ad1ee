import type { ThreePoint } from './model.ts'

/** Inverse distribution functions: the figure that the share `u` of all draws lies below. */
export type Quantile = (value: ThreePoint, u: number) => number

/** Triangular: density rises straight from low to likely and falls straight to high. */
export const triangular: Quantile = ({ low, likely, high }, u) => {
  const width = high - low
  if (width <= 0) return likely
  const peak = (likely - low) / width
  return u < peak ? low + Math.sqrt(u * width * (likely - low)) : high - Math.sqrt((1 - u) * width * (high - likely))
}

/** Weight of the likely figure in PERT (Malcolm, Roseboom, Clark and Fazar 1959): mean (a + 4m + b) / 6. */
const pertWeight = 4
const gridSteps = 2_048
const quantileSteps = 1_024

/** Quantiles of the beta distribution that PERT is, on 0 to 1, in even steps; by the trapezoidal rule. */
const pertQuantiles = (peak: number): Float64Array => {
  const alpha = 1 + pertWeight * peak
  const beta = 1 + pertWeight * (1 - peak)
  const density = (x: number): number => x ** (alpha - 1) * (1 - x) ** (beta - 1)
  const distribution = new Float64Array(gridSteps + 1)
  for (let step = 1; step <= gridSteps; step += 1)
    distribution[step] =
      (distribution[step - 1] ?? 0) + (density((step - 1) / gridSteps) + density(step / gridSteps)) / (2 * gridSteps)
  const whole = distribution[gridSteps] ?? 1
  const quantiles = new Float64Array(quantileSteps + 1)
  quantiles[quantileSteps] = 1
  let step = 1
  for (let index = 1; index < quantileSteps; index += 1) {
    const wanted = (index / quantileSteps) * whole
    while ((distribution[step] ?? whole) < wanted) step += 1
    const below = distribution[step - 1] ?? 0
    const above = distribution[step] ?? whole
    quantiles[index] = (step - 1 + (wanted - below) / (above - below)) / gridSteps
  }
  return quantiles
}

/** PERT, with its quantiles reckoned once for each place of the peak. */
export const createPert = (): Quantile => {
  const known = new Map<number, Float64Array>()
  return ({ low, likely, high }, u) => {
    const width = high - low
    if (width <= 0) return likely
    const peak = (likely - low) / width
    const quantiles = known.get(peak) ?? pertQuantiles(peak)
    known.set(peak, quantiles)
    const place = u * quantileSteps
    const step = Math.min(Math.floor(place), quantileSteps - 1)
    const from = quantiles[step] ?? 0
    const to = quantiles[step + 1] ?? 1
    return low + width * (from + (to - from) * (place - step))
  }
}

/** The standard normal distribution function (Abramowitz and Stegun 26.2.17, error below 7.5e-8). */
export const normalDistribution = (z: number): number => {
  const x = Math.abs(z)
  const t = 1 / (1 + 0.231_641_9 * x)
  const series = t * (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
  const tail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * series
  return z < 0 ? tail : 1 - tail
}

/** The quantile of sorted figures, interpolated between the two nearest (Hyndman and Fan 1996, type 7). */
export const quantileOf = (sorted: Float64Array, share: number): number => {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const from = sorted[below] ?? 0
  const to = sorted[Math.min(below + 1, sorted.length - 1)] ?? from
  return from + (to - from) * (place - below)
}
