import type { AppliesWhen, CaseTrait, ConditionTerm, DeviceClass } from '#contracts/requirement-library.ts'
import { deviceClasses } from '#contracts/requirement-library.ts'

/** What a case has answered. What is not here has not been answered. */
export interface CaseAnswers {
  readonly traits: Readonly<Partial<Record<CaseTrait, boolean>>>
  readonly deviceClass?: DeviceClass | undefined
}

type Holds = boolean | 'unknown'

const deviceTerms = {
  deviceClassI: 'I',
  deviceClassIIa: 'IIa',
  deviceClassIIb: 'IIb',
  deviceClassIII: 'III',
} as const satisfies Partial<Record<ConditionTerm, DeviceClass>>

const isDeviceTerm = (term: ConditionTerm): term is keyof typeof deviceTerms => Object.hasOwn(deviceTerms, term)

const termHolds = (term: ConditionTerm, { traits, deviceClass }: CaseAnswers): Holds => {
  if (!isDeviceTerm(term)) return traits[term] ?? 'unknown'
  if (deviceClass === undefined) return 'unknown'
  return deviceClasses.indexOf(deviceClass) >= deviceClasses.indexOf(deviceTerms[term])
}

export type Applicability =
  /** `because` is one alternative that holds as a whole; empty when the requirement always applies. */
  | { readonly applies: true; readonly because: readonly ConditionTerm[] }
  | { readonly applies: false }
  /** It would apply if the case answered yes to these. */
  | { readonly applies: 'unknown'; readonly asks: readonly ConditionTerm[] }

/** Whether a requirement applies to a case, and why. An alternative that fails in one term asks for nothing more. */
export const applicabilityOf = (appliesWhen: AppliesWhen, answers: CaseAnswers): Applicability => {
  if (appliesWhen.length === 0) return { applies: true, because: [] }
  const judged = appliesWhen.map((terms) => terms.map((term) => ({ term, holds: termHolds(term, answers) })))
  const holding = judged.find((terms) => terms.every(({ holds }) => holds === true))
  if (holding) return { applies: true, because: holding.map(({ term }) => term) }
  const open = judged.filter((terms) => terms.every(({ holds }) => holds !== false))
  if (open.length === 0) return { applies: false }
  const asks = open.flatMap((terms) => terms.flatMap(({ term, holds }) => (holds === 'unknown' ? [term] : [])))
  return { applies: 'unknown', asks: [...new Set(asks)] }
}
