import { addDays } from '#calendar/working-days.ts'
import { minimumRequestTime, minimumTenderTime } from '#procurement-law/time-limits.ts'
import type { TenderTerms } from '#procurement-law/time-limits.ts'

export interface TenderDates {
  readonly sentOn: string
  readonly requestsDueOn?: string | undefined
  readonly invitedOn?: string | undefined
  readonly tendersDueOn: string
}

export type TenderPeriodFault =
  | { readonly code: 'requestsDateMissing' | 'invitationDateMissing' }
  | { readonly code: 'requestsTooShort' | 'tendersTooShort'; readonly days: number; readonly earliest: string }

/** Where the dates of a procurement are shorter than the law allows, or a date that the form needs is missing. */
export const tenderPeriodFaults = (terms: TenderTerms, dates: TenderDates): readonly TenderPeriodFault[] => {
  const faults: TenderPeriodFault[] = []
  const requestDays = minimumRequestTime(terms)?.days
  const tenderDays = minimumTenderTime(terms)?.days
  if (requestDays !== undefined) {
    if (dates.requestsDueOn === undefined) faults.push({ code: 'requestsDateMissing' })
    else if (dates.requestsDueOn < addDays(dates.sentOn, requestDays))
      faults.push({ code: 'requestsTooShort', days: requestDays, earliest: addDays(dates.sentOn, requestDays) })
    if (dates.invitedOn === undefined) faults.push({ code: 'invitationDateMissing' })
  }
  const from = requestDays === undefined ? dates.sentOn : dates.invitedOn
  if (tenderDays !== undefined && from !== undefined && dates.tendersDueOn < addDays(from, tenderDays))
    faults.push({ code: 'tendersTooShort', days: tenderDays, earliest: addDays(from, tenderDays) })
  return faults
}
