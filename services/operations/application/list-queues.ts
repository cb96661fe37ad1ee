import * as z from 'zod'
import { timestamp } from '#contracts/ids.ts'
import { answer } from '#lambda/outcome.ts'
import type { WatchedService } from '#lambda/runtime.ts'
import { heldBy, queueStatusOf, queueStatuses } from '../domain/queue-status.ts'
import type { QueueCounts, QueueSight } from '../domain/queue-status.ts'
import { executionStates } from './gate-executions.ts'
import type { WatchParts } from './operations-parts.ts'

const count = z.int().nonnegative()

const queueView = z.object({
  queue: z.string(),
  /** Left out when the queue cannot be read. */
  counts: z.object({ waiting: count, inFlight: count, delayed: count }).optional(),
  /** Of the oldest message, in seconds; left out when none was there at the last measurement, a minute or more ago. */
  oldestSeconds: z.number().nonnegative().optional(),
})

const serviceView = z.object({
  service: z.string(),
  status: z.enum(queueStatuses),
  inbox: queueView,
  deadLetters: queueView,
  /** What the relay has given up sending; left out where there is no such queue. */
  relayFailures: queueView.optional(),
  /** What the clock has failed to have done; left out where there is no such queue. */
  scheduleFailures: queueView.optional(),
  /** Left out for a service that sends nothing. */
  relay: z
    .object({
      /** The start of the last five minutes in which it sent or tried to; left out when not in the past day. */
      lastRanAt: timestamp.optional(),
      /** The age of the oldest event in its hands, in seconds; left out when it has had none in the last minutes. */
      behindSeconds: z.number().nonnegative().optional(),
    })
    .optional(),
})

export const queuesView = z.object({
  takenAt: timestamp,
  /** Whether ages and relays could be measured; where not, none is told of any. */
  isMeasured: z.boolean(),
  services: z.array(serviceView),
  /** The decision gate's executions, counted up to a limit for each state; left out when they cannot be read. */
  executions: z.record(z.enum(executionStates), z.object({ count, isMore: z.boolean() })).optional(),
})
type QueuesView = z.infer<typeof queuesView>

const namesOf = ({ inbox, deadLetters, relayFailures, scheduleFailures }: WatchedService): string[] =>
  [inbox, deadLetters, relayFailures, scheduleFailures].filter((name) => name !== undefined)

/** Every queue of the county, the executions of the decision gate, and when each relay was last at work. */
export const createListQueues =
  ({ watched, queues, executions, measurements }: Pick<WatchParts, 'watched' | 'queues' | 'executions' | 'measurements'>) =>
  async (now: string) => {
    const names = watched.flatMap(namesOf)
    const [counted, states, measured] = await Promise.all([
      Promise.all(names.map(async (name): Promise<[string, QueueCounts | undefined]> => [name, await queues.count(name)])),
      executions.count(),
      measurements.read(watched, now),
    ])
    const countsOf = new Map(counted)

    const look = (queue: string) => {
      const counts = countsOf.get(queue)
      // An empty queue has an age of nothing; and the age may be a minute older than the count.
      const isEmpty = counts !== undefined && heldBy(counts) === 0
      const oldestSeconds = isEmpty ? undefined : measured?.oldestSeconds.get(queue)
      return { queue, ...(counts && { counts }), ...(oldestSeconds !== undefined && { oldestSeconds }) }
    }
    const sightOf = ({ counts, oldestSeconds }: { counts?: QueueCounts; oldestSeconds?: number }): QueueSight => ({
      counts,
      oldestSeconds,
    })

    const value: QueuesView = {
      takenAt: now,
      isMeasured: measured !== undefined,
      services: watched.map((service) => {
        const inbox = look(service.inbox)
        const deadLetters = look(service.deadLetters)
        const relayFailures = service.relayFailures === undefined ? undefined : look(service.relayFailures)
        const scheduleFailures = service.scheduleFailures === undefined ? undefined : look(service.scheduleFailures)
        const relay = service.relay === undefined ? undefined : (measured?.relays.get(service.name) ?? {})
        return {
          service: service.name,
          status: queueStatusOf({
            inbox: sightOf(inbox),
            deadLetters: sightOf(deadLetters),
            relayFailures: relayFailures && sightOf(relayFailures),
            scheduleFailures: scheduleFailures && sightOf(scheduleFailures),
            relayBehindSeconds: relay?.behindSeconds,
          }),
          inbox,
          deadLetters,
          ...(relayFailures && { relayFailures }),
          ...(scheduleFailures && { scheduleFailures }),
          ...(relay && { relay }),
        }
      }),
      ...(states && { executions: states }),
    }
    return answer(value)
  }
