import type { Text } from '#contracts/language.ts'
import { isMedicalDevice, needsNotifiedBody } from './medical-device-class.ts'
import type { DeviceClass } from './medical-device-class.ts'

/** National medical information systems (NMI): HSLF-FS 2022:42, in force 1 August 2022. */
export const nationalSystemRule = { validFrom: '2022-08-01', source: 'HSLF-FS 2022:42' } as const

export interface NationalSystemAnswers {
  /** Developed for shared use at national, regional, municipal or a similar level; not made for one's own operation alone. */
  readonly isForSharedUse: boolean
  /** Stores, sends, archives, compresses or simply searches information of importance for individual patients. */
  readonly carriesPatientInformation: boolean
  /** Reads and updates an authority's register directly. */
  readonly updatesRegister: boolean
}

/** A medical device is never also an NMI; general software becomes one only when adapted to it. */
export const isNationalMedicalInformationSystem = (answers: NationalSystemAnswers, deviceClass: DeviceClass): boolean =>
  !isMedicalDevice(deviceClass) && answers.isForSharedUse && (answers.carriesPatientInformation || answers.updatesRegister)

export const aiOutcomes = {
  noAi: { sv: 'Innehåller ingen AI', en: 'Holds no AI' },
  outside: { sv: 'AI utan särskilda krav', en: 'AI without special demands' },
  transparency: { sv: 'Krav på öppenhet (art. 50)', en: 'Transparency demands (art. 50)' },
  highRisk: { sv: 'Hög risk', en: 'High risk' },
} as const satisfies Record<string, Text>
export type AiOutcome = keyof typeof aiOutcomes

export interface AiAnswers {
  readonly usesAi: boolean
  /** The use stands in annex III of the AI Act. */
  readonly isListedUse: boolean
  /** Talks with people, or makes text, sound or pictures. */
  readonly meetsPeople: boolean
}

/**
 * AI Act: high risk where the AI is, or makes safe, a product that another EU law has a third party assess (for care:
 * MDR class IIa and above), or its use is listed. When the demands begin to bind is not kept here: the dates were
 * being changed in 2026 and the change is not confirmed.
 */
export const aiOutcome = (answers: AiAnswers, deviceClass: DeviceClass): AiOutcome => {
  if (!answers.usesAi) return 'noAi'
  if (answers.isListedUse || needsNotifiedBody(deviceClass)) return 'highRisk'
  return answers.meetsPeople ? 'transparency' : 'outside'
}

/** The priority categories of EHDS art. 14 and the day from which systems that hold them must comply (art. 105). */
export const ehdsCategories = {
  patientSummary: { name: { sv: 'Patientöversikt', en: 'Patient summary' }, appliesFrom: '2029-03-26' },
  ePrescription: { name: { sv: 'E-recept', en: 'Electronic prescription' }, appliesFrom: '2029-03-26' },
  eDispensation: { name: { sv: 'Expediering av e-recept', en: 'Electronic dispensation' }, appliesFrom: '2029-03-26' },
  imaging: { name: { sv: 'Bilddiagnostik', en: 'Medical imaging' }, appliesFrom: '2031-03-26' },
  testResults: { name: { sv: 'Provsvar', en: 'Test results' }, appliesFrom: '2031-03-26' },
  dischargeReport: { name: { sv: 'Utskrivningsrapport', en: 'Discharge report' }, appliesFrom: '2031-03-26' },
} as const satisfies Record<string, { name: Text; appliesFrom: string }>
export type EhdsCategory = keyof typeof ehdsCategories

export const ehdsSource = 'EHDS (EU) 2025/327, art. 14 och 105'

/** The first day on which any of the categories binds the system; undefined where it holds none. */
export const ehdsAppliesFrom = (categories: readonly EhdsCategory[]): string | undefined =>
  categories.map((category): string => ehdsCategories[category].appliesFrom).toSorted()[0]
