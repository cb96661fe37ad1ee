import { conditionTermNames, conditionTerms } from '#contracts/requirement-library.ts'
import type { AppliesWhen, ConditionTerm } from '#contracts/requirement-library.ts'
import type { Locale } from '../../language/locale.ts'

/** Conditions as tables and forms write them, and as pages say them. */

/** `personalData + cloud, ai`: commas between alternatives, plus signs between the terms of one. */
export const writeCondition = (appliesWhen: AppliesWhen): string => appliesWhen.map((terms) => terms.join(' + ')).join(', ')

/** As a form writes it, in the reader's own words: one alternative a line. */
export const writeConditionInWords = (appliesWhen: AppliesWhen, { t }: Locale): string =>
  appliesWhen.map((terms) => terms.map((term) => t(conditionTermNames[term])).join(' + ')).join('\n')

const folded = (words: string): string => words.trim().toLocaleLowerCase('sv')

/** The word of the API, or what the console calls it in either language. */
const readTerm = (written: string): ConditionTerm | undefined =>
  conditionTerms.find((term) =>
    [term, conditionTermNames[term].sv, conditionTermNames[term].en].some((name) => folded(name) === folded(written)),
  )

export type ReadCondition =
  | { readonly ok: true; readonly appliesWhen: ConditionTerm[][] }
  | { readonly ok: false; readonly unknown: readonly string[] }

/** The reverse of `writeCondition`; a line break or a semicolon also begins a new alternative. */
export const readCondition = (written: string): ReadCondition => {
  const alternatives = written
    .split(/[,;\n]/u)
    .map((alternative) => alternative.trim())
    .filter((alternative) => alternative !== '')
    .map((alternative) => alternative.split('+').map((term) => term.trim()))
  const unknown = alternatives.flat().filter((term) => readTerm(term) === undefined)
  if (unknown.length > 0) return { ok: false, unknown }
  return { ok: true, appliesWhen: alternatives.map((terms) => terms.flatMap((term) => readTerm(term) ?? [])) }
}

const and = { sv: ' och ', en: ' and ' } as const

/** One sentence part for each alternative: `behandlar personuppgifter och drivs av leverantören`. */
export const sayCondition = (appliesWhen: AppliesWhen, { t }: Locale): readonly string[] =>
  appliesWhen.map((terms) => terms.map((term) => t(conditionTermNames[term])).join(t(and)))
