/**
 * Figures as people in Sweden write them: `1 234,50`. Read by their digits, never through a float, so that a
 * sum of money is exactly what was typed.
 */

/** Spaces of every kind separate thousands; a comma or a point the decimals; both minus signs are met. */
const tidy = (typed: string): string =>
  typed
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')

const decimalPattern = /^-?\d{1,15}(?:\.\d{1,12})?$/
const integerPattern = /^-?\d{1,15}$/
const moneyPattern = /^(-?)(\d{1,13})(?:\.(\d{1,2}))?$/

export const readDecimal = (typed: string): number | undefined =>
  decimalPattern.test(tidy(typed)) ? Number(tidy(typed)) : undefined

export const readInteger = (typed: string): number | undefined =>
  integerPattern.test(tidy(typed)) ? Number(tidy(typed)) : undefined

/** Kronor with at most two decimals, as integer öre. A trailing `kr` or `:-` is forgiven. */
export const readMoney = (typed: string): number | undefined => {
  const [, sign, kronor, decimals = ''] =
    tidy(typed)
      .replace(/(?:kr|sek|:-)$/i, '')
      .match(moneyPattern) ?? []
  if (kronor === undefined) return undefined
  const ore = Number(`${kronor}${decimals.padEnd(2, '0')}`)
  return sign === '-' && ore > 0 ? -ore : ore
}

const grouped = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 12 })

const plain = (formatted: string): string => formatted.replaceAll(/[\u00a0\u202f]/g, ' ').replace('\u2212', '-')

export const writeNumber = (value: number): string => plain(grouped.format(value))

/** Öre as kronor for an input: no currency, decimals only when there are öre. */
export const writeMoney = (ore: number): string => {
  const absolute = Math.abs(ore)
  const kronor = plain(grouped.format(Math.floor(absolute / 100)))
  const rest = absolute % 100
  return `${ore < 0 ? '-' : ''}${kronor}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`
}
