import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { assessmentOf } from '#contracts/flow.ts'
import { benefitLineId, calendarDate, decisionRequestId, digest, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { assessmentKind, assessmentKinds } from '#contracts/words.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { activeLines, benefitLine } from '../domain/benefit-line.ts'
import type { BenefitLine } from '../domain/benefit-line.ts'
import { calculationBasis } from '../domain/calculation/basis.ts'
import { standingVersion } from '../domain/case-benefits.ts'
import type { AssessmentVersion, CaseBenefits } from '../domain/case-benefits.ts'
import { editableKind, whyLocked } from '../domain/editability.ts'
import { effectChain } from '../domain/effect-chain.ts'
import { progressOf } from '../domain/progress.ts'
import { proposeAssessment } from '../domain/propose-assessment.ts'
import { totals, totalsOf } from '../domain/totals.ts'
import { benefitsProblems } from '../refusals.ts'

/** Assessments as the API shows them. */

export const assessmentStatuses = ['empty', 'draft', 'complete', 'frozen'] as const

export const lineProgress = z.object({
  lineId: benefitLineId,
  measurements: z.int().positive(),
  latest: z.object({ value: z.number(), measuredOn: calendarDate }),
  /** 0 at the baseline, 1 at the target. Left out where baseline or target is missing. */
  progress: z.number().optional(),
})

const stamp = {
  savedAt: timestamp.optional(),
  savedBy: author.optional(),
  frozenFor: decisionRequestId.optional(),
  frozenAt: timestamp.optional(),
}

export const assessmentView = z.object({
  kind: assessmentKind,
  status: z.enum(assessmentStatuses),
  version: z.int().nonnegative(),
  summary: z.string(),
  noCostsReason: z.string().optional(),
  lines: z.array(benefitLine),
  chain: effectChain.optional(),
  basis: calculationBasis.optional(),
  totals,
  /** What has been measured, for the lines that have been. */
  progress: z.array(lineProgress),
  /** Why it cannot be written now; left out when it can. */
  lockedBecause: text.optional(),
  /** An empty assessment's lines are a proposal from this one. */
  proposedFrom: assessmentKind.optional(),
  /** A later version that was saved as the decision was requested, and waits for another round. */
  waitingVersion: z.int().positive().optional(),
  digest: digest.optional(),
  ...stamp,
})
export type AssessmentView = z.infer<typeof assessmentView>

const progressOfLines = (lines: readonly BenefitLine[], { head }: CaseBenefits): AssessmentView['progress'] =>
  activeLines(lines).flatMap((line) => {
    const measured = head.measured[line.id]
    if (!measured) return []
    const progress = progressOf(line, measured)
    return [
      { lineId: line.id, measurements: measured.count, latest: measured.latest, ...(progress !== undefined && { progress }) },
    ]
  })

const presentVersion = (
  { kind, version, status, savedAt, savedBy, content, snapshot }: AssessmentVersion,
  record: CaseBenefits,
): AssessmentView => ({
  kind,
  status,
  version,
  ...content,
  totals: totalsOf(content.lines),
  progress: progressOfLines(content.lines, record),
  savedAt,
  savedBy,
  ...(snapshot && { digest: snapshot.digest }),
})

/** The assessment as it stands: the frozen version where there is one, a proposal with version 0 where it is empty. */
export const presentAssessment = (record: CaseBenefits, kind: AssessmentKind): AssessmentView => {
  const locked = whyLocked(record, kind)
  const lock = locked && { lockedBecause: benefitsProblems[locked.code].title }
  const assessment = record.assessments[kind]
  if (!assessment) {
    const { from, ...content } = proposeAssessment(record, kind)
    return {
      kind,
      status: 'empty',
      version: 0,
      ...content,
      totals: totalsOf(content.lines),
      progress: progressOfLines(content.lines, record),
      ...lock,
      ...(from && { proposedFrom: from }),
    }
  }
  const { current, frozen } = assessment
  const shown = presentVersion(frozen?.version ?? current, record)
  return frozen
    ? {
        ...shown,
        status: 'frozen',
        frozenFor: frozen.requestId,
        frozenAt: frozen.frozenAt,
        ...lock,
        ...(current.version !== frozen.version.version && { waitingVersion: current.version }),
      }
    : { ...shown, ...lock }
}

/** An earlier version as it was saved. */
export const presentOldVersion = presentVersion

export const assessmentSummary = z.object({
  kind: assessmentKind,
  status: z.enum(assessmentStatuses),
  version: z.int().nonnegative(),
  /** How many lines count: removed ones do not. */
  lines: z.int().nonnegative(),
  totals,
  ...stamp,
})

const summarise = (record: CaseBenefits, kind: AssessmentKind): z.infer<typeof assessmentSummary> => {
  const assessment = record.assessments[kind]
  if (!assessment) return { kind, status: 'empty', version: 0, lines: 0, totals: totalsOf([]) }
  const { version, status, savedAt, savedBy, content } = standingVersion(assessment)
  const { frozen } = assessment
  return {
    kind,
    status: frozen ? 'frozen' : status,
    version,
    lines: activeLines(content.lines).length,
    totals: totalsOf(content.lines),
    savedAt,
    savedBy,
    ...(frozen && { frozenFor: frozen.requestId, frozenAt: frozen.frozenAt }),
  }
}

export const assessmentList = z.object({
  assessments: z.array(assessmentSummary),
  /** The one that can be written now. */
  isEditable: assessmentKind.nullable(),
  /** The one that the case's phase asks for, whether it can be written or not. */
  inTurn: assessmentKind.nullable(),
})

export const presentAssessments = (record: CaseBenefits): z.infer<typeof assessmentList> => ({
  assessments: assessmentKinds.map((kind) => summarise(record, kind)),
  isEditable: editableKind(record) ?? null,
  inTurn: assessmentOf[record.head.phase] ?? null,
})
