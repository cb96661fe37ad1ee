import type { Text } from '#contracts/language.ts'

/**
 * The demands that every procurement makes or gives a reason for leaving out (RUVeS 5.4: a set of standard
 * demands for technical and semantic interoperability; RUVeS 4.4: technology, rules of the game and economy).
 */
export const interoperabilityDemands = {
  documentedApi: { sv: 'Dokumenterat öppet gränssnitt (API)', en: 'Documented open interface (API)' },
  openFormats: { sv: 'Öppna standardformat för data', en: 'Open standard formats for data' },
  semanticCoding: { sv: 'Gemensamma begrepp och koder', en: 'Shared terms and codes' },
  dataExport: { sv: 'All data kan hämtas ut vid avtalets slut', en: 'All data can be taken out when the contract ends' },
  testEnvironment: { sv: 'Testmiljö för andra leverantörer', en: 'Test environment for other suppliers' },
  connectionTime: { sv: 'Utlovad tid för att ansluta ett annat system', en: 'Promised time to connect another system' },
  connectionCost: { sv: 'Angiven kostnad för att ansluta ett annat system', en: 'Stated cost of connecting another system' },
  equalTerms: { sv: 'Lika villkor för alla som ansluter', en: 'Equal terms for everybody who connects' },
  noOwnGateway: { sv: 'Ingen leverantörsegen mellanhand krävs', en: 'No gateway of the supplier’s own is needed' },
} as const satisfies Readonly<Record<string, Text>>

export type InteroperabilityDemand = keyof typeof interoperabilityDemands

// Object.keys widens the literal keys to string.
export const interoperabilityDemandIds = Object.keys(interoperabilityDemands) as InteroperabilityDemand[]
