import type { PurchaseCategory } from './purchase-category.ts'

/**
 * The amounts that decide which rules of LOU apply, as dated rows. The government announces the thresholds in kronor
 * (LOU 5:1). A row is added when its announcement has been read; a day without a row is unknown, never guessed.
 */
export interface Amount {
  /** Öre, without VAT. */
  readonly ore: number
  readonly source: string
}

interface AmountRow extends Amount {
  /** Both days included; without an end the row is still in force. */
  readonly validFrom: string
  readonly validTo?: string
}

const announced2024 = {
  validFrom: '2024-01-01',
  validTo: '2025-12-31',
  source: 'Tillkännagivande (2024:30) om tröskelvärden',
} as const

/** Goods and services bought by regions and municipalities. */
const thresholds: Readonly<Record<PurchaseCategory, readonly AmountRow[]>> = {
  ordinary: [{ ...announced2024, ore: 238_958_500 }],
  annex2: [{ ...announced2024, ore: 810_945_000 }],
}

const directProcurementLimits: readonly AmountRow[] = [
  { validFrom: '2022-02-01', ore: 70_000_000, source: 'LOU 19 a:2 (SFS 2021:1110)' },
]

const directDocumentationLimits: readonly AmountRow[] = [{ validFrom: '2022-02-01', ore: 10_000_000, source: 'LOU 19 a:11' }]

const amountOn = (rows: readonly AmountRow[], day: string): Amount | undefined => {
  const row = rows.find(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo))
  return row && { ore: row.ore, source: row.source }
}

/** The threshold of LOU 5:1 on a day, or undefined where its announcement is not in the table. */
export const thresholdOn = (day: string, category: PurchaseCategory): Amount | undefined => amountOn(thresholds[category], day)

/** The value below which a direct procurement is free (LOU 19 a:2); undefined before the rule came into force. */
export const directProcurementLimitOn = (day: string): Amount | undefined => amountOn(directProcurementLimits, day)

/** The value above which a direct procurement must be documented (LOU 19 a:11); undefined before the rule came into force. */
export const directDocumentationLimitOn = (day: string): Amount | undefined => amountOn(directDocumentationLimits, day)
