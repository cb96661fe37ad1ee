import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'

/** What the console reads of operations: the queues, what was set aside, and redrives. */

export const queueStatuses = ['unreadable', 'setAside', 'late', 'working', 'calm'] as const
export type QueueStatus = (typeof queueStatuses)[number]

const queue = z.object({
  queue: z.string(),
  counts: z.object({ waiting: z.number(), inFlight: z.number(), delayed: z.number() }).optional(),
  oldestSeconds: z.number().optional(),
})
export type QueueView = z.infer<typeof queue>

export const executionStates = ['running', 'succeeded', 'failed', 'timedOut', 'aborted'] as const
export type ExecutionState = (typeof executionStates)[number]

export const queues = z.object({
  takenAt: timestamp,
  isMeasured: z.boolean(),
  services: z.array(
    z.object({
      service: z.string(),
      status: z.enum(queueStatuses),
      inbox: queue,
      deadLetters: queue,
      relayFailures: queue.optional(),
      scheduleFailures: queue.optional(),
      relay: z.object({ lastRanAt: timestamp.optional(), behindSeconds: z.number().optional() }).optional(),
    }),
  ),
  executions: z.partialRecord(z.enum(executionStates), z.object({ count: z.number(), isMore: z.boolean() })).optional(),
})
export type Queues = z.infer<typeof queues>
export type ServiceQueues = Queues['services'][number]

export const messages = z.object({
  queue: z.string(),
  service: z.string(),
  total: z.number().optional(),
  messages: z.array(
    z.object({
      messageId: z.string(),
      setAsideAt: timestamp,
      attempts: z.number().optional(),
      reason: z.object({ code: z.string(), text }).optional(),
      event: z
        .object({
          eventId: z.string(),
          type: z.string(),
          name: text.optional(),
          caseId: z.string(),
          time: timestamp,
          source: z.string(),
        })
        .optional(),
    }),
  ),
})
export type Messages = z.infer<typeof messages>
export type Message = Messages['messages'][number]

export const refusals = z.object({
  refusals: z.array(
    z.object({
      service: z.string(),
      eventId: z.string(),
      eventType: z.string(),
      name: text.optional(),
      caseId: z.string(),
      code: z.string(),
      problem: z.string(),
      refusedAt: timestamp,
    }),
  ),
})
export type Refused = z.infer<typeof refusals>['refusals'][number]

export const redrive = z.object({
  redriveId: z.string(),
  service: z.string(),
  queue: z.string(),
  messageIds: z.array(z.string()).optional(),
  ratePerSecond: z.number(),
  reason: z.string(),
  requestedBy: author,
  requestedAt: timestamp,
  status: z.enum(['running', 'stopping', 'ended']),
  expected: z.number(),
  moved: z.number(),
  failed: z.number(),
  left: z.number().optional(),
  endedAt: timestamp.optional(),
  ending: z.enum(['done', 'stopped', 'tooManyFailures']).optional(),
})
export type Redrive = z.infer<typeof redrive>

export const redriveList = z.object({ redrives: z.array(redrive) })
