import type { Locale } from './locale.ts'

/** Sums of money as they are read in running text, tables and charts, where öre would only be in the way. All take öre. */
export interface Amounts {
  /** To the whole krona: `591 714 kr`. */
  readonly whole: (ore: number) => string
  /** To three figures: `592 000 kr`. */
  readonly rounded: (ore: number) => string
  /** As `rounded`, with its sign also when it is a plus. */
  readonly signed: (ore: number) => string
  /** For an axis: `500 tkr`, `1,5 mn kr`. */
  readonly short: (ore: number) => string
}

const tags = { sv: 'sv-SE', en: 'en-GB' } as const
const orePerKrona = 100
const thousand = 1_000
const million = 1_000_000
const figures = 3

export const createAmounts = ({ language }: Locale): Amounts => {
  const tag = tags[language]
  const kronor = { style: 'currency', currency: 'SEK', currencyDisplay: language === 'sv' ? 'symbol' : 'code' } as const
  const whole = new Intl.NumberFormat(tag, { ...kronor, maximumFractionDigits: 0 })
  const rounded = new Intl.NumberFormat(tag, { ...kronor, maximumSignificantDigits: figures })
  const signed = new Intl.NumberFormat(tag, { ...kronor, maximumSignificantDigits: figures, signDisplay: 'exceptZero' })
  const plain = new Intl.NumberFormat(tag, { maximumSignificantDigits: figures })
  // Minus nought is nought.
  const inKronor = (ore: number): number => ore / orePerKrona || 0
  return {
    whole: (ore) => whole.format(Math.round(inKronor(ore)) || 0),
    rounded: (ore) => rounded.format(inKronor(ore)),
    signed: (ore) => signed.format(inKronor(ore)),
    short: (ore) => {
      const amount = inKronor(ore)
      const size = Math.abs(amount)
      if (size >= million)
        return language === 'sv' ? `${plain.format(amount / million)} mn kr` : `SEK ${plain.format(amount / million)}m`
      if (size >= thousand)
        return language === 'sv' ? `${plain.format(amount / thousand)} tkr` : `SEK ${plain.format(amount / thousand)}k`
      return rounded.format(amount)
    },
  }
}

const monthsPerYear = 12

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** A time in years as years and months: `1 år och 6 månader`. */
export const yearsInWords = (years: number, { language }: Pick<Locale, 'language'>): string => {
  const months = Math.round(years * monthsPerYear)
  const [whole, rest] = [Math.floor(months / monthsPerYear), months % monthsPerYear]
  const parts =
    language === 'sv'
      ? [counted(whole, 'år', 'år'), counted(rest, 'månad', 'månader')]
      : [counted(whole, 'year', 'years'), counted(rest, 'month', 'months')]
  const told = parts.filter((_, index) => (index === 0 ? whole > 0 : rest > 0))
  return (told.length > 0 ? told : parts.slice(1)).join(language === 'sv' ? ' och ' : ' and ')
}
