import { describe, expect, it } from 'vitest'
import { createScheduled } from './schedule.ts'
import { lambdaContext } from './testing/lambda-context.ts'
import { createTestRuntime, testNow } from './testing/test-runtime.ts'

const scheduled = (jobs: Parameters<typeof createScheduled>[0]['jobs']) => {
  const runtime = createTestRuntime()
  const handler = createScheduled({ ...runtime, service: 'matching', jobs })
  return { runtime, run: async (event: unknown) => handler(event, lambdaContext) }
}

describe('a schedule', () => {
  it('runs the job of its name as the system, now, in a trace of its own, and logs how much it did', async () => {
    const contexts: unknown[] = []
    const { runtime, run } = scheduled({
      wake: async (context) => {
        contexts.push(context)
        return 3
      },
      other: () => Promise.reject(new Error('not this one')),
    })
    await run({ schedule: 'wake' })
    expect(contexts).toEqual([
      {
        now: testNow,
        newId: runtime.newId,
        actor: { subject: 'system', name: 'Behovsflödet' },
        traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
      },
    ])
    expect(runtime.logged()).toMatchObject([
      { level: 'info', service: 'matching', function: 'tasks', schedule: 'wake', count: 3 },
    ])
  })

  it('that fails is logged without its message, and fails, so that it is tried again and raises the alarm', async () => {
    const fault = new Error('Anna Andersson')
    const { runtime, run } = scheduled({ wake: () => Promise.reject(fault) })
    await expect(run({ schedule: 'wake' })).rejects.toBe(fault)
    expect(runtime.logged()).toMatchObject([{ level: 'error', schedule: 'wake', errorName: 'Error' }])
    expect(runtime.logLines.join('')).not.toContain('Anna')
  })

  it.each([{ schedule: 'nightly' }, {}, 'wake', undefined])('fails where there is no such job: %j', async (event) => {
    const { run } = scheduled({ wake: async () => 0 })
    await expect(run(event)).rejects.toThrow()
  })
})
