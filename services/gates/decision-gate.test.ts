import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import validate from 'asl-validator'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { eventually } from '../../local/engines/testing/eventually.ts'
import { startStateMachines } from '../../local/engines/state-machines.ts'
import type { StateMachines } from '../../local/engines/state-machines.ts'
import { createMachineSender } from './adapters/state-machine.ts'
import { stepInput } from './application/run-step.ts'
import type { StepInput, StepOutput } from './application/run-step.ts'
import { requestStatuses } from './domain/decision-request.ts'
import { createGateDriver } from './testing/gate-driver.ts'
import type { GateDriver } from './testing/gate-driver.ts'
import { evidenceOf, frozen, goOf } from './testing/requests.ts'

const definition: object = JSON.parse(readFileSync(new URL('./decision-gate.asl.json', import.meta.url), 'utf8'))

const stateSchema = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  Parameters: z.looseObject({ Payload: z.record(z.string(), z.string()) }).optional(),
  TimeoutSeconds: z.number().optional(),
  TimeoutSecondsPath: z.string().optional(),
  Next: z.string().optional(),
  End: z.boolean().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.looseObject({ Next: z.string() })).default([]),
  Catch: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() })).default([]),
  Retry: z
    .array(z.looseObject({ ErrorEquals: z.array(z.string()), MaxAttempts: z.number(), IntervalSeconds: z.number() }))
    .default([]),
})
type State = z.infer<typeof stateSchema>
const machine = z.object({ StartAt: z.string(), States: z.record(z.string(), stateSchema) }).parse(definition)
const states = Object.entries(machine.States)
const isWait = ({ Resource }: State): boolean => Resource?.endsWith('.waitForTaskToken') ?? false
const tasks = states.filter(([, { Type }]) => Type === 'Task')
const waits = states.filter(([, state]) => isWait(state))
const nextOf = ({ Next, Default, Choices, Catch }: State): string[] =>
  [Next, Default, ...Choices.map((choice) => choice.Next), ...Catch.map((caught) => caught.Next)].filter(
    (next) => next !== undefined,
  )

describe('the file', () => {
  it('is valid Amazon States Language', () => {
    expect(validate(definition, { checkArn: false })).toMatchObject({ isValid: true, errors: [] })
  })

  it('calls each step that there is, and no other, always with the request', () => {
    const steps = tasks.map(([, { Parameters }]) => Parameters?.Payload ?? {})
    expect(steps.map(({ step }) => step).toSorted()).toEqual(stepInput.options.map(({ shape }) => shape.step.value).toSorted())
    for (const payload of steps) expect(payload).toMatchObject({ 'requestId.$': '$.requestId', 'execution.$': '$' })
  })

  it.each(tasks)(
    '%s has an end to its time, and tries again with a pause',
    (_, { TimeoutSeconds, TimeoutSecondsPath, Retry }) => {
      expect(TimeoutSeconds ?? TimeoutSecondsPath).toBeDefined()
      expect(Retry.length).toBeGreaterThan(0)
      for (const { MaxAttempts, IntervalSeconds } of Retry) expect(MaxAttempts * IntervalSeconds).toBeGreaterThan(0)
    },
  )

  it('waits for one human, for as long as the request says, and never tries a wait again because its time is out', () => {
    expect(waits).toHaveLength(1)
    for (const [, { TimeoutSecondsPath, Catch, Retry }] of waits) {
      expect(TimeoutSecondsPath).toBe('$.request.waitSeconds')
      expect(Catch.map(({ ErrorEquals }) => ErrorEquals)).toEqual([['States.ALL']])
      expect(Retry.flatMap(({ ErrorEquals }) => ErrorEquals)).not.toContain('States.ALL')
      expect(Retry.flatMap(({ ErrorEquals }) => ErrorEquals)).not.toContain('States.Timeout')
    }
  })

  it('reaches every state, leads only to states, and can end from each', () => {
    const names = states.map(([name]) => name)
    const closure = (from: readonly string[], step: (name: string) => readonly string[]): Set<string> => {
      const found = new Set(from)
      for (const name of found) for (const next of step(name)) found.add(next)
      return found
    }
    const next = (name: string): string[] => nextOf(machine.States[name] ?? stateSchema.parse({ Type: 'none' }))
    expect([...closure([machine.StartAt], next)].toSorted()).toEqual(names.toSorted())
    const ends = states.filter(([, { End }]) => End).map(([name]) => name)
    expect(ends).toEqual(['Record'])
    const canEnd = closure(ends, (name) => names.filter((other) => next(other).includes(name)))
    expect([...canEnd].toSorted()).toEqual(names.toSorted())
  })
})

describe('on the machine', () => {
  const name = 'kalmar-decision-gate'
  /** So short that every wait runs out at once. */
  const noTime = 1e-9
  let dataDir: string
  let driver: GateDriver
  let machines: StateMachines | undefined
  let client: SFNClient
  let steps: string[]
  let given: number
  /** What happens in the world just before a step is taken. */
  let before: (step: StepInput['step']) => Promise<void>
  let lastOutput: StepOutput | undefined

  const start = async (timeScale = 1): Promise<void> => {
    machines = await startStateMachines({
      dataDir,
      name,
      definition,
      timeScale,
      invoke: async (_functionName, payload) => {
        const { step } = stepInput.parse(payload)
        await before(step)
        steps.push(step)
        lastOutput = (await driver.tasks(payload)) as StepOutput // what createRunStep returns
        return lastOutput
      },
    })
    client = new SFNClient({
      endpoint: machines.endpoint,
      region: 'eu-north-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      maxAttempts: 1,
    })
  }
  const stop = async (): Promise<void> => {
    client.destroy()
    await machines?.stop()
    machines = undefined
  }

  /** Gives the machine what stands in the outbox for it, as the relay does. */
  const relay = async (): Promise<void> => {
    const send = createMachineSender(client, machines?.stateMachineArn ?? '')
    const commands = driver.commands().slice(given)
    given += commands.length
    for (const command of commands) await send('state-machine', command)
  }

  const statusOf = async (execution: string): Promise<string | undefined> =>
    (
      await client.send(
        new DescribeExecutionCommand({ executionArn: `arn:aws:states:eu-north-1:000000000000:execution:${name}:${execution}` }),
      )
    ).status
  const { requestId, digest } = frozen(evidenceOf())
  const ended = () => eventually(() => statusOf(requestId)).toBe('SUCCEEDED')
  const receive = async (): Promise<void> => {
    await driver.deliver(driver.requestedEvent())
    await relay()
  }
  const decide = () => {
    const { actor: _, ...body } = goOf({ digest })
    return driver.call('makeDecision', { body })
  }
  const requestStatus = async () => (await driver.find())?.request.status
  const told = () => driver.told().map(({ type }) => type.replace('se.behovsflodet.', '').replace('.v1', ''))
  /** The clock of the service moves as far as the machine has waited: exactly, so that nothing hangs on the test's own speed. */
  const timePassesAsWaited = async (step: StepInput['step']): Promise<void> => {
    if (step === 'remind') driver.runtime.clock.advance({ seconds: lastOutput?.waitSeconds ?? 0 })
  }

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'decision-gate-'))
    driver = createGateDriver()
    steps = []
    given = 0
    before = async () => undefined
    lastOutput = undefined
  })
  afterEach(async () => {
    await stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('a decision during the wait ends it, and is told', async () => {
    await start()
    await receive()
    await eventually(() => steps).toEqual(['open', 'awaitDecision'])
    await eventually(async () => (await driver.find())?.request.waitToken).toBeDefined()
    expect(await decide()).toMatchObject({ status: 202 })
    await relay()
    await ended()
    expect(steps).toEqual(['open', 'awaitDecision', 'record'])
    expect(told()).toEqual(['decision-opened', 'decision-made'])
    expect(await requestStatus()).toBe('decided')
  })

  it('a decision before the wait is found when the wait begins', async () => {
    before = async (step) => {
      if (step === 'awaitDecision') expect(await decide()).toMatchObject({ status: 202 })
    }
    await start()
    await receive()
    await eventually(() => driver.commands().length).toBe(2)
    await relay()
    await ended()
    expect(steps).toEqual(['open', 'awaitDecision', 'record'])
    expect(await requestStatus()).toBe('decided')
  })

  it('a decision between waits is found on the way to the next', async () => {
    before = async (step) => {
      await timePassesAsWaited(step)
      if (step === 'remind') expect(await decide()).toMatchObject({ status: 202 })
    }
    await start(noTime)
    await receive()
    await ended()
    expect(steps).toEqual(['open', 'awaitDecision', 'remind', 'record'])
    expect(told()).toEqual(['decision-opened', 'decision-made'])
  })

  it('nobody decides: seven reminders, then the request expires, and the phase is told', async () => {
    before = timePassesAsWaited
    await start(noTime)
    await receive()
    await ended()
    const waits = Array.from({ length: 8 }, () => ['awaitDecision', 'remind']).flat()
    expect(steps).toEqual(['open', ...waits, 'expire', 'record'])
    expect(told()).toEqual(['decision-opened', ...Array.from({ length: 7 }, () => 'decision-reminded'), 'decision-expired'])
    expect(await requestStatus()).toBe('expired')
    expect(driver.runtime.clock()).toBe('2027-01-22T05:00:00.000Z')
  })

  it('an answer in the last second counts, though the machine has already turned to expire', async () => {
    before = async (step) => {
      await timePassesAsWaited(step)
      if (step === 'expire') expect(await decide()).toMatchObject({ status: 202 })
    }
    await start(noTime)
    await receive()
    await ended()
    expect(steps.slice(-2)).toEqual(['expire', 'record'])
    expect(told().at(-1)).toBe('decision-made')
    expect(told()).not.toContain('decision-expired')
    expect(await requestStatus()).toBe('decided')
  })

  it('a restart during the wait loses nothing: nothing is asked again, and the same token is good', async () => {
    await start()
    await receive()
    await eventually(async () => (await driver.find())?.request.waitToken).toBeDefined()
    await stop()
    expect(await decide()).toMatchObject({ status: 202 })
    await start()
    await relay()
    await ended()
    expect(steps).toEqual(['open', 'awaitDecision', 'record'])
    expect(told()).toEqual(['decision-opened', 'decision-made'])
  })

  it('a step that fails now and then is tried again, and nothing is told twice', async () => {
    const failed = new Set<string>()
    before = async (step) => {
      if (failed.has(step)) return
      failed.add(step)
      throw new Error(`${step} could not reach the table`)
    }
    await start(1 / 1_000)
    await receive()
    await eventually(async () => (await driver.find())?.request.waitToken).toBeDefined()
    await decide()
    await relay()
    await ended()
    expect([...failed]).toEqual(['open', 'awaitDecision', 'record'])
    expect(told()).toEqual(['decision-opened', 'decision-made'])
  })

  it('a wait that cannot begin is tried again with pauses, and does not run in a circle', async () => {
    let tries = 0
    before = async (step) => {
      if (step !== 'awaitDecision') return
      tries += 1
      throw new Error('the token cannot be kept')
    }
    // The first pause is 5 ms long, the next ones 10, 20, 40, ...
    await start(1 / 1_000)
    await receive()
    await eventually(() => tries).toBeGreaterThanOrEqual(5)
    expect(steps).toEqual(['open'])
  })

  it.each(requestStatuses)(
    'an execution that runs from its start on a request that is %s brings it to its end',
    async (status) => {
      await driver.place(status)
      if (status === 'received' || status === 'open')
        before = async (step) => {
          if (step === 'awaitDecision') expect(await decide()).toMatchObject({ status: 202 })
        }
      await start()
      await client.send(
        new StartExecutionCommand({
          stateMachineArn: machines?.stateMachineArn,
          name: requestId,
          input: JSON.stringify({ requestId }),
        }),
      )
      await eventually(async () => (await relay(), await statusOf(requestId))).toBe('SUCCEEDED')
      expect(steps).toEqual(['open', 'awaitDecision', 'record'])
      expect(await requestStatus()).toBe(status === 'expired' ? 'expired' : 'decided')
      expect(told()).toEqual(
        {
          received: ['decision-opened', 'decision-made'],
          open: ['decision-made'],
          answered: ['decision-made'],
          decided: [],
          expired: [],
        }[status],
      )
    },
  )
})
