import type { Language } from '#contracts/language.ts'

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** More of a unit than this is told in the next one. */
const most = { second: 2 * minute, minute: 2 * hour, hour: 2 * day } as const

const tags = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>

/** How long something has waited, in the one unit that says it: `45 sekunder`, `12 minuter`, `3 dygn`. */
export const ageInWords = (seconds: number, language: Language): string => {
  const [unit, length] =
    seconds < most.second
      ? (['second', 1] as const)
      : seconds < most.minute
        ? (['minute', minute] as const)
        : seconds < most.hour
          ? (['hour', hour] as const)
          : (['day', day] as const)
  return new Intl.NumberFormat(tags[language], { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(
    Math.floor(seconds / length),
  )
}
