import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  ListExecutionsCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { startInOwnerProcess } from './owner-process.ts'
import { startStateMachines } from './state-machines.ts'
import type { StateMachines } from './state-machines.ts'
import { fillDisk, mayMount, mountDisk } from '../testing/small-disk.ts'

const call = (FunctionName: string, Payload: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName, Payload },
})

/** Prepares, asks somebody, reminds when time is up (once), and ends by the answer. */
const definition = {
  StartAt: 'Prepare',
  States: {
    Prepare: {
      ...call('tasks', {
        step: 'prepare',
        'id.$': '$.id',
        'execution.$': '$$.Execution.Name',
        'since.$': '$$.Execution.StartTime',
      }),
      ResultSelector: { 'value.$': '$.Payload.value' },
      ResultPath: '$.prepared',
      Retry: [{ ErrorEquals: ['Flaky'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Broken' }],
      Next: 'Ask',
    },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Parameters: { FunctionName: 'tasks', Payload: { step: 'ask', 'token.$': '$$.Task.Token', 'value.$': '$.prepared.value' } },
      TimeoutSecondsPath: '$.limitSeconds',
      ResultPath: '$.answer',
      Catch: [
        { ErrorEquals: ['States.TaskFailed'], ResultPath: '$.error', Next: 'Broken' },
        { ErrorEquals: ['States.Timeout'], ResultPath: '$.late', Next: 'IsLast' },
      ],
      Next: 'Judge',
    },
    IsLast: { Type: 'Choice', Choices: [{ Variable: '$.isReminded', IsPresent: true, Next: 'Expired' }], Default: 'Remind' },
    Remind: {
      ...call('tasks', { step: 'remind' }),
      ResultSelector: { 'at.$': '$.Payload' },
      ResultPath: '$.isReminded',
      Next: 'Pause',
    },
    Pause: { Type: 'Wait', SecondsPath: '$.limitSeconds', Next: 'Ask' },
    Judge: {
      Type: 'Choice',
      Choices: [{ Variable: '$.answer.isYes', BooleanEquals: true, Next: 'Done' }],
      Default: 'Refused',
    },
    Done: { Type: 'Succeed', OutputPath: '$.answer' },
    Refused: { Type: 'Fail', Error: 'Refused', CausePath: '$.answer.why' },
    Expired: { Type: 'Fail', Error: 'Expired', CausePath: '$.late.Error' },
    Broken: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' },
  },
}

interface Step {
  readonly step: string
  readonly token: string
  readonly [field: string]: unknown
}

const day = 86_400
let dataDir: string
let clockIsAheadMs: number
let machines: StateMachines
let client: SFNClient
let steps: Step[]
let perform: (step: Step) => unknown

const start = async (timeScale = 1): Promise<void> => {
  machines = await startStateMachines({
    dataDir,
    definition,
    timeScale,
    now: () => Date.now() + clockIsAheadMs,
    invoke: async (functionName, payload) => {
      expect(functionName).toBe('tasks')
      const step = payload as Step // the definition above sends nothing else
      steps.push(step)
      return perform(step)
    },
  })
  client = clientOf(machines.endpoint)
}

const clientOf = (endpoint: string): SFNClient =>
  new SFNClient({
    endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  })

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'state-machines-'))
  clockIsAheadMs = 0
  steps = []
  perform = ({ step }) => (step === 'prepare' ? { value: 42 } : null)
})
afterEach(async () => {
  client.destroy()
  await machines.stop()
  rmSync(dataDir, { recursive: true })
})

const startExecution = (name: string, input: object) =>
  client.send(new StartExecutionCommand({ stateMachineArn: machines.stateMachineArn, name, input: JSON.stringify(input) }))
const arnOf = (name: string): string => `${machines.stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`
const describe = (name: string) => client.send(new DescribeExecutionCommand({ executionArn: arnOf(name) }))
const statusOf = async (name: string) => (await describe(name)).status
const succeed = (taskToken: string, output: object) =>
  client.send(new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(output) }))
const asked = async (count = 1): Promise<Step> => {
  const all = () => steps.filter(({ step }) => step === 'ask')
  await eventually(() => all().length).toBe(count)
  return all().at(-1)! // just counted
}

test('an execution calls its functions, waits for the token and ends with the answer', async () => {
  await start()
  await startExecution('one', { id: 'a', limitSeconds: day })
  const ask = await asked()
  expect(steps[0]).toEqual({ step: 'prepare', id: 'a', execution: 'one', since: expect.stringMatching(/^\d{4}-.*Z$/) })
  expect(ask).toEqual({ step: 'ask', value: 42, token: expect.any(String) })
  expect(await describe('one')).toMatchObject({ status: 'RUNNING', input: '{"id":"a","limitSeconds":86400}' })

  await succeed(ask.token, { isYes: true })
  await eventually(() => statusOf('one')).toBe('SUCCEEDED')
  const { output, stopDate } = await describe('one')
  expect(JSON.parse(output ?? '')).toEqual({ isYes: true })
  expect(stopDate).toBeInstanceOf(Date)
})

test('starting is idempotent while the same request runs, and a name is never used twice for anything else', async () => {
  await start()
  const input = { id: 'a', limitSeconds: day }
  const first = await startExecution('one', input)
  const second = await startExecution('one', input)
  expect([second.executionArn, second.startDate]).toEqual([first.executionArn, first.startDate])
  await expect(startExecution('one', { ...input, id: 'b' })).rejects.toBeInstanceOf(ExecutionAlreadyExists)

  await succeed((await asked()).token, { isYes: true })
  await eventually(() => statusOf('one')).toBe('SUCCEEDED')
  await expect(startExecution('one', input)).rejects.toBeInstanceOf(ExecutionAlreadyExists)
  expect(steps.map(({ step }) => step)).toEqual(['prepare', 'ask'])
})

test('a token can be answered once, and nonsense is not a token', async () => {
  await start()
  await startExecution('one', { id: 'a', limitSeconds: day })
  const { token } = await asked()
  await succeed(token, { isYes: false, why: 'no money' })
  await expect(succeed(token, { isYes: true })).rejects.toBeInstanceOf(TaskTimedOut)
  await expect(succeed('nonsense', {})).rejects.toBeInstanceOf(InvalidToken)
  await eventually(() => statusOf('one')).toBe('FAILED')
  expect(await describe('one')).toMatchObject({ error: 'Refused', cause: 'no money' })
})

test('a failure that is sent for a token is caught by its name', async () => {
  await start()
  await startExecution('one', { id: 'a', limitSeconds: day })
  await client.send(new SendTaskFailureCommand({ taskToken: (await asked()).token, error: 'Withdrawn', cause: 'by the sender' }))
  await eventually(() => statusOf('one')).toBe('FAILED')
  expect(await describe('one')).toMatchObject({ error: 'Withdrawn', cause: 'by the sender' })
})

test('a wait that nobody answers times out, reminds, pauses, asks with a new token and expires', async () => {
  await start(1 / day / 20)
  await startExecution('one', { id: 'a', limitSeconds: day })
  await eventually(() => statusOf('one')).toBe('FAILED')
  expect(steps.map(({ step }) => step)).toEqual(['prepare', 'ask', 'remind', 'ask'])
  expect(await describe('one')).toMatchObject({ error: 'Expired', cause: 'States.Timeout' })
  const [first, second] = steps.filter(({ step }) => step === 'ask')
  expect(first?.token).not.toBe(second?.token)
  await expect(succeed(second?.token ?? '', {})).rejects.toBeInstanceOf(TaskTimedOut)
})

test('a function that throws is tried again as Retry says, and what it throws at last is caught as Lambda reports it', async () => {
  await start(1 / 1000)
  let calls = 0
  perform = () => {
    calls += 1
    throw Object.assign(new Error(`time ${calls}`), { name: 'Flaky' })
  }
  await startExecution('one', { id: 'a', limitSeconds: day })
  await eventually(() => statusOf('one')).toBe('FAILED')
  expect(calls).toBe(3)
  const { error, cause } = await describe('one')
  expect(error).toBe('Flaky')
  expect(JSON.parse(cause ?? '')).toMatchObject({ errorType: 'Flaky', errorMessage: 'time 3' })
})

test('a wait survives a restart: nothing is asked twice, the same token is good, and its time keeps running', async () => {
  await start()
  await startExecution('answered', { id: 'a', limitSeconds: 3 * day })
  const { token } = await asked()
  await startExecution('late', { id: 'b', limitSeconds: day })
  await asked(2)
  await machines.stop()
  steps = []
  clockIsAheadMs = 2 * day * 1000

  await start()
  expect(await statusOf('answered')).toBe('RUNNING')
  await eventually(() => steps.map(({ step }) => step)).toEqual(['remind'])
  await succeed(token, { isYes: true })
  await eventually(() => statusOf('answered')).toBe('SUCCEEDED')
})

test('what was acknowledged before kill -9 of the process is there after a restart: executions, and answers to tokens', async () => {
  await start()
  await startExecution('answered', { id: 'a', limitSeconds: day })
  const { token } = await asked()
  await machines.stop()
  const owner = await startInOwnerProcess(
    new URL('./state-machines.ts', import.meta.url),
    'startStateMachines',
    { dataDir, definition },
    'invoke: () => new Promise(() => undefined)',
  )
  client.destroy()
  client = clientOf(owner.endpoint)
  await startExecution('started', { id: 'b', limitSeconds: day })
  await succeed(token, { isYes: true })
  await owner.kill()
  steps = []

  await start()
  expect(await statusOf('started')).toBe('RUNNING')
  expect(await asked()).toMatchObject({ value: 42 })
  await eventually(() => statusOf('answered')).toBe('SUCCEEDED')
})

test.skipIf(!mayMount)('on a full disk an execution is halted, not ended, and goes on after a restart with room', async () => {
  const disk = mountDisk('size=1m')
  if (!disk) throw new Error('it could be mounted before')
  const folder = dataDir
  dataDir = join(disk.folder, 'machines')
  await start()
  try {
    let answer = (_value: unknown): void => undefined
    perform = ({ step }) => (step === 'prepare' ? new Promise((resolve) => (answer = resolve)) : null)
    await startExecution('one', { id: 'a', limitSeconds: day })
    await eventually(() => steps.length).toBe(1)
    // Room for an ending, but not for the wait.
    const filling = fillDisk(disk.folder, 12 * 4_096)
    answer({ value: 'x'.repeat(100_000) })
    expect((await machines.ended)?.message).toMatch(
      /^Tillståndsmaskinen stannade av sig själv .*disken är full; .* \/ .*the disk is full; [^\n]*$/,
    )
    expect(await statusOf('one')).toBe('RUNNING')
    await machines.stop()
    client.destroy()
    rmSync(filling)
    steps = []

    perform = ({ step }) => (step === 'prepare' ? { value: 42 } : null)
    await start()
    await succeed((await asked()).token, { isYes: true })
    await eventually(() => statusOf('one')).toBe('SUCCEEDED')
  } finally {
    await machines.stop()
    disk.unmount()
    dataDir = folder
    await start()
  }
})

test('an execution that was in the middle of a function when the process ended runs again from its start', async () => {
  perform = () => new Promise(() => undefined)
  await start()
  await startExecution('one', { id: 'a', limitSeconds: day })
  await eventually(() => steps.length).toBe(1)
  await machines.stop()
  perform = () => ({ value: 43 })
  await start()
  expect(await asked()).toMatchObject({ value: 43 })
})

test('an execution can be stopped, stays stopped after a restart, and executions are listed by status, newest first', async () => {
  await start()
  for (const name of ['one', 'two', 'three']) await startExecution(name, { id: name, limitSeconds: day })
  await asked(3)
  const { token } = steps.find(({ step }) => step === 'ask')! // three have asked
  await client.send(new StopExecutionCommand({ executionArn: arnOf('one'), error: 'Withdrawn' }))
  await expect(succeed(token, { isYes: true })).rejects.toBeInstanceOf(TaskTimedOut)
  await machines.stop()
  await start()

  expect(await describe('one')).toMatchObject({ status: 'ABORTED', error: 'Withdrawn' })
  const { stateMachineArn } = machines
  const page = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2 }))
  const rest = await client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 2, nextToken: page.nextToken }))
  expect([page, rest].map(({ executions }) => executions?.map(({ name }) => name))).toEqual([['three', 'two'], ['one']])
  const running = await client.send(new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING' }))
  expect(running.executions?.map(({ name }) => name)).toEqual(['three', 'two'])
  await expect(describe('four')).rejects.toBeInstanceOf(ExecutionDoesNotExist)
})
