import * as z from 'zod'
import { calendarDate } from '../../services/shared/contracts/ids.ts'
import { text } from '../../services/shared/contracts/language.ts'
import { assessmentKind } from '../../services/shared/contracts/words.ts'

/**
 * What benefit calculations reckon with and nobody should have to type: rates, prices, index, horizon. Every row is
 * dated and says where it comes from. A row is never changed: a new one is added with a later day, so that a
 * calculation that names the rows it used can be repeated to the öre.
 */

const key = z.string().regex(/^[a-z][a-zA-Z0-9-]{1,60}$/)

const row = {
  /** Names this very row, for example `nurse-2026`. */
  id: key,
  validFrom: calendarDate,
  /** The last day; absent while nothing has replaced it. */
  validTo: calendarDate.optional(),
  source: z.string().min(1).max(300),
  /** Not decided by the county: to be replaced before use. */
  isExample: z.boolean().optional(),
}

/** Shares: 0.03 is three per cent. */
const share = z.number().min(0).max(1)

export const discountRate = z.strictObject({ ...row, rate: share })
export const horizon = z.strictObject({ ...row, years: z.int().min(1).max(30) })

/** An hour's cost for the employer, in the price level of `priceYear`. */
export const staffRate = z.strictObject({
  ...row,
  role: key,
  name: text,
  orePerHour: z.int().positive(),
  priceYear: z.int().min(2000).max(2100),
})

/** What one of something costs, in the price level of `priceYear`. */
export const unitPrice = z.strictObject({
  ...row,
  item: key,
  name: text,
  ore: z.int().positive(),
  priceYear: z.int().min(2000).max(2100),
})

/** A price index: yearly means, by year. */
export const priceIndex = z.strictObject({
  ...row,
  name: z.string(),
  values: z.record(z.string().regex(/^\d{4}$/), z.number().positive()),
})

const bounds = z.strictObject({ upper: z.number().min(0).max(5), lower: z.number().min(0).max(5) })

/** HM Treasury, Supplementary Green Book Guidance: Optimism Bias: upper x (1 - mitigated share), at least lower. */
export const optimismBias = z.strictObject({
  ...row,
  costs: bounds,
  benefits: bounds,
  /** How much of the risks has been dealt with at each assessment. */
  mitigatedShare: z.record(assessmentKind, share),
})

/** Below this share of use a service usually costs more than it gives. */
export const usageWarning = z.strictObject({ ...row, below: share })

export const benefitParameters = z.strictObject({
  discountRates: z.array(discountRate).min(1),
  horizons: z.array(horizon).min(1),
  staffRates: z.array(staffRate),
  unitPrices: z.array(unitPrice),
  priceIndexes: z.array(priceIndex),
  optimismBias: z.array(optimismBias),
  usageWarnings: z.array(usageWarning),
})
export type BenefitParameters = z.infer<typeof benefitParameters>
