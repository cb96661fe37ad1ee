import * as z from 'zod'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { eventDefinitions } from '#contracts/events.ts'
import { caseId, eventId, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import type { Text } from '#contracts/language.ts'
import { phase } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { retryReasonTexts, retryReasons } from '#lambda/retry-reasons.ts'
import { findQueue } from './find-queue.ts'
import type { QueuePurpose } from './find-queue.ts'
import type { RedriveParts } from './operations-parts.ts'
import type { DeadLetter } from './queues.ts'

/** Why a message lies there: what its service said, or that it said nothing. */
const reasonCodes = [...retryReasons, 'noAnswer'] as const

const reasonTexts: Readonly<Record<(typeof reasonCodes)[number], Text>> = {
  ...retryReasonTexts,
  noAnswer: {
    sv: 'Tjänsten gav inget svar vid sista försöket: den avbröts, eller hann inte svara. Se tjänstens logg.',
    en: "The service gave no answer at the last try: it was cut off, or ran out of time. See the service's log.",
  },
}

/** Of the event only its envelope: what it is, of which case, from whom. Its data may be about people. */
const eventView = z.object({
  eventId,
  type: z.string(),
  name: text.optional(),
  caseId,
  time: timestamp,
  source: z.string(),
  phase: phase.optional(),
})

export const messagesView = z.object({
  queue: z.string(),
  service: z.string(),
  /** How many lie there, whether they are shown here or not; left out when they cannot be counted. */
  total: z.int().nonnegative().optional(),
  messages: z.array(
    z.object({
      messageId: z.string(),
      setAsideAt: timestamp,
      /** How often the service tried to take it; left out when it was not the service that set it aside. */
      attempts: z.int().optional(),
      /** Left out in the queues of relays and schedules, which hold no events. */
      reason: z.object({ code: z.enum(reasonCodes), text }).optional(),
      /** Left out when the message is none. */
      event: eventView.optional(),
    }),
  ),
})
type MessagesView = z.infer<typeof messagesView>

const nameOf = new Map<string, Text>(eventDefinitions.map(({ type, summary }) => [type, summary]))

const parseJson = (value: string): unknown => {
  try {
    return JSON.parse(value)
  } catch {
    return undefined
  }
}

const envelopeOf = ({ id, type, subject, time, source, phase: in_ }: AnyEvent): z.infer<typeof eventView> => {
  const name = nameOf.get(type)
  return { eventId: id, type, ...(name && { name }), caseId: subject, time, source, ...(in_ && { phase: in_ }) }
}

const toView = (
  { messageId, setAsideAt, text: body, reason, attempts }: DeadLetter,
  purpose: QueuePurpose,
): MessagesView['messages'][number] => {
  const event = anyEvent.safeParse(parseJson(body)).data
  const code = reason ?? 'noAnswer'
  return {
    messageId,
    setAsideAt,
    ...(attempts !== undefined && { attempts }),
    ...(purpose === 'deadLetters' && { reason: { code, text: reasonTexts[code] } }),
    ...(event && { event: envelopeOf(event) }),
  }
}

/**
 * What lies in a queue of messages that were set aside, the first of it, and why. Looking hides the messages from
 * others for some seconds: what somebody else is looking at just now is counted and not shown.
 */
export const createListMessages =
  ({ watched, queues }: Pick<RedriveParts, 'watched' | 'queues'>) =>
  async ({ queue, limit }: { queue: string; limit: number }) => {
    const known = findQueue(watched, queue)
    if (!known) return refused('queueNotFound')
    const { service, purpose } = known
    // A message that somebody looks at in an inbox is one that its service is not given.
    if (purpose === 'inbox') return refused('queueNotDeadLetters')
    const counts = await queues.count(queue)
    const messages = await queues.peek(queue, limit)
    if (!messages) return refused('queueUnreadable')
    const value: MessagesView = {
      queue,
      service: service.name,
      ...(counts && { total: Math.max(counts.waiting + counts.inFlight + counts.delayed, messages.length) }),
      messages: messages.map((message) => toView(message, purpose)),
    }
    return answer(value)
  }
