import type { Text } from '#contracts/language.ts'

/** The columns of a file of systems: a row for each contract, the system's own columns on its first row. */

export const optionNumbers = [1, 2, 3, 4, 5] as const
type OptionNumber = (typeof optionNumbers)[number]
export type OptionColumn = `option${OptionNumber}${'Until' | 'DecideBy' | 'Status'}`

const ofSystem = {
  name: { label: { sv: 'System', en: 'System' }, width: 30 },
  purpose: { label: { sv: 'Används till', en: 'Used for' }, width: 40 },
  category: { label: { sv: 'Kategori', en: 'Category' }, width: 24 },
  status: { label: { sv: 'Läge', en: 'Status' }, width: 12 },
  functions: { label: { sv: 'Funktioner', en: 'Functions' }, width: 40 },
  careSteps: { label: { sv: 'Steg i vården och omsorgen', en: 'Steps of care' }, width: 28 },
  targetGroups: { label: { sv: 'Målgrupper', en: 'Target groups' }, width: 28 },
  supplier: { label: { sv: 'Leverantör', en: 'Supplier' }, width: 30 },
  owner: { label: { sv: 'Systemägare (roll)', en: 'System owner (role)' }, width: 24 },
  users: { label: { sv: 'Antal användare', en: 'Number of users' }, width: 14 },
  inUseSince: { label: { sv: 'I drift sedan', en: 'In use since' }, width: 14 },
  hosting: { label: { sv: 'Drift', en: 'Hosting' }, width: 24 },
  confidentiality: { label: { sv: 'Konfidentialitet (0–4)', en: 'Confidentiality (0–4)' }, width: 14 },
  integrity: { label: { sv: 'Riktighet (0–4)', en: 'Integrity (0–4)' }, width: 14 },
  availability: { label: { sv: 'Tillgänglighet (0–4)', en: 'Availability (0–4)' }, width: 14 },
} as const satisfies Record<string, { label: Text; width: number }>

const ofContract = {
  contractNumber: { label: { sv: 'Avtalsnummer', en: 'Contract number' }, width: 18 },
  diaryNumber: { label: { sv: 'Diarienummer', en: 'Register number' }, width: 18 },
  contractSupplier: { label: { sv: 'Avtalsleverantör', en: 'Contract supplier' }, width: 30 },
  contractKind: { label: { sv: 'Avtalsform', en: 'Kind of contract' }, width: 22 },
  value: { label: { sv: 'Avtalsvärde (kr)', en: 'Contract value (SEK)' }, width: 16 },
  start: { label: { sv: 'Avtal från', en: 'Contract from' }, width: 14 },
  end: { label: { sv: 'Avtal till', en: 'Contract until' }, width: 14 },
} as const satisfies Record<string, { label: Text; width: number }>

const afterOptions = {
  callOff: { label: { sv: 'Får avropas av', en: 'May be called off by' }, width: 30 },
  cpv: { label: { sv: 'CPV-koder', en: 'CPV codes' }, width: 20 },
} as const satisfies Record<string, { label: Text; width: number }>

const ofOptions = Object.fromEntries(
  optionNumbers.flatMap((number) => [
    [`option${number}Until`, { label: { sv: `Option ${number} till`, en: `Option ${number} until` }, width: 14 }],
    [
      `option${number}DecideBy`,
      { label: { sv: `Option ${number} avropas senast`, en: `Option ${number} to be called by` }, width: 14 },
    ],
    [`option${number}Status`, { label: { sv: `Option ${number} läge`, en: `Option ${number} status` }, width: 14 }],
  ]),
) as Record<OptionColumn, { label: Text; width: number }> // one of each kind for every number

export const systemColumns = { ...ofSystem, ...ofContract, ...ofOptions, ...afterOptions }
export type SystemColumn = keyof typeof systemColumns

// The keys of the literals above, in their order.
export const columnsOfSystem = Object.keys(ofSystem) as (keyof typeof ofSystem)[]
export const columnsOfContract = [
  ...Object.keys(ofContract),
  ...Object.keys(ofOptions),
  ...Object.keys(afterOptions),
] as SystemColumn[]
export const systemColumnNames: readonly SystemColumn[] = [...columnsOfSystem, ...columnsOfContract]

/** Written out for whoever reads the file; integrations are entered on the system's page and not from a file. */
export const integrationColumn = {
  label: { sv: 'Integrationer (läses inte in)', en: 'Integrations (not read)' },
  width: 40,
} as const
