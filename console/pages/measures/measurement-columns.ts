import type { Text } from '#contracts/language.ts'

/** The columns of a file of measurements, as the template has them. Whoever fills it in may move them about. */
export const measurementColumns = {
  caseNumber: { label: { sv: 'Ärendenummer', en: 'Case number' }, width: 16 },
  caseTitle: { label: { sv: 'Ärende', en: 'Case' }, width: 32 },
  lineName: { label: { sv: 'Nytta eller kostnad', en: 'Benefit or cost' }, width: 32 },
  measure: { label: { sv: 'Mått', en: 'Measure' }, width: 32 },
  unit: { label: { sv: 'Enhet', en: 'Unit' }, width: 12 },
  measuredOn: { label: { sv: 'Mätt den', en: 'Measured on' }, width: 14 },
  value: { label: { sv: 'Värde', en: 'Value' }, width: 14 },
  source: { label: { sv: 'Källa', en: 'Source' }, width: 28 },
  comment: { label: { sv: 'Kommentar', en: 'Comment' }, width: 28 },
  dueOn: { label: { sv: 'Mäts senast', en: 'Due on' }, width: 14 },
  caseId: { label: { sv: 'Ärende-id', en: 'Case id' }, width: 38 },
  lineId: { label: { sv: 'Rad-id', en: 'Line id' }, width: 38 },
} as const satisfies Record<string, { label: Text; width: number }>

export type MeasurementColumn = keyof typeof measurementColumns
// The keys of the literal above, in its order.
export const measurementColumnNames = Object.keys(measurementColumns) as MeasurementColumn[]
