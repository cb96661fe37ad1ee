import type { FormField } from '#phase/field.ts'
import type { Text } from '#contracts/language.ts'
import type { Figures } from '../../api/reckoning-views.ts'
import type { FormFields } from '../../forms/action-form.tsx'

/** Low, likely and high as they are typed: sums in kronor, shares in per cent. */

const valueLimit = 1_000_000_000_000

const figure = (sv: string, en: string) =>
  ({ kind: 'decimal', label: { sv, en }, min: 0, max: valueLimit, isRequired: false }) as const

export const threePointFields = {
  low: figure('Lågt', 'Low'),
  likely: figure('Troligt', 'Likely'),
  high: figure('Högt', 'High'),
} as const satisfies FormFields

/** Years to choose among: a price level is seldom older than this, and never of a year that is far ahead. */
const yearsBack = 15
const yearsAhead = 5

/** As a choice, since a year is no quantity to be written with a space. Another year that has been chosen stays. */
export const priceYearField = (label: Text, today: string, chosen: number | undefined, isRequired: boolean): FormField => {
  const now = Number(today.slice(0, 4))
  const years = Array.from({ length: yearsBack + yearsAhead + 1 }, (_, index) => now + yearsAhead - index)
  const all = chosen === undefined || years.includes(chosen) ? years : [...years, chosen].toSorted((a, b) => b - a)
  return {
    kind: 'choice',
    label,
    options: all.map((year) => ({ value: String(year), label: { sv: String(year), en: String(year) } })),
    isRequired,
  }
}

/** How many decimals a unit is moved between what is stored and what is typed: öre are kronor, shares are per cent. */
const placesOf = (unit: string): number => (unit.startsWith('ore') ? -2 : unit === 'share' ? 2 : 0)

/** Moves the decimal point in the digits themselves, so that no figure changes by being shown. */
const moved = (value: number, places: number): number => {
  const [digits, exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}

const mapFigures = ({ low, likely, high }: Figures, map: (value: number) => number): Figures => ({
  ...(low !== undefined && { low: map(low) }),
  ...(likely !== undefined && { likely: map(likely) }),
  ...(high !== undefined && { high: map(high) }),
})

/** As typed: 45 000 öre are 450, a share of 0.125 is 12.5. */
export const asTyped = (unit: string, stored: Figures): Figures => mapFigures(stored, (value) => moved(value, placesOf(unit)))

export const asStored = (unit: string, typed: Figures): Figures => mapFigures(typed, (value) => moved(value, -placesOf(unit)))

export const percent = (share: number): number => moved(share, 2)
export const shareOf = (typed: number): number => moved(typed, -2)

export const isMoneyUnit = (unit: string): boolean => unit.startsWith('ore')

export const hasFigures = ({ low, likely, high }: Figures): boolean =>
  low !== undefined || likely !== undefined || high !== undefined
