import { directProcurementLimitOn } from './amounts.ts'
import { groundIds, isGroundFor } from './grounds.ts'
import type { GroundId } from './grounds.ts'
import { procedureIds, procedureOf } from './procedures.ts'
import type { Procedure, ProcedureId } from './procedures.ts'
import type { PurchaseCategory } from './purchase-category.ts'

/** What decides which forms are open to a purchase. Sums in öre without VAT (LOU 5:3). */
export interface PurchaseFacts {
  readonly category: PurchaseCategory
  readonly value: number
  /** The day on which the notice is sent: value and threshold are those of that day (LOU 5:5). */
  readonly noticeOn: string
  /** The threshold of the category on that day (LOU 5:1), announced or stated with its source. */
  readonly threshold: number
  readonly grounds: readonly GroundId[]
}

const isFromThreshold = ({ category, value, threshold }: PurchaseFacts): boolean => category === 'ordinary' && value >= threshold

const isInForce = ({ validFrom, validTo }: Procedure, day: string): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo)

const isValueWithin = ({ values }: Procedure, facts: PurchaseFacts): boolean =>
  values === 'any' || (values === 'fromThreshold') === isFromThreshold(facts)

/** LOU 19 a:2: below its limit; for the services of annex 2 below their threshold. */
const isFreeDirectProcurement = (id: ProcedureId, { category, value, noticeOn, threshold }: PurchaseFacts): boolean => {
  const limit = category === 'annex2' ? threshold : directProcurementLimitOn(noticeOn)?.ore
  return id === 'directProcurement' && limit !== undefined && value < limit
}

const isGroundGiven = (id: ProcedureId, facts: PurchaseFacts): boolean => {
  const possible = groundIds.filter((ground) => isGroundFor(ground, id))
  return possible.length === 0 || possible.some((ground) => facts.grounds.includes(ground))
}

/** The forms that LOU allows for the purchase; a county must weigh all of them before it chooses (RUVeS 4.3.1). */
export const allowedProcedures = (facts: PurchaseFacts): ProcedureId[] =>
  procedureIds.filter((id) => {
    const procedure = procedureOf(id)
    return (
      isInForce(procedure, facts.noticeOn) &&
      isValueWithin(procedure, facts) &&
      (isGroundGiven(id, facts) || isFreeDirectProcurement(id, facts))
    )
  })
