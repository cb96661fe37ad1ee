import { BatchWriteItemCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import type { BatchWriteItemCommandInput, ScanCommandInput } from '@aws-sdk/client-dynamodb'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { mockClient } from 'aws-sdk-client-mock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from './engines/testing/eventually.ts'
import { createOutboxTail } from './outbox-tail.ts'
import type { OutboxTail, Row } from './outbox-tail.ts'

const table = 'kalmar-ideas'
const other = 'kalmar-matching'
const dynamo = mockClient(DynamoDBClient)

/** What is on disk, by table and key. */
let disk: Map<string, Map<string, Row>>
/** The names of the rows of each call of a relay. */
let calls: { table: string; names: string[] }[]
let errors: unknown[]
let answer: (names: string[], event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>
let tail: OutboxTail
let now = 0

const row = (name: string, mark = 'event'): Row => ({
  pk: { S: 'CASE#1' },
  sk: { S: `OUT#${name}` },
  outbox: { S: mark },
  body: { S: '{}' },
})
const rows = (count: number): Row[] => Array.from({ length: count }, (_, index) => row(String(index).padStart(4, '0')))
const nameOf = ({ sk }: Row): string => sk?.S?.slice('OUT#'.length) ?? ''
const namesOf = ({ Records }: DynamoDBStreamEvent): string[] =>
  Records.map(({ dynamodb }) => dynamodb?.NewImage?.['sk']?.S?.slice('OUT#'.length) ?? '')

const commit = (...committed: Row[]): void => commitTo(table, ...committed)
const commitTo = (name: string, ...committed: Row[]): void => {
  const stored = disk.get(name) ?? new Map<string, Row>()
  disk.set(name, stored)
  for (const item of committed) stored.set(nameOf(item), item)
}
const onDisk = (name = table): string[] => [...(disk.get(name)?.keys() ?? [])].toSorted()
const relayed = (name = table): string[] => calls.filter((call) => call.table === name).flatMap(({ names }) => names)

beforeEach(() => {
  disk = new Map()
  calls = []
  errors = []
  answer = async () => ({ batchItemFailures: [] })
  dynamo.reset()
  dynamo.on(ScanCommand).callsFake(({ TableName = '', ExclusiveStartKey }: ScanCommandInput) => {
    // Two pages, and the rows in no order of theirs.
    const all = [...(disk.get(TableName)?.values() ?? [])].toReversed()
    const half = Math.ceil(all.length / 2)
    return ExclusiveStartKey
      ? { Items: all.slice(half) }
      : { Items: all.slice(0, half), LastEvaluatedKey: { pk: { S: 'x' }, sk: { S: 'x' } } }
  })
  dynamo.on(BatchWriteItemCommand).callsFake(({ RequestItems = {} }: BatchWriteItemCommandInput) => {
    for (const [name, requests] of Object.entries(RequestItems))
      for (const { DeleteRequest } of requests) disk.get(name)?.delete(nameOf(DeleteRequest?.Key ?? {}))
    return {}
  })
  const relayOf = (name: string) => async (event: DynamoDBStreamEvent) => {
    const names = namesOf(event)
    calls.push({ table: name, names })
    return answer(names, event)
  }
  tail = createOutboxTail(
    new DynamoDBClient({ region: 'eu-north-1' }),
    new Map([
      [table, relayOf(table)],
      [other, relayOf(other)],
    ]),
    (error) => errors.push(error),
    () => now,
  )
})
afterEach(() => tail.stop())

const failOnce = (failing: string) => {
  let isFirst = true
  answer = async (names, { Records }) => {
    const at = names.indexOf(failing)
    if (at < 0 || !isFirst) return { batchItemFailures: [] }
    isFirst = false
    return { batchItemFailures: [{ itemIdentifier: Records[at]?.dynamodb?.SequenceNumber ?? '' }] }
  }
}

describe('how it stands with an outbox', () => {
  it('is known while rows wait: since when the oldest does, and when the relay was last called', async () => {
    expect(tail.standing(table)).toEqual({ relayedAt: undefined, waitingSince: undefined })
    expect(tail.standing('no-such-table')).toBeUndefined()
    let release = (): void => undefined
    answer = () => new Promise((resolve) => (release = () => resolve({ batchItemFailures: [] })))
    now = 1_000
    tail.ring(table, [row('a')])
    await eventually(() => calls.length).toBe(1)
    now = 2_000
    tail.ring(table, [row('b')])
    expect(tail.standing(table)).toEqual({ relayedAt: 1_000, waitingSince: 1_000 })
    now = 3_000
    release()
    await eventually(() => calls.length).toBe(2)
    expect(tail.standing(table)).toEqual({ relayedAt: 3_000, waitingSince: 2_000 })
    release()
    await tail.idle()
    expect(tail.standing(table)).toEqual({ relayedAt: 3_000, waitingSince: undefined })
    expect(tail.standing(other)).toEqual({ relayedAt: undefined, waitingSince: undefined })
  })
})

describe('rows that are rung for', () => {
  it('come to the relay in their order, as inserts of a stream', async () => {
    const event: DynamoDBStreamEvent[] = []
    answer = async (_, batch) => {
      event.push(batch)
      return { batchItemFailures: [] }
    }
    tail.ring(table, [row('a'), row('b')])
    await tail.idle()
    expect(calls).toEqual([{ table, names: ['a', 'b'] }])
    expect(event[0]?.Records[1]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      dynamodb: { NewImage: { pk: { S: 'CASE#1' }, outbox: { S: 'event' }, body: { S: '{}' } }, SequenceNumber: '1' },
    })
  })

  it('one ring after the other keep the order of the commits, however slow the relay is', async () => {
    let release = (): void => undefined
    answer = () => new Promise((resolve) => (release = () => resolve({ batchItemFailures: [] })))
    tail.ring(table, [row('a')])
    tail.ring(table, [row('b')])
    await eventually(() => calls.length).toBe(1)
    tail.ring(table, [row('c')])
    answer = async () => ({ batchItemFailures: [] })
    release()
    await tail.idle()
    expect(relayed()).toEqual(['a', 'b', 'c'])
  })

  it('are given a hundred at a time, as the stream would', async () => {
    tail.ring(table, rows(250))
    await tail.idle()
    expect(calls.map(({ names }) => names.length)).toEqual([100, 100, 50])
    expect(relayed()).toEqual(rows(250).map(nameOf))
  })

  it('are deleted when they have been relayed, and not before', async () => {
    commit(...rows(60))
    let whileRelaying: string[] = []
    answer = async () => {
      whileRelaying = onDisk()
      return { batchItemFailures: [] }
    }
    tail.ring(table, rows(60))
    await tail.idle()
    expect(whileRelaying).toHaveLength(60)
    expect(onDisk()).toEqual([])
  })

  it('of a table without a relay are nobody’s', async () => {
    tail.ring('kalmar-insight', [row('a')])
    await tail.idle()
    expect(calls).toEqual([])
  })
})

describe('a failure', () => {
  it('of one row brings the batch back from that row on, and what came before is done with', async () => {
    commit(...['a', 'b', 'c'].map((name) => row(name)))
    failOnce('b')
    tail.ring(
      table,
      ['a', 'b', 'c'].map((name) => row(name)),
    )
    await tail.idle()
    expect(calls.map(({ names }) => names)).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
    ])
    expect(onDisk()).toEqual([])
  })

  it('of the whole relay is told, and tried again', async () => {
    let isFirst = true
    answer = async () => {
      if (!isFirst) return { batchItemFailures: [] }
      isFirst = false
      throw new Error('the queues are away')
    }
    tail.ring(table, [row('a')])
    await tail.idle()
    expect(relayed()).toEqual(['a', 'a'])
    expect(errors).toEqual([new Error('the queues are away')])
  })

  it('in one table does not hold up another', async () => {
    answer = async (names) => ({ batchItemFailures: names[0] === 'a' ? [{ itemIdentifier: '0' }] : [] })
    tail.ring(table, [row('a')])
    tail.ring(other, [row('b')])
    await eventually(() => relayed(other)).toEqual(['b'])
  })

  it('to delete is told, and the rows are found again by the next scan', async () => {
    commit(row('a'))
    dynamo.on(BatchWriteItemCommand).rejectsOnce(new Error('the database is away'))
    tail.ring(table, [row('a')])
    await eventually(() => errors).toEqual([new Error('the database is away')])
    await tail.idle()
    expect(onDisk()).toEqual(['a'])
  })
})

describe('a scan', () => {
  it('finds what nobody has rung for, on every page, in the order in which it was written', async () => {
    commit(row('b'), row('c'), row('a'))
    await tail.scan(table)
    await tail.idle()
    expect(relayed()).toEqual(['a', 'b', 'c'])
    expect(dynamo.commandCalls(ScanCommand).map(({ args }) => args[0].input)).toMatchObject([
      { TableName: table, FilterExpression: 'attribute_exists(outbox)' },
      { TableName: table },
    ])
    expect(onDisk()).toEqual([])
  })

  it('takes nothing that is already on its way: a quiet run relays each row once', async () => {
    let release = (): void => undefined
    answer = () => new Promise((resolve) => (release = () => resolve({ batchItemFailures: [] })))
    commit(row('a'), row('b'))
    tail.ring(table, [row('a'), row('b')])
    await eventually(() => calls.length).toBe(1)
    await tail.scan(table)
    answer = async () => ({ batchItemFailures: [] })
    release()
    // Relayed, and for a moment still on disk.
    await eventually(() => relayed().length).toBe(2)
    await tail.scan(table)
    await tail.idle()
    expect(relayed()).toEqual(['a', 'b'])
    expect(onDisk()).toEqual([])
  })

  it('that nothing waits for is nothing', async () => {
    await tail.scan(table)
    await tail.idle()
    expect(calls).toEqual([])
  })
})

describe('stopping', () => {
  it('waits for what is being relayed, and deletes it', async () => {
    commit(row('a'))
    let release = (): void => undefined
    answer = () => new Promise((resolve) => (release = () => resolve({ batchItemFailures: [] })))
    tail.ring(table, [row('a')])
    await eventually(() => calls.length).toBe(1)
    const stopped = tail.stop()
    release()
    await stopped
    expect(onDisk()).toEqual([])
  })

  it('does not wait for a relay that fails again and again; what is left stays on disk for the next start', async () => {
    commit(row('a'), row('b'))
    answer = async (names) => ({ batchItemFailures: [{ itemIdentifier: String(names.indexOf('b')) }] })
    tail.ring(table, [row('a'), row('b')])
    await eventually(() => calls.length).toBeGreaterThanOrEqual(2)
    await tail.stop()
    const count = calls.length
    tail.ring(table, [row('c')])
    await tail.idle()
    expect(calls).toHaveLength(count)
    expect(onDisk()).toEqual(['b'])
  })
})
