import * as z from 'zod'
import { caseHeader } from '#contracts/case-header.ts'
import { decision } from '#contracts/decision.ts'
import { calendarDate, timestamp } from '#contracts/ids.ts'
import { gate } from '#contracts/words.ts'

/** What the console reads of the decisions made in a period. */
export const decisionList = z.object({
  decisions: z.array(
    z.object({
      requestId: z.string(),
      case: caseHeader,
      gate,
      round: z.number(),
      receivedAt: timestamp,
      dueOn: calendarDate,
      decision,
      workingDays: z.number(),
    }),
  ),
})
export type DecisionEntry = z.infer<typeof decisionList>['decisions'][number]
