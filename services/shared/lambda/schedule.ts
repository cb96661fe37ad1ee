import middy from '@middy/core'
import type { Context as LambdaContext } from 'aws-lambda'
import * as z from 'zod'
import { system } from '#contracts/actor.ts'
import { describeFault } from './log.ts'
import type { Log } from './log.ts'
import { continueTrace } from './trace.ts'
import type { Context } from './unit-of-work.ts'

export interface ScheduleParts {
  readonly service: string
  /** By the schedule's name. Each returns how much it did. */
  readonly jobs: Readonly<Record<string, (context: Context) => Promise<number>>>
  readonly clock: () => string
  readonly newId: () => string
  readonly log: Log
}

const scheduleEvent = z.object({ schedule: z.string() })

/** Runs what is due. A job that fails throws, so that the scheduler's own retry and alarm see it. */
export const createScheduled = ({ service, jobs, clock, newId, log: parentLog }: ScheduleParts) => {
  const log = parentLog.with({ service, function: 'tasks' })
  return middy<unknown, void, Error, LambdaContext>().handler(async (event) => {
    const { schedule } = scheduleEvent.parse(event)
    const job = jobs[schedule]
    if (!job) throw new Error('unknown schedule')
    try {
      const count = await job({ now: clock(), newId, actor: system, traceparent: continueTrace(undefined) })
      log.write('info', 'schedule ran', { schedule, count })
    } catch (fault) {
      log.write('error', 'schedule failed', { schedule, ...describeFault(fault) })
      throw fault
    }
  })
}
