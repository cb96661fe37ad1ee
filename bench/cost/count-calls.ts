import { AsyncLocalStorage } from 'node:async_hooks'
import type { APIGatewayProxyEventV2, DynamoDBStreamEvent, SQSEvent } from 'aws-lambda'
import type { FunctionKind, ServiceDeclaration } from '#lambda/declaration.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { outboxMark } from '#lambda/unit-of-work.ts'
import { names } from '../../infra/names.ts'
import { observedClients } from '../../local/observed-requests.ts'
import type { AnyFunction, Contents } from '../../local/system.ts'
import { createDatabaseUsage } from './database-usage.ts'
import type { WrittenPartition, WrittenRows } from './database-usage.ts'
import type { Exchange } from './exchange.ts'
import { sqsRequests } from './sqs-requests.ts'
import type { TransitionCounts } from './state-transitions.ts'
import { add, nothing } from './tally.ts'
import type { Counted, Occasion, Tally } from './tally.ts'

/** Calls of the state machine's API, and calls that send to one queue. */
export interface Sends {
  readonly executionsStarted: number
  readonly tokensAnswered: number
  readonly callsByQueue: ReadonlyMap<string, number>
}

export interface CallCounter {
  /** The same contents, counted. */
  readonly around: (contents: Contents) => Contents
  readonly counted: () => readonly Counted[]
  readonly written: () => readonly WrittenPartition[]
  readonly writtenRows: () => readonly WrittenRows[]
  readonly sends: () => Sends
  /** Nothing runs, every outbox row is relayed and every message that was sent has been taken. */
  readonly isQuiet: () => boolean
}

interface Invocation {
  readonly service: string
  readonly kind: FunctionKind
  readonly occasion: Occasion
}

interface SentBatch {
  readonly QueueUrl: string
  readonly Entries: readonly { readonly Id: string; readonly MessageBody: string; readonly MessageDeduplicationId: string }[]
}

const queueOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1)
const requestsTo = (queue: string, count: number): Partial<Tally> =>
  queue.endsWith('.fifo') ? { fifoRequests: count } : { standardRequests: count }

const isWithin = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean => [...some].every((one) => all.has(one))

const rowKey = (row: { pk?: { S?: string }; sk?: { S?: string } } | undefined): string => `${row?.pk?.S}\n${row?.sk?.S}`

/**
 * Counts what a county's functions do and ask of AWS, from outside: around the functions and the clients' request
 * handlers. What Lambda itself asks of the queues for an inbox - to receive a batch and to delete it - is reckoned
 * from the batches that come. Polls that find nothing are not here; they are the same whether a case moves or not.
 */
export const createCallCounter = (
  countyId: string,
  services: readonly ServiceDeclaration[],
  transitions: TransitionCounts,
): CallCounter => {
  const named = names(countyId)
  const indexes = new Map(services.map((service) => [named.table(service.name), service.indexes]))
  const database = createDatabaseUsage((table) => indexes.get(table) ?? [])
  const tallies = new Map<string, Counted>()
  const current = new AsyncLocalStorage<Invocation>()
  const seenSinceChange = new Set<string>()
  const callsByQueue = new Map<string, number>()
  const waiting = { outboxRows: new Set<string>(), messages: new Set<string>(), running: 0 }
  const relayed = new Set<string>()
  const taken = new Set<string>()
  let executionsStarted = 0
  let tokensAnswered = 0

  const count = ({ service, kind, occasion }: Invocation, more: Partial<Tally>): void => {
    const key = `${service}-${kind}-${occasion}`
    tallies.set(key, { service, kind, occasion, tally: add(tallies.get(key)?.tally ?? nothing, more) })
  }

  const occasionOf = (kind: FunctionKind, event: unknown): Occasion => {
    if (kind === 'tasks') return (event as { schedule?: string }).schedule === undefined ? 'case' : 'clock'
    if (kind !== 'api') return 'case'
    const { requestContext, rawPath, rawQueryString, headers } = event as APIGatewayProxyEventV2 // what an api is called with
    if (requestContext.http.method !== 'GET') {
      seenSinceChange.clear()
      return 'case'
    }
    const question = [headers['authorization'], rawPath, rawQueryString].join('\n')
    const isAgain = seenSinceChange.has(question)
    seenSinceChange.add(question)
    return isAgain ? 'again' : 'case'
  }

  /** What a function is called with tells what Lambda and the state machine have done to call it. */
  const broughtBy = (kind: FunctionKind, service: string, event: unknown): Partial<Tally> => {
    switch (kind) {
      case 'api':
        return { httpRequests: 1 }
      case 'inbox': {
        const { Records } = event as SQSEvent
        for (const { attributes } of Records) taken.add(`${named.inbox(service)}\n${attributes.MessageDeduplicationId}`)
        const bytes = Records.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)
        return requestsTo(named.inbox(service), sqsRequests(bytes) + 1)
      }
      case 'relay':
        return {}
      case 'tasks': {
        const { step } = event as { step?: string }
        return step === undefined ? {} : { transitions: transitions.get(step) ?? 0 }
      }
    }
  }

  const counting =
    (service: string, kind: FunctionKind, inner: AnyFunction): AnyFunction =>
    async (event, context) => {
      const invocation: Invocation = { service, kind, occasion: occasionOf(kind, event) }
      count(invocation, { invocations: 1, ...broughtBy(kind, service, event) })
      waiting.running++
      const startedAt = performance.now()
      try {
        const answer = await current.run(invocation, () => inner(event, context))
        if (kind === 'relay' && (answer as { batchItemFailures: readonly unknown[] }).batchItemFailures.length === 0)
          for (const { dynamodb } of (event as DynamoDBStreamEvent).Records) relayed.add(rowKey(dynamodb?.NewImage))
        return answer
      } finally {
        // Lambda charges every started millisecond.
        count(invocation, { milliseconds: Math.ceil(performance.now() - startedAt) })
        waiting.running--
      }
    }

  const sentTally = ({ operation, request, status, answer }: Exchange): Partial<Tally> => {
    if (operation !== 'SendMessageBatch') throw new Error(`no rule for what ${operation} takes of SQS`)
    const { QueueUrl, Entries } = request as SentBatch
    const queue = queueOf(QueueUrl)
    callsByQueue.set(queue, (callsByQueue.get(queue) ?? 0) + 1)
    const failed = new Set(((answer as { Failed?: readonly { Id: string }[] }).Failed ?? []).map(({ Id }) => Id))
    if (status === 200)
      for (const { Id, MessageDeduplicationId } of Entries)
        if (!failed.has(Id)) waiting.messages.add(`${queue}\n${MessageDeduplicationId}`)
    return requestsTo(queue, sqsRequests(Entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0)))
  }

  const machineTally = ({ operation, status }: Exchange): Partial<Tally> => {
    if (operation === 'SendTaskSuccess') tokensAnswered++
    if (operation === 'StartExecution' && status === 200) executionsStarted++
    return {}
  }

  const databaseTally = (exchange: Exchange): Partial<Tally> => {
    if (exchange.operation === 'TransactWriteItems' && exchange.status === 200) {
      // What services/shared/lambda/dynamo-table.ts sends.
      const { TransactItems } = exchange.request as {
        TransactItems: readonly { Put: { Item: Record<string, { S?: string }> } }[]
      }
      for (const { Put } of TransactItems) if (Put.Item[outboxMark]) waiting.outboxRows.add(rowKey(Put.Item))
    }
    return database.tallyOf(exchange)
  }

  // No step of a case asks for figures or sends mail; whoever looks at the operations page or watches the forum does.
  const tallyOf = {
    dynamodb: databaseTally,
    sqs: sentTally,
    sfn: machineTally,
    cloudwatch: () => nothing,
    sesv2: () => nothing,
  } as const

  const observed = (service: string, kind: FunctionKind, runtime: Runtime): Runtime =>
    observedClients(runtime, (client) => ({
      answered: async ({ operation, input }, status, answer) => {
        const exchange: Exchange = { operation, request: input(), status, answer: await answer() }
        // A client that is used outside of an invocation is being made ready for one.
        count(current.getStore() ?? { service, kind, occasion: 'case' }, tallyOf[client](exchange))
      },
      // What was charged for is not known without the answer.
      unanswered: () => undefined,
    }))

  return {
    around: (contents) => ({
      ...contents,
      createFunction: async (service, kind, runtime) =>
        counting(service, kind, await contents.createFunction(service, kind, observed(service, kind, runtime))),
    }),
    counted: () => [...tallies.values()],
    written: () => database.written(),
    writtenRows: () => database.writtenRows(),
    sends: () => ({ executionsStarted, tokensAnswered, callsByQueue }),
    isQuiet: () => waiting.running === 0 && isWithin(relayed, waiting.outboxRows) && isWithin(taken, waiting.messages),
  }
}
