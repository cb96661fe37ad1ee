import type { Text } from '#contracts/language.ts'
import { barriers, barriersIn } from '#procurement-law/barriers-to-small-companies.ts'
import type { Barrier } from '#procurement-law/barriers-to-small-companies.ts'
import { findingsInWording, wordingRules } from '#procurement-law/requirement-wording.ts'
import type { WordingRule, WordingSeverity } from '#procurement-law/requirement-wording.ts'

/** What is to be asked for, as far as it is known. Amounts in öre without VAT. */
export interface CheckedDemands {
  readonly requirements: readonly { readonly id?: string | undefined; readonly text: string }[]
  readonly estimatedValue?: number | undefined
  readonly turnoverDemanded?: number | undefined
  readonly referencesDemanded?: number | undefined
  readonly employeesDemanded?: number | undefined
  readonly yearsInBusinessDemanded?: number | undefined
  /** By name, as they are asked for. */
  readonly certificatesDemanded?: readonly string[] | undefined
  readonly demandsLocalPresence?: boolean | undefined
  readonly isDivided?: boolean | undefined
  readonly isWholeUndertaking?: boolean | undefined
  readonly tenderDays?: number | undefined
  readonly minimumTenderDays?: number | undefined
}

export interface BarrierFinding {
  /** Of the shared lists: a barrier of the whole, or a rule of wording. */
  readonly code: Barrier | WordingRule
  readonly severity: WordingSeverity
  readonly name: Text
  readonly source: string
  readonly remedy: Text
  /** Where it stands: the place in `requirements`, counted from 0; undefined for the procurement as a whole. */
  readonly requirement?: number | undefined
  readonly quote?: string | undefined
}

const wording = (code: WordingRule, more: Pick<BarrierFinding, 'requirement' | 'quote'> = {}): BarrierFinding => {
  const { severity, name, source, remedy } = wordingRules[code]
  return { code, severity, name, source, remedy, ...more }
}

/** The law forbids one of them outright; the others are allowed with a reason. */
const severityOf = (barrier: Barrier): WordingSeverity => (barrier === 'turnover' ? 'breach' : 'barrier')

const whole = (code: Barrier): BarrierFinding => {
  const { name, source, remedy } = barriers[code]
  return { code, severity: severityOf(code), name, source, remedy }
}

/** LOU 14:4 cannot be tried without a value: then the demand is only noticed. */
const turnoverWithoutValue = ({ turnoverDemanded, estimatedValue }: CheckedDemands): boolean =>
  turnoverDemanded !== undefined && turnoverDemanded > 0 && estimatedValue === undefined

const wholeFindings = (demands: CheckedDemands): BarrierFinding[] => [
  ...barriersIn({
    estimatedValue: demands.estimatedValue ?? Number.POSITIVE_INFINITY,
    turnoverDemanded: demands.turnoverDemanded,
    referencesDemanded: demands.referencesDemanded ?? 0,
    isDivided: demands.isDivided ?? true,
    namesBrand: false,
    isWholeUndertaking: demands.isWholeUndertaking ?? false,
    tenderDays: demands.tenderDays,
    minimumTenderDays: demands.minimumTenderDays,
  }).map(whole),
  ...(turnoverWithoutValue(demands) ? [wording('turnoverUnknownValue')] : []),
  ...((demands.employeesDemanded ?? 0) > 0 ? [wording('staff')] : []),
  ...((demands.yearsInBusinessDemanded ?? 0) > 0 ? [wording('yearsInBusiness')] : []),
  ...(demands.certificatesDemanded ?? []).map((quote) => wording('certificate', { quote })),
  ...(demands.demandsLocalPresence ? [wording('localPresence')] : []),
]

/**
 * What in a procurement the law does not allow or shuts small companies out, with paragraph and what to do instead: first of
 * the whole, then requirement by requirement. A finding by form (an inner capital) is a notice and refuses nothing.
 */
export const checkBarriers = (demands: CheckedDemands): readonly BarrierFinding[] => [
  ...wholeFindings(demands),
  ...demands.requirements.flatMap(({ text }, requirement) =>
    findingsInWording(text, demands.estimatedValue).map(({ rule, quote }) => wording(rule, { requirement, quote })),
  ),
]
