import type { Text } from '#contracts/language.ts'

/**
 * A product as a row of a table: what is one value has a column, what is several stands in one cell with a line for each.
 * The heading is the name of the column in either language, or its key.
 */
export interface ProductColumn {
  readonly label: Text
  /** In characters. */
  readonly width: number
  readonly kind: 'text' | 'lines' | 'choice' | 'choices' | 'money' | 'integer' | 'interfaces' | 'claims' | 'references'
  /** Where it stands in the product, when that is not under the column's own name. */
  readonly group?: 'price' | 'medicalDevice'
  readonly field?: string
}

export const productColumns = {
  productId: { label: { sv: 'Id', en: 'Id' }, width: 38, kind: 'text' },
  name: { label: { sv: 'Namn', en: 'Name' }, width: 30, kind: 'text' },
  kind: { label: { sv: 'Slag', en: 'Kind' }, width: 12, kind: 'choice' },
  summary: { label: { sv: 'Sammanfattning', en: 'Summary' }, width: 60, kind: 'text' },
  needsMet: { label: { sv: 'Behov', en: 'Needs' }, width: 40, kind: 'lines' },
  functions: { label: { sv: 'Funktioner', en: 'Functions' }, width: 40, kind: 'lines' },
  targetGroups: { label: { sv: 'Målgrupper', en: 'Target groups' }, width: 30, kind: 'choices' },
  careSteps: { label: { sv: 'Processteg', en: 'Process steps' }, width: 30, kind: 'choices' },
  cpv: { label: { sv: 'CPV', en: 'CPV' }, width: 16, kind: 'lines' },
  interfaces: { label: { sv: 'Standarder', en: 'Standards' }, width: 40, kind: 'interfaces' },
  claims: { label: { sv: 'Svar på krav', en: 'Answers to requirements' }, width: 40, kind: 'claims' },
  priceModel: {
    label: { sv: 'Prismodell', en: 'Price model' },
    width: 18,
    kind: 'choice',
    group: 'price',
    field: 'model',
  },
  priceFrom: {
    label: { sv: 'Pris från (kr/år)', en: 'Price from (SEK/year)' },
    width: 14,
    kind: 'money',
    group: 'price',
    field: 'from',
  },
  priceTo: {
    label: { sv: 'Pris till (kr/år)', en: 'Price to (SEK/year)' },
    width: 14,
    kind: 'money',
    group: 'price',
    field: 'to',
  },
  priceNote: { label: { sv: 'Om priset', en: 'About the price' }, width: 24, kind: 'text', group: 'price', field: 'note' },
  references: { label: { sv: 'Används av', en: 'Used by' }, width: 30, kind: 'references' },
  readiness: { label: { sv: 'Mognad (TRL)', en: 'Readiness (TRL)' }, width: 10, kind: 'integer' },
  deviceClass: {
    label: { sv: 'Medicinteknisk klass', en: 'Medical device class' },
    width: 18,
    kind: 'choice',
    group: 'medicalDevice',
    field: 'class',
  },
  productVersion: { label: { sv: 'Version', en: 'Version' }, width: 10, kind: 'text' },
  web: { label: { sv: 'Webb', en: 'Web' }, width: 30, kind: 'text' },
} as const satisfies Record<string, ProductColumn>

export type ProductColumnName = keyof typeof productColumns
// The keys of a literal.
export const productColumnNames = Object.keys(productColumns) as ProductColumnName[]

/** Between the parts of one line: the standard, what shows it, and where that is. */
export const partSeparator = ' | '
