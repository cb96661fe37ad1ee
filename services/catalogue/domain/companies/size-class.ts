import type { CompanySize } from '#contracts/company-sizes.ts'
import type { Text } from '#contracts/language.ts'

/**
 * The size class of a company (Commission Recommendation 2003/361/EC, annex articles 2, 3 and 6). The figures are those of
 * the latest approved accounts, with the partners' share and the whole of linked companies counted in.
 */

export const ownerships = {
  autonomous: { sv: 'Fristående', en: 'Autonomous' },
  partner: { sv: 'Partnerföretag (25–50 procent)', en: 'Partner company (25–50 per cent)' },
  linked: { sv: 'Anknutet företag (koncern)', en: 'Linked company (group)' },
  publicBody: { sv: 'Minst 25 procent ägs av offentliga organ', en: 'At least 25 per cent owned by public bodies' },
} as const satisfies Record<string, Text>
export type Ownership = keyof typeof ownerships

export interface SizeFigures {
  /** Annual work units, as a number of employees. */
  readonly headcount: number
  /** Whole thousands of euro. */
  readonly turnover: number
  /** Whole thousands of euro. */
  readonly balanceSheet: number
  readonly ownership: Ownership
}

interface Ceiling {
  readonly size: Exclude<CompanySize, 'large'>
  /** Fewer than this. */
  readonly headcountBelow: number
  /** Whole thousands of euro; at most this, for one of the two. */
  readonly turnoverUpTo: number
  readonly balanceSheetUpTo: number
}

interface SizeTable {
  readonly validFrom: string
  readonly source: string
  readonly ceilings: readonly Ceiling[]
}

/** Newest first. */
const sizeTables: readonly [SizeTable, ...SizeTable[]] = [
  {
    validFrom: '2005-01-01',
    source: 'Commission Recommendation 2003/361/EC, annex art. 2',
    ceilings: [
      { size: 'micro', headcountBelow: 10, turnoverUpTo: 2_000, balanceSheetUpTo: 2_000 },
      { size: 'small', headcountBelow: 50, turnoverUpTo: 10_000, balanceSheetUpTo: 10_000 },
      { size: 'medium', headcountBelow: 250, turnoverUpTo: 50_000, balanceSheetUpTo: 43_000 },
    ],
  },
]

/**
 * The class by the table in force on the day. A company that public bodies own a quarter of counts as none of the smaller
 * classes (annex art. 3(4), whose exceptions a curator judges).
 */
export const sizeClassOf = ({ headcount, turnover, balanceSheet, ownership }: SizeFigures, day: string): CompanySize => {
  if (ownership === 'publicBody') return 'large'
  const table = sizeTables.find(({ validFrom }) => validFrom <= day) ?? sizeTables[0]
  const ceiling = table.ceilings.find(
    ({ headcountBelow, turnoverUpTo, balanceSheetUpTo }) =>
      headcount < headcountBelow && (turnover <= turnoverUpTo || balanceSheet <= balanceSheetUpTo),
  )
  return ceiling?.size ?? 'large'
}
