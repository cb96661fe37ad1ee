import type { Text } from './language.ts'

/** The kinds of requirement. A requirement keeps its kind from the draft in matching to the contract. */
export const requirementKinds = {
  functional: { sv: 'Funktion', en: 'Function' },
  interoperability: { sv: 'Interoperabilitet', en: 'Interoperability' },
  informationSecurity: { sv: 'Informationssäkerhet', en: 'Information security' },
  privacy: { sv: 'Dataskydd och integritet', en: 'Data protection and privacy' },
  accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  usability: { sv: 'Användbarhet', en: 'Usability' },
  performance: { sv: 'Prestanda och drift', en: 'Performance and operation' },
  support: { sv: 'Support och utbildning', en: 'Support and training' },
  medicalDevice: { sv: 'Medicinteknik', en: 'Medical devices' },
  exit: { sv: 'Avslut och flytt', en: 'Exit and transfer' },
  legal: { sv: 'Lag och regelverk', en: 'Law and regulation' },
} as const satisfies Readonly<Record<string, Text>>
