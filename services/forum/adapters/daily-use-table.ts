import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { digestOf } from '#lambda/digest.ts'
import type { Key, Table } from '#lambda/table.ts'
import { daySeconds, epochSeconds } from '#lambda/unit-of-work.ts'
import type { DailyUses } from '../application/daily-uses.ts'
import type { DailyUse } from '../domain/daily-use.ts'

/** USE#<digest of the person>#<day>  <act>   how often   (version, gone after a few days) */
const keyOf = ({ subject, day, act }: Pick<DailyUse, 'subject' | 'day' | 'act'>): Key => ({
  pk: `USE#${digestOf({ subject })}#${day}`,
  sk: act,
})

const stored = z.object({ count: z.int() })
const keptDays = 3

export const createDailyUseTable = (table: Table): DailyUses => ({
  find: async (subject, act, now) => {
    const day = dayOf(now)
    const item = await table.get(keyOf({ subject, day, act }))
    return { subject, act, day, count: item ? stored.parse(item.body).count : 0, version: item?.version ?? 0 }
  },

  put: (use, now) => ({
    item: {
      ...keyOf(use),
      version: use.version + 1,
      body: { count: use.count + 1 },
      expiresAt: epochSeconds(now) + keptDays * daySeconds,
    },
    expects: use.version === 0 ? 'absent' : { version: use.version },
  }),
})
