import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { author } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import { measurementRecorded } from '#contracts/events.ts'
import { benefitLineId, calendarDate, timestamp } from '#contracts/ids.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { BenefitsRefusalCode } from '../refusals.ts'
import { baselineOf } from './benefit-line.ts'
import { lineInForce } from './case-benefits.ts'
import type { CaseBenefits, MeasuredLine } from './case-benefits.ts'
import { limits } from './limits.ts'

/** Kept for good: a mistake is put right by a new measurement of the same day. */
export const measurement = z.object({
  id: z.uuid(),
  lineId: benefitLineId,
  measuredOn: calendarDate,
  value: z.number(),
  /** Who took it, or where: a system, a report, a survey. */
  source: z.string(),
  comment: z.string().optional(),
  recordedAt: timestamp,
  recordedBy: author,
})
export type Measurement = z.infer<typeof measurement>

const withMeasurement = (before: MeasuredLine | undefined, { value, measuredOn }: Measurement): MeasuredLine => ({
  count: (before?.count ?? 0) + 1,
  latest: before && before.latest.measuredOn > measuredOn ? before.latest : { value, measuredOn },
})

/**
 * Counts a measurement of a line that has a measure: taken on the baseline's day or later, and not after today.
 * At any time, also when the assessment is frozen or the case closed; benefit often comes late.
 */
export const recordMeasurement = (
  record: CaseBenefits,
  taken: Measurement,
  now: string,
): Transition<CaseBenefits, BenefitsRefusalCode> => {
  const { lineId, measuredOn, value } = taken
  const line = lineInForce(record, lineId)
  if (!line) return refused('lineNotFound')
  if (!line.measure) return refused('lineWithoutMeasure')
  if (measuredOn > dayOf(now)) return refused('measuredInFuture')
  const baseline = baselineOf(line)
  if (baseline && measuredOn < baseline.takenOn) return refused('measuredBeforeBaseline')
  const before = record.head.measured[lineId]
  if ((before?.count ?? 0) >= limits.measurementsPerLine) return refused('tooManyMeasurements')

  const measured = { ...record.head.measured, [lineId]: withMeasurement(before, taken) }
  return applied(
    { ...record, head: { ...record.head, measured }, version: record.version + 1 },
    fact(measurementRecorded, { lineId, measuredOn, value }),
  )
}
