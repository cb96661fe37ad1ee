import * as z from 'zod'
import { caseHeader } from '#contracts/case-header.ts'
import { benefitLineId, calendarDate, organisationId } from '#contracts/ids.ts'
import { assessmentKind, assessmentKinds, phase, phases } from '#contracts/words.ts'
import { activeLines, baselineOf, estimateOf, isActive } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import { lineInForce, standing, standingVersion } from './case-benefits.ts'
import type { AssessmentVersion, CaseBenefits } from './case-benefits.ts'
import { nextMeasurement, plannedKinds } from './measurement-plan.ts'
import { isMeasured, progressOf } from './progress.ts'
import { addSums, noSums, sums } from './portfolio-sums.ts'
import type { Sums } from './portfolio-sums.ts'

/**
 * A case as the lists over all cases show it: what it promises whom, what of that has been decided and has come true, and
 * what is to be measured. Follows from the case alone, and is kept beside it in the same transaction.
 */

export const plannedMeasure = z.object({
  lineId: benefitLineId,
  name: z.string(),
  side: z.enum(['benefit', 'cost']),
  organisation: organisationId.optional(),
  measure: z.string(),
  unit: z.string().optional(),
  /** Who answers for the benefit. */
  owner: z.string().optional(),
  kind: z.enum(plannedKinds),
  dueOn: calendarDate,
  baseline: z.object({ value: z.number(), takenOn: calendarDate }).optional(),
  target: z.object({ value: z.number(), reachedOn: calendarDate.optional() }).optional(),
  latest: z.object({ value: z.number(), measuredOn: calendarDate }).optional(),
})
export type PlannedMeasure = z.infer<typeof plannedMeasure>

/** By the organisation that gains or bears: likely öre per year, and how many qualitative lines. */
export const organisationShare = z.object({
  organisation: organisationId,
  /** In the assessment that the case stands on. */
  promised: sums,
  /** What of it BP4 has let pass: there every benefit is vouched for, wholly or in part, or `go` is refused. */
  decided: sums,
  /** What of it has baseline, target and a measurement of a service in use, so that its outcome is known. */
  followed: sums,
  /** The share of the way from baseline to target that the latest measurement has come, times what was promised. */
  realised: sums,
})
export type OrganisationShare = z.infer<typeof organisationShare>

export const benefitOutlook = z.object({
  case: caseHeader,
  phase,
  standing,
  isStopped: z.boolean(),
  /** The latest frozen assessment before the follow-up. */
  promisedIn: assessmentKind.optional(),
  shares: z.array(organisationShare),
  /** The most urgent first. */
  measures: z.array(plannedMeasure),
})
export type BenefitOutlook = z.infer<typeof benefitOutlook>

const isPast = (one: z.infer<typeof phase>, other: z.infer<typeof phase>): boolean => phases.indexOf(one) > phases.indexOf(other)

/** NV4 tells what came true, and so promises nothing. */
const promisingKinds = assessmentKinds.filter((kind) => kind !== 'NV4')

const promiseOf = ({ assessments }: CaseBenefits): AssessmentVersion | undefined =>
  promisingKinds
    .toReversed()
    .map((kind) => assessments[kind]?.frozen?.version)
    .find((version) => version !== undefined)

/** Outside followup a case is closed by being stopped; there it may have been completed. */
const wasStopped = ({ head }: CaseBenefits): boolean =>
  head.standing === 'closed' && (head.isStopped === true || head.phase !== 'followup')

/** One line's part in one of the sums: an amount a year, or one qualitative line. */
const sumsOf = ({ kind, side }: BenefitLine, amounts: { readonly ore: number; readonly lines: number }): Sums => {
  if (kind === undefined) return noSums
  const amount = kind === 'qualitative' ? amounts.lines : amounts.ore
  return { ...noSums, [kind]: { benefits: side === 'benefit' ? amount : 0, costs: side === 'cost' ? amount : 0 } }
}

const shareOf = (promised: BenefitLine, record: CaseBenefits): Omit<OrganisationShare, 'organisation'> => {
  const { head } = record
  const ore = estimateOf(promised)?.likely ?? 0
  const whole = sumsOf(promised, { ore, lines: 1 })
  const inForce = lineInForce(record, promised.id)
  // A planned baseline is taken later; the target stays the one that was promised.
  const taken = baselineOf(promised) ?? (inForce && baselineOf(inForce))
  const measured = head.measured[promised.id]
  const held: BenefitLine = { ...promised, baseline: taken, target: promised.target ?? inForce?.target }
  const progress = isPast(head.phase, 'validation') && isMeasured(held, measured) ? progressOf(held, measured) : undefined
  return {
    promised: whole,
    decided: isPast(head.phase, 'procurement') ? whole : noSums,
    followed: progress === undefined ? noSums : whole,
    realised:
      progress === undefined ? noSums : sumsOf(promised, { ore: Math.round(progress * ore), lines: progress >= 1 ? 1 : 0 }),
  }
}

const sharesOf = (record: CaseBenefits, promise: AssessmentVersion | undefined): OrganisationShare[] => {
  const shares = new Map<string, OrganisationShare>()
  for (const line of activeLines(promise?.content.lines ?? [])) {
    if (line.organisation === undefined) continue
    const { organisation } = line
    const more = shareOf(line, record)
    const before = shares.get(organisation)
    shares.set(organisation, {
      organisation,
      promised: addSums(before?.promised, more.promised),
      decided: addSums(before?.decided, more.decided),
      followed: addSums(before?.followed, more.followed),
      realised: addSums(before?.realised, more.realised),
    })
  }
  return [...shares.values()]
}

/** Each line as the latest assessment that has it states it, with that assessment's basis. */
const linesInForce = (record: CaseBenefits): { line: BenefitLine; basis: AssessmentVersion['content']['basis'] }[] => {
  const found = new Map<string, { line: BenefitLine; basis: AssessmentVersion['content']['basis'] }>()
  for (const kind of assessmentKinds) {
    const assessment = record.assessments[kind]
    if (!assessment) continue
    const { lines, basis } = standingVersion(assessment).content
    for (const line of lines) found.set(line.id, { line, basis })
  }
  return [...found.values()].filter(({ line }) => isActive(line))
}

/** What is to be measured of a case, the most urgent first; nothing while it rests, and once it has been stopped. */
export const plannedMeasuresOf = (record: CaseBenefits): PlannedMeasure[] => {
  const { head } = record
  const isUnderWay = head.standing !== 'onHold' && !wasStopped(record)
  return linesInForce(record)
    .flatMap(({ line, basis }): PlannedMeasure[] => {
      const measured = head.measured[line.id]
      const next = nextMeasurement(line, measured, { phase: head.phase, isUnderWay, basis })
      if (!next || line.measure === undefined) return []
      const { id, name, side, organisation, measure, unit, owner, target } = line
      const baseline = baselineOf(line)
      return [
        {
          lineId: id,
          name,
          side,
          ...(organisation && { organisation }),
          measure,
          ...(unit && { unit }),
          ...(owner && { owner }),
          ...next,
          ...(baseline && { baseline }),
          ...(target?.value !== undefined && {
            target: { value: target.value, ...(target.reachedOn && { reachedOn: target.reachedOn }) },
          }),
          ...(measured && { latest: measured.latest }),
        },
      ]
    })
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.name.localeCompare(b.name, 'sv'))
}

export const outlookOf = (record: CaseBenefits): BenefitOutlook => {
  const { head } = record
  const promise = promiseOf(record)
  return {
    case: head.case,
    phase: head.phase,
    standing: head.standing,
    isStopped: wasStopped(record),
    ...(promise && { promisedIn: promise.kind }),
    shares: sharesOf(record, promise),
    measures: plannedMeasuresOf(record),
  }
}
