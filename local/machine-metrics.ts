import * as z from 'zod'
import type { Metric, Reading } from './engines/metrics.ts'
import type { OutboxStanding } from './outbox-tail.ts'

/** What stands in for CloudWatch's figures of queues and relays, read from the engines when somebody asks. */

const message = z.object({ sentTimestamp: z.number() })
/** What fauxqs shows of a queue, without receiving from it. */
const inspectedQueue = z.object({
  messages: z.object({
    ready: z.array(message),
    delayed: z.array(message),
    inflight: z.array(z.object({ message })),
  }),
})

interface MetricsParts {
  /** Undefined when the queues are somebody else's, who has figures of their own. */
  readonly queuesEndpoint: string | undefined
  /** By the relay function's name; undefined when there is no such relay. */
  readonly outboxOf: (relay: string) => OutboxStanding | undefined
  readonly now: () => number
}

export const createMachineMetrics = ({ queuesEndpoint, outboxOf, now }: MetricsParts) => {
  const ageOfOldest = async (queue: string): Promise<Reading | undefined> => {
    if (queuesEndpoint === undefined) return undefined
    const response = await fetch(`${queuesEndpoint}/_fauxqs/queues/${encodeURIComponent(queue)}`)
    if (!response.ok) return undefined
    const { ready, delayed, inflight } = inspectedQueue.parse(await response.json()).messages
    const sent = [...ready, ...delayed, ...inflight.map((held) => held.message)].map(({ sentTimestamp }) => sentTimestamp)
    // The queues go by the machine's own time, whatever time it is for the functions.
    const seconds = sent.length === 0 ? 0 : Math.max(0, Math.floor((Date.now() - Math.min(...sent)) / 1_000))
    return { at: now(), value: seconds }
  }

  const ofRelay = (relay: string, metric: string): Reading | undefined => {
    const standing = outboxOf(relay)
    if (metric === 'Invocations') return standing?.relayedAt === undefined ? undefined : { at: standing.relayedAt, value: 1 }
    if (metric !== 'IteratorAge' || standing?.waitingSince === undefined) return undefined
    return { at: now(), value: Math.max(0, now() - standing.waitingSince) }
  }

  return async ({ namespace, name, dimensions }: Metric): Promise<Reading | undefined> => {
    if (namespace === 'AWS/SQS' && name === 'ApproximateAgeOfOldestMessage') return ageOfOldest(dimensions['QueueName'] ?? '')
    if (namespace === 'AWS/Lambda') return ofRelay(dimensions['FunctionName'] ?? '', name)
    return undefined
  }
}
