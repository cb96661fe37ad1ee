import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { benefitLineId, calendarDate } from '#contracts/ids.ts'
import type { BenefitLineId, CaseId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { baselineOf } from '../domain/benefit-line.ts'
import { lineInForce } from '../domain/case-benefits.ts'
import type { CaseBenefits } from '../domain/case-benefits.ts'
import { limits } from '../domain/limits.ts'
import { mayAssess } from '../domain/permissions.ts'
import { progressOf } from '../domain/progress.ts'
import { measurement, recordMeasurement } from '../domain/record-measurement.ts'
import type { Measurement } from '../domain/record-measurement.ts'
import type { BenefitsParts } from './benefits-parts.ts'
import { changeBenefits } from './change-benefits.ts'

export const measurementBody = z.strictObject({
  lineId: benefitLineId,
  measuredOn: calendarDate,
  value: z.number().min(-limits.measuredValue).max(limits.measuredValue),
  source: z.string().trim().min(1).max(limits.sourceCharacters),
  comment: z.string().trim().max(limits.commentCharacters).optional(),
})

/** A line that has been measured: where it began, where it was to go, and how far it has come. */
export const measuredLineView = z.object({
  lineId: benefitLineId,
  name: z.string(),
  measure: z.string(),
  unit: z.string().optional(),
  baseline: z.object({ value: z.number(), takenOn: calendarDate }).optional(),
  target: z.object({ value: z.number(), reachedOn: calendarDate.optional() }).optional(),
  measurements: z.int().positive(),
  latest: z.object({ value: z.number(), measuredOn: calendarDate }),
  progress: z.number().optional(),
})
type MeasuredLineView = z.infer<typeof measuredLineView>

export const measurementView = z.object({ measurement, line: measuredLineView })
export const measurementList = z.object({ measurements: z.array(measurement), lines: z.array(measuredLineView) })

/** Nothing for a line that has been removed since, or has lost its measure; its measurements are still kept. */
const presentLine = (record: CaseBenefits, lineId: string): MeasuredLineView | undefined => {
  const line = lineInForce(record, lineId)
  const measured = record.head.measured[lineId]
  if (!line?.measure || !measured) return undefined
  const { id, name, measure, unit, target } = line
  const baseline = baselineOf(line)
  const progress = progressOf(line, measured)
  return {
    lineId: id,
    name,
    measure,
    ...(unit !== undefined && { unit }),
    ...(baseline && { baseline }),
    ...(target?.value !== undefined && {
      target: { value: target.value, ...(target.reachedOn && { reachedOn: target.reachedOn }) },
    }),
    measurements: measured.count,
    latest: measured.latest,
    ...(progress !== undefined && { progress }),
  }
}

export interface RecordMeasurementCommand extends z.infer<typeof measurementBody> {
  readonly caseId: CaseId
  readonly actor: Actor
}

/** Keeps a measured value, and answers with it and with how far its line has come. */
export const createRecordMeasurement = (parts: BenefitsParts) => (command: RecordMeasurementCommand, context: Context) => {
  const { caseId, actor, lineId, measuredOn, value, source, comment } = command
  const taken: Measurement = {
    id: context.newId(),
    lineId,
    measuredOn,
    value,
    source,
    ...(comment && { comment }),
    recordedAt: context.now,
    recordedBy: authorOf(actor),
  }
  return changeBenefits(parts, caseId, context, {
    decide: (record) => mayAssess(actor, record, parts.county) ?? recordMeasurement(record, taken, context.now),
    present: (record) => ({ value: { measurement: taken, line: presentLine(record, lineId) } }),
    measurements: [taken],
  })
}

/** The case's measurements, line by line and oldest first, and how far each measured line has come. */
export const createListMeasurements =
  ({ repository }: BenefitsParts) =>
  async ({
    caseId,
    lineId,
    ...page
  }: {
    caseId: CaseId
    lineId?: BenefitLineId | undefined
    limit: number
    cursor?: string | undefined
  }) => {
    const record = await repository.find(caseId)
    if (!record) return refused('caseNotFound')
    const { measurements, cursor } = await repository.listMeasurements(caseId, lineId, page)
    const measuredIds = lineId === undefined ? Object.keys(record.head.measured) : [lineId]
    const lines = measuredIds.flatMap((id) => presentLine(record, id) ?? [])
    return { ...answer({ measurements, lines }), ...(cursor !== undefined && { cursor }) }
  }
