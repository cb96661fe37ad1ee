import * as z from 'zod'
import type { Text } from './language.ts'
import type { requirementKinds } from './requirement-kinds.ts'

/** The words of the requirement library: what a requirement is about, when it applies, how it is shown and whom it shuts out. */

export const libraryKinds = [
  'functional',
  'technicalInteroperability',
  'semanticInteroperability',
  'informationSecurity',
  'privacy',
  'accessibility',
  'medicalDevice',
  'operation',
  'exit',
] as const
export const libraryKind = z.enum(libraryKinds)
export type LibraryKind = z.infer<typeof libraryKind>

export const libraryKindNames = {
  functional: { sv: 'Funktion', en: 'Function' },
  technicalInteroperability: { sv: 'Teknisk interoperabilitet', en: 'Technical interoperability' },
  semanticInteroperability: { sv: 'Semantisk interoperabilitet', en: 'Semantic interoperability' },
  informationSecurity: { sv: 'Informationssäkerhet', en: 'Information security' },
  privacy: { sv: 'Dataskydd och integritet', en: 'Data protection and privacy' },
  accessibility: { sv: 'Tillgänglighet', en: 'Accessibility' },
  medicalDevice: { sv: 'Medicinteknik', en: 'Medical devices' },
  operation: { sv: 'Drift och service', en: 'Operation and service' },
  exit: { sv: 'Avslut och flytt', en: 'Exit and transfer' },
} as const satisfies Record<LibraryKind, Text>

/** The library tells technical and semantic interoperability apart; a case's own list of requirements has one kind for both. */
export const phaseKindOf = {
  functional: 'functional',
  technicalInteroperability: 'interoperability',
  semanticInteroperability: 'interoperability',
  informationSecurity: 'informationSecurity',
  privacy: 'privacy',
  accessibility: 'accessibility',
  medicalDevice: 'medicalDevice',
  operation: 'performance',
  exit: 'exit',
} as const satisfies Record<LibraryKind, keyof typeof requirementKinds>

export const verifications = ['demonstration', 'test', 'documentation', 'certificate', 'contract'] as const
export const verification = z.enum(verifications)
export type Verification = z.infer<typeof verification>

export const verificationNames = {
  demonstration: { sv: 'Visning', en: 'Demonstration' },
  test: { sv: 'Prov', en: 'Test' },
  documentation: { sv: 'Dokumentation', en: 'Documentation' },
  certificate: { sv: 'Intyg eller märkning', en: 'Certificate or marking' },
  contract: { sv: 'Avtalsvillkor', en: 'Contract term' },
} as const satisfies Record<Verification, Text>

/** How hard a requirement is: law binds everybody, some things no solution can do without, the rest is a choice. */
export const forces = ['binding', 'essential', 'recommended'] as const
export const force = z.enum(forces)
export type Force = z.infer<typeof force>

export const forceNames = {
  binding: { sv: 'Följer av lag eller avtal som lagen kräver', en: 'Follows from law or a contract that law requires' },
  essential: { sv: 'Utan detta fyller tjänsten inte sin uppgift', en: 'Without it the service does not do its task' },
  recommended: { sv: 'Rekommenderas', en: 'Recommended' },
} as const satisfies Record<Force, Text>

/** Whether a requirement keeps small suppliers away. */
export const barrierLevels = ['none', 'may', 'often'] as const
export const barrierLevel = z.enum(barrierLevels)
export type BarrierLevel = z.infer<typeof barrierLevel>

export const barrierLevelNames = {
  none: { sv: 'Stänger inte ute små företag', en: 'Does not shut out small suppliers' },
  may: { sv: 'Kan stänga ute små företag', en: 'May shut out small suppliers' },
  often: { sv: 'Stänger ofta ute små företag', en: 'Often shuts out small suppliers' },
} as const satisfies Record<BarrierLevel, Text>

/** What a case answers yes or no to, so that the library can tell which requirements apply. */
export const caseTraits = [
  'personalData',
  'healthData',
  'patientRecords',
  'sensitiveInformation',
  'recordIntegration',
  'externalIntegration',
  'publicService',
  'residents',
  'staffUsers',
  'cloud',
  'ai',
  'ehrSystem',
  'sharedInformationSystem',
  'prescription',
  'medicineDispenser',
  'video',
  'alarm',
  'homeMonitoring',
  'camera',
  'booking',
  'messages',
  'connectedDevice',
] as const
export const caseTrait = z.enum(caseTraits)
export type CaseTrait = z.infer<typeof caseTrait>

export const caseTraitNames = {
  personalData: { sv: 'behandlar personuppgifter', en: 'processes personal data' },
  healthData: { sv: 'behandlar uppgifter om hälsa', en: 'processes data concerning health' },
  patientRecords: { sv: 'hanterar patientuppgifter i journal', en: 'handles patient data in records' },
  sensitiveInformation: {
    sv: 'informationen är klassad med höga skyddsbehov',
    en: 'the information is classified as needing strong protection',
  },
  recordIntegration: { sv: 'ska utbyta uppgifter med ett journalsystem', en: 'is to exchange data with a record system' },
  externalIntegration: { sv: 'ska utbyta uppgifter med andra system', en: 'is to exchange data with other systems' },
  publicService: { sv: 'är en offentlig webbplats eller app', en: 'is a public website or app' },
  residents: { sv: 'används av invånare', en: 'is used by residents' },
  staffUsers: { sv: 'används av personal', en: 'is used by staff' },
  cloud: { sv: 'drivs av leverantören eller i molnet', en: 'is run by the supplier or in the cloud' },
  ai: { sv: 'använder AI', en: 'uses AI' },
  ehrSystem: { sv: 'är ett journalsystem i EHDS mening', en: 'is an EHR system in the sense of EHDS' },
  sharedInformationSystem: {
    sv: 'är ett informationssystem som flera vårdgivare delar',
    en: 'is an information system shared by several care providers',
  },
  prescription: { sv: 'används för att förskriva läkemedel', en: 'is used to prescribe medicines' },
  medicineDispenser: { sv: 'delar ut läkemedel i hemmet', en: 'dispenses medicines at home' },
  video: { sv: 'har videosamtal', en: 'has video calls' },
  alarm: { sv: 'tar emot eller skickar larm', en: 'receives or sends alarms' },
  homeMonitoring: { sv: 'följer mätvärden hemifrån', en: 'follows measurements from home' },
  camera: { sv: 'har tillsyn med kamera eller sensor', en: 'supervises with a camera or sensor' },
  booking: { sv: 'bokar tider', en: 'books appointments' },
  messages: { sv: 'skickar meddelanden eller kallelser', en: 'sends messages or summonses' },
  connectedDevice: { sv: 'har uppkopplad utrustning', en: 'has connected equipment' },
} as const satisfies Record<CaseTrait, Text>

/** MDR (EU) 2017/745, article 51 and annex VIII. `none` is no medical device. */
export const deviceClasses = ['none', 'I', 'IIa', 'IIb', 'III'] as const
export const deviceClass = z.enum(deviceClasses)
export type DeviceClass = z.infer<typeof deviceClass>

/** `deviceClassIIa` holds from class IIa and up. */
export const conditionTerms = [...caseTraits, 'deviceClassI', 'deviceClassIIa', 'deviceClassIIb', 'deviceClassIII'] as const
export const conditionTerm = z.enum(conditionTerms)
export type ConditionTerm = z.infer<typeof conditionTerm>

export const conditionTermNames = {
  ...caseTraitNames,
  deviceClassI: { sv: 'är en medicinteknisk produkt', en: 'is a medical device' },
  deviceClassIIa: { sv: 'är medicinteknik i klass IIa eller högre', en: 'is a medical device of class IIa or higher' },
  deviceClassIIb: { sv: 'är medicinteknik i klass IIb eller högre', en: 'is a medical device of class IIb or higher' },
  deviceClassIII: { sv: 'är medicinteknik i klass III', en: 'is a medical device of class III' },
} as const satisfies Record<ConditionTerm, Text>

/**
 * When a requirement applies: in any of the alternatives, where all of the alternative's terms hold. No alternative at all
 * means always.
 */
export const appliesWhen = z.array(z.array(conditionTerm).min(1).max(5)).max(8)
export type AppliesWhen = readonly (readonly ConditionTerm[])[]
