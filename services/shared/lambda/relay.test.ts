import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { caseHandedOver, caseHeld, caseWoken } from '#contracts/events.ts'
import type { AnyEvent } from '#contracts/event.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Phase } from '#contracts/words.ts'
import { createRelay } from './relay.ts'
import type { CommandSender } from './relay.ts'
import type { Item } from './table.ts'
import { eventOf } from './testing/event.ts'
import { lambdaContext } from './testing/lambda-context.ts'
import { sequenceNumberOf, streamRecords } from './testing/stream-record.ts'
import { createTestRuntime } from './testing/test-runtime.ts'

const sqs = mockClient(SQSClient)
beforeEach(() => {
  sqs.reset()
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] })
})

const insight = 'https://queue.example/insight'
const matching = 'https://queue.example/matching'
const verification = 'https://queue.example/verification'

const routes = [
  { type: caseHeld.type, queueUrl: insight },
  { type: caseWoken.type, queueUrl: insight },
  { type: caseHandedOver.type, queueUrl: insight },
  { type: caseHandedOver.type, phase: 'matching', queueUrl: matching },
  { type: caseHandedOver.type, phase: 'verification', queueUrl: verification },
]

const ids = createTestRuntime().newId
const caseNumbered = (number: number): CaseId => `01a00000-0000-7000-9000-${String(number).padStart(12, '0')}` as CaseId // a UUID

const held = (subject: CaseId, note = ''): AnyEvent => ({
  ...eventOf(caseHeld, { phase: 'matching', wakeOn: '2026-12-01' }, { id: ids(), subject, phase: 'matching' }),
  data: { phase: 'matching', wakeOn: '2026-12-01', note },
})
const handedOver = (subject: CaseId, phase: Phase): AnyEvent => ({ ...held(subject), type: caseHandedOver.type, phase })

const rowOf = (event: AnyEvent): Item => ({
  pk: `CASE#${event.subject}`,
  sk: `OUT#${event.id}`,
  attributes: { outbox: 'event' },
  body: event,
})
const commandRow = (body: unknown): Item => ({
  pk: 'REQUEST#1',
  sk: `COMMAND#${ids()}`,
  attributes: { outbox: 'state-machine' },
  body,
})

const relay = (sendCommand?: CommandSender) => {
  const runtime = createTestRuntime()
  const handler = createRelay({
    service: 'matching',
    sqs: new SQSClient({ region: 'eu-north-1' }),
    routes,
    log: runtime.log,
    ...(sendCommand && { sendCommand }),
  })
  return { runtime, run: async (...rows: Item[]) => handler(streamRecords(rows), lambdaContext) }
}

/** The batches that were sent to a queue, in order, as event ids. */
const sentTo = (queueUrl: string): string[][] =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .map(({ args: [{ input }] }) => input)
    .filter(({ QueueUrl }) => QueueUrl === queueUrl)
    .map(({ Entries = [] }) => Entries.map(({ MessageDeduplicationId = '' }) => MessageDeduplicationId))

const nothingFailed = { batchItemFailures: [] }

/** The entries of these events fail, in whatever batch they stand. */
const failing = (...events: AnyEvent[]): void => {
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries }: { Entries: { Id: string; MessageDeduplicationId: string }[] }) => ({
    Failed: Entries.filter(({ MessageDeduplicationId }) => events.some(({ id }) => id === MessageDeduplicationId)).map(
      ({ Id }) => ({ Id, SenderFault: false, Code: 'InternalError' }),
    ),
  }))
}

describe('the relay', () => {
  it('takes whatever people write, in characters that a queue takes', async () => {
    const event = held(caseNumbered(1), 'Bra 👍 \u0000 \uFFFE \uFFFF \uD83D')
    expect(await relay().run(rowOf(event))).toEqual(nothingFailed)
    const [{ MessageBody = '' } = {}] = sqs.commandCalls(SendMessageBatchCommand)[0]?.args[0].input.Entries ?? []
    // What SQS says that it takes, less what needs more than 16 bits.
    expect(MessageBody).toMatch(/^[\u0020-\uD7FF\uE000-\uFFFD]+$/)
    expect(JSON.parse(MessageBody)).toEqual(event)
  })

  it('sends an event as it stands in the outbox, grouped by case, deduplicated by its id', async () => {
    const event = held(caseNumbered(1), 'å')
    expect(await relay().run(rowOf(event))).toEqual(nothingFailed)
    const [input] = sqs.commandCalls(SendMessageBatchCommand).map(({ args: [command] }) => command.input)
    expect(input).toEqual({
      QueueUrl: insight,
      Entries: [{ Id: '0', MessageBody: expect.any(String), MessageGroupId: event.subject, MessageDeduplicationId: event.id }],
    })
    expect(JSON.parse(input?.Entries?.[0]?.MessageBody ?? '')).toEqual(event)
  })

  it('sends to every inbox that accepts the event, by type and phase, and to no other', async () => {
    const events = [
      held(caseNumbered(1)),
      handedOver(caseNumbered(2), 'matching'),
      handedOver(caseNumbered(3), 'verification'),
      handedOver(caseNumbered(4), 'rollout'),
    ]
    await relay().run(...events.map(rowOf))
    expect(sentTo(insight)).toEqual([events.map(({ id }) => id)])
    expect(sentTo(matching)).toEqual([[events[1]?.id]])
    expect(sentTo(verification)).toEqual([[events[2]?.id]])
  })

  it('is done with an event that nobody accepts', async () => {
    expect(await relay().run(rowOf({ ...held(caseNumbered(1)), type: 'se.behovsflodet.unheard-of.v1' }))).toEqual(nothingFailed)
    expect(sqs.calls()).toHaveLength(0)
  })

  it('sends at most ten at a time, in the order of the stream', async () => {
    const events = Array.from({ length: 23 }, (_, index) => held(caseNumbered(index)))
    await relay().run(...events.map(rowOf))
    expect(sentTo(insight).map((batch) => batch.length)).toEqual([10, 10, 3])
    expect(sentTo(insight).flat()).toEqual(events.map(({ id }) => id))
  })

  it('keeps a batch below what SQS takes in one call', async () => {
    const large = 'x'.repeat(240_000)
    const events = Array.from({ length: 9 }, (_, index) => held(caseNumbered(index), large))
    expect(await relay().run(...events.map(rowOf))).toEqual(nothingFailed)
    const sizes = sqs
      .commandCalls(SendMessageBatchCommand)
      .map(({ args: [{ input }] }) =>
        (input.Entries ?? []).reduce((sum, { MessageBody = '' }) => sum + Buffer.byteLength(MessageBody), 0),
      )
    expect(Math.max(...sizes)).toBeLessThan(1_048_576)
    expect(sentTo(insight).flat().toSorted()).toEqual(events.map(({ id }) => id).toSorted())
  })

  it('never puts two events of a case in one call, since the call can fail in part', async () => {
    const [a, b] = [caseNumbered(1), caseNumbered(2)]
    const events = [held(a), held(a), held(b), held(a), held(b)]
    await relay().run(...events.map(rowOf))
    const batches = sentTo(insight)
    const subjectOf = new Map<string, string>(events.map(({ id, subject }) => [id, subject]))
    for (const batch of batches) expect(new Set(batch.map((id) => subjectOf.get(id))).size).toBe(batch.length)
    for (const subject of [a, b])
      expect(batches.flat().filter((id) => subjectOf.get(id) === subject)).toEqual(
        events.filter((event) => event.subject === subject).map(({ id }) => id),
      )
    expect(batches).toHaveLength(3)
  })

  it('reports the sequence number of the first row that could not be sent, and sends nothing after it to that queue', async () => {
    const a = caseNumbered(1)
    const events = [held(caseNumbered(9)), held(a, 'fails'), held(a, 'must not overtake'), held(caseNumbered(2))]
    failing(...events.slice(1, 2))
    const { run, runtime } = relay()
    expect(await run(...events.map(rowOf))).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceNumberOf(1) }] })
    expect(sentTo(insight).flat()).not.toContain(events[2]?.id)
    expect(runtime.logged()).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'relay failed', queue: insight, code: 'InternalError' }),
    )
  })

  it('reports the first of all failures, whichever queue they are of, and still sends to the other queues', async () => {
    const events = [
      handedOver(caseNumbered(1), 'rollout'),
      handedOver(caseNumbered(2), 'matching'),
      handedOver(caseNumbered(3), 'verification'),
    ]
    sqs.on(SendMessageBatchCommand, { QueueUrl: matching }).rejects(new Error('no connection to Anna'))
    const { run, runtime } = relay()
    expect(await run(...events.map(rowOf))).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceNumberOf(1) }] })
    expect(sentTo(insight).flat()).toHaveLength(3)
    expect(sentTo(verification).flat()).toEqual([events[2]?.id])
    expect(runtime.logLines.join('')).not.toContain('Anna')
  })

  it('comes back with what failed until it is sent, and the inbox knows by the id what it has seen', async () => {
    const events = [held(caseNumbered(1)), held(caseNumbered(1)), held(caseNumbered(2))]
    const rows = events.map(rowOf)
    failing(...events.slice(0, 1))
    const { run } = relay()
    const first = await run(...rows)
    sqs.on(SendMessageBatchCommand).resolves({})
    const from = rows.findIndex((_, index) => sequenceNumberOf(index) === first.batchItemFailures[0]?.itemIdentifier)
    expect(from).toBe(0)
    expect(await run(...rows.slice(from))).toEqual(nothingFailed)
    const sent = sentTo(insight).flat()
    for (const { id } of events) expect(sent).toContain(id)
  })
})

describe('commands', () => {
  it('go to their sender with mark and body, and to no queue', async () => {
    const commands: unknown[] = []
    const { run } = relay(async (mark, body) => {
      commands.push([mark, body])
    })
    expect(await run(commandRow({ start: 1 }), rowOf(held(caseNumbered(1))), commandRow({ resume: 2 }))).toEqual(nothingFailed)
    expect(commands).toEqual([
      ['state-machine', { start: 1 }],
      ['state-machine', { resume: 2 }],
    ])
    expect(sentTo(insight).flat()).toHaveLength(1)
  })

  it('that fail are reported by their sequence number, without what was in them', async () => {
    const { run, runtime } = relay(async (_, body) => {
      if (JSON.stringify(body).includes('bad')) throw new Error('Anna Andersson')
    })
    expect(await run(rowOf(held(caseNumbered(1))), commandRow({ bad: 1 }), commandRow({ good: 1 }))).toEqual({
      batchItemFailures: [{ itemIdentifier: sequenceNumberOf(1) }],
    })
    expect(runtime.logLines.join('')).not.toContain('Anna')
  })

  it('are never dropped by a relay that has no sender for them', async () => {
    expect(await relay().run(commandRow({ start: 1 }))).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceNumberOf(0) }] })
  })
})

describe('a row that is no outbox row', () => {
  it.each([
    ['no mark', { pk: 'a', sk: 'b', body: {} }],
    ['a body that is no event', { pk: 'a', sk: 'b', attributes: { outbox: 'event' }, body: { hello: 1 } }],
  ])('stops the relay, so that the alarm sounds: %s', async (_, row) => {
    await expect(relay().run(row)).rejects.toThrow()
  })
})
