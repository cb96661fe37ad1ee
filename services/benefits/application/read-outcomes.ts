import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { benefitLineId, calendarDate } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { assessmentKind, assessmentKinds } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { estimateOf } from '../domain/benefit-line.ts'
import type { BenefitLine } from '../domain/benefit-line.ts'
import { lineInForce, standingVersion } from '../domain/case-benefits.ts'
import type { AssessmentVersion, CaseBenefits, MeasuredLine } from '../domain/case-benefits.ts'
import { expectedOn, expectedPathOf, expectedShapes } from '../domain/expected-outcome.ts'
import type { ExpectedPath, LineUsage } from '../domain/expected-outcome.ts'
import { outcomeStatuses, outcomeStatusOf } from '../domain/outcome.ts'
import { progressOf } from '../domain/progress.ts'
import { readReckoning } from '../domain/reckon.ts'
import type { Reckoning } from '../domain/reckon.ts'
import type { Measurement } from '../domain/record-measurement.ts'
import type { BenefitsParts } from './benefits-parts.ts'
import type { BenefitsRepository } from './benefits-repository.ts'

const outcomeView = z.object({
  lineId: benefitLineId,
  name: z.string(),
  side: z.enum(['benefit', 'cost']),
  measure: z.string(),
  unit: z.string().optional(),
  owner: z.string().optional(),
  baseline: z.object({ value: z.number(), takenOn: calendarDate }).optional(),
  /** When the baseline is to be taken, where it has not been. */
  baselinePlannedBy: calendarDate.optional(),
  target: z.object({ value: z.number(), reachedOn: calendarDate.optional() }).optional(),
  status: z.enum(outcomeStatuses),
  /** 0 at the baseline, 1 at the target. */
  progress: z.number().optional(),
  /** What was promised before the outcome was known: the latest of NV1-NV3 that states the line. */
  promisedIn: assessmentKind,
  /** Left out where baseline, target or its day is missing. */
  expected: z
    .object({
      shape: z.enum(expectedShapes),
      points: z.array(z.object({ on: calendarDate, low: z.number(), likely: z.number(), high: z.number() })),
    })
    .optional(),
  /** The latest measurement, and what was expected of that day. */
  latest: z
    .object({
      value: z.number(),
      measuredOn: calendarDate,
      expected: z.object({ low: z.number(), likely: z.number(), high: z.number() }).optional(),
    })
    .optional(),
  /** One for each day; of several, the one recorded last. */
  measurements: z.array(z.object({ measuredOn: calendarDate, value: z.number() })),
})
type OutcomeView = z.infer<typeof outcomeView>

export const outcomeList = z.object({ outcomes: z.array(outcomeView) })

interface Promised {
  readonly version: AssessmentVersion
  readonly line: BenefitLine
}

/** NV4 is the outcome; a promise is what was said before it. */
const promiseOf = ({ assessments }: CaseBenefits, lineId: string): Promised | undefined => {
  const written = assessmentKinds.flatMap((kind) => {
    const assessment = assessments[kind]
    return assessment ? [standingVersion(assessment)] : []
  })
  const stating = written.flatMap((version) => {
    const line = version.content.lines.find(({ id, isRemoved }) => id === lineId && isRemoved !== true)
    return line ? [{ version, line }] : []
  })
  return stating.findLast(({ version }) => version.kind !== 'NV4') ?? stating.at(-1)
}

/** Of a line that is reckoned by use, in either direction; not of one that runs until so many use the service. */
const usageOf = ({ basis, read: { model } }: Reckoning, lineId: string): LineUsage | undefined => {
  const usage = model.lines.find(({ id }) => id === lineId)?.usage
  const shares = usage && usage.effect !== 'until' ? model.curves.get(usage.curve) : undefined
  return shares && { investmentStartsOn: basis.investmentStartsOn, shares }
}

const measuredIds = ({ assessments }: CaseBenefits): string[] => [
  ...new Set(
    assessmentKinds
      .flatMap((kind) => assessments[kind] ?? [])
      .flatMap((one) => standingVersion(one).content.lines.map(({ id }) => id)),
  ),
]

const pageSize = 500

/** Everything that has been measured, by line and then by day. */
const readPoints = async (
  { listMeasurements }: BenefitsRepository,
  caseId: CaseId,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Measurement>>> => {
  const points = new Map<string, Map<string, Measurement>>()
  let cursor: string | undefined
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next begins
    const page = await listMeasurements(caseId, undefined, { limit: pageSize, cursor })
    for (const measurement of page.measurements) {
      const { lineId, measuredOn, recordedAt } = measurement
      const ofLine = points.get(lineId) ?? new Map<string, Measurement>()
      const known = ofLine.get(measuredOn)
      if (!known || known.recordedAt <= recordedAt) ofLine.set(measuredOn, measurement)
      points.set(lineId, ofLine)
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return points
}

const withExpected = (
  { value, measuredOn }: MeasuredLine['latest'],
  path: ExpectedPath | undefined,
): NonNullable<OutcomeView['latest']> => {
  const expected = path && expectedOn(path, measuredOn)
  return { value, measuredOn, ...(expected && { expected: { ...expected } }) }
}

/** Every line that has a measure: what was promised, what is expected when, what has been measured, and how it goes. */
export const createReadOutcomes =
  ({ repository, county }: BenefitsParts) =>
  async ({ caseId }: { caseId: CaseId }, now: string) => {
    const record = await repository.find(caseId)
    if (!record) return refused('caseNotFound')
    const points = await readPoints(repository, caseId)
    const today = dayOf(now)
    const reckonings = new Map<AssessmentVersion, Reckoning>()
    const reckoningOf = (version: AssessmentVersion): Reckoning => {
      const known = reckonings.get(version) ?? readReckoning(version.content, version.kind, county.benefitParameters, today)
      reckonings.set(version, known)
      return known
    }
    const outcomes = measuredIds(record).flatMap((id): OutcomeView[] => {
      const inForce = lineInForce(record, id)
      const promised = promiseOf(record, id)
      if (!inForce?.measure || !promised) return []
      const { name, side, measure, unit, owner, baselinePlan } = inForce
      // The baseline may have been taken, and the measure been named, after the promise.
      const line: BenefitLine = {
        ...promised.line,
        baseline: promised.line.baseline ?? inForce.baseline,
        target: promised.line.target ?? inForce.target,
      }
      const { baseline, target } = line
      const usage = usageOf(reckoningOf(promised.version), id)
      const path = expectedPathOf(line, { usage, perYear: estimateOf(line) })
      const measured = record.head.measured[id]
      const progress = progressOf(line, measured)
      return [
        {
          lineId: inForce.id,
          name,
          side,
          measure,
          ...(unit !== undefined && { unit }),
          ...(owner !== undefined && { owner }),
          ...(baseline?.value !== undefined &&
            baseline.takenOn !== undefined && { baseline: { value: baseline.value, takenOn: baseline.takenOn } }),
          ...(baselinePlan?.by !== undefined && { baselinePlannedBy: baselinePlan.by }),
          ...(target?.value !== undefined && {
            target: { value: target.value, ...(target.reachedOn && { reachedOn: target.reachedOn }) },
          }),
          status: outcomeStatusOf(line, measured, path, today),
          ...(progress !== undefined && { progress }),
          promisedIn: promised.version.kind,
          ...(path && { expected: { shape: path.shape, points: path.points.map((point) => ({ ...point })) } }),
          ...(measured && { latest: withExpected(measured.latest, path) }),
          measurements: [...(points.get(id)?.values() ?? [])]
            .map(({ measuredOn, value }) => ({ measuredOn, value }))
            .toSorted((a, b) => a.measuredOn.localeCompare(b.measuredOn)),
        },
      ]
    })
    return answer({ outcomes })
  }
