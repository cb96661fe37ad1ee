import { beforeAll, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { cloudRuntime, readEnvironment } from './runtime.ts'
import type { Runtime } from './runtime.ts'
import { createTestRuntime } from './testing/test-runtime.ts'

const withVariables = (environment: Record<string, string | undefined>) => createTestRuntime({ environment })

describe('the environment', () => {
  it('is read by name, each variable in its form', () => {
    const inboxes = [
      { queueUrl: 'https://queue.example/insight', events: [{ type: 'se.behovsflodet.case-woken.v1' }] },
      {
        queueUrl: 'https://queue.example/matching',
        events: [
          { type: 'se.behovsflodet.case-handed-over.v1', phase: 'matching' },
          { type: 'se.behovsflodet.decision-made.v1', phase: 'matching' },
        ],
      },
    ]
    const runtime = withVariables({
      TABLE_NAME: 'matching',
      EVENT_ROUTES: JSON.stringify(inboxes),
      API_URL: 'https://api.example',
    })
    expect(readEnvironment(runtime, 'TABLE_NAME', 'EVENT_ROUTES')).toEqual({
      TABLE_NAME: 'matching',
      EVENT_ROUTES: [
        { type: 'se.behovsflodet.case-woken.v1', queueUrl: 'https://queue.example/insight' },
        { type: 'se.behovsflodet.case-handed-over.v1', phase: 'matching', queueUrl: 'https://queue.example/matching' },
        { type: 'se.behovsflodet.decision-made.v1', phase: 'matching', queueUrl: 'https://queue.example/matching' },
      ],
    })
  })

  it.each([
    ['TABLE_NAME', undefined],
    ['TABLE_NAME', ''],
    ['EVENT_ROUTES', '{}'],
    ['EVENT_ROUTES', '[{"queueUrl":"x"}]'],
    ['EVENT_ROUTES', '[{"queueUrl":"x","events":[{"phase":"matching"}]}]'],
    ['EVENT_ROUTES', 'not JSON'],
    ['EVENT_ROUTES', undefined],
    ['API_URL', 'nowhere'],
    ['OPENID_CLIENT_ID', ''],
  ] as const)('stops the function before any request where %s is %j', (name, value) => {
    expect(() => readEnvironment(withVariables({ [name]: value }), name)).toThrow()
  })
})

describe('the runtime of the cloud', () => {
  let runtime: Runtime
  beforeAll(async () => {
    runtime = await cloudRuntime(kalmar)
  })

  it('tells the time in UTC and ids that sort by time', () => {
    expect(runtime.clock()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    const ids = Array.from({ length: 1_000 }, runtime.newId)
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(new Set(ids).size).toBe(1_000)
    expect(ids.toSorted()).toEqual(ids)
  })

  it('adds nothing to the AWS clients, which find their region and credentials by themselves', () => {
    expect(runtime.awsClient('dynamodb')).toEqual({})
  })
})
