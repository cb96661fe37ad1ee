import { Readable } from 'node:stream'
import { DynamoDBClient, GetItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { NodeHttpHandler } from '@smithy/node-http-handler'
import type { Context } from 'aws-lambda'
import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import type { FunctionKind } from '#lambda/declaration.ts'
import { createLog } from '#lambda/log.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { AnyFunction } from '../../local/system.ts'
import { services } from '../../services/services.ts'
import { createCallCounter } from './count-calls.ts'
import { decisionGateTransitions } from './state-transitions.ts'
import type { Tally } from './tally.ts'

const queueUrl = 'http://127.0.0.1:1/000000000000/kalmar-insight-inbox.fifo'
const context = {} as Context // no function here looks at it

/** A request handler that is AWS: answers every request with the same. */
const answering = (answer: object, statusCode = 200): Pick<NodeHttpHandler, 'handle' | 'destroy'> => ({
  handle: async () => ({
    response: { statusCode, headers: {}, body: Readable.from([Buffer.from(JSON.stringify(answer))]) },
  }),
  destroy: () => undefined,
})

const runtimeOf = (requestHandler: object): Runtime => ({
  county: kalmar,
  environment: {},
  clock: () => '2026-01-01T00:00:00.000Z',
  newId: () => '01890a5d-ac96-774b-bcce-b302099a8057',
  log: createLog(
    () => undefined,
    () => '',
    {},
  ),
  awsClient: () => ({
    region: 'eu-north-1',
    endpoint: 'http://127.0.0.1:1',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
    requestHandler,
  }),
})

const setUp = async (kind: FunctionKind, work: (runtime: Runtime) => AnyFunction, aws: object = {}) => {
  const counter = createCallCounter('kalmar', services, decisionGateTransitions())
  const contents = counter.around({
    services,
    createConsole: async () => () => async () => ({ statusCode: 404 }),
    createFunction: async (_service, _kind, runtime) => work(runtime),
  })
  const service = kind === 'tasks' ? 'gates' : 'insight'
  const run = await contents.createFunction(service, kind, runtimeOf(aws))
  const tallyOf = (occasion: string): Tally | undefined =>
    counter.counted().find((one) => one.kind === kind && one.occasion === occasion)?.tally
  return { counter, run: (event: unknown) => run(event, context), tallyOf }
}

const request = (method: string, rawPath = '/v1/insight/cases') => ({
  rawPath,
  rawQueryString: '',
  headers: {},
  requestContext: { http: { method } },
})

const putOf = (sk: string, more: object = {}) => ({
  Put: {
    TableName: 'kalmar-insight',
    Item: { pk: { S: 'CASE#1' }, sk: { S: sk }, body: { S: '{}' }, version: { N: '1' }, ...more },
  },
})

describe('what is counted', () => {
  it('is a request for every call of an api, apart when the caller looks again at what has not changed', async () => {
    const { run, tallyOf } = await setUp('api', () => async () => ({ statusCode: 200 }))
    await run(request('GET'))
    await run(request('GET'))
    await run(request('GET', '/v1/insight/journals'))
    await run(request('POST'))
    await run(request('GET'))
    expect(tallyOf('case')).toMatchObject({ httpRequests: 4, invocations: 4 })
    expect(tallyOf('again')).toMatchObject({ httpRequests: 1, invocations: 1 })
  })

  it('is a receive and a delete for every batch of an inbox, and one more for every further 64 kB', async () => {
    const { run, tallyOf } = await setUp('inbox', () => async () => ({ batchItemFailures: [] }))
    const record = (bytes: number) => ({ body: 'x'.repeat(bytes), attributes: { MessageDeduplicationId: String(bytes) } })
    await run({ Records: [record(10), record(20)] })
    expect(tallyOf('case')).toMatchObject({ fifoRequests: 2, invocations: 1 })
    await run({ Records: [record(65_000), record(1_000)] })
    expect(tallyOf('case')).toMatchObject({ fifoRequests: 5, invocations: 2 })
  })

  it('is the transitions of a step, and a run of the clock apart', async () => {
    const { run, tallyOf } = await setUp('tasks', () => async () => undefined)
    await run({ step: 'remind', requestId: 'a' })
    await run({ step: 'record', requestId: 'a' })
    await run({ schedule: 'wake-due-cases' })
    expect(tallyOf('case')).toMatchObject({ transitions: 3, invocations: 2 })
    expect(tallyOf('clock')).toMatchObject({ transitions: 0, invocations: 1 })
  })

  it('is what a transaction writes, on the table and on its indexes', async () => {
    const { run, tallyOf, counter } = await setUp(
      'api',
      (runtime) => async () => {
        const client = new DynamoDBClient(runtime.awsClient('dynamodb'))
        await client.send(
          new TransactWriteItemsCommand({
            TransactItems: [
              putOf('HEAD', { listing: { S: 'JOURNALS' }, listedAt: { S: '2026' } }),
              putOf('ENTRY#000001', { body: { S: 'x'.repeat(1_500) } }),
            ],
          }),
        )
      },
      answering({}),
    )
    await run(request('POST'))
    expect(tallyOf('case')).toMatchObject({ transactions: 1, writeUnits: 2 + 1 + 4 })
    expect(counter.writtenRows().map(({ row }) => row)).toEqual(['CASE HEAD', 'CASE ENTRY'])
    expect(counter.written()).toContainEqual({ table: 'kalmar-insight', place: 'by-listing', partition: 'JOURNALS', units: 1 })
  })

  it('is what a read finds, and the client still gets its answer', async () => {
    let found: string | undefined
    const { run, tallyOf } = await setUp(
      'api',
      (runtime) => async () => {
        const client = new DynamoDBClient(runtime.awsClient('dynamodb'))
        const command = new GetItemCommand({ TableName: 'kalmar-insight', Key: { pk: { S: 'a' } }, ConsistentRead: true })
        found = (await client.send(command)).Item?.['body']?.S
      },
      answering({ Item: { pk: { S: 'a' }, body: { S: 'x'.repeat(5_000) } } }),
    )
    await run(request('GET'))
    expect(found).toHaveLength(5_000)
    expect(tallyOf('case')).toMatchObject({ readUnits: 2 })
  })

  it('waits for a message that is sent but not taken, and not for one that the queue refused', async () => {
    const { run, tallyOf, counter } = await setUp(
      'relay',
      (runtime) => async () => {
        const client = new SQSClient({ ...runtime.awsClient('sqs'), md5: false })
        await client.send(
          new SendMessageBatchCommand({
            QueueUrl: queueUrl,
            Entries: ['sent', 'refused'].map((Id) => ({ Id, MessageBody: 'x', MessageGroupId: 'g', MessageDeduplicationId: Id })),
          }),
        )
        return { batchItemFailures: [] }
      },
      answering({ Successful: [], Failed: [{ Id: 'refused', SenderFault: true, Code: 'no' }] }),
    )
    expect(counter.isQuiet()).toBe(true)
    await run({ Records: [] })
    expect(tallyOf('case')).toMatchObject({ fifoRequests: 1 })
    expect(counter.sends().callsByQueue.get('kalmar-insight-inbox.fifo')).toBe(1)
    expect(counter.isQuiet()).toBe(false)

    const inbox = await counter
      .around({
        services,
        createConsole: async () => () => async () => ({ statusCode: 404 }),
        createFunction: async () => async () => ({ batchItemFailures: [] }),
      })
      .createFunction('insight', 'inbox', runtimeOf({}))
    await inbox({ Records: [{ body: 'x', attributes: { MessageDeduplicationId: 'sent' } }] }, context)
    expect(counter.isQuiet()).toBe(true)
  })
})
