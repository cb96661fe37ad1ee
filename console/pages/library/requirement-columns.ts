import type { Text } from '#contracts/language.ts'

/** The columns of a file of requirements, written out and read in alike. The first row of a file has these names. */
export const requirementColumns = {
  id: { label: { sv: 'Nummer', en: 'Number' }, width: 12, isRequired: false },
  textSv: { label: { sv: 'Krav på svenska', en: 'Requirement in Swedish' }, width: 60, isRequired: true },
  textEn: { label: { sv: 'Krav på engelska', en: 'Requirement in English' }, width: 60, isRequired: true },
  kind: { label: { sv: 'Slag', en: 'Kind' }, width: 24, isRequired: true },
  force: { label: { sv: 'Styrka', en: 'Force' }, width: 14, isRequired: true },
  sources: { label: { sv: 'Källor', en: 'Sources' }, width: 60, isRequired: true },
  validFrom: { label: { sv: 'Gäller från', en: 'In force from' }, width: 14, isRequired: true },
  validTo: { label: { sv: 'Gäller till och med', en: 'In force to' }, width: 14, isRequired: false },
  appliesWhen: { label: { sv: 'Villkor', en: 'Conditions' }, width: 40, isRequired: false },
  verification: { label: { sv: 'Verifiering', en: 'Verification' }, width: 16, isRequired: true },
  barrier: { label: { sv: 'Hinder', en: 'Barrier' }, width: 10, isRequired: true },
  whySv: { label: { sv: 'Varför det stänger ute, svenska', en: 'Why it shuts out, Swedish' }, width: 40, isRequired: false },
  whyEn: { label: { sv: 'Varför det stänger ute, engelska', en: 'Why it shuts out, English' }, width: 40, isRequired: false },
  askSv: { label: { sv: 'Fråga i stället, svenska', en: 'Ask instead, Swedish' }, width: 40, isRequired: false },
  askEn: { label: { sv: 'Fråga i stället, engelska', en: 'Ask instead, English' }, width: 40, isRequired: false },
  servesWords: { label: { sv: 'Ord i funktioner', en: 'Words in functions' }, width: 24, isRequired: false },
} as const satisfies Record<string, { readonly label: Text; readonly width: number; readonly isRequired: boolean }>

export type RequirementColumn = keyof typeof requirementColumns

// Object.keys loses the literal keys of the table.
export const columnKeys = Object.keys(requirementColumns) as RequirementColumn[]

/** Which column a field of the service's answer stands in. */
const columnOfField: Readonly<Record<string, RequirementColumn>> = {
  '/id': 'id',
  '/content/text/sv': 'textSv',
  '/content/text/en': 'textEn',
  '/content/kind': 'kind',
  '/content/force': 'force',
  '/content/sources': 'sources',
  '/content/validFrom': 'validFrom',
  '/content/validTo': 'validTo',
  '/content/appliesWhen': 'appliesWhen',
  '/content/verification': 'verification',
  '/content/barrier/level': 'barrier',
  '/content/barrier/why': 'whySv',
  '/content/barrier/askInstead': 'askSv',
  '/content/servesWords': 'servesWords',
}

export const columnAt = (pointer: string): RequirementColumn =>
  columnOfField[pointer] ?? columnKeys.find((key) => pointer.startsWith(`/content/${key}`)) ?? 'textSv'
