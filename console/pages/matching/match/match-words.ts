import type { Text } from '#contracts/language.ts'
import type { Coverage, Grounds } from '../../../api/matching-views.ts'
import type { Locale } from '../../../language/locale.ts'

/** How a match is said on a page. */

export const coverageNames = {
  verified: { sv: 'Verifierat', en: 'Verified' },
  declared: { sv: 'Enligt leverantören', en: 'Declared' },
  unknown: { sv: 'Okänt', en: 'Unknown' },
  missing: { sv: 'Uppfylls inte', en: 'Not met' },
} as const satisfies Record<Coverage, Text>

export const coverageColors = {
  verified: 'success',
  declared: 'info',
  unknown: 'neutral',
  missing: 'danger',
} as const satisfies Record<Coverage, string>

const groundNames = {
  declared: { sv: 'uppgift i katalogen', en: 'stated in the catalogue' },
  verified: { sv: 'uppgiften är kontrollerad', en: 'the statement has been checked' },
  refuted: { sv: 'uppgiften stämde inte vid kontroll', en: 'the statement was found not to hold' },
  evaluation: { sv: 'utvärdering att återanvända', en: 'an evaluation to reuse' },
  passage: { sv: 'ur produktens text, läs själv', en: "from the product's text, read it yourself" },
} as const satisfies Record<string, Text>

export const groundInWords = ({ t }: Locale, ground: Grounds): string => {
  if (ground.kind === 'claim') return t(groundNames[ground.status])
  if (ground.kind === 'evaluation') return t(groundNames.evaluation)
  return `${t(groundNames.passage)}: ”${ground.text}”`
}

const partNames: Readonly<Record<string, Text>> = {
  functions: { sv: 'funktionerna', en: 'the functions' },
  targetGroups: { sv: 'målgruppen', en: 'the target group' },
  careSteps: { sv: 'steget i vården', en: 'the step of care' },
  requirements: { sv: 'kraven', en: 'the requirements' },
  openness: { sv: 'öppna gränssnitt', en: 'open interfaces' },
  evaluations: { sv: 'utvärderingar', en: 'evaluations' },
  callOff: { sv: 'avtal att avropa', en: 'a contract to call off from' },
}

/** The parts that the score was lowered by, those that lowered it most first. */
export const loweredBy = (
  { t }: Locale,
  parts: readonly { readonly part: string; readonly value: number; readonly share: number }[],
): string[] =>
  parts
    .map(({ part, value, share }) => ({ part, lost: share * (1 - value) }))
    .filter(({ lost }) => lost > 0)
    .toSorted((a, b) => b.lost - a.lost)
    .flatMap(({ part }) => (partNames[part] ? [t(partNames[part])] : []))
