import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { functionKey, functionSources } from '../../infra/county-functions.ts'
import { buildAssets } from '../../scripts/build-assets.ts'
import { services } from '../../services/services.ts'
import { traceCollector } from '../../services/shared/lambda/runtime.ts'
import type { EnvironmentVariable, Runtime } from '../../services/shared/lambda/runtime.ts'
import { account, at, covered, createInstallation, everyCounty, list, plain, target } from './installation.ts'
import type { Installation } from './installation.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const sources = functionSources(services)

/** Lambda's own limit for all variables of a function, names and values together. */
const environmentBytes = 4_096

const sampleEnvironment = {
  TABLE_NAME: 'table',
  EVENT_ROUTES: '[]',
  DEAD_LETTERS: '{"queueUrl":"https://queues.example/dead-letters","afterReceives":10}',
  WATCHED_QUEUES: '{"queuesUrl":"https://queues.example/","services":[]}',
  STATE_MACHINE_ARN: 'arn:aws:states:eu-north-1:111122223333:stateMachine:gate',
  API_URL: 'https://api.example',
  OPENID_ISSUER: 'https://id.example',
  OPENID_CLIENT_ID: 'console',
  CONSOLE_URL: 'https://console.example',
  MAIL_SENDER: 'behovsflodet@county.example',
} as const satisfies Record<EnvironmentVariable, string>

/** The names of the variables that a function reads when it starts. */
const variablesRead = async (source: string, county: Runtime['county']): Promise<readonly string[]> => {
  const read = new Set<string>()
  const environment = new Proxy<Record<string, string | undefined>>(sampleEnvironment, {
    get: (values, name) => {
      read.add(String(name))
      return values[String(name)]
    },
  })
  const log = { write: () => undefined, with: () => log }
  const { create }: { create: (runtime: Runtime) => unknown } = await import(path.join(root, source))
  create({
    county,
    environment,
    clock: () => '2026-11-20T09:00:00Z',
    newId: () => 'id',
    log,
    awsClient: () => ({ region: 'eu-north-1' }),
  })
  return [...read].toSorted()
}

describe.each(everyCounty)('the functions of %s', (countyId) => {
  let installation: Installation
  beforeAll(async () => {
    installation = await createInstallation(countyId)
  }, 60_000)

  const functions = () => installation.ofType('AWS::Lambda::Function')
  const nameOf = (key: string): string => `${countyId}-${key}`

  it('are those that the services declare, and the console', () => {
    covered(`${countyId}: ${functions().length} functions`)
    expect(
      functions()
        .map(({ properties }) => plain(properties['FunctionName']))
        .toSorted(),
    ).toEqual(sources.map((source) => nameOf(functionKey(source))).toSorted())
    expect(services.flatMap(({ functions: kinds }) => kinds).length).toBeGreaterThan(services.length * 3)
  })

  it('run on Node 24 on arm64 with memory, time and log of their own', () => {
    const logGroups = installation.ofType('AWS::Logs::LogGroup')
    for (const { stack, properties } of functions()) {
      expect(properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
      })
      // Traces go by OpenTelemetry, to the county's own collector.
      expect(properties).not.toHaveProperty('TracingConfig')
      expect(Number(properties['MemorySize'])).toBeGreaterThanOrEqual(256)
      expect(Number(properties['Timeout'])).toBeLessThanOrEqual(60)
      const log = logGroups.find(
        (group) => group.stack === stack && group.id === target(at(properties, 'LoggingConfig', 'LogGroup')),
      )
      expect(log?.properties).toMatchObject({
        LogGroupName: `/aws/lambda/${plain(properties['FunctionName'])}`,
        RetentionInDays: 90,
      })
    }
    for (const { properties } of logGroups) expect(properties['RetentionInDays']).toBe(90)
  })

  it('each have a role that no other has', () => {
    const roles = functions().map(({ stack, properties }) => `${stack} ${String(target(properties['Role']))}`)
    expect(new Set(roles).size).toBe(roles.length)
    expect(roles).toHaveLength(sources.length)
  })

  it.each(sources.map((source) => [functionKey(source), source] as const))(
    '%s is given exactly the variables that it reads',
    async (key, { source, assets }) => {
      if (assets) await buildAssets()
      const lambda = functions().find(({ properties }) => properties['FunctionName'] === nameOf(key))
      const given = Object.keys(at(lambda?.properties, 'Environment', 'Variables') as object) // never without
      expect(given.toSorted()).toEqual(await variablesRead(source, installation.county))
      expect(given.length).toBeGreaterThan(0)
    },
  )

  it('are all told where traces go, when the county has a collector', async () => {
    const collector = 'https://collector.example:4318'
    const traced = await createInstallation(countyId, { traceCollector: collector })
    const told = traced
      .ofType('AWS::Lambda::Function')
      .filter(({ properties }) => at(properties, 'Environment', 'Variables', traceCollector) === collector)
    expect(told).toHaveLength(functions().length)
    expect(JSON.stringify(functions())).not.toContain(traceCollector)
  }, 60_000)

  it('send mail in the name of the county and of nobody else, and but one of them does', () => {
    const { sender, consoleUrl } = installation.county.mail
    const told = functions().filter(({ properties }) => at(properties, 'Environment', 'Variables', 'MAIL_SENDER') !== undefined)
    expect(told.map(({ properties }) => plain(properties['FunctionName']))).toEqual([nameOf('forum-tasks')])
    expect(at(told[0]?.properties, 'Environment', 'Variables')).toMatchObject({ MAIL_SENDER: sender, CONSOLE_URL: consoleUrl })
    const allowed = installation.ofType('AWS::IAM::Policy').flatMap(({ stack, properties }) =>
      list(at(properties, 'PolicyDocument', 'Statement'))
        .filter((statement) => list(at(statement, 'Action')).some((action) => plain(action).startsWith('ses:')))
        .map((statement) => [
          stack,
          plain(at(statement, 'Action')),
          plain(at(statement, 'Resource')),
          at(statement, 'Condition'),
        ]),
    )
    const identity = `arn:aws:ses:eu-north-1:${account}:identity/${sender.replace(/^.*@/, '')}`
    expect(allowed).toEqual([[`${countyId}-forum`, 'ses:SendEmail', identity, { StringEquals: { 'ses:FromAddress': sender } }]])
  })

  it('have room for their variables', () => {
    const sizes = functions().map(({ properties }) => ({
      name: plain(properties['FunctionName']),
      bytes: Object.entries(at(properties, 'Environment', 'Variables') as Record<string, string>) // likewise
        .reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(plain(value)), 0),
    }))
    const largest = sizes.toSorted((one, other) => other.bytes - one.bytes)[0]
    covered(`${countyId}: the largest variables are ${largest?.name}'s, ${largest?.bytes} of ${environmentBytes} bytes`)
    expect(largest?.bytes).toBeLessThanOrEqual(environmentBytes)
  })

  it('keep what an asynchronous caller would lose', () => {
    const scheduled = services.filter(({ schedules }) => schedules.length > 0)
    const withDeadLetters = functions().filter(({ properties }) => properties['DeadLetterConfig'] !== undefined)
    expect(withDeadLetters.map(({ properties }) => plain(properties['FunctionName'])).toSorted()).toEqual(
      scheduled.map(({ name }) => `${countyId}-${name}-tasks`).toSorted(),
    )
    const queues = installation.ofType('AWS::SQS::Queue')
    for (const { stack, properties } of withDeadLetters) {
      const id = target(at(properties, 'DeadLetterConfig', 'TargetArn'))
      const queue = queues.find((candidate) => candidate.stack === stack && candidate.id === id)
      expect(queue?.properties['QueueName']).toBe(`${stack}-schedule-dlq`)
    }
  })

  it('are called by the clock as declared, with the schedule as input', () => {
    const declared = services.flatMap(({ name, schedules }) =>
      schedules.map((schedule) => ({
        name: `${countyId}-${name}-${schedule.name}`,
        expression: scheduleRate(schedule.everyMinutes),
        input: JSON.stringify({ schedule: schedule.name }),
      })),
    )
    const made = installation.ofType('AWS::Scheduler::Schedule').map(({ properties }) => ({
      name: plain(properties['Name']),
      expression: plain(properties['ScheduleExpression']),
      input: plain(at(properties, 'Target', 'Input')),
      deadLetters: target(at(properties, 'Target', 'DeadLetterConfig', 'Arn')),
      retries: at(properties, 'Target', 'RetryPolicy', 'MaximumRetryAttempts'),
    }))
    covered(`${countyId}: ${made.length} schedules`)
    expect(made.length).toBeGreaterThan(5)
    expect(made.map(({ name, expression, input }) => ({ name, expression, input })).toSorted(byName)).toEqual(
      declared.toSorted(byName),
    )
    for (const { deadLetters, retries } of made) {
      expect(deadLetters).toBeDefined()
      expect(retries).toBe(3)
    }
  })

  it('of a relay read new outbox rows from the oldest on, and tell where they stopped', () => {
    const mappings = installation
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => properties['StartingPosition'] !== undefined)
    covered(`${countyId}: ${mappings.length} relays`)
    expect(mappings).toHaveLength(services.filter(({ emits }) => emits.length > 0).length)
    for (const { properties } of mappings) {
      expect(properties).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: false,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 10_000,
        MaximumRecordAgeInSeconds: 72_000,
      })
      expect(target(at(properties, 'DestinationConfig', 'OnFailure', 'Destination'))).toBeDefined()
      expect(
        list(at(properties, 'FilterCriteria', 'Filters')).map((filter): unknown => JSON.parse(plain(at(filter, 'Pattern')))),
      ).toEqual([{ eventName: ['INSERT'], dynamodb: { NewImage: { outbox: { S: [{ exists: true }] } } } }])
    }
  })
})

const byName = (one: { name: string }, other: { name: string }): number => one.name.localeCompare(other.name)

const rateOf = (count: number, unit: string): string => `rate(${count} ${unit}${count === 1 ? '' : 's'})`

const scheduleRate = (minutes: number): string => {
  if (minutes % 1_440 === 0) return rateOf(minutes / 1_440, 'day')
  return minutes % 60 === 0 ? rateOf(minutes / 60, 'hour') : rateOf(minutes, 'minute')
}
