import type { SQSEvent, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { outboxMark } from '#lambda/unit-of-work.ts'
import { eventRoutes } from '../../../infra/event-routes.ts'
import { services } from '../../../services/services.ts'
import { succeeded } from './aws-call.ts'
import type { AwsAnswer, AwsCall, SendCall } from './aws-call.ts'
import { textOf, transaction } from './database.ts'
import type { AnyFunction } from './functions.ts'
import { md5, queueUrlOf } from './queues.ts'
import { benefitsHeadKey } from './watch.ts'
import type { SeededBug } from './world.ts'

/**
 * Defects that a neighbour of the product's own code could have, each put around the real pieces. A harness that
 * does not find them would not find them in the product either.
 */

type Put = z.infer<typeof transaction>['TransactItems'][number]['Put']

const isKind = (functionKey: string, kind: string): boolean => functionKey.endsWith(`-${kind}`)
const isTransaction = ({ operation }: AwsCall): boolean => operation === 'TransactWriteItems'
const isEvent = ({ Item }: Put): boolean => textOf(Item, outboxMark) === 'event'
const isFault = ({ statusCode }: AwsAnswer): boolean => statusCode !== 200

const putsOf = (call: AwsCall): readonly Put[] => transaction.parse(call.input).TransactItems.map(({ Put: put }) => put)
/** The wire has no empty objects where an expression is missing. */
const wired = ({
  ConditionExpression: condition,
  ExpressionAttributeNames: named,
  ExpressionAttributeValues: values,
  ...put
}: Put) => ({
  Put:
    condition === undefined
      ? put
      : { ...put, ConditionExpression: condition, ExpressionAttributeNames: named, ExpressionAttributeValues: values },
})
const withPuts = (call: AwsCall, puts: readonly Put[]): AwsCall => ({ ...call, input: { TransactItems: puts.map(wired) } })
/** The event stands in the table as before, but no relay sees it. */
const unmarked = (put: Put): Put => {
  const { [outboxMark]: mark, ...item } = put.Item
  return mark?.S === 'event' ? { ...put, Item: item } : put
}
const withoutCondition = ({ TableName, Item }: Put): Put => ({
  TableName,
  Item,
  ExpressionAttributeNames: {},
  ExpressionAttributeValues: {},
})

/** Around the transactions of a function, and of it alone. */
const aroundTransaction =
  (change: (call: AwsCall, send: SendCall, functionKey: string) => Promise<AwsAnswer>): NonNullable<SeededBug['aroundCall']> =>
  (send, functionKey) =>
  (call) =>
    isTransaction(call) ? change(call, send, functionKey) : send(call)

/** Around one operation: what it answers when it went wrong. */
const onFault =
  (operation: string, answer: unknown): NonNullable<SeededBug['aroundCall']> =>
  (send) =>
  async (call) => {
    if (call.operation !== operation) return send(call)
    const given = await send(call).catch((): AwsAnswer => ({ statusCode: 500, body: {} }))
    return isFault(given) ? succeeded(answer) : given
  }

const sending = (call: AwsCall, change: (entry: Record<string, string>) => Record<string, string>): AwsCall => {
  const batch = z.object({ QueueUrl: z.string(), Entries: z.array(z.record(z.string(), z.string())) }).parse(call.input)
  return { ...call, input: { ...batch, Entries: batch.Entries.map(change) } }
}

const batchResult = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })
type Failures = z.infer<typeof batchResult>['batchItemFailures']

/** Around what an inbox or a relay says has failed. */
const aroundFailures =
  (
    kind: 'inbox' | 'relay',
    change: (failures: Failures, ids: readonly string[]) => Failures,
  ): NonNullable<SeededBug['aroundFunction']> =>
  (run, functionKey): AnyFunction =>
  async (event, context) => {
    const result = await run(event, context)
    if (!isKind(functionKey, kind)) return result
    const ids =
      kind === 'inbox'
        ? (event as SQSEvent).Records.map(({ messageId }) => messageId) // an inbox is called with messages
        : (event as DynamoDBStreamEvent).Records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '') // and a relay with records
    return { batchItemFailures: change(batchResult.parse(result).batchItemFailures, ids) }
  }

const sendDirectly = async (events: readonly AnyEvent[], send: SendCall): Promise<void> => {
  for (const event of events) {
    const emitter = services.find(({ name }) => event.source.endsWith(`/${name}`))
    const takers = emitter ? eventRoutes(emitter, services, queueUrlOf) : []
    for (const { queueUrl, events: taken } of takers) {
      if (!taken.some(({ type, phase }) => type === event.type && (phase === undefined || phase === event.phase))) continue
      // oxlint-disable-next-line no-await-in-loop -- one queue after the other, as the naive way does
      await send({
        service: 'sqs',
        operation: 'SendMessageBatch',
        input: {
          QueueUrl: queueUrl,
          Entries: [
            { Id: '0', MessageBody: JSON.stringify(event), MessageGroupId: event.subject, MessageDeduplicationId: event.id },
          ],
        },
      })
    }
  }
}

const eventsIn = (puts: readonly Put[]): AnyEvent[] =>
  puts.filter(isEvent).map(({ Item }) => anyEvent.parse(JSON.parse(textOf(Item, 'body'))))

type FrozenHead = z.infer<typeof frozenHead>
const frozenHead = z.looseObject({
  assessments: z.record(
    z.string(),
    z.looseObject({ current: z.number(), frozen: z.looseObject({ version: z.number() }).optional() }),
  ),
})

const withBody = (put: Put, change: (head: FrozenHead) => FrozenHead): Put => {
  const body = change(frozenHead.parse(JSON.parse(textOf(put.Item, 'body'))))
  return { ...put, Item: { ...put.Item, body: { S: JSON.stringify(body) } } }
}

/** Only the assessment of the latest kind is still frozen. */
const forgetful = (head: FrozenHead): FrozenHead => {
  const latest = Object.keys(head.assessments).toSorted().at(-1)
  const kept = Object.entries(head.assessments).map(([kind, { frozen, ...rest }]) => [
    kind,
    kind === latest && frozen ? { ...rest, frozen } : rest,
  ])
  return { ...head, assessments: Object.fromEntries(kept) as FrozenHead['assessments'] }
}

const freezingTheLatest = (head: FrozenHead): FrozenHead => ({
  ...head,
  assessments: Object.fromEntries(
    Object.entries(head.assessments).map(([kind, { current, frozen, ...rest }]) => [
      kind,
      { ...rest, current, ...(frozen && { frozen: { ...frozen, version: current } }) },
    ]),
  ),
})

const stepPayload = z.object({ step: z.string(), requestId: z.string() })
const isCommand = ({ Item }: Put, kind: string): boolean =>
  textOf(Item, outboxMark) === 'state-machine' && textOf(Item, 'body').includes(`"kind":"${kind}"`)
const cancelled = z.object({ CancellationReasons: z.array(z.object({ Code: z.string() })) })

export const seededBugs: readonly SeededBug[] = [
  {
    name: 'events are sent after the commit, without an outbox',
    aroundCall: aroundTransaction(async (call, send) => {
      const puts = putsOf(call)
      const answer = await send(withPuts(call, puts.map(unmarked)))
      if (!isFault(answer)) await sendDirectly(eventsIn(puts), send)
      return answer
    }),
  },
  {
    name: 'events are sent before the commit, without an outbox',
    aroundCall: aroundTransaction(async (call, send) => {
      const puts = putsOf(call)
      await sendDirectly(eventsIn(puts), send)
      return send(withPuts(call, puts.map(unmarked)))
    }),
  },
  {
    name: 'the outbox is written in a transaction of its own, after the state',
    aroundCall: aroundTransaction(async (call, send) => {
      const puts = putsOf(call)
      const answer = await send(
        withPuts(
          call,
          puts.filter((put) => !isEvent(put)),
        ),
      )
      const outbox = puts.filter(isEvent)
      return isFault(answer) || outbox.length === 0 ? answer : send(withPuts(call, outbox))
    }),
  },
  {
    name: 'the outbox is written in a transaction of its own, before the state',
    aroundCall: aroundTransaction(async (call, send) => {
      const puts = putsOf(call)
      const outbox = puts.filter(isEvent)
      if (outbox.length > 0) await send(withPuts(call, outbox))
      return send(
        withPuts(
          call,
          puts.filter((put) => !isEvent(put)),
        ),
      )
    }),
  },
  {
    name: 'the condition on the version is dropped',
    aroundCall: aroundTransaction((call, send) =>
      send(
        withPuts(
          call,
          putsOf(call).map((put) => (put.ConditionExpression?.startsWith('#version') ? withoutCondition(put) : put)),
        ),
      ),
    ),
  },
  {
    name: 'the journal is written without any condition',
    aroundCall: aroundTransaction((call, send, functionKey) =>
      send(functionKey === 'insight-inbox' ? withPuts(call, putsOf(call).map(withoutCondition)) : call),
    ),
  },
  {
    name: 'a failed condition is taken for done',
    aroundCall: onFault('TransactWriteItems', {}),
  },
  {
    name: 'a conflict between transactions is taken for done',
    aroundCall: aroundTransaction(async (call, send) => {
      const answer = await send(call)
      const reasons = cancelled.safeParse(answer.body)
      const isConflict = reasons.success && reasons.data.CancellationReasons.some(({ Code }) => Code === 'TransactionConflict')
      return isConflict ? succeeded({}) : answer
    }),
  },
  {
    name: 'a throttled or unheard batch is taken for sent',
    aroundCall: onFault('SendMessageBatch', { Successful: [], Failed: [] }),
  },
  {
    name: 'the failed entries of a batch are overlooked',
    aroundCall: (send) => async (call) => {
      const answer = await send(call)
      if (call.operation !== 'SendMessageBatch' || isFault(answer)) return answer
      const { Successful } = z.object({ Successful: z.array(z.unknown()) }).parse(answer.body)
      return succeeded({ Successful, Failed: [] })
    },
  },
  { name: 'the relay says that all is well', aroundFunction: aroundFailures('relay', () => []) },
  {
    name: 'the relay names the last record, not the first that failed',
    aroundFunction: aroundFailures('relay', (failures, ids) =>
      failures.length === 0 ? [] : [{ itemIdentifier: ids.at(-1) ?? '' }],
    ),
  },
  {
    name: 'the relay names the record after the one that failed',
    aroundFunction: aroundFailures('relay', (failures, ids) =>
      failures.flatMap(({ itemIdentifier }) => {
        const next = ids[ids.indexOf(itemIdentifier) + 1]
        return next === undefined ? [] : [{ itemIdentifier: next }]
      }),
    ),
  },
  {
    name: 'the relay gives an event a new id each time that it is sent',
    aroundCall: (send) => (call) => {
      if (call.operation !== 'SendMessageBatch') return send(call)
      return send(
        sending(call, (entry) => {
          const event = anyEvent.parse(JSON.parse(entry['MessageBody'] ?? ''))
          // Still a UUIDv7, one further in its last digit.
          const id = event.id.replace(/.$/, (digit) => ((Number.parseInt(digit, 16) + 1) % 16).toString(16))
          return { ...entry, MessageBody: JSON.stringify({ ...event, id }), MessageDeduplicationId: id }
        }),
      )
    },
  },
  {
    name: 'messages are deduplicated by the case and not by the event',
    aroundCall: (send) => (call) =>
      send(
        call.operation === 'SendMessageBatch'
          ? sending(call, (entry) => ({ ...entry, MessageDeduplicationId: entry['MessageGroupId'] ?? '' }))
          : call,
      ),
  },
  {
    name: 'a message is deleted before the work',
    aroundFunction:
      (run, functionKey): AnyFunction =>
      (event, context) => {
        const work = run(event, context)
        if (!isKind(functionKey, 'inbox')) return work
        void work.catch(() => undefined)
        return Promise.resolve({ batchItemFailures: [] })
      },
  },
  { name: 'the inbox swallows what fails', aroundFunction: aroundFailures('inbox', () => []) },
  {
    name: 'the inbox names another message than the one that failed',
    aroundFunction: aroundFailures('inbox', (failures, ids) =>
      failures.length === 0 ? [] : [{ itemIdentifier: ids.find((id) => id !== failures[0]?.itemIdentifier) ?? ids[0] ?? '' }],
    ),
  },
  {
    name: 'the inbox names the failed message and not those that wait behind it',
    aroundFunction: aroundFailures('inbox', (failures) => failures.slice(0, 1)),
  },
  {
    name: 'the api says yes though it failed',
    aroundFunction:
      (run, functionKey): AnyFunction =>
      async (event, context) => {
        const result = await run(event, context)
        const answer = z.looseObject({ statusCode: z.number() }).safeParse(result)
        const isFailed = isKind(functionKey, 'api') && answer.success && answer.data.statusCode >= 500
        const isDecision = z.object({ routeKey: z.string().endsWith('/decisions') }).safeParse(event).success
        return isFailed && isDecision ? { statusCode: 202, headers: {}, body: '{}' } : result
      },
  },
  {
    name: 'an execution that could not be started is taken for started',
    aroundCall: onFault('StartExecution', { executionArn: 'none', startDate: 0 }),
  },
  {
    name: 'an answer that the machine did not get is taken for given',
    aroundCall: onFault('SendTaskSuccess', {}),
  },
  {
    name: 'the command that resumes the machine is forgotten',
    aroundCall: aroundTransaction((call, send) =>
      send(
        withPuts(
          call,
          putsOf(call).filter((put) => !isCommand(put, 'resume')),
        ),
      ),
    ),
  },
  {
    name: 'a step that failed is reported as taken',
    aroundFunction:
      (run, functionKey): AnyFunction =>
      async (event, context) => {
        if (functionKey !== 'gates-tasks') return run(event, context)
        return run(event, context).catch(() => ({ status: 'decided', isExpired: false, waitSeconds: 60 }))
      },
  },
  {
    name: 'the token of the wait is not kept',
    aroundFunction:
      (run, functionKey): AnyFunction =>
      (event, context) => {
        const payload = stepPayload.safeParse(event)
        return functionKey === 'gates-tasks' && payload.data?.step === 'awaitDecision'
          ? Promise.resolve({ status: 'open', isExpired: false, waitSeconds: 60 })
          : run(event, context)
      },
  },
  {
    name: 'a message that could not be set aside is taken for set aside',
    aroundCall: (send) => async (call) => {
      if (call.operation !== 'SendMessage') return send(call)
      const answer = await send(call).catch((): AwsAnswer => ({ statusCode: 500, body: {} }))
      const { MessageBody } = z.object({ MessageBody: z.string() }).parse(call.input)
      return isFault(answer) ? succeeded({ MessageId: 'none', MD5OfMessageBody: md5(MessageBody) }) : answer
    },
  },
  {
    name: 'the first answer to an Idempotency-Key is not kept',
    aroundCall: aroundTransaction((call, send) =>
      send(
        withPuts(
          call,
          putsOf(call).filter(({ Item }) => !textOf(Item, 'pk').startsWith('IDEMPOTENCY#')),
        ),
      ),
    ),
  },
  {
    name: 'benefits forgets what was frozen when a later assessment is written',
    aroundCall: aroundTransaction((call, send) =>
      send(
        withPuts(
          call,
          putsOf(call).map((put) => (textOf(put.Item, 'sk') === benefitsHeadKey ? withBody(put, forgetful) : put)),
        ),
      ),
    ),
  },
  {
    name: 'the case goes on with another assessment than the one that was decided on',
    aroundCall: aroundTransaction((call, send) =>
      send(
        withPuts(
          call,
          putsOf(call).map((put) => (textOf(put.Item, 'sk') === benefitsHeadKey ? withBody(put, freezingTheLatest) : put)),
        ),
      ),
    ),
  },
]
