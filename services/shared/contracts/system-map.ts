import * as z from 'zod'
import type { Text } from './language.ts'

/** The words of the system map: which systems the county's organisations have, and by which contracts. */

export const systemStatuses = ['planned', 'inUse', 'phasingOut', 'retired'] as const
export const systemStatus = z.enum(systemStatuses)
export type SystemStatus = z.infer<typeof systemStatus>

export const systemStatusNames = {
  planned: { sv: 'Planerat', en: 'Planned' },
  inUse: { sv: 'I drift', en: 'In use' },
  phasingOut: { sv: 'Avvecklas', en: 'Being phased out' },
  retired: { sv: 'Avvecklat', en: 'Retired' },
} as const satisfies Record<SystemStatus, Text>

export const systemCategories = [
  'careRecords',
  'medication',
  'bookingAndContact',
  'digitalVisits',
  'digitalSupervision',
  'personalAlarm',
  'positionAlarm',
  'keylessLocks',
  'medicineDispensing',
  'remoteMonitoring',
  'digitalTreatment',
  'planningAndStaffing',
  'mobileWork',
  'integration',
  'identity',
  'imagingAndLaboratory',
  'assistiveDevices',
  'dataAndAnalysis',
  'other',
] as const
export const systemCategory = z.enum(systemCategories)
export type SystemCategory = z.infer<typeof systemCategory>

export const systemCategoryNames = {
  careRecords: { sv: 'Journal och dokumentation', en: 'Records and documentation' },
  medication: { sv: 'Läkemedel', en: 'Medication' },
  bookingAndContact: { sv: 'Bokning och kontakt', en: 'Booking and contact' },
  digitalVisits: { sv: 'Digitala vårdmöten', en: 'Digital visits' },
  digitalSupervision: { sv: 'Digital tillsyn', en: 'Digital supervision' },
  personalAlarm: { sv: 'Trygghetslarm', en: 'Personal alarms' },
  positionAlarm: { sv: 'GPS-larm', en: 'GPS alarms' },
  keylessLocks: { sv: 'Lås utan nyckel', en: 'Keyless locks' },
  medicineDispensing: { sv: 'Läkemedelsautomat', en: 'Medicine dispensers' },
  remoteMonitoring: { sv: 'Egenmonitorering', en: 'Remote monitoring' },
  digitalTreatment: { sv: 'Digital behandling och träning', en: 'Digital treatment and training' },
  planningAndStaffing: { sv: 'Planering och bemanning', en: 'Planning and staffing' },
  mobileWork: { sv: 'Mobilt arbetssätt', en: 'Mobile work' },
  integration: { sv: 'Integration och plattform', en: 'Integration and platform' },
  identity: { sv: 'Inloggning och behörighet', en: 'Sign-in and permissions' },
  imagingAndLaboratory: { sv: 'Bild och laboratorium', en: 'Imaging and laboratory' },
  assistiveDevices: { sv: 'Hjälpmedel och medicinteknik', en: 'Assistive devices and medical technology' },
  dataAndAnalysis: { sv: 'Data och analys', en: 'Data and analysis' },
  other: { sv: 'Annat', en: 'Other' },
} as const satisfies Record<SystemCategory, Text>

export const hostings = ['ownOperation', 'partnerOperation', 'supplierCloud', 'publicCloud', 'mixed'] as const
export const hosting = z.enum(hostings)
export type Hosting = z.infer<typeof hosting>

export const hostingNames = {
  ownOperation: { sv: 'Egen drift', en: 'Own operation' },
  partnerOperation: { sv: 'Drift hos annan offentlig aktör', en: 'Operated by another public body' },
  supplierCloud: { sv: 'Leverantörens drift', en: "Supplier's operation" },
  publicCloud: { sv: 'Publik molntjänst', en: 'Public cloud' },
  mixed: { sv: 'Blandad drift', en: 'Mixed operation' },
} as const satisfies Record<Hosting, Text>

/** As seen from the system that the integration is written down at. */
export const integrationDirections = ['sends', 'receives', 'both'] as const
export const integrationDirection = z.enum(integrationDirections)
export type IntegrationDirection = z.infer<typeof integrationDirection>

export const integrationDirectionNames = {
  sends: { sv: 'Skickar till', en: 'Sends to' },
  receives: { sv: 'Hämtar från', en: 'Receives from' },
  both: { sv: 'Åt båda hållen', en: 'Both ways' },
} as const satisfies Record<IntegrationDirection, Text>

/** How the contract came about. `framework` is one that call-offs are made from, `callOff` a contract under another's. */
export const contractKinds = ['ownProcurement', 'framework', 'callOff', 'direct', 'joint'] as const
export const contractKind = z.enum(contractKinds)
export type ContractKind = z.infer<typeof contractKind>

export const contractKindNames = {
  ownProcurement: { sv: 'Egen upphandling', en: 'Own procurement' },
  framework: { sv: 'Ramavtal', en: 'Framework agreement' },
  callOff: { sv: 'Avrop från ramavtal', en: 'Call-off from a framework' },
  direct: { sv: 'Direktupphandling', en: 'Direct award' },
  joint: { sv: 'Samordnad upphandling', en: 'Joint procurement' },
} as const satisfies Record<ContractKind, Text>

export const optionStatuses = ['open', 'taken', 'declined'] as const
export const optionStatus = z.enum(optionStatuses)
export type OptionStatus = z.infer<typeof optionStatus>

export const optionStatusNames = {
  open: { sv: 'Inte avgjord', en: 'Not decided' },
  taken: { sv: 'Utnyttjad', en: 'Taken up' },
  declined: { sv: 'Utnyttjas inte', en: 'Not taken up' },
} as const satisfies Record<OptionStatus, Text>
