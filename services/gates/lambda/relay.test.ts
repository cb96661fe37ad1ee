import { SendTaskSuccessCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, describe, expect, it } from 'vitest'
import { anyEvent } from '#contracts/event.ts'
import { decisionMade, decisionOpened } from '#contracts/events.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { outboxRows, sequenceNumberOf, streamRecords } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { createGateDriver } from '../testing/gate-driver.ts'
import { evidenceOf, goOf, requestIdOf } from '../testing/requests.ts'
import { create } from './relay.ts'

const stateMachineArn = 'arn:aws:states:eu-north-1:000000000000:stateMachine:kalmar-decision-gate'
const ideasInbox = 'https://queue.example/ideas'
const requestId = requestIdOf(evidenceOf())

const sfn = mockClient(SFNClient)
const sqs = mockClient(SQSClient)
beforeEach(() => {
  for (const mock of [sfn, sqs]) mock.reset()
  sqs.on(SendMessageBatchCommand).resolves({ Successful: [], Failed: [] })
})

const relay = () =>
  create(
    createTestRuntime({
      environment: {
        STATE_MACHINE_ARN: stateMachineArn,
        EVENT_ROUTES: JSON.stringify([
          { queueUrl: ideasInbox, events: [{ type: decisionMade.type, phase: 'ideas' }, { type: decisionOpened.type }] },
        ]),
      },
    }),
  )

/** All that stands in the outbox when a request has been received, opened, waited for, decided and recorded. */
const outbox = async () => {
  const driver = createGateDriver()
  await driver.deliver(driver.requestedEvent())
  await driver.step('open')
  await driver.step('awaitDecision', { token: 'token-1' })
  const state = await driver.find()
  if (!state) throw new Error('the request is not there')
  const { actor: _, ...body } = goOf(state.request)
  await driver.call('makeDecision', { body })
  await driver.step('record')
  // Ids are given in order, and stand last in the sort key.
  return outboxRows(driver.table.rows()).toSorted((a, b) => (a.sk.slice(-12) < b.sk.slice(-12) ? -1 : 1))
}

describe('the relay of gates', () => {
  it('starts the machine, resumes it, and tells the phase, from one outbox', async () => {
    expect(await relay()(streamRecords(await outbox()), lambdaContext)).toEqual({ batchItemFailures: [] })
    const started = sfn.commandCalls(StartExecutionCommand).map(({ args }) => args[0].input)
    expect(started).toMatchObject([{ stateMachineArn, name: requestId }])
    expect(JSON.parse(started[0]?.input ?? '')).toEqual({
      requestId,
      traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
    })
    expect(sfn.commandCalls(SendTaskSuccessCommand).map(({ args }) => args[0].input)).toEqual([
      { taskToken: 'token-1', output: '{}' },
    ])
    const sent = sqs.commandCalls(SendMessageBatchCommand).flatMap(({ args }) => args[0].input.Entries ?? [])
    expect(sent.map(({ MessageBody }) => anyEvent.parse(JSON.parse(MessageBody ?? '')).type)).toEqual([
      decisionOpened.type,
      decisionMade.type,
    ])
  })

  it('reports a command that could not be given, so that the stream comes back from there', async () => {
    const rows = await outbox()
    const position = rows.findIndex(({ body }) => (body as { kind?: string }).kind === 'resume') // commands have a kind
    sfn.on(SendTaskSuccessCommand).rejects(Object.assign(new Error('not now'), { name: 'ThrottlingException' }))
    expect(await relay()(streamRecords(rows), lambdaContext)).toEqual({
      batchItemFailures: [{ itemIdentifier: sequenceNumberOf(position) }],
    })
  })

  it('given the same batch again, takes what is already started for done', async () => {
    sfn.on(StartExecutionCommand).rejects(Object.assign(new Error('there'), { name: 'ExecutionAlreadyExists' }))
    sfn.on(SendTaskSuccessCommand).rejects(Object.assign(new Error('gone'), { name: 'TaskTimedOut' }))
    expect(await relay()(streamRecords(await outbox()), lambdaContext)).toEqual({ batchItemFailures: [] })
  })

  it.each(['STATE_MACHINE_ARN', 'EVENT_ROUTES'])('does not start without %s', (name) => {
    const environment = { STATE_MACHINE_ARN: stateMachineArn, EVENT_ROUTES: '[]', [name]: undefined }
    expect(() => create(createTestRuntime({ environment }))).toThrow()
  })
})
