import { refused } from '#lambda/outcome.ts'
import type { Refused } from '#lambda/outcome.ts'
import { dailyLimits } from './forum-limits.ts'
import type { LimitedAct } from './forum-limits.ts'

/** How often somebody has done something on one calendar day in Sweden. */
export interface DailyUse {
  readonly subject: string
  readonly act: LimitedAct
  readonly day: string
  readonly count: number
  /** 0 while nothing has been counted. */
  readonly version: number
}

/** Refused when the day's limit is reached already. */
export const checkDailyUse = ({ act, count }: DailyUse): Refused<'dailyLimitReached'> | undefined =>
  count >= dailyLimits[act] ? refused('dailyLimitReached') : undefined
