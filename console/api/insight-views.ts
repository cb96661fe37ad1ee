import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { calendarDate, caseId, caseNumber, organisationId, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { gate, opinionUnit, outcome, phase, stopReason } from '#contracts/words.ts'
import { ball } from './case-views.ts'

/** What the console reads of the portfolio, the timeline and the journal. */

export const caseStatuses = ['received', 'inProgress', 'awaitingDecision', 'onHold', 'closed', 'completed'] as const
export const caseStatus = z.enum(caseStatuses)
export type CaseStatus = z.infer<typeof caseStatus>

export const caseRow = z.object({
  caseId,
  caseNumber,
  title: z.string(),
  organisation: organisationId,
  phase,
  status: caseStatus,
  submittedAt: timestamp,
  phaseSince: timestamp,
  dueOn: calendarDate,
  isOverdue: z.boolean(),
  ageWorkingDays: z.number(),
  ball,
  round: z.number(),
  assignee: author.optional(),
  stopReason: stopReason.optional(),
  nextFollowUpOn: calendarDate.optional(),
})
export type CaseRow = z.infer<typeof caseRow>

export const board = z.object({
  phases: z.array(z.object({ phase, total: z.number(), overdue: z.number(), cases: z.array(caseRow) })),
})
export type Board = z.infer<typeof board>

export const caseList = z.object({ cases: z.array(caseRow) })

export const caseOverview = caseRow.extend({
  passedGates: z.array(
    z.object({ gate, round: z.number(), outcome, decidedAt: timestamp, decidedBy: author, reason: z.string() }),
  ),
})
export type CaseOverview = z.infer<typeof caseOverview>

export const timeline = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      time: timestamp,
      type: z.string(),
      name: text,
      actor: author,
      phase: phase.optional(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type TimelineEvent = z.infer<typeof timeline>['events'][number]

export const journal = z.object({
  entries: z.array(
    z.object({
      sequence: z.number(),
      hash: z.string(),
      previousHash: z.string(),
      recordedAt: timestamp,
      // Kept as it came, so only what every event has is counted on.
      event: z.looseObject({ type: z.string(), time: timestamp.optional(), actor: author.optional() }),
    }),
  ),
})

export const journalVerification = z.object({
  isIntact: z.boolean(),
  entries: z.number(),
  head: z.string(),
  brokenAt: z.object({ sequence: z.number(), why: text }).optional(),
})

export const tasks = z.object({
  tasks: z.array(
    z.object({
      kind: z.string(),
      caseId,
      caseNumber: caseNumber.optional(),
      title: z.string(),
      organisation: organisationId.optional(),
      phase,
      gate: gate.optional(),
      requestId: z.string().optional(),
      opinionId: z.string().optional(),
      unit: opinionUnit.optional(),
      dueOn: calendarDate,
      isOverdue: z.boolean(),
    }),
  ),
  hasMore: z.boolean(),
})
export type Task = z.infer<typeof tasks>['tasks'][number]
