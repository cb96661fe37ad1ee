import type { Text } from '#contracts/language.ts'

/** Where a company delivers: the counties by their letters (ISO 3166-2:SE), or all of them. */
export const regions = {
  SE: { sv: 'Hela landet', en: 'The whole country' },
  AB: { sv: 'Stockholms län', en: 'Stockholm County' },
  C: { sv: 'Uppsala län', en: 'Uppsala County' },
  D: { sv: 'Södermanlands län', en: 'Södermanland County' },
  E: { sv: 'Östergötlands län', en: 'Östergötland County' },
  F: { sv: 'Jönköpings län', en: 'Jönköping County' },
  G: { sv: 'Kronobergs län', en: 'Kronoberg County' },
  H: { sv: 'Kalmar län', en: 'Kalmar County' },
  I: { sv: 'Gotlands län', en: 'Gotland County' },
  K: { sv: 'Blekinge län', en: 'Blekinge County' },
  M: { sv: 'Skåne län', en: 'Skåne County' },
  N: { sv: 'Hallands län', en: 'Halland County' },
  O: { sv: 'Västra Götalands län', en: 'Västra Götaland County' },
  S: { sv: 'Värmlands län', en: 'Värmland County' },
  T: { sv: 'Örebro län', en: 'Örebro County' },
  U: { sv: 'Västmanlands län', en: 'Västmanland County' },
  W: { sv: 'Dalarnas län', en: 'Dalarna County' },
  X: { sv: 'Gävleborgs län', en: 'Gävleborg County' },
  Y: { sv: 'Västernorrlands län', en: 'Västernorrland County' },
  Z: { sv: 'Jämtlands län', en: 'Jämtland County' },
  AC: { sv: 'Västerbottens län', en: 'Västerbotten County' },
  BD: { sv: 'Norrbottens län', en: 'Norrbotten County' },
} as const satisfies Record<string, Text>
export type Region = keyof typeof regions

/** Whoever serves the whole country serves each county. */
export const servesRegion = (served: readonly Region[], wanted: Region): boolean =>
  served.includes(wanted) || served.includes('SE')
