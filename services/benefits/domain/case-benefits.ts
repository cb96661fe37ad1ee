import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { assessmentSnapshot } from '#contracts/assessment.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { calendarDate, decisionRequestId, timestamp } from '#contracts/ids.ts'
import { assessmentKind, assessmentKinds, phase } from '#contracts/words.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { benefitLine } from './benefit-line.ts'
import { calculationBasis } from './calculation/basis.ts'
import { effectChain } from './effect-chain.ts'
import type { BenefitLine } from './benefit-line.ts'

/** What benefits knows of one case: where its phase stands, its assessments, and how far each line has been measured. */

export const assessmentContent = z.object({
  summary: z.string(),
  noCostsReason: z.string().optional(),
  lines: z.array(benefitLine),
  chain: effectChain.optional(),
  /** What the calculation stands on; whole once the assessment has been marked complete. */
  basis: calculationBasis.optional(),
})
export type AssessmentContent = z.infer<typeof assessmentContent>

/** Written once and never changed: every save, completion and reopening makes a new one. */
export const assessmentVersion = z.object({
  kind: assessmentKind,
  version: z.int().positive(),
  status: z.enum(['draft', 'complete']),
  savedAt: timestamp,
  savedBy: author,
  content: assessmentContent,
  /** What the phase was told when the version was marked complete. */
  snapshot: assessmentSnapshot.optional(),
})
export type AssessmentVersion = z.infer<typeof assessmentVersion>

/**
 * Where the case's phase stands, as the phase itself tells. Assessments are written while it works; `closed` is
 * stopped or completed.
 */
export const standings = ['working', 'awaitingDecision', 'onHold', 'closed'] as const
export const standing = z.enum(standings)
export type Standing = z.infer<typeof standing>

export const measuredLine = z.object({
  count: z.int().positive(),
  /** By the day of measuring; of two on one day, the one recorded last. */
  latest: z.object({ value: z.number(), measuredOn: calendarDate }),
})
export type MeasuredLine = z.infer<typeof measuredLine>

export const caseHead = z.object({
  case: caseHeader,
  phase,
  standing,
  /** Closed because it was stopped, not because it was completed. */
  isStopped: z.boolean().optional(),
  /** When the phase said so; what it said earlier and comes later changes nothing. */
  standingSince: timestamp,
  /** The latest round of the phase's gate that is known here. */
  round: z.int().nonnegative(),
  /** Which version of the assessment that round's evidence holds; 0 when it holds none. */
  evidenceVersion: z.int().nonnegative(),
  measured: z.record(z.string(), measuredLine),
})
export type CaseHead = z.infer<typeof caseHead>

export const freezing = z.object({ requestId: decisionRequestId, frozenAt: timestamp })

export interface FrozenAssessment extends z.infer<typeof freezing> {
  readonly version: AssessmentVersion
}

export interface Assessment {
  readonly current: AssessmentVersion
  /** The version that a gate decides on or has decided on. The current one may be later: then it waits. */
  readonly frozen?: FrozenAssessment
}

export interface CaseBenefits {
  readonly head: CaseHead
  /** Counted up by every change. */
  readonly version: number
  readonly assessments: Readonly<Partial<Record<AssessmentKind, Assessment>>>
}

/** The version that stands: the frozen one where there is one. */
export const standingVersion = ({ current, frozen }: Assessment): AssessmentVersion => frozen?.version ?? current

/** The latest assessment that is frozen among those before `kind`: what a new one is proposed from and held against. */
export const frozenBefore = ({ assessments }: CaseBenefits, kind: AssessmentKind): AssessmentVersion | undefined =>
  assessmentKinds
    .slice(0, assessmentKinds.indexOf(kind))
    .toReversed()
    .map((earlier) => assessments[earlier]?.frozen?.version)
    .find((version) => version !== undefined)

/** The line as the latest assessment that has it states it; undefined when that one has removed it. */
export const lineInForce = ({ assessments }: CaseBenefits, lineId: string): BenefitLine | undefined => {
  const latest = assessmentKinds
    .toReversed()
    .flatMap((kind) => assessments[kind] ?? [])
    .map((assessment) => standingVersion(assessment).content.lines.find(({ id }) => id === lineId))
    .find((line) => line !== undefined)
  return latest?.isRemoved ? undefined : latest
}
