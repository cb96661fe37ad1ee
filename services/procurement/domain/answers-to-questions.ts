import { addDays } from '#calendar/working-days.ts'
import type { Shortening } from '#procurement-law/time-limits.ts'

/** LOU 12:11 and 19:13: how many days before the last day for tenders a question must have been answered. */
const answerDays = { ordinary: 6, accelerated: 4, source: 'LOU 12:11, 19:13', validFrom: '2017-01-01' } as const

/**
 * The last day for supplementary information. An answer after it means that the tender period must be extended
 * (LOU 11:8, 19:14).
 */
export const lastAnswerDay = (tendersDueOn: string, shortening: Shortening): string =>
  addDays(tendersDueOn, -(shortening === 'accelerated' ? answerDays.accelerated : answerDays.ordinary))
