import * as z from 'zod'
import { calendarDate, caseId, caseNumber, organisationId, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { phase, phaseStatus, sender } from '#contracts/words.ts'

/** What the console reads of ideas before they are cases, and of the ranking. */

export const ideaStatuses = ['submitted', 'accepted', 'merged', 'answered'] as const
const ideaStatus = z.enum(ideaStatuses)
export type IdeaStatus = z.infer<typeof ideaStatus>

export const submissionReceipt = z.object({ ideaId: caseId, receipt: z.string(), answerDueOn: calendarDate })

export const followedIdea = z.object({
  title: z.string(),
  submittedAt: timestamp,
  answerDueOn: calendarDate,
  status: ideaStatus,
  answer: z.string().optional(),
  case: z
    .object({
      caseNumber,
      phase,
      status: z.enum(['ongoing', 'onHold', 'stopped', 'completed']),
      stopped: z.object({ reason: text, explanation: z.string() }).optional(),
    })
    .optional(),
})
export type FollowedIdea = z.infer<typeof followedIdea>

const submission = {
  ideaId: caseId,
  title: z.string(),
  sender,
  submittedAt: timestamp,
  answerDueOn: calendarDate,
  status: ideaStatus,
  organisation: organisationId.optional(),
}

export const submissionList = z.object({ submissions: z.array(z.object(submission)) })

export const submissionView = z.object({
  ...submission,
  description: z.string(),
  affected: z.string().optional(),
  contact: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
  similar: z.array(
    z.object({ ideaId: caseId, title: z.string(), likeness: z.number(), caseNumber: caseNumber.optional(), status: ideaStatus }),
  ),
  caseNumber: caseNumber.optional(),
  answer: z.string().optional(),
  mergedInto: caseId.optional(),
})
export type SubmissionView = z.infer<typeof submissionView>

export const acceptance = z.object({ caseId, caseNumber })

export const priorities = z.object({
  cases: z.array(
    z.object({
      caseId,
      caseNumber,
      title: z.string(),
      organisation: organisationId,
      status: phaseStatus,
      score: z.number(),
      rank: z.number(),
    }),
  ),
})
