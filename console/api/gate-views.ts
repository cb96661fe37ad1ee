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
      receivedAt: timestamp,
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
  /** A value that nobody has given is absent; it is not nought. */
  evidence: evidence.extend({ value: evidence.shape.value.optional() }),
  digest: z.string(),
  unmet: z.array(z.string()),
  isGoPossible: z.boolean(),
  /** Where a line does not say in which organisations its offices are, it means the case's own. */
  rights: z.array(z.object({ rule: z.string(), office: z.string(), organisations: z.array(z.string()).optional() })),
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
