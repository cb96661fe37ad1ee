import { addDays } from '#calendar/working-days.ts'
import { directDocumentationLimitOn, directProcurementLimitOn } from '#procurement-law/amounts.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'
import type { PurchaseCategory } from '#procurement-law/purchase-category.ts'

const postNoticeDays = { days: 30, source: 'LOU 10:4, 19:7, 19 a:13', validFrom: '2022-02-01' } as const
const documentationDays = { days: 30, source: 'LOU 12:14, 19:22, 19 a:11', validFrom: '2022-02-01' } as const

export interface SignedContract {
  readonly procedure: ProcedureId
  readonly category: PurchaseCategory
  /** Öre. */
  readonly value: number
  readonly signedOn: string
}

const quarterEnd = (date: string): string => {
  const year = date.slice(0, 4)
  const ends = ['03-31', '06-30', '09-30', '12-31'].map((end) => `${year}-${end}`)
  // The last of the four is the year's last day, so one of them always lies on or after the date.
  return ends.find((end) => date <= end)!
}

export type Duty = { readonly isNeeded: true; readonly latestOn: string } | { readonly isNeeded: false; readonly because: string }

/**
 * The last day to send the post-notice (efterannons): 30 days after the contract; in a dynamic purchasing system
 * and for annex 2 services 30 days after the quarter (LOU 10:4, 19:7). None after a call-off from a framework
 * agreement, nor after a direct procurement below the limit of LOU 19 a:13.
 */
export const postNoticeDuty = ({ procedure, category, value, signedOn }: SignedContract): Duty => {
  if (procedure === 'frameworkCallOff') return { isNeeded: false, because: 'LOU 10:4' }
  const limit = directProcurementLimitOn(signedOn)
  if (procedure === 'directProcurement' && limit !== undefined && value < limit.ore)
    return { isNeeded: false, because: 'LOU 19 a:13' }
  const isQuarterly = procedure === 'dynamicPurchasingSystem' || category === 'annex2'
  return { isNeeded: true, latestOn: addDays(isQuarterly ? quarterEnd(signedOn) : signedOn, postNoticeDays.days) }
}

/** The last day to finish the documentation: 30 days after the contract (LOU 12:14, 19:22, 19 a:11). */
export const documentationDuty = ({ procedure, value, signedOn }: SignedContract): Duty => {
  const limit = directDocumentationLimitOn(signedOn)
  if (procedure === 'directProcurement' && limit !== undefined && value <= limit.ore)
    return { isNeeded: false, because: limit.source }
  return { isNeeded: true, latestOn: addDays(signedOn, documentationDays.days) }
}
