import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { calendarDate, caseId, caseNumber, decisionRequestId, opinionId, organisationId, timestamp } from '#contracts/ids.ts'
import { gate, opinionUnit, outcome, phase, role, stopReason } from '#contracts/words.ts'
import { caseStatus } from '../domain/case-row.ts'
import { ageWorkingDays, isOverdue } from '../domain/standing.ts'
import type { Standing } from '../domain/standing.ts'
import type { GateDecision } from './portfolio-repository.ts'

/** A case as the board and the portfolio show it. */

const ballView = z.union([
  z.object({ with: z.literal('role'), role, organisation: organisationId }),
  z.object({ with: z.literal('person'), person: author }),
  z.object({
    with: z.literal('offices'),
    offices: z.array(z.string()),
    gate,
    requestId: decisionRequestId.optional(),
    dueOn: calendarDate.optional(),
  }),
  z.object({ with: z.literal('calendar'), wakeOn: calendarDate.optional() }),
  z.object({ with: z.literal('nobody') }),
])

export const rowView = z.object({
  caseId,
  caseNumber,
  title: z.string(),
  organisation: organisationId,
  phase,
  status: caseStatus,
  submittedAt: timestamp,
  phaseSince: timestamp,
  /** The day promised for the phase; while the case rests, the day it wakes. */
  dueOn: calendarDate,
  isOverdue: z.boolean(),
  ageWorkingDays: z.int(),
  ball: ballView,
  round: z.int().nonnegative(),
  openOpinions: z.array(z.object({ opinionId, unit: opinionUnit, dueOn: calendarDate })),
  assignee: author.optional(),
  stopReason: stopReason.optional(),
  nextFollowUpOn: calendarDate.optional(),
})

const passedGateView = z.object({
  gate,
  round: z.int().positive(),
  outcome,
  decidedAt: timestamp,
  decidedBy: author,
  reason: z.string(),
})

export const portfolioCaseView = rowView.extend({ passedGates: z.array(passedGateView) })

/** @param today the day in Sweden */
export const presentStanding = (standing: Standing, today: string) => {
  const { header, endedOn: _, ...rest } = standing
  const { submittedBy: __, ...shown } = header
  return { ...shown, ...rest, isOverdue: isOverdue(standing, today), ageWorkingDays: ageWorkingDays(standing, today) }
}

export const presentDecision = ({ gate: at, round, decision }: GateDecision): z.infer<typeof passedGateView> => ({
  gate: at,
  round,
  outcome: decision.ruling.outcome,
  decidedAt: decision.decidedAt,
  decidedBy: decision.decidedBy,
  reason: decision.ruling.reason,
})
