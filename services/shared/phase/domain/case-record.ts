import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { assessmentSnapshot } from '#contracts/assessment.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { decision } from '#contracts/decision.ts'
import { dossier } from '#contracts/dossier.ts'
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
  dossier,
  assignee: author.optional(),
  sections: z.record(z.string(), sectionState),
  opinions: z.array(opinion),
  assessment: assessmentSnapshot.optional(),
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
  /** The latest content of each section that has been saved. */
  readonly contents: Readonly<Record<string, unknown>>
}

export const openOpinions = (head: RecordHead): Opinion[] =>
  head.opinions.filter(({ answer, withdrawnAt }) => answer === undefined && withdrawnAt === undefined)

export const standingOpinions = (head: RecordHead): Opinion[] =>
  head.opinions.filter(({ withdrawnAt }) => withdrawnAt === undefined)

/** Content of the sections that are complete, as criteria see them. */
export const completedContents = ({ head, contents }: CaseRecord): Record<string, unknown> =>
  Object.fromEntries(Object.entries(contents).filter(([key]) => head.sections[key]?.status === 'complete'))
