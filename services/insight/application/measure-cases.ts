import { dayOf, workingDaysBetween } from '#calendar/working-days.ts'
import { measure, metrics } from '#contracts/metrics.ts'
import { phases } from '#contracts/words.ts'
import type { Log } from '#lambda/log.ts'
import { traceFields } from '#lambda/trace.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { isOverdue, standingOf } from '../domain/standing.ts'
import type { InsightParts } from './insight-parts.ts'

/**
 * Once a day: how many cases each phase has, how many of them have passed the county's promise, and by how many
 * working days at the most. A queue cannot tell it: a case may wait for weeks when every queue is empty.
 * @returns how many cases are under way.
 */
export const createMeasureCases =
  ({ portfolio, county }: InsightParts, log: Log) =>
  async ({ now, traceparent }: Pick<Context, 'now' | 'traceparent'>): Promise<number> => {
    const today = dayOf(now)
    const counts = await Promise.all(
      phases.map(async (phase) => {
        const standings = (await portfolio.listOngoing(phase)).flatMap((row) => standingOf(row, county) ?? [])
        const delays = standings
          .filter((standing) => isOverdue(standing, today))
          .map(({ dueOn }) => workingDaysBetween(dueOn, today))
        log.write('info', 'cases measured', {
          ...traceFields(traceparent),
          measurements: [
            measure(metrics.casesUnderWay, standings.length, { phase }),
            measure(metrics.casesOverdue, delays.length, { phase }),
            measure(metrics.longestDelayWorkingDays, Math.max(0, ...delays), { phase }),
          ],
        })
        return standings.length
      }),
    )
    return counts.reduce((sum, count) => sum + count, 0)
  }
