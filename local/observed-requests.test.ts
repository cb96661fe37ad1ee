import { Readable } from 'node:stream'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { beforeEach, describe, expect, it } from 'vitest'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { observedClients } from './observed-requests.ts'
import type { HttpHandler, RequestObserver } from './observed-requests.ts'

let seen: unknown[]
beforeEach(() => {
  seen = []
})

/** In place of AWS: answers every request with the same, or not at all. */
const answering = (answer: object | undefined, statusCode = 200): HttpHandler => ({
  handle: async () => {
    if (!answer) throw new Error('socket hang up')
    const body = Readable.from([Buffer.from(JSON.stringify(answer))])
    return { response: { statusCode, headers: { 'content-type': 'application/x-amz-json-1.0' }, body } }
  },
  destroy: () => undefined,
})

const watching: RequestObserver = {
  answered: async ({ operation, input }, status, answer) => {
    seen.push([operation, input(), status, await answer()])
  },
  unanswered: ({ operation, input }) => {
    seen.push([operation, input(), 'unanswered'])
  },
}

const optionsFor = (aws: HttpHandler, observer: RequestObserver) =>
  observedClients(
    {
      ...createTestRuntime(),
      awsClient: () => ({
        region: 'eu-north-1',
        endpoint: 'http://127.0.0.1:1',
        credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
        maxAttempts: 1,
        requestHandler: aws,
      }),
    },
    () => observer,
  ).awsClient('dynamodb')

const read = (aws: HttpHandler, observer = watching) =>
  new DynamoDBClient(optionsFor(aws, observer)).send(new GetItemCommand({ TableName: 'kalmar-ideas', Key: { pk: { S: 'å' } } }))
const input = { TableName: 'kalmar-ideas', Key: { pk: { S: 'å' } } }

describe('an observed request', () => {
  it('is told with its answer, and the client has the answer all the same', async () => {
    const Item = { pk: { S: 'å' } }
    expect((await read(answering({ Item }))).Item).toEqual(Item)
    expect(seen).toEqual([['GetItem', input, 200, { Item }]])
  })

  it('is told when it is refused', async () => {
    await expect(read(answering({ __type: 'ResourceNotFoundException' }, 400))).rejects.toThrow()
    expect(seen).toEqual([['GetItem', input, 400, { __type: 'ResourceNotFoundException' }]])
  })

  it('is told when nothing comes back', async () => {
    await expect(read(answering(undefined))).rejects.toThrow('socket hang up')
    expect(seen).toEqual([['GetItem', input, 'unanswered']])
  })

  it('leaves the answer unread when nobody asks for it', async () => {
    const quiet: RequestObserver = { answered: () => undefined, unanswered: () => undefined }
    expect((await read(answering({ Item: { pk: { S: 'a' } } }), quiet)).Item).toBeDefined()
  })
})
