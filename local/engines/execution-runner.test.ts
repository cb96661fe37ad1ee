import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually } from './testing/eventually.ts'
import { createExecutionRunner } from './execution-runner.ts'
import type { ExecutionRunner } from './execution-runner.ts'
import { createExecutionStore } from './execution-store.ts'
import type { ExecutionStore } from './execution-store.ts'
import { prepareMachine } from './machine-definition.ts'

let dataDir: string
let store: ExecutionStore
let runner: ExecutionRunner
let tokens: string[]
let looksAtClock: number

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'executions-'))
  store = createExecutionStore(dataDir, () => undefined)
  tokens = []
  looksAtClock = 0
})
afterEach(() => {
  runner.close()
  store.close()
  rmSync(dataDir, { recursive: true })
})

const startRunner = (definition: object, { longestTaskMs = 20 * 86_400_000 } = {}): void => {
  runner = createExecutionRunner({
    machine: prepareMachine(definition, 1),
    store,
    invoke: async (_name, payload) => void tokens.push((payload as { token: string }).token), // as the definition sends it
    stateMachineArn: 'machine',
    executionArnOf: (name) => name,
    timeScale: 1,
    now: () => {
      looksAtClock += 1
      return Date.now()
    },
    longestTaskMs,
  })
}

const ask = (seconds: number) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Parameters: { FunctionName: 'ask', Payload: { 'token.$': '$$.Task.Token' } },
  TimeoutSeconds: seconds,
  End: true,
})

test('a wait that is longer than a timer can be goes on with the same token, and is announced once', async () => {
  startRunner({ StartAt: 'Ask', States: { Ask: ask(60) } }, { longestTaskMs: 5 })
  runner.run(store.start('one', '{}', Date.now()))
  // Each round of the wait looks a few times.
  await eventually(() => looksAtClock).toBeGreaterThan(40)
  expect(tokens).toHaveLength(1)
  expect(runner.answer(tokens[0] ?? '', { output: '"yes"' })).toBe(true)
  expect(runner.answer(tokens[0] ?? '', { output: '"no"' })).toBe(false)
  await eventually(() => store.find('one')).toMatchObject({ status: 'SUCCEEDED', output: '"yes"' })
})

test('a wait of many weeks does not end at once', async () => {
  const weeks = 40 * 7 * 86_400
  startRunner({ StartAt: 'Pause', States: { Pause: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Ask' }, Ask: ask(1) } })
  runner.run(store.start('one', JSON.stringify({ seconds: weeks }), Date.now()))
  runner.run(store.start('later', JSON.stringify({ seconds: 0.05 }), Date.now()))
  await eventually(() => store.waitOf('later')?.state).toBe('Ask')
  expect(store.waitOf('one')?.state).toBe('Pause')
  expect(store.waitOf('one')?.endsAt).toBeGreaterThan(Date.now() + (weeks - 60) * 1000)
})

test('a whole execution has a limit too, which counts from its start', async () => {
  startRunner({ StartAt: 'Ask', TimeoutSeconds: 60, States: { Ask: ask(99_999) } })
  runner.run(store.start('one', '{}', Date.now() - 60_000))
  await eventually(() => store.find('one')).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' })
})

test('a wait in a state that a later definition no longer has makes the execution run from its start', async () => {
  startRunner({ StartAt: 'Old', States: { Old: ask(60) } })
  runner.run(store.start('one', '{}', Date.now()))
  await eventually(() => tokens.length).toBe(1)
  runner.close()
  startRunner({ StartAt: 'New', States: { New: ask(60) } })
  for (const execution of store.unfinished()) runner.run(execution)
  await eventually(() => tokens.length).toBe(2)
  expect(runner.answer(tokens[0] ?? '', { output: '1' })).toBe(false)
  expect(runner.answer(tokens[1] ?? '', { output: '2' })).toBe(true)
  await eventually(() => store.find('one')?.output).toBe('2')
})
