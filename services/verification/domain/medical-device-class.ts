import type { Text } from '#contracts/language.ts'

export const deviceClasses = {
  notMedicalDevice: { sv: 'Inte medicinteknisk produkt', en: 'Not a medical device' },
  I: { sv: 'Klass I', en: 'Class I' },
  IIa: { sv: 'Klass IIa', en: 'Class IIa' },
  IIb: { sv: 'Klass IIb', en: 'Class IIb' },
  III: { sv: 'Klass III', en: 'Class III' },
} as const satisfies Record<string, Text>
export type DeviceClass = keyof typeof deviceClasses

const ascending: readonly DeviceClass[] = ['notMedicalDevice', 'I', 'IIa', 'IIb', 'III']

/** The worst that a decision taken on the software's information may cause. */
export const decisionImpacts = {
  none: { sv: 'Ger inte underlag för vårdbeslut', en: 'Gives no basis for decisions on care' },
  ordinary: { sv: 'Kan ge mindre skada', en: 'May cause lesser harm' },
  serious: { sv: 'Kan ge allvarlig försämring eller kirurgiskt ingrepp', en: 'May cause serious deterioration or surgery' },
  critical: { sv: 'Kan ge död eller bestående försämring', en: 'May cause death or irreversible deterioration' },
} as const satisfies Record<string, Text>

export const monitorings = {
  none: { sv: 'Övervakar inget i kroppen', en: 'Monitors nothing in the body' },
  physiological: { sv: 'Övervakar fysiologiska processer', en: 'Monitors physiological processes' },
  vital: {
    sv: 'Övervakar vitala värden där ändring är omedelbart farlig',
    en: 'Monitors vital values where change is immediate danger',
  },
} as const satisfies Record<string, Text>

export interface SoftwareAnswers {
  /** A medical purpose for individual patients (MDR art. 2(1)). */
  readonly hasMedicalPurpose: boolean
  /** Does more with data than store, archive, send, compress without loss or simply search (MDCG 2019-11). */
  readonly actsOnData: boolean
  readonly decisionImpact: keyof typeof decisionImpacts
  readonly monitoring: keyof typeof monitorings
}

interface SoftwareRule {
  readonly validFrom: string
  readonly source: string
  readonly byDecisionImpact: Readonly<Record<keyof typeof decisionImpacts, DeviceClass>>
  readonly byMonitoring: Readonly<Record<keyof typeof monitorings, DeviceClass>>
}

/** A revision of the MDR that changes rule 11 has been proposed (COM(2025) 1023); when in force it becomes a row here. */
const softwareRules: readonly SoftwareRule[] = [
  {
    validFrom: '2021-05-26',
    source: 'MDR (EU) 2017/745, bilaga VIII regel 11',
    byDecisionImpact: { none: 'I', ordinary: 'IIa', serious: 'IIb', critical: 'III' },
    byMonitoring: { none: 'I', physiological: 'IIa', vital: 'IIb' },
  },
]

/**
 * The class of a piece of software under the rule in force on a day; the highest class that applies wins (MDR annex
 * VIII, implementing rules). Judge module by module. Undefined before the first rule came into force.
 */
export const classifySoftware = (
  answers: SoftwareAnswers,
  on: string,
): { deviceClass: DeviceClass; source: string } | undefined => {
  const rule = softwareRules.findLast(({ validFrom }) => validFrom <= on)
  if (!rule) return undefined
  if (!answers.hasMedicalPurpose || !answers.actsOnData) return { deviceClass: 'notMedicalDevice', source: rule.source }
  const applying = [rule.byDecisionImpact[answers.decisionImpact], rule.byMonitoring[answers.monitoring]]
  return { deviceClass: ascending.findLast((candidate) => applying.includes(candidate)) ?? 'I', source: rule.source }
}

export const isMedicalDevice = (deviceClass: DeviceClass): boolean => deviceClass !== 'notMedicalDevice'

/** Class IIa and above must be assessed by a notified body; class I the maker declares alone. */
export const needsNotifiedBody = (deviceClass: DeviceClass): boolean => ascending.indexOf(deviceClass) >= ascending.indexOf('IIa')
