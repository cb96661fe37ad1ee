import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { at, covered, createInstallation, decisionGateFile, everyCounty, list, plain, target } from './installation.ts'
import type { Installation } from './installation.ts'

const state = z.looseObject({
  Type: z.string(),
  Resource: z.string().optional(),
  TimeoutSeconds: z.number().optional(),
  TimeoutSecondsPath: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.looseObject({ Next: z.string() })).default([]),
  Catch: z.array(z.looseObject({ ErrorEquals: z.array(z.string()), Next: z.string() })).default([]),
  Retry: z.array(z.looseObject({ MaxAttempts: z.number().optional() })).default([]),
})
const machine = z.object({ StartAt: z.string(), States: z.record(z.string(), state) })

describe.each(everyCounty)('the decision gate of %s', (countyId) => {
  let installation: Installation
  beforeAll(async () => {
    installation = await createInstallation(countyId)
  }, 60_000)

  const machines = () => installation.ofType('AWS::StepFunctions::StateMachine')
  const definition = () => machine.parse(JSON.parse(plain(machines()[0]?.properties['DefinitionString'])))

  it('is one Standard state machine from the file that runs on one machine too', () => {
    expect(machines()).toHaveLength(1)
    expect(machines()[0]?.properties).toMatchObject({
      StateMachineName: `${countyId}-decision-gate`,
      StateMachineType: 'STANDARD',
    })
    expect(definition()).toEqual(machine.parse(JSON.parse(readFileSync(decisionGateFile, 'utf8'))))
  })

  it('waits for nothing without an end', () => {
    const tasks = Object.entries(definition().States).filter(([, { Type }]) => Type === 'Task')
    const waits = tasks.filter(([, { Resource }]) => Resource?.endsWith('.waitForTaskToken'))
    covered(
      `${countyId}: ${Object.keys(definition().States).length} states, ${waits.length} of ${tasks.length} tasks wait for a human`,
    )
    expect(waits.length).toBeGreaterThan(0)
    for (const [, { TimeoutSeconds, TimeoutSecondsPath }] of tasks) expect(TimeoutSeconds ?? TimeoutSecondsPath).toBeDefined()
    // A wait that runs out of time goes somewhere.
    for (const [, { Catch }] of waits)
      expect(
        Catch.flatMap(({ ErrorEquals }) => ErrorEquals).some((error) => error === 'States.ALL' || error === 'States.Timeout'),
      ).toBe(true)
  })

  it('goes from each state to one that is there', () => {
    const { StartAt, States } = definition()
    const targets = Object.values(States).flatMap(({ Next, Default, Choices, Catch }) => [
      Next,
      Default,
      ...Choices.map((choice) => choice.Next),
      ...Catch.map((caught) => caught.Next),
    ])
    for (const next of [StartAt, ...targets]) if (next !== undefined) expect(Object.keys(States)).toContain(next)
  })

  it('may invoke the tasks function of gates and no other', () => {
    const tasks = installation
      .ofType('AWS::Lambda::Function')
      .find(({ properties }) => properties['FunctionName'] === `${countyId}-gates-tasks`)
    const role = target(machines()[0]?.properties['RoleArn'])
    const invoked = installation
      .ofType('AWS::IAM::Policy')
      .filter(
        (policy) =>
          policy.stack === `${countyId}-gates` &&
          list(policy.properties['Roles']).some((reference) => target(reference) === role),
      )
      .flatMap(({ properties }) => list(at(properties, 'PolicyDocument', 'Statement')))
      .filter((statement) => list(at(statement, 'Action')).includes('lambda:InvokeFunction'))
      .flatMap((statement) => list(at(statement, 'Resource')).map(plain))
    expect(invoked).toEqual([`<${tasks?.id}.Arn>`])
    expect(at(machines()[0]?.properties, 'DefinitionSubstitutions')).toEqual({
      TasksFunctionArn: { 'Fn::GetAtt': [tasks?.id, 'Arn'] },
    })
  })

  it('is started and answered by the relay of gates alone', () => {
    const allowed = installation
      .ofType('AWS::IAM::Policy')
      .flatMap(({ stack, properties }) =>
        list(at(properties, 'PolicyDocument', 'Statement')).map((statement) => ({
          stack,
          statement,
          roles: list(properties['Roles']),
        })),
      )
      .filter(({ statement }) => list(at(statement, 'Action')).some((action) => plain(action).startsWith('states:')))
      // Operations may count executions, and no more.
      .filter(
        ({ statement }) =>
          !list(at(statement, 'Action'))
            .map(plain)
            .every((action) => action === 'states:ListExecutions'),
      )
    const relay = installation
      .ofType('AWS::Lambda::Function')
      .find(({ properties }) => properties['FunctionName'] === `${countyId}-gates-relay`)
    expect(allowed).toHaveLength(1)
    expect(allowed[0]?.stack).toBe(`${countyId}-gates`)
    expect(allowed[0]?.roles.map(target)).toEqual([target(relay?.properties['Role'])])
    expect(list(at(allowed[0]?.statement, 'Action')).map(plain).toSorted()).toEqual([
      'states:SendTaskSuccess',
      'states:StartExecution',
    ])
    expect(list(at(allowed[0]?.statement, 'Resource')).map(target)).toEqual([machines()[0]?.id])
  })

  it('rings when an execution fails, runs out of time or is stopped', () => {
    const alarm = installation
      .ofType('AWS::CloudWatch::Alarm')
      .find(({ properties }) => properties['AlarmName'] === `${countyId}-gates-decision-gate-failed`)
    const metrics = list(alarm?.properties['Metrics'])
    const expression = metrics.map((metric) => at(metric, 'Expression')).find((value) => value !== undefined)
    const counted = metrics.flatMap((metric) => {
      const stat = at(metric, 'MetricStat')
      return stat === undefined ? [] : [[plain(at(metric, 'Id')), stat] as const]
    })
    // A metric that nothing is counted in has gaps, and a sum with a gap in it is a gap.
    expect(expression).toBe(counted.map(([id]) => `FILL(${id}, 0)`).join(' + '))
    expect(counted.map(([, stat]) => at(stat, 'Metric', 'MetricName')).toSorted()).toEqual([
      'ExecutionsAborted',
      'ExecutionsFailed',
      'ExecutionsTimedOut',
    ])
    for (const [, stat] of counted) {
      expect(stat).toMatchObject({ Stat: 'Sum', Metric: { Namespace: 'AWS/States' } })
      expect(target(at(stat, 'Metric', 'Dimensions', 0, 'Value'))).toBe(machines()[0]?.id)
    }
    expect(alarm?.properties).toMatchObject({ Threshold: 1, EvaluationPeriods: 1 })
  })

  it('logs what happened and never what was in it', () => {
    expect(at(machines()[0]?.properties, 'LoggingConfiguration')).toMatchObject({ Level: 'ALL', IncludeExecutionData: false })
    expect(machines()[0]?.properties).not.toHaveProperty('TracingConfiguration')
  })
})
