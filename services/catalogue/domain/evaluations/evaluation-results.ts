import type { Text } from '#contracts/language.ts'

export const evaluationKinds = {
  evidence: { sv: 'Evidens', en: 'Evidence' },
  clinicalFunction: { sv: 'Klinisk funktion', en: 'Clinical function' },
  informationSecurity: { sv: 'Informationssäkerhet', en: 'Information security' },
  openness: { sv: 'Teknisk öppenhet', en: 'Technical openness' },
  accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  other: { sv: 'Annat', en: 'Other' },
} as const satisfies Record<string, Text>

export const requirementResults = {
  met: { sv: 'Uppfyllt', en: 'Met' },
  partly: { sv: 'Delvis uppfyllt', en: 'Partly met' },
  notMet: { sv: 'Inte uppfyllt', en: 'Not met' },
} as const satisfies Record<string, Text>
export type RequirementResult = keyof typeof requirementResults

export const verdicts = {
  fit: { sv: 'Ändamålsenlig', en: 'Fit for purpose' },
  fitWithReservations: { sv: 'Ändamålsenlig med förbehåll', en: 'Fit with reservations' },
  unfit: { sv: 'Inte ändamålsenlig', en: 'Not fit for purpose' },
} as const satisfies Record<string, Text>
export type Verdict = keyof typeof verdicts
