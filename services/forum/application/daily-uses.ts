import type { Put } from '#lambda/table.ts'
import type { DailyUse } from '../domain/daily-use.ts'
import type { LimitedAct } from '../domain/forum-limits.ts'

export interface DailyUses {
  readonly find: (subject: string, act: LimitedAct, now: string) => Promise<DailyUse>
  /** Once more than was found. */
  readonly put: (use: DailyUse, now: string) => Put
}
