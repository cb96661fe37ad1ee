import { addDays } from '#calendar/working-days.ts'
import { procedureOf } from '#procurement-law/procedures.ts'
import { standstillOf } from '../../../services/procurement/domain/standstill.ts'
import { assume } from '../facts.ts'
import type { ProcurementFacts, PurchaseForm } from '../facts.ts'
import { contractEnd, dayOfMilestone, nextWorkingDay } from '../timeline.ts'
import type { Milestone } from '../timeline.ts'

/** A two-stage form has its requests between the notice and the invitation. */
export const twoStageDays = { requests: 32, invitation: 37, tenders: 65 } as const

export const isTwoStage = (form: PurchaseForm): boolean => procedureOf(form).requestTime !== undefined

export const tendersDueOn = ({ begun, purchase: { form } }: ProcurementFacts): string =>
  isTwoStage(form)
    ? nextWorkingDay(addDays(dayOfMilestone(begun, 'noticeSent'), twoStageDays.tenders))
    : dayOfMilestone(begun, 'tendersDue')

/** A two-stage procurement takes longer: what comes after the tenders comes so many days later. */
export const later = (facts: ProcurementFacts, milestone: Milestone): string => {
  const day = dayOfMilestone(facts.begun, milestone)
  return isTwoStage(facts.purchase.form) ? nextWorkingDay(addDays(day, twoStageDays.tenders - 45)) : day
}

/** From the notices to the tenderers to the contract: the standstill of LOU chapter 20, where the form has one. */
export const contractDates = (facts: ProcurementFacts) => {
  const toldOn = later(facts, 'tenderersTold')
  const { hasStandstill } = procedureOf(facts.purchase.form)
  const standstill = standstillOf({ notices: [{ sentOn: toldOn, means: 'electronic' }], review: 'none' })
  if (!standstill.isOver) throw new Error('a standstill without a review ends by itself')
  const signedOn = nextWorkingDay(hasStandstill ? standstill.earliestSigningOn : toldOn)
  const startsOn = later(facts, 'contractStarts')
  return {
    toldOn,
    hasStandstill,
    earliestSigningOn: standstill.earliestSigningOn,
    signedOn,
    startsOn,
    endsOn: contractEnd(startsOn),
    number: assume(`AVT ${signedOn.slice(0, 4)}-${facts.key}`),
  }
}
