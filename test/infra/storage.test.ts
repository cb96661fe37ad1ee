import { beforeAll, describe, expect, it } from 'vitest'
import { services } from '../../services/services.ts'
import { at, covered, createInstallation, everyCounty, list, plain, target } from './installation.ts'
import type { Installation } from './installation.ts'

describe.each(everyCounty)('what keeps data in %s', (countyId) => {
  let installation: Installation
  beforeAll(async () => {
    installation = await createInstallation(countyId)
  }, 60_000)

  it('is one table for each service, which outlives its stack and can be set back in time', () => {
    const tables = installation.ofType('AWS::DynamoDB::Table')
    covered(`${countyId}: ${tables.length} tables`)
    expect(tables.map(({ properties }) => plain(properties['TableName'])).toSorted()).toEqual(
      services.map(({ name }) => `${countyId}-${name}`).toSorted(),
    )
    for (const { properties, deletionPolicy } of tables) {
      expect(deletionPolicy).toBe('Retain')
      expect(properties).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
        StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      })
    }
  })

  it('has the indexes that the services declare, whole', () => {
    const declared = services.flatMap(({ name, indexes }) =>
      indexes.map((index) => `${countyId}-${name} ${index.name} ${index.partition} ${index.sort} ALL`),
    )
    const made = installation
      .ofType('AWS::DynamoDB::Table')
      .flatMap(({ properties }) =>
        list(properties['GlobalSecondaryIndexes']).map((index) =>
          [
            properties['TableName'],
            at(index, 'IndexName'),
            at(index, 'KeySchema', 0, 'AttributeName'),
            at(index, 'KeySchema', 1, 'AttributeName'),
            at(index, 'Projection', 'ProjectionType'),
          ]
            .map(plain)
            .join(' '),
        ),
      )
    covered(`${countyId}: ${made.length} indexes`)
    expect(made.length).toBeGreaterThan(10)
    expect(made.toSorted()).toEqual(declared.toSorted())
  })

  it('gives each service that accepts events a FIFO inbox, and each inbox somewhere for what fails', () => {
    const queues = installation.ofType('AWS::SQS::Queue')
    const inboxes = queues.filter(({ properties }) => properties['RedrivePolicy'] !== undefined)
    const accepting = services.filter(({ accepts }) => accepts.length > 0)
    covered(`${countyId}: ${inboxes.length} inboxes, ${queues.length} queues`)
    expect(inboxes.map(({ properties }) => plain(properties['QueueName'])).toSorted()).toEqual(
      accepting.map(({ name }) => `${countyId}-${name}-inbox.fifo`).toSorted(),
    )
    for (const { stack, properties } of inboxes) {
      const deadLetters = queues.find(
        ({ stack: other, id }) => other === stack && id === target(at(properties, 'RedrivePolicy', 'deadLetterTargetArn')),
      )
      expect(properties).toMatchObject({ FifoQueue: true, ContentBasedDeduplication: false, MessageRetentionPeriod: 1_209_600 })
      expect(deadLetters?.properties).toMatchObject({ FifoQueue: true, MessageRetentionPeriod: 1_209_600 })
    }
  })

  it('hides a message for six times as long as its reader may take', () => {
    const mappings = installation.ofType('AWS::Lambda::EventSourceMapping')
    const find = (stack: string, value: Parameters<typeof target>[0]) =>
      installation.resources.find((resource) => resource.stack === stack && resource.id === target(value))
    const readers = mappings.flatMap(({ stack, properties }) => {
      const queue = find(stack, properties['EventSourceArn'])
      const lambda = find(stack, properties['FunctionName'])
      return queue?.type === 'AWS::SQS::Queue' ? [{ properties, queue, lambda }] : []
    })
    covered(`${countyId}: ${readers.length} readers of inboxes`)
    expect(readers).toHaveLength(services.filter(({ accepts }) => accepts.length > 0).length)
    for (const { properties, queue, lambda } of readers) {
      expect(queue.properties['VisibilityTimeout']).toBe(6 * Number(lambda?.properties['Timeout']))
      expect(properties).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        ScalingConfig: { MaximumConcurrency: 5 },
      })
    }
  })

  it('encrypts every queue and refuses whoever comes without TLS', () => {
    const queues = installation.ofType('AWS::SQS::Queue')
    const policies = installation.ofType('AWS::SQS::QueuePolicy')
    expect(queues.length).toBeGreaterThan(services.length)
    for (const { stack, id, properties } of queues) {
      expect(properties['SqsManagedSseEnabled']).toBe(true)
      const policy = policies.find(
        (resource) => resource.stack === stack && list(resource.properties['Queues']).some((queue) => target(queue) === id),
      )
      expect(at(policy?.properties, 'PolicyDocument', 'Statement', 0)).toMatchObject({
        Effect: 'Deny',
        Action: 'sqs:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      })
    }
  })
})
