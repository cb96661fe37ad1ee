import middy from '@middy/core'
import type { Context as LambdaContext } from 'aws-lambda'
import * as z from 'zod'
import { system } from '#contracts/actor.ts'
import { describeFault } from './log.ts'
import type { Log } from './log.ts'
import { inSpan, silentTracer, traceFields } from './trace.ts'
import type { Tracer } from './trace.ts'
import type { Context } from './unit-of-work.ts'

export interface ScheduleParts {
  readonly service: string
  /** By the schedule's name. Each returns how much it did. */
  readonly jobs: Readonly<Record<string, (context: Context) => Promise<number>>>
  readonly clock: () => string
  readonly newId: () => string
  readonly log: Log
  readonly tracer?: Tracer
}

const scheduleEvent = z.object({ schedule: z.string() })

/** Runs what is due. A job that fails throws, so that the scheduler's own retry and alarm see it. */
export const createScheduled = ({ service, jobs, clock, newId, log: parentLog, tracer = silentTracer }: ScheduleParts) => {
  const log = parentLog.with({ service, function: 'tasks' })
  return middy<unknown, void, Error, LambdaContext>().handler(async (event) => {
    const { schedule } = scheduleEvent.parse(event)
    const job = jobs[schedule]
    if (!job) throw new Error('unknown schedule')
    try {
      await inSpan(
        tracer,
        { service, kind: 'internal', name: `schedule ${schedule}`, fields: { schedule } },
        async (traceparent) => {
          const fields = { schedule, ...traceFields(traceparent) }
          try {
            const count = await job({ now: clock(), newId, actor: system, traceparent })
            log.write('info', 'schedule ran', { ...fields, count })
          } catch (fault) {
            log.write('error', 'schedule failed', { ...fields, ...describeFault(fault) })
            throw fault
          }
        },
      )
    } finally {
      await tracer.flush()
    }
  })
}
