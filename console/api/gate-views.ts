import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { decision } from '#contracts/decision.ts'
import { evidence } from '#contracts/evidence.ts'
import { calendarDate, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { gate, phase } from '#contracts/words.ts'

/** What the console reads of the gates. */

export const requestStatuses = ['received', 'open', 'answered', 'decided', 'expired'] as const

export const requestList = z.object({
  requests: z.array(
    z.object({
      requestId: z.string(),
      case: caseHeader,
      phase,
      gate,
      round: z.number(),
      status: z.enum(requestStatuses),
      isGoPossible: z.boolean(),
      dueOn: calendarDate,
      expiresAt: timestamp.optional(),
      offices: z.array(z.string()),
    }),
  ),
})
export type RequestRow = z.infer<typeof requestList>['requests'][number]

export const requestView = z.object({
  requestId: z.string(),
  case: caseHeader,
  phase,
  gate,
  round: z.number(),
  status: z.enum(requestStatuses),
  evidence,
  digest: z.string(),
  unmet: z.array(z.string()),
  isGoPossible: z.boolean(),
  rights: z.array(z.object({ rule: z.string(), office: z.string() })),
  mayDecide: z.boolean(),
  whyNot: text.optional(),
  dueOn: calendarDate,
  expiresAt: timestamp.optional(),
  reminders: z.number(),
  conflicts: z.array(z.object({ person: author, reason: z.string(), declaredAt: timestamp })),
  decision: decision.optional(),
  version: z.number(),
})
export type RequestView = z.infer<typeof requestView>
