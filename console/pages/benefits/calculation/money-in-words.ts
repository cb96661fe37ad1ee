import type { Text } from '#contracts/language.ts'
import { createAmounts, yearsInWords } from '../../../language/amounts.ts'
import type { Locale } from '../../../language/locale.ts'

/** What a calculation says, for somebody who is no economist. */

/** Of money in hand, or with freed resources counted. Öre. */
export interface Outlook {
  readonly netPresentValue: number
  readonly paybackYears?: number | undefined
  readonly p10: number
  readonly p90: number
  readonly probabilityNotNegative: number
}

const text = {
  never: { sv: 'inte inom', en: 'not within' },
  years: { sv: 'år', en: 'years' },
  atOnce: { sv: 'från början', en: 'from the start' },
  after: { sv: 'efter', en: 'after' },
  inAll: { sv: 'i alla beräknade utfall', en: 'in every outcome reckoned' },
  inNone: { sv: 'i inget beräknat utfall', en: 'in no outcome reckoned' },
  moreThan: { sv: 'i mer än 99 av 100 utfall', en: 'in more than 99 outcomes in 100' },
  lessThan: { sv: 'i färre än 1 av 100 utfall', en: 'in fewer than 1 outcome in 100' },
  between: { sv: 'mellan', en: 'between' },
  and: { sv: 'och', en: 'and' },
} as const satisfies Record<string, Text>

export const paybackInWords = (locale: Locale, paybackYears: number | undefined, horizonYears: number): string => {
  const { t } = locale
  if (paybackYears === undefined) return `${t(text.never)} ${horizonYears} ${t(text.years)}`
  return paybackYears === 0 ? t(text.atOnce) : `${t(text.after)} ${yearsInWords(paybackYears, locale)}`
}

const hundred = 100

/** How often it does not lose: a share of draws as so many outcomes in a hundred, never rounded to certainty. */
export const probabilityInWords = ({ t, language }: Locale, share: number): string => {
  if (share === 1) return t(text.inAll)
  if (share === 0) return t(text.inNone)
  const of = Math.round(share * hundred)
  if (of === hundred) return t(text.moreThan)
  if (of === 0) return t(text.lessThan)
  return language === 'sv' ? `i ${of} av 100 utfall` : `in ${of} outcomes in 100`
}

export const intervalInWords = (locale: Locale, { p10, p90 }: Pick<Outlook, 'p10' | 'p90'>): string => {
  const { signed } = createAmounts(locale)
  return `${locale.t(text.between)} ${signed(p10)} ${locale.t(text.and)} ${signed(p90)}`
}

/** The finding of a calculation in one sentence. */
export const verdictInWords = (
  locale: Locale,
  { inHand, withFreedResources, horizonYears }: { inHand: number; withFreedResources: number; horizonYears: number },
): string => {
  const { rounded } = createAmounts(locale)
  const [money, all] = [rounded(Math.abs(inHand)), rounded(Math.abs(withFreedResources))]
  if (locale.language === 'sv') {
    const over = `På ${horizonYears} år`
    const inMoney =
      inHand >= 0
        ? `${over} ger satsningen ${money} mer i pengar än den kostar`
        : `${over} kostar satsningen ${money} mer i pengar än den ger`
    if (withFreedResources === inHand) return `${inMoney}.`
    if (inHand >= 0 === withFreedResources >= 0)
      return `${inMoney}. Räknas frigjorda resurser in blir skillnaden ${all}${inHand >= 0 ? '' : ', fortfarande mer kostnad än nytta'}.`
    return withFreedResources >= 0
      ? `${inMoney}. Räknas frigjorda resurser in är nyttan ${all} större än kostnaden.`
      : `${inMoney}. Räknas resurserna som tas i anspråk in är kostnaden ${all} större än nyttan.`
  }
  const over = `Over ${horizonYears} years`
  const inMoney =
    inHand >= 0
      ? `${over} it gives ${money} more in money than it costs`
      : `${over} it costs ${money} more in money than it gives`
  if (withFreedResources === inHand) return `${inMoney}.`
  if (inHand >= 0 === withFreedResources >= 0)
    return `${inMoney}. With freed resources counted the difference is ${all}${inHand >= 0 ? '' : ', still more cost than benefit'}.`
  return withFreedResources >= 0
    ? `${inMoney}. With freed resources counted the benefit is ${all} greater than the cost.`
    : `${inMoney}. With the resources it takes up counted the cost is ${all} greater than the benefit.`
}
