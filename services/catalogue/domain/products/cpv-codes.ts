import type { Text } from '#contracts/language.ts'

/**
 * The codes of the common procurement vocabulary (CPV 2008) that eHealth and welfare technology are mostly bought under.
 * Source: the eForms SDK of the Publications Office of the EU, labels of the code list cpv.
 */
export const cpvCodes = {
  '48180000': { sv: 'Medicinsk programvara', en: 'Medical software package' },
  '48814000': { sv: 'Medicinska informationssystem', en: 'Medical information systems' },
  '48814100': { sv: 'Sjukvårdssystem', en: 'Nursing information system' },
  '48814200': { sv: 'Patientadministrativt system', en: 'Patient-administration system' },
  '48814400': { sv: 'Informationssystem för klinik', en: 'Clinical information system' },
  '72212180': { sv: 'Medicinska programvaruutvecklingstjänster', en: 'Medical software development services' },
  '72416000': { sv: 'Programuthyrare', en: 'Application service providers' },
  '33195000': { sv: 'Patientövervakningssystem', en: 'Patient-monitoring system' },
  '33196000': { sv: 'Medicinska hjälpmedel', en: 'Medical aids' },
  '33196100': { sv: 'Hjälpmedel för äldre personer', en: 'Devices for the elderly' },
  '33196200': { sv: 'Hjälpmedel för funktionshindrade personer', en: 'Devices for the disabled' },
  '33197000': { sv: 'Medicinsk datautrustning', en: 'Medical computer equipment' },
  '35121700': { sv: 'Larmsystem', en: 'Alarm systems' },
  '35125000': { sv: 'Övervakningssystem', en: 'Surveillance system' },
  '79711000': { sv: 'Larmövervakningstjänster', en: 'Alarm-monitoring services' },
  '44521110': { sv: 'Dörrlås', en: 'Door locks' },
  '32441100': { sv: 'Övervakningssystem för fjärrmätning', en: 'Telemetry surveillance system' },
  '32323500': { sv: 'TV-övervakningssystem', en: 'Video-surveillance system' },
  '80511000': { sv: 'Personalutbildning', en: 'Staff training services' },
  '85311100': { sv: 'Äldreomsorg', en: 'Welfare services for the elderly' },
  '85323000': { sv: 'Kommunal hälso- och sjukvård', en: 'Community health services' },
} as const satisfies Record<string, Text>

/** Eight digits, with or without the check digit, of which only the form is looked at. */
export const cpvPattern = /^\d{8}(?:-\d)?$/

/** Without the check digit: what two ways of writing the same code have in common. */
export const plainCpv = (code: string): string => code.slice(0, 8)
