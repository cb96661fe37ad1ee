import { addDays, isWorkingDay } from '#calendar/working-days.ts'

/** LOU 20:1, 20:3 and 20:10, in calendar days. */
const standstillDays = {
  electronic: 10,
  other: 15,
  voluntaryNotice: 10,
  afterRuling: 10,
  source: 'LOU 20:1, 20:3, 20:10',
  validFrom: '2022-02-01',
} as const

export interface StandstillFacts {
  /** How and when each tenderer was told of the decision. Empty where a voluntary notice was published instead. */
  readonly notices: readonly { readonly sentOn: string; readonly means: 'electronic' | 'other' }[]
  /** LOU 20:3: the day on which a voluntary notice was published. */
  readonly voluntaryNoticeOn?: string | undefined
  /** A longer period that the notice itself states (LOU 20:1, third paragraph). */
  readonly statedUntil?: string | undefined
  /** LOU 20:8: an application for review extends the standstill until the court has ruled. */
  readonly review: 'none' | 'pending' | 'ruled'
  readonly ruledOn?: string | undefined
}

export type Standstill =
  | { readonly isOver: true; readonly lastDay: string; readonly earliestSigningOn: string }
  | { readonly isOver: false; readonly why: 'notNotified' | 'underReview' }

/** Lag (1930:173) 2 §, by LOU 20:18: a period that would end on a holiday ends on the next working day. */
const lastDayOf = (from: string, days: number): string => {
  let day = addDays(from, days)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/**
 * When the contract may be signed at the earliest. The period counts from the day of sending, which itself does
 * not count; one notice sent other than electronically makes it 15 days for all. Not over while nobody has been
 * told or a review is pending. Whether the form of procurement has a standstill at all is not asked here.
 */
export const standstillOf = ({ notices, voluntaryNoticeOn, statedUntil, review, ruledOn }: StandstillFacts): Standstill => {
  const days = notices.some((notice) => notice.means === 'other') ? standstillDays.other : standstillDays.electronic
  const ends = notices.map((notice) => lastDayOf(notice.sentOn, days))
  if (voluntaryNoticeOn !== undefined) ends.push(lastDayOf(voluntaryNoticeOn, standstillDays.voluntaryNotice))
  if (ends.length === 0) return { isOver: false, why: 'notNotified' }
  if (review === 'pending' || (review === 'ruled' && ruledOn === undefined)) return { isOver: false, why: 'underReview' }
  if (statedUntil !== undefined) ends.push(statedUntil)
  if (review === 'ruled' && ruledOn !== undefined) ends.push(lastDayOf(ruledOn, standstillDays.afterRuling))
  const lastDay = ends.reduce((latest, day) => (day > latest ? day : latest))
  return { isOver: true, lastDay, earliestSigningOn: addDays(lastDay, 1) }
}
