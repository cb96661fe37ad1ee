import type { Text } from '#contracts/language.ts'
import { shareInWords } from '../explain-line.ts'
import type { LoadedCalculation } from './load-calculation.ts'

/** The county's own figures that a calculation names, in words. */

const text = {
  discount: { sv: 'Diskonteringsränta', en: 'Discount rate' },
  horizon: { sv: 'Antal år', en: 'Number of years' },
  bias: { sv: 'Påslag för optimism', en: 'Optimism bias' },
  biasValue: { sv: 'på kostnader, från högst till lägst', en: 'on costs, from highest to lowest' },
  warning: { sv: 'Varningsnivå för nyttjande', en: 'Warning level of use' },
  perHour: { sv: 'per timme', en: 'an hour' },
  each: { sv: 'per gång', en: 'each' },
  prices: { sv: 'års priser', en: 'prices' },
  years: { sv: 'år', en: 'years' },
  index: { sv: 'årsmedelvärden', en: 'yearly means' },
} as const satisfies Record<string, Text>

export interface UsedRow {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly source: string
  readonly validFrom: string
  readonly validTo?: string | undefined
  readonly isExample: boolean
}

const rowsOf = ({ parameters: { parameters }, visit }: LoadedCalculation): UsedRow[] => {
  const { locale } = visit
  const { t, money } = locale
  const common = (row: {
    readonly id: string
    readonly source: string
    readonly validFrom: string
    readonly validTo?: string | undefined
    readonly isExample?: boolean | undefined
  }) => ({
    id: row.id,
    source: row.source,
    validFrom: row.validFrom,
    validTo: row.validTo,
    isExample: row.isExample === true,
  })
  const inPrices = (priceYear: number): string => `${priceYear} ${t(text.prices)}`
  return [
    ...parameters.discountRates.map((row) => ({ ...common(row), name: t(text.discount), value: shareInWords(locale, row.rate) })),
    ...parameters.horizons.map((row) => ({ ...common(row), name: t(text.horizon), value: `${row.years} ${t(text.years)}` })),
    ...parameters.staffRates.map((row) => ({
      ...common(row),
      name: t(row.name),
      value: `${money(row.orePerHour)} ${t(text.perHour)}, ${inPrices(row.priceYear)}`,
    })),
    ...parameters.unitPrices.map((row) => ({
      ...common(row),
      name: t(row.name),
      value: `${money(row.ore)} ${t(text.each)}, ${inPrices(row.priceYear)}`,
    })),
    ...parameters.priceIndexes.map((row) => ({ ...common(row), name: row.name, value: t(text.index) })),
    ...parameters.optimismBias.map((row) => ({
      ...common(row),
      name: t(text.bias),
      value: `${shareInWords(locale, row.costs.upper)}–${shareInWords(locale, row.costs.lower)} ${t(text.biasValue)}`,
    })),
    ...parameters.usageWarnings.map((row) => ({ ...common(row), name: t(text.warning), value: shareInWords(locale, row.below) })),
  ]
}

/** The row of that id, of whichever table it is. */
export const rowOf = (of: LoadedCalculation, id: string): UsedRow | undefined => rowsOf(of).find((row) => row.id === id)

/** Those that the calculation says it reckoned with, in its order. */
export const usedRows = (of: LoadedCalculation): UsedRow[] => {
  const { parameters, usageWarning, curves } = of.calculation
  const ids = [...new Set([...parameters, ...(usageWarning && curves.length > 0 ? [usageWarning.parameter] : [])])]
  return ids.flatMap((id) => rowOf(of, id) ?? [])
}
