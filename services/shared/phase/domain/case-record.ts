import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { decision } from '#contracts/decision.ts'
import type { InformationPackage } from '#contracts/dialogue.ts'
import type { Dossier } from '#contracts/dossier.ts'
import { calendarDate, decisionRequestId, digest, opinionId, timestamp } from '#contracts/ids.ts'
import { opinionAnswer, opinionUnit, phase, phaseStatus } from '#contracts/words.ts'

/** What one phase knows of one case: its place in the life cycle, and the record (ärendeakt). */

export const sectionState = z.object({
  version: z.int().positive(),
  status: z.enum(['draft', 'complete']),
  digest,
  savedAt: timestamp,
  savedBy: author,
})
export type SectionState = z.infer<typeof sectionState>

/** One version of a section, whole. */
export const savedSection = sectionState.extend({ content: z.unknown() })
export type SavedSection = z.infer<typeof savedSection>

export const opinion = z.object({
  id: opinionId,
  unit: opinionUnit,
  question: z.string(),
  requestedAt: timestamp,
  requestedBy: author,
  dueOn: calendarDate,
  answer: opinionAnswer.optional(),
  comment: z.string().optional(),
  answeredAt: timestamp.optional(),
  answeredBy: author.optional(),
  withdrawnAt: timestamp.optional(),
  withdrawnBecause: z.string().optional(),
})
export type Opinion = z.infer<typeof opinion>

export const pastDecision = z.object({ requestId: decisionRequestId, round: z.int().positive(), decision })

export const recordHead = z.object({
  case: caseHeader,
  phase,
  status: phaseStatus,
  receivedAt: timestamp,
  dueOn: calendarDate,
  assignee: author.optional(),
  opinions: z.array(opinion),
  /** The version that benefits last told of, completed or reopened: older news changes nothing. */
  assessmentHeardOf: z.int().positive().optional(),
  /** How many times a decision has been requested. */
  round: z.int().nonnegative(),
  pending: z.object({ requestId: decisionRequestId, round: z.int().positive(), requestedAt: timestamp, digest }).optional(),
  decisions: z.array(pastDecision),
  /** What the last `revise` named. */
  missing: z.array(z.string()),
  wakeOn: calendarDate.optional(),
})
export type RecordHead = z.infer<typeof recordHead>

export interface CaseRecord {
  readonly head: RecordHead
  /** Counted up by every change; 0 before the first is saved. */
  readonly version: number
  /** What the phases before have handed over. Nothing changes it. */
  readonly dossier: Dossier
  /** The phase's assessment as benefits last completed it; undefined before that, and while it is open again. */
  readonly assessment: AssessmentSnapshot | undefined
  /** The latest that the forum has told of; undefined while there has been no dialogue. */
  readonly informationPackage?: InformationPackage | undefined
  /** The latest version of each section that has been saved. */
  readonly sections: Readonly<Record<string, SavedSection>>
}

export const openOpinions = (head: RecordHead): Opinion[] =>
  head.opinions.filter(({ answer, withdrawnAt }) => answer === undefined && withdrawnAt === undefined)

export const standingOpinions = (head: RecordHead): Opinion[] =>
  head.opinions.filter(({ withdrawnAt }) => withdrawnAt === undefined)

/** Content of the sections that are complete, as criteria see them. */
export const completedContents = ({ sections }: CaseRecord): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(sections).flatMap(([key, { status, content }]) => (status === 'complete' ? [[key, content]] : [])),
  )
