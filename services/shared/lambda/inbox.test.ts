import { describe, expect, it } from 'vitest'
import { system } from '#contracts/actor.ts'
import { caseHeld, caseWoken, eventRefused } from '#contracts/events.ts'
import type { AnyEvent } from '#contracts/event.ts'
import type { CaseId } from '#contracts/ids.ts'
import { createInbox, on } from './inbox.ts'
import type { Consumed } from './inbox.ts'
import { createMemoryTable } from './memory-table.ts'
import type { MemoryTable } from './memory-table.ts'
import { refused } from './outcome.ts'
import type { Table } from './table.ts'
import { eventOf } from './testing/event.ts'
import { lambdaContext } from './testing/lambda-context.ts'
import { messageOf, queueMessages } from './testing/queue-message.ts'
import type { Message } from './testing/queue-message.ts'
import { emittedEvents } from './testing/stream-record.ts'
import { createTestRuntime, testNow } from './testing/test-runtime.ts'
import { createUnitOfWork, epochSeconds } from './unit-of-work.ts'
import type { Context } from './unit-of-work.ts'

const caseNumbered = (number: number): CaseId => `01a00000-0000-7000-9000-${String(number).padStart(12, '0')}` as CaseId // a UUID
const eventNumbered = (number: number): string => `01a00000-0000-7000-a000-${String(number).padStart(12, '0')}`

const held = (number: number, subject = caseNumbered(number)): AnyEvent =>
  eventOf(caseHeld, { phase: 'matching', wakeOn: '2026-12-01' }, { id: eventNumbered(number), subject, phase: 'matching' })

const messageId = (event: AnyEvent): string => `message-${event.id}`
const failures = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) })

const lastTry = 10

/** An inbox that takes `case-held` and answers as told; by default it is done. */
const inbox = (
  consume: (event: AnyEvent, context: Context) => Promise<Consumed> | Consumed = () => ({ kind: 'answer' }),
  { table = createMemoryTable(), isQueueAway = false }: { table?: Table; isQueueAway?: boolean } = {},
) => {
  const runtime = createTestRuntime()
  const consumed: { event: AnyEvent; context: Context }[] = []
  const aside: { readonly text: string; readonly reason: string }[] = []
  const handler = createInbox(
    {
      ...runtime,
      service: 'matching',
      table,
      consumers: [
        on(caseHeld, async (event, context) => {
          consumed.push({ event, context })
          return consume(event, context)
        }),
      ],
    },
    {
      isDue: ({ attributes }) => Number(attributes.ApproximateReceiveCount) >= lastTry,
      setAside: async ({ body }, reason) => {
        if (isQueueAway) throw new Error('no queue')
        aside.push({ text: body, reason })
      },
    },
  )
  return {
    runtime,
    consumed,
    table,
    aside,
    run: async (...messages: (AnyEvent | Message)[]) => handler(queueMessages(...messages), lambdaContext),
  }
}

describe('an event that is consumed', () => {
  it('reaches its consumer with its own data, now, its author, and its trace carried on', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
    const author = { subject: 'maria', name: 'Maria Lindqvist' }
    const { run, consumed, runtime } = inbox()
    expect(await run({ ...held(1), traceparent, actor: author })).toEqual(failures())
    expect(consumed).toMatchObject([
      { event: { data: { wakeOn: '2026-12-01' }, subject: caseNumbered(1) }, context: { now: testNow, actor: author } },
    ])
    expect(consumed[0]?.context.traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/)
    expect(runtime.logged()).toMatchObject([
      {
        level: 'info',
        message: 'event consumed',
        service: 'matching',
        function: 'inbox',
        eventId: eventNumbered(1),
        eventType: caseHeld.type,
        caseId: caseNumbered(1),
        correlationId: '4bf92f3577b34da6a3ce929d0e0e4736',
      },
    ])
  })

  it('may have fields that we do not know', async () => {
    const { run, consumed } = inbox()
    expect(await run({ ...held(1), extra: 1, data: { ...held(1).data, more: 2 } } as AnyEvent)).toEqual(failures()) // as a newer producer sends it
    expect(consumed).toHaveLength(1)
  })

  it('changes what it changes once, however often it comes', async () => {
    const table = createMemoryTable()
    const unitOfWork = createUnitOfWork(table, 'matching')
    const { run } = inbox(
      async (event, context) => {
        const saved = await unitOfWork.save(
          {
            caseId: event.subject,
            puts: [],
            facts: [{ definition: caseWoken, data: { phase: 'matching', reason: 'x', dueOn: '2026-12-01' } }],
            once: context.once?.(undefined, undefined),
          },
          context,
        )
        return { kind: saved === 'repeated' ? 'repeated' : 'answer' }
      },
      { table },
    )
    expect(await run(held(1))).toEqual(failures())
    expect(await run(held(1), held(1))).toEqual(failures())
    expect(table.rows().filter(({ sk }) => sk.startsWith('OUT#'))).toHaveLength(1)
    expect(table.rows().find(({ pk }) => pk === `INBOX#${eventNumbered(1)}`)?.expiresAt).toBe(
      epochSeconds('2026-12-04T08:00:00.000Z'),
    )
  })

  it.each(['answer', 'unchanged', 'repeated'] as const)('is done with when the use case says %s', async (kind) => {
    const { run, aside } = inbox(() => ({ kind }))
    expect(await run(messageOf(held(1), lastTry))).toEqual(failures())
    expect(aside).toEqual([])
  })
})

describe('an event that is refused for good', () => {
  it('is done with, is logged with its code, and is kept where operations find it', async () => {
    const { run, runtime, table } = inbox(() => refused('goImpossible'))
    expect(await run(held(1))).toEqual(failures())
    expect(runtime.logged()).toMatchObject([
      { level: 'warn', message: 'event refused', code: 'goImpossible', eventId: eventNumbered(1), caseId: caseNumbered(1) },
    ])
    expect((await table.query({ partition: 'REFUSAL', limit: 10 })).items.map(({ sk, body }) => ({ sk, body }))).toEqual([
      { sk: eventNumbered(1), body: { code: 'goImpossible', eventType: caseHeld.type, caseId: caseNumbered(1), at: testNow } },
    ])
  })

  it('is told once to whoever listens, by the system itself, however often it comes', async () => {
    const { run, table } = inbox(() => refused('goImpossible'))
    for (const attempt of [1, 2]) expect(await run(messageOf(held(1), attempt))).toEqual(failures())
    // The table that is made by default.
    expect(emittedEvents((table as MemoryTable).rows())).toMatchObject([
      {
        type: eventRefused.type,
        source: '/services/matching',
        subject: caseNumbered(1),
        actor: system,
        data: { service: 'matching', eventId: eventNumbered(1), eventType: caseHeld.type, code: 'goImpossible' },
      },
    ])
  })
})

describe('a message that cannot be consumed', () => {
  const wrong = (text: string): Message => ({ ...messageOf(held(1)), text })
  it.each([
    ['no JSON', wrong('{'), 'notJson'],
    ['nothing', wrong(''), 'notJson'],
    ['no event', wrong('{"hello":1}'), 'notAnEvent'],
    ['JSON null', wrong('null'), 'notAnEvent'],
    ['an event without a case', wrong(JSON.stringify({ ...held(1), subject: 'x' })), 'notAnEvent'],
    ['another version of the envelope', wrong(JSON.stringify({ ...held(1), specversion: '2.0' })), 'notAnEvent'],
    ['a type that nobody here takes', wrong(JSON.stringify({ ...held(1), type: caseWoken.type })), 'unknownType'],
    [
      'a later version of the type',
      wrong(JSON.stringify({ ...held(1), type: caseHeld.type.replace('v1', 'v2') })),
      'unknownType',
    ],
    ['data of another form', wrong(JSON.stringify({ ...held(1), data: { phase: 'matching', wakeOn: 'soon' } })), 'invalidEvent'],
    ['data that lacks a field', wrong(JSON.stringify({ ...held(1), data: { phase: 'matching' } })), 'invalidEvent'],
  ])('comes again, and on the last try is set aside with the reason: %s', async (_, message, reason) => {
    const { run, runtime, consumed, aside } = inbox()
    expect(await run(message)).toEqual(failures(message.messageId))
    expect(aside).toEqual([])
    expect(await run({ ...message, attempt: lastTry })).toEqual(failures())
    expect(aside).toEqual([{ text: message.text, reason }])
    expect(consumed).toEqual([])
    expect(runtime.logged()).toMatchObject(
      [1, lastTry].map((count) => ({
        level: 'warn',
        message: 'event not consumed',
        code: reason,
        messageId: message.messageId,
        count,
      })),
    )
  })

  it.each([
    ['is busy', () => refused('busy'), 'busy'],
    ['says it is too early', () => ({ kind: 'retry', reason: 'tooEarly' }) as const, 'tooEarly'],
    ['throws', () => Promise.reject(new Error('Anna Andersson')), 'fault'],
  ])('comes again when the use case %s, and on the last try is set aside', async (_, consume, reason) => {
    const { run, runtime, aside } = inbox(consume)
    expect(await run(messageOf(held(1), lastTry - 1))).toEqual(failures(messageId(held(1))))
    expect(aside).toEqual([])
    expect(await run(messageOf(held(1), lastTry))).toEqual(failures())
    expect(aside).toEqual([{ text: JSON.stringify(held(1)), reason }])
    expect(runtime.logLines.join('')).not.toContain('Anna')
  })

  const noDatabase: Table = { ...createMemoryTable(), commit: () => Promise.reject(new Error('no database')) }

  it('is set aside with its reason also when the database is what fails', async () => {
    const { run, runtime, aside } = inbox(() => refused('goImpossible'), { table: noDatabase })
    expect(await run(messageOf(held(1), lastTry))).toEqual(failures())
    expect(aside).toMatchObject([{ reason: 'fault' }])
    expect(runtime.logged()).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'event failed', errorName: 'Error' }),
    )
  })

  it('is left to the queue when it cannot be set aside either, and the log says so', async () => {
    const { run, runtime } = inbox(() => refused('busy'), { isQueueAway: true })
    expect(await run(messageOf(held(1), lastTry))).toEqual(failures(messageId(held(1))))
    expect(runtime.logged()).toContainEqual(expect.objectContaining({ level: 'error', message: 'event not set aside' }))
  })

  it('comes again when its refusal could not be kept', async () => {
    const { run } = inbox(() => refused('goImpossible'), { table: noDatabase })
    expect(await run(held(1))).toEqual(failures(messageId(held(1))))
  })

  it('holds up its case no longer when it has been set aside', async () => {
    const a = caseNumbered(1)
    const { run, consumed } = inbox((event) => (event.id === eventNumbered(1) ? refused('busy') : { kind: 'answer' }))
    expect(await run(messageOf(held(1, a), lastTry), held(2, a))).toEqual(failures())
    expect(consumed).toHaveLength(2)
  })
})

describe('the order within a case', () => {
  it('holds: what follows a failed message of its case waits, and other cases go on', async () => {
    const [a, b] = [caseNumbered(1), caseNumbered(2)]
    const batch = [held(1, a), held(2, b), held(3, a), held(4, b), held(5, a)]
    const { run, consumed } = inbox((event) => (event.id === eventNumbered(1) ? refused('busy') : { kind: 'answer' }))
    expect(await run(...batch)).toEqual(failures(...[1, 3, 5].map((number) => messageId(held(number)))))
    expect(consumed.map(({ event }) => event.id)).toEqual([1, 2, 4].map(eventNumbered))
  })

  it('is not held up by a message that is refused for good', async () => {
    const a = caseNumbered(1)
    const { run, consumed } = inbox((event) => (event.id === eventNumbered(1) ? refused('wrongStatus') : { kind: 'answer' }))
    expect(await run(held(1, a), held(2, a))).toEqual(failures())
    expect(consumed).toHaveLength(2)
  })

  it('is that of the queue: one message after the other', async () => {
    const a = caseNumbered(1)
    let running = 0
    const { run } = inbox(async () => {
      running += 1
      expect(running).toBe(1)
      await Promise.resolve()
      running -= 1
      return { kind: 'answer' }
    })
    expect(await run(held(1, a), held(2, a), held(3, a))).toEqual(failures())
  })

  it('holds up no other case: they go on side by side', async () => {
    const [a, b] = [caseNumbered(1), caseNumbered(2)]
    const letGo = Promise.withResolvers<void>()
    const { run, consumed } = inbox(async (event) => {
      // The first case waits for the second, which comes after it in the batch.
      if (event.subject === a) await letGo.promise
      else letGo.resolve()
      return { kind: 'answer' }
    })
    expect(await run(held(1, a), held(2, b))).toEqual(failures())
    expect(consumed).toHaveLength(2)
  })

  it('blocks no other message where a queue has no groups', async () => {
    const ungrouped = (event: AnyEvent): Message => ({ ...messageOf(event), group: undefined })
    const { run, consumed } = inbox((event) => (event.id === eventNumbered(1) ? refused('busy') : { kind: 'answer' }))
    expect(await run(ungrouped(held(1)), ungrouped(held(2)))).toEqual(failures(messageId(held(1))))
    expect(consumed).toHaveLength(2)
  })
})
