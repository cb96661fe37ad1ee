import type { Text } from '#contracts/language.ts'

/** The laws that every trial is held against (RUVeS 5.3; the last two are those of the data it uses). */
export const trialLaws = {
  healthCare: { sv: 'Hälso- och sjukvårdslagen', en: 'Health and Medical Services Act' },
  socialServices: { sv: 'Socialtjänstlagen', en: 'Social Services Act' },
  patientData: { sv: 'Patientdatalagen', en: 'Patient Data Act' },
  secrecy: { sv: 'Offentlighets- och sekretesslagen', en: 'Public Access and Secrecy Act' },
  dataProtection: { sv: 'Dataskyddsförordningen (GDPR)', en: 'General Data Protection Regulation (GDPR)' },
} as const satisfies Record<string, Text>
export type TrialLaw = keyof typeof trialLaws

// Object.entries loses the literal types of the table.
export const trialLawList = (Object.entries(trialLaws) as [TrialLaw, Text][]).map(([id, name]) => ({ id, name: name.sv }))
