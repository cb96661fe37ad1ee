import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn'
import { mockClient } from 'aws-sdk-client-mock'
import { beforeEach, expect, it } from 'vitest'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { createStepFunctionsExecutions } from './step-functions-executions.ts'

const sfn = mockClient(SFNClient)
const runtime = createTestRuntime()
const executions = createStepFunctionsExecutions(new SFNClient(runtime.awsClient('sfn')), 'arn:machine', runtime.log)
const execution = {
  executionArn: 'arn',
  stateMachineArn: 'arn:machine',
  name: 'a',
  status: 'RUNNING',
  startDate: new Date(0),
} as const

beforeEach(() => sfn.reset())

it('counts one page of each state, and says when there are more', async () => {
  sfn.on(ListExecutionsCommand).resolves({ executions: [] })
  sfn.on(ListExecutionsCommand, { statusFilter: 'RUNNING' }).resolves({ executions: [execution, execution] })
  sfn.on(ListExecutionsCommand, { statusFilter: 'SUCCEEDED' }).resolves({ executions: [execution], nextToken: 'more' })
  expect(await executions.count()).toEqual({
    running: { count: 2, isMore: false },
    succeeded: { count: 1, isMore: true },
    failed: { count: 0, isMore: false },
    timedOut: { count: 0, isMore: false },
    aborted: { count: 0, isMore: false },
  })
  for (const { args } of sfn.commandCalls(ListExecutionsCommand))
    expect(args[0].input).toMatchObject({ stateMachineArn: 'arn:machine', maxResults: 1_000 })
})

it('says that they cannot be read when the state machine is away', async () => {
  sfn.on(ListExecutionsCommand).rejects(new Error('away'))
  expect(await executions.count()).toBeUndefined()
})
