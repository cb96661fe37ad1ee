import type { Author } from '#contracts/actor.ts'
import type { AnyEvent, Fact } from '#contracts/event.ts'
import type { CaseId, EventId } from '#contracts/ids.ts'
import type { Item, Put, Table } from './table.ts'

/** Who and what a change is made for. Made by the kit for each request, message or schedule. */
export interface Context<Value = unknown> {
  readonly now: string
  readonly newId: () => string
  readonly actor: Author
  readonly traceparent: string
  /** The row that makes the change happen once: an inbox row for a message, the stored answer for an Idempotency-Key. */
  readonly once?: (value: Value, version: number | undefined) => Item
}

export type Saved = 'saved' | 'conflict' | 'repeated'

export interface Work {
  readonly caseId: CaseId
  readonly puts: readonly Put[]
  readonly facts: readonly Fact[]
  /** Rows that the relay turns into calls to the state machine; only gates has them. */
  readonly commands?: readonly Item[]
  readonly once?: Item | undefined
}

export interface UnitOfWork {
  readonly save: (work: Work, context: Context) => Promise<Saved>
}

const outboxRetentionDays = 7
export const daySeconds = 86_400

export const epochSeconds = (timestamp: string): number => Math.floor(Date.parse(timestamp) / 1_000)

export const outboxMark = 'outbox'

const toEvent = (service: string, caseId: CaseId, fact: Fact, context: Context): AnyEvent => ({
  specversion: '1.0',
  id: context.newId() as EventId, // a UUIDv7 by the runtime's promise
  source: `/services/${service}`,
  type: fact.definition.type,
  subject: caseId,
  time: context.now,
  datacontenttype: 'application/json',
  traceparent: context.traceparent,
  ...(fact.phase && { phase: fact.phase }),
  actor: context.actor,
  data: fact.data,
})

/**
 * One transaction per change: the state, its history, what goes out, and the row that makes it happen once.
 * Nothing is ever sent beside it; the relay sends what stands in the outbox.
 */
export const createUnitOfWork = (table: Table, service: string): UnitOfWork => ({
  save: async ({ caseId, puts, facts, commands = [], once }, context) => {
    const expiresAt = epochSeconds(context.now) + outboxRetentionDays * daySeconds
    const outbox = facts.map((fact): Put => {
      const event = toEvent(service, caseId, fact, context)
      return {
        item: { pk: `CASE#${caseId}`, sk: `OUT#${event.id}`, attributes: { [outboxMark]: 'event' }, body: event, expiresAt },
        expects: 'absent',
      }
    })
    const result = await table.commit([
      ...(once ? [{ item: once, expects: 'absent' } as const] : []),
      ...puts,
      ...outbox,
      ...commands.map((item): Put => ({ item: { ...item, expiresAt }, expects: 'absent' })),
    ])
    if (result.ok) return 'saved'
    return once && result.failed.includes(0) ? 'repeated' : 'conflict'
  },
})
