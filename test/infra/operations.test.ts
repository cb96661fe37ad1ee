import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { runbooks } from '../../infra/constructs/alarm.ts'
import { services } from '../../services/services.ts'
import { account, at, covered, createInstallation, everyCounty, list, plain, target } from './installation.ts'
import type { Installation, Resource } from './installation.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

describe.each(everyCounty)('the operation of %s', (countyId) => {
  let installation: Installation
  beforeAll(async () => {
    installation = await createInstallation(countyId)
  }, 60_000)

  const alarms = () => installation.ofType('AWS::CloudWatch::Alarm')
  const watches = (alarm: Resource, queue: Resource, metric: string): boolean =>
    alarm.stack === queue.stack &&
    alarm.properties['MetricName'] === metric &&
    target(at(alarm.properties, 'Dimensions', 0, 'Value')) === queue.id

  it('has alarms that say what they mean and lead to a runbook that exists', () => {
    const linked = alarms().map(({ properties }) =>
      /^(.+\.) Runbook: docs\/runbooks\/([a-z-]+)\.md$/.exec(plain(properties['AlarmDescription'])),
    )
    const metrics = alarms().reduce(
      (sum, { properties }) => sum + Math.max(1, list(properties['Metrics']).filter((metric) => at(metric, 'MetricStat')).length),
      0,
    )
    covered(`${countyId}: ${alarms().length} alarms over ${metrics} metrics`)
    expect(alarms().length).toBeGreaterThan(services.length * 4)
    for (const link of linked) {
      expect(link?.[1]?.length).toBeGreaterThan(20)
      expect(existsSync(path.join(root, 'docs', 'runbooks', `${link?.[2]}.md`))).toBe(true)
    }
    expect(new Set(linked.map((link) => link?.[2]))).toEqual(new Set(runbooks))
    expect(new Set(alarms().map(({ properties }) => properties['AlarmName'])).size).toBe(alarms().length)
  })

  it('tells the county when something is wrong and when it is well, and is not worried by silence', () => {
    const topic = `arn:aws:sns:eu-north-1:${account}:${countyId}-alarms`
    for (const { properties } of alarms()) {
      expect(properties['TreatMissingData']).toBe('notBreaching')
      expect(list(properties['AlarmActions']).map(plain)).toEqual([topic])
      expect(list(properties['OKActions']).map(plain)).toEqual([topic])
    }
  })

  it('rings at the first message in any queue that failures end in, and when an inbox is not read', () => {
    const queues = installation.ofType('AWS::SQS::Queue')
    const inboxes = queues.filter(({ properties }) => properties['RedrivePolicy'] !== undefined)
    const ends = queues.filter((queue) => !inboxes.includes(queue))
    covered(`${countyId}: ${ends.length} failure queues and ${inboxes.length} inboxes watched`)
    expect(ends.length).toBeGreaterThan(inboxes.length)
    for (const queue of ends) {
      const alarm = alarms().find((candidate) => watches(candidate, queue, 'ApproximateNumberOfMessagesVisible'))
      expect(alarm?.properties).toMatchObject({ Threshold: 1, EvaluationPeriods: 1, Statistic: 'Maximum' })
    }
    for (const queue of inboxes) {
      const alarm = alarms().find((candidate) => watches(candidate, queue, 'ApproximateAgeOfOldestMessage'))
      // All tries of one message must be over before the queue is called stuck.
      const allTries =
        Number(at(queue.properties, 'RedrivePolicy', 'maxReceiveCount')) * Number(queue.properties['VisibilityTimeout'])
      expect(Number(alarm?.properties['Threshold'])).toBeGreaterThan(allTries)
    }
  })

  it('watches all functions of the account for faults, and the API for server errors', () => {
    const faults = alarms().filter(({ properties }) => plain(properties['AlarmName']).endsWith('-function-faults'))
    expect(
      faults.map(({ properties }) => [properties['Namespace'], properties['MetricName'], properties['Dimensions'] === undefined]),
    ).toEqual([
      ['AWS/Lambda', 'Errors', true],
      ['AWS/ApiGateway', '5xx', false],
    ])
    for (const { properties } of faults)
      expect(properties).toMatchObject({ Threshold: 1, EvaluationPeriods: 1, Statistic: 'Sum' })
  })

  it('watches every relay for what waits in the outbox', () => {
    const relays = installation
      .ofType('AWS::Lambda::Function')
      .filter(({ properties }) => plain(properties['FunctionName']).endsWith('-relay'))
    const stalled = alarms().filter(({ properties }) => properties['MetricName'] === 'IteratorAge')
    expect(relays.length).toBeGreaterThan(0)
    expect(
      stalled.map(({ stack, properties }) => `${stack} ${String(target(at(properties, 'Dimensions', 0, 'Value')))}`).toSorted(),
    ).toEqual(relays.map(({ stack, id }) => `${stack} ${id}`).toSorted())
  })

  it('sends its alarms over an encrypted topic that CloudWatch may write to and nobody without TLS', () => {
    const topics = installation.ofType('AWS::SNS::Topic')
    const keys = installation.ofType('AWS::KMS::Key')
    expect(topics).toHaveLength(1)
    expect(topics[0]?.properties['TopicName']).toBe(`${countyId}-alarms`)
    expect(target(topics[0]?.properties['KmsMasterKeyId'])).toBe(keys[0]?.id)
    expect(keys[0]?.properties['EnableKeyRotation']).toBe(true)
    const statements = installation
      .ofType('AWS::SNS::TopicPolicy')
      .flatMap(({ properties }) => list(at(properties, 'PolicyDocument', 'Statement')))
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
    expect(statements).toContainEqual(
      expect.objectContaining({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
    )
    expect(at(keys[0]?.properties, 'KeyPolicy', 'Statement', 1)).toMatchObject({
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
    })
    expect(installation.ofType('AWS::SNS::Subscription')).toEqual([])
  })

  it('sends e-mail to whom the deployment names', async () => {
    const withEmail = await createInstallation(countyId, { alarmEmail: 'drift@county.example' })
    expect(
      withEmail.ofType('AWS::SNS::Subscription').map(({ properties }) => [properties['Protocol'], properties['Endpoint']]),
    ).toEqual([['email', 'drift@county.example']])
  }, 60_000)
})

describe('a runbook', () => {
  it.each(runbooks)('%s says what is seen, what to look at, how to mend it and whom to call', (runbook) => {
    const headings = [...readFileSync(path.join(root, 'docs', 'runbooks', `${runbook}.md`), 'utf8').matchAll(/^## (.+)$/gm)].map(
      ([, heading]) => heading,
    )
    expect(headings).toEqual(['Symptom', 'Check', 'Mend', 'Escalate'])
  })
})
