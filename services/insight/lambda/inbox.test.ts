import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnyEvent } from '#contracts/event.ts'
import { eventDefinitions } from '#contracts/events.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { MemoryTable } from '#lambda/memory-table.ts'
import type { Put, Table } from '#lambda/table.ts'
import { caseOfficer, operations, specialists } from '#lambda/testing/personas.ts'
import { messageOf } from '#lambda/testing/queue-message.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { insightIndexes } from '../adapters/insight-table.ts'
import { service } from '../service.ts'
import { completedStory, createStory, stoppedStory } from '../testing/case-story.ts'
import { createRecordedInsight } from '../testing/recorded-insight.ts'
import type { RecordedInsight } from '../testing/recorded-insight.ts'

const read = async ({ call }: RecordedInsight, path: string, caseId: string, query: Record<string, string> = {}) =>
  // The tests below look at what the API answers, whatever it is.
  (await call({ as: operations, method: 'GET', path: `/v1/insight/cases/{caseId}${path}`, parameters: { caseId }, query }))
    .body as never

const journalOf = async (
  insight: RecordedInsight,
  caseId: string,
): Promise<{ sequence: number; recordedAt: string; event: AnyEvent }[]> =>
  (await read(insight, '/journal', caseId, { limit: '100' }))['entries']

const verificationOf = async (insight: RecordedInsight, caseId: string): Promise<{ isIntact: boolean; entries: number }> =>
  read(insight, '/journal/verification', caseId)

const rowOf = async (insight: RecordedInsight, caseId: string): Promise<unknown> => read(insight, '', caseId)

/** Everything that is written passes by here first. */
const watched = (table: Table, see: (puts: readonly Put[], ok: boolean) => void): Table => ({
  ...table,
  commit: async (puts) => {
    const result = await table.commit(puts)
    see(puts, result.ok)
    return result
  },
})

/** The table must have been made by createMemoryTable. */
const rowsBelow = (table: Table, prefix: string) => (table as MemoryTable).rows().filter(({ sk }) => sk.startsWith(prefix)) // as said

describe('the journal', () => {
  it('accepts every event of the published language, of any phase, and emits none', () => {
    expect(service.accepts.map(({ event }) => event)).toEqual([...eventDefinitions])
    expect(service.accepts.every(({ phase }) => phase === undefined)).toBe(true)
    expect(service.emits).toEqual([])
  })

  it('keeps every event of a case in the order they came, each as it came', async () => {
    const insight = createRecordedInsight()
    const { caseId, events } = stoppedStory()
    await insight.record(events)
    const entries = await journalOf(insight, caseId)
    expect(entries.map(({ event }) => event)).toEqual(events)
    expect(entries.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    expect(entries.every(({ recordedAt }) => recordedAt === testNow)).toBe(true)
    expect(await verificationOf(insight, caseId)).toMatchObject({ isIntact: true, entries: events.length })
  })

  it('keeps fields that this version does not know, in the envelope and anywhere in the data', async () => {
    const insight = createRecordedInsight()
    const story = createStory()
    const event = {
      ...story.accept(),
      dataschema: 'https://example.se/schema/2',
      data: { case: { ...story.header, priority: 'high' }, addedLater: { deep: [1, { more: true }] } },
    }
    await insight.record([event])
    const [entry] = await journalOf(insight, story.caseId)
    expect(entry?.event).toEqual(event)
    expect(await verificationOf(insight, story.caseId)).toMatchObject({ isIntact: true })
  })

  it('has one chain for each case', async () => {
    const insight = createRecordedInsight()
    const [first, second] = [stoppedStory({ number: 1 }), completedStory({ number: 2 })]
    const mixed = [...first.events, ...second.events].toSorted((a, b) => (a.time < b.time ? -1 : 1))
    await insight.record(mixed)
    for (const { caseId, events } of [first, second]) {
      expect(await verificationOf(insight, caseId)).toMatchObject({ isIntact: true, entries: events.length })
      expect((await journalOf(insight, caseId)).map(({ event }) => event.id)).toEqual(events.map(({ id }) => id))
    }
  })

  it('never writes an entry in the place of another', async () => {
    const entryPuts: Put[] = []
    const table = watched(createMemoryTable(insightIndexes), (puts) =>
      entryPuts.push(...puts.filter(({ item }) => item.sk.startsWith('ENTRY#'))),
    )
    const { events } = stoppedStory()
    await createRecordedInsight(table).record(events)
    expect(entryPuts).toHaveLength(events.length)
    expect(entryPuts.every(({ expects }) => expects === 'absent')).toBe(true)
    expect(Object.values(service.routes).every(({ method }) => method === 'GET')).toBe(true)
  })

  it('writes everything that an event changes in one transaction, on the head that was read', async () => {
    const transactions: (readonly Put[])[] = []
    const table = watched(createMemoryTable(insightIndexes), (puts) => transactions.push(puts))
    const story = createStory()
    await createRecordedInsight(table).record([story.accept(), story.assign('ideas')])
    const kinds = transactions.map((puts) => puts.map(({ item }) => item.sk.split('#', 1)[0]))
    expect(kinds).toEqual([
      ['DONE', 'HEAD', 'ENTRY', 'JOURNAL', 'ROW', 'TASK', 'TASK'],
      ['DONE', 'HEAD', 'ENTRY', 'ROW', 'TASK', 'TASK', 'TASK'],
    ])
    const conditions = transactions.map((puts) => puts.slice(0, 4).map(({ expects }) => expects))
    expect(conditions).toEqual([
      ['absent', 'absent', 'absent', 'absent'],
      ['absent', { version: 1 }, 'absent', 'any'],
    ])
  })
})

describe('a message that comes again', () => {
  it('changes nothing', async () => {
    const insight = createRecordedInsight()
    const { caseId, events } = stoppedStory()
    await insight.record(events)
    const before = (insight.table as MemoryTable).rows()
    await insight.record(events.toReversed())
    expect((insight.table as MemoryTable).rows()).toEqual(before)
    expect(await verificationOf(insight, caseId)).toMatchObject({ isIntact: true, entries: events.length })
  })

  it('is known for as long as the journal: nothing of it is ever let go', async () => {
    const insight = createRecordedInsight()
    const story = createStory()
    const event = story.submit()
    await insight.record([event])
    expect(rowsBelow(insight.table, '').filter(({ expiresAt }) => expiresAt !== undefined)).toEqual([])
    insight.clock.set('2036-11-20T08:00:00.000Z')
    await insight.record([event])
    expect(await journalOf(insight, story.caseId)).toHaveLength(1)
  })
})

describe('two runs on one case at the same moment', () => {
  it('one of them goes again, and both events are in the chain', async () => {
    let conflicts = 0
    const table = watched(createMemoryTable(insightIndexes), (_, ok) => {
      if (!ok) conflicts += 1
    })
    const insight = createRecordedInsight(table)
    const { caseId, events } = stoppedStory()
    const [first, ...rest] = events.slice(0, 5)
    if (!first) throw new Error('no events')
    await insight.record([first])
    const answers = await Promise.all(rest.map((event) => insight.receive(event)))
    expect(answers.flatMap(({ batchItemFailures }) => batchItemFailures)).toEqual([])
    expect(conflicts).toBeGreaterThan(0)
    expect(await verificationOf(insight, caseId)).toMatchObject({ isIntact: true, entries: 5 })
  })

  it('with the same message, it is recorded once', async () => {
    const insight = createRecordedInsight()
    const story = createStory()
    const event = story.submit()
    const answers = await Promise.all([insight.receive(event), insight.receive(event)])
    expect(answers.flatMap(({ batchItemFailures }) => batchItemFailures)).toEqual([])
    expect(await journalOf(insight, story.caseId)).toHaveLength(1)
  })

  it('that never get through send the message back, and nothing is half written', async () => {
    const memory = createMemoryTable(insightIndexes)
    const table: Table = {
      ...memory,
      commit: async (puts) => (puts.some(({ item }) => item.sk === 'HEAD') ? { ok: false, failed: [] } : memory.commit(puts)),
    }
    const story = createStory()
    const message = messageOf(story.submit())
    const { batchItemFailures } = await createRecordedInsight(table).receive(message)
    expect(batchItemFailures).toEqual([{ itemIdentifier: message.messageId }])
    expect(memory.rows()).toEqual([])
  })
})

describe('any order', () => {
  it('gives the same case, and an intact chain, with repeats among the events', async () => {
    const { caseId, events } = stoppedStory()
    const straight = createRecordedInsight()
    await straight.record(events)
    const expected = await rowOf(straight, caseId)
    expect(expected).toMatchObject({ status: 'closed', phase: 'matching' })
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(events, { minLength: events.length }),
        fc.array(fc.constantFrom(...events)),
        async (shuffled, again) => {
          const insight = createRecordedInsight()
          await insight.record([...shuffled, ...again])
          expect(await rowOf(insight, caseId)).toEqual(expected)
          expect(await verificationOf(insight, caseId)).toMatchObject({ isIntact: true, entries: events.length })
          const timeline = (await read(insight, '/timeline', caseId, { limit: '100' }))['events'] as { time: string }[]
          expect(timeline).toHaveLength(events.length)
          expect(timeline.map(({ time }) => time)).toEqual(timeline.map(({ time }) => time).toSorted())
        },
      ),
      { numRuns: 25 },
    )
  })

  it('leaves no task behind that is done', async () => {
    const story = createStory()
    story.submit()
    story.accept()
    story.receive('ideas')
    story.assign('ideas')
    story.askOpinion('ideas', 1, 'it')
    story.giveOpinion('ideas', 1, 'it')
    story.requestDecision('ideas', 1)
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(story.events, { minLength: story.events.length }), async (events) => {
        const insight = createRecordedInsight()
        await insight.record(events)
        for (const as of [caseOfficer, specialists.it])
          expect((await insight.call({ as, method: 'GET', path: '/v1/insight/tasks' })).body).toEqual({
            tasks: [],
            hasMore: false,
          })
        const done = rowsBelow(insight.table, 'TASK#')
        expect(done.every(({ attributes, expiresAt }) => attributes === undefined && expiresAt !== undefined)).toBe(true)
      }),
      { numRuns: 25 },
    )
  })
})

it('leaves what is no event of ours to the queue', async () => {
  const insight = createRecordedInsight()
  const story = createStory()
  const event = story.submit()
  const unknown = { ...event, type: 'se.behovsflodet.never-heard-of.v1' }
  const incomplete = { ...event, data: {} }
  for (const message of [unknown, incomplete]) {
    const { batchItemFailures } = await insight.receive(message)
    expect(batchItemFailures).toHaveLength(1)
  }
  expect(rowsBelow(insight.table, 'ENTRY#')).toEqual([])
})
