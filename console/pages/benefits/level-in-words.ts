import type { Locale } from '../../language/locale.ts'

/** As in services/benefits/domain/limits.ts. */
export const highestLevel = 5

interface Levelled {
  readonly level?: number | undefined
  readonly levelHorizonYears?: number | undefined
}

export const horizonInWords = ({ language }: Locale, years: number): string =>
  language === 'sv' ? `inom ${years} år` : years === 1 ? 'within a year' : `within ${years} years`

/** How great something unpriced is, and how soon it is felt where that has been said; undefined without a level. */
export const levelInWords = (locale: Locale, { level, levelHorizonYears }: Levelled): string | undefined => {
  if (level === undefined) return undefined
  const told = locale.language === 'sv' ? `${level} av ${highestLevel}` : `${level} of ${highestLevel}`
  return levelHorizonYears === undefined ? told : `${told} ${horizonInWords(locale, levelHorizonYears)}`
}
