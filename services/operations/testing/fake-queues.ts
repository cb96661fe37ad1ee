import type { HeldMessage, Queues } from '../application/queues.ts'

/** Queues in memory, with what of SQS a redrive stands on: messages that are in somebody's hands, and order within a group. */

interface Stored extends HeldMessage {
  /** In somebody's hands until then; milliseconds since 1970. */
  hiddenUntil: number
}

const hiddenSeconds = 10

export const createFakeQueues = ({ names, clock }: { names: readonly string[]; clock: () => string }) => {
  const stored = new Map<string, Stored[]>(names.map((name) => [name, []]))
  const unreadable = new Set<string>()
  const unmovable = new Set<string>()
  const sent: { readonly queue: string; readonly text: string }[] = []
  let count = 0

  const now = (): number => Date.parse(clock())
  const messagesOf = (queue: string): Stored[] => {
    const found = stored.get(queue)
    if (!found) throw new Error(`no queue ${queue}`)
    return found
  }
  const hide = (queue: string, limit: number): Stored[] => {
    const held = new Set(messagesOf(queue).flatMap(({ group, hiddenUntil }) => (hiddenUntil > now() ? [group] : [])))
    const taken = messagesOf(queue)
      .filter(({ group }) => !held.has(group))
      .slice(0, limit)
    for (const message of taken) message.hiddenUntil = now() + hiddenSeconds * 1_000
    return taken
  }

  const port: Queues = {
    count: async (queue) => {
      if (unreadable.has(queue)) return undefined
      const inFlight = messagesOf(queue).filter(({ hiddenUntil }) => hiddenUntil > now()).length
      return { waiting: messagesOf(queue).length - inFlight, inFlight, delayed: 0 }
    },
    peek: async (queue, limit) => (unreadable.has(queue) ? undefined : messagesOf(queue).slice(0, limit)),
    take: async (queue, limit) => hide(queue, limit).map((message) => ({ ...message })),
    move: async (message, from, to) => {
      if (unmovable.has(message.messageId)) throw new Error('not moved')
      sent.push({ queue: to, text: message.text })
      stored.set(
        from,
        messagesOf(from).filter(({ messageId }) => messageId !== message.messageId),
      )
    },
  }

  return {
    port,
    sent,
    unreadable,
    unmovable,
    lying: (queue: string): string[] => messagesOf(queue).map(({ messageId }) => messageId),
    /** @returns the message's id. */
    put: (
      queue: string,
      text: string,
      more: Partial<Pick<Stored, 'reason' | 'attempts' | 'group' | 'setAsideAt'>> = {},
    ): string => {
      count += 1
      const messageId = `message-${count}`
      messagesOf(queue).push({
        messageId,
        text,
        setAsideAt: clock(),
        group: messageId,
        receipt: messageId,
        hiddenUntil: 0,
        ...more,
      })
      return messageId
    },
    /** Somebody else looks at the message for some seconds. */
    holdByOthers: (queue: string, messageId: string): void => {
      for (const message of messagesOf(queue)) if (message.messageId === messageId) message.hiddenUntil = now() + 5_000
    },
  }
}
