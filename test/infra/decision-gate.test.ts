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

  it('logs what happened and never what was in it', () => {
    expect(at(machines()[0]?.properties, 'LoggingConfiguration')).toMatchObject({ Level: 'ALL', IncludeExecutionData: false })
    expect(at(machines()[0]?.properties, 'TracingConfiguration', 'Enabled')).toBe(true)
  })
})
