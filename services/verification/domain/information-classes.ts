import type { Text } from '#contracts/language.ts'

/** KLASSA (SKR): how great the harm is if the information leaks, is wrong or cannot be reached. Read 2026-11-20. */
export const informationClasses = {
  '0': { sv: '0 – ingen eller försumbar skada', en: '0 – none or negligible harm' },
  '1': { sv: '1 – måttlig skada', en: '1 – moderate harm' },
  '2': { sv: '2 – betydande skada', en: '2 – considerable harm' },
  '3': { sv: '3 – allvarlig skada', en: '3 – serious harm' },
  '4': { sv: '4 – synnerligen allvarlig skada', en: '4 – exceptionally serious harm' },
} as const satisfies Record<string, Text>
export type InformationClass = keyof typeof informationClasses

export interface Classified {
  readonly confidentiality: InformationClass
  readonly integrity: InformationClass
  readonly availability: InformationClass
}

/** KLASSA has no catalogue of requirements for level 4: what protects such information must be decided in the case. */
export const needsOwnMeasures = ({ confidentiality, integrity, availability }: Classified): boolean =>
  [confidentiality, integrity, availability].includes('4')

export interface PersonalDataAnswers {
  readonly personalData: 'none' | 'ordinary' | 'sensitive'
  readonly impactAssessmentOn?: string | undefined
  readonly noImpactAssessmentReason?: string | undefined
}

/** Where personal data are processed, an impact assessment is made, or it stands why none is needed. */
export const isDataProtectionAssessed = ({
  personalData,
  impactAssessmentOn,
  noImpactAssessmentReason,
}: PersonalDataAnswers): boolean =>
  personalData === 'none' || impactAssessmentOn !== undefined || noImpactAssessmentReason !== undefined
