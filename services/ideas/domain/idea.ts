import * as z from 'zod'
import { caseId, caseNumber, calendarDate, organisationId, timestamp } from '#contracts/ids.ts'
import { phase, sender, stopReason } from '#contracts/words.ts'

/**
 * What somebody sent in, before and beside the case that it may become:
 * `submitted` → `accepted` | `merged` | `answered`. An idea and its case share their id.
 */
export const ideaStatuses = ['submitted', 'accepted', 'merged', 'answered'] as const
export const ideaStatus = z.enum(ideaStatuses)
export type IdeaStatus = z.infer<typeof ideaStatus>

/** How the case fares, as the submitter is told. */
export const progress = z.object({
  /** When the last news was; older news that arrives late changes nothing. */
  asOf: timestamp,
  phase,
  status: z.enum(['ongoing', 'onHold', 'stopped', 'completed']),
  stopped: z.object({ reason: stopReason, explanation: z.string() }).optional(),
})
export type Progress = z.infer<typeof progress>

export const idea = z.object({
  ideaId: caseId,
  status: ideaStatus,
  title: z.string(),
  description: z.string(),
  affected: z.string().optional(),
  sender,
  /** Where the sender thinks that the need is. */
  organisation: organisationId.optional(),
  /** So that triage can ask back. Never leaves this service. */
  contact: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
  submittedAt: timestamp,
  answerDueOn: calendarDate,
  /** SHA-256 of the secret word that the submitter follows the idea with. */
  receiptDigest: z.string(),
  caseNumber: caseNumber.optional(),
  mergedInto: caseId.optional(),
  answer: z.string().optional(),
  progress: progress.optional(),
})
export type Idea = z.infer<typeof idea>

export interface IdeaState {
  readonly idea: Idea
  readonly version: number
}
