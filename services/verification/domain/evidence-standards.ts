import type { Text } from '#contracts/language.ts'

/**
 * NICE Evidence Standards Framework (ECD7), the edition with 21 standards in five groups and three tiers. British and
 * not binding here; used since no Swedish standard says what evidence is enough. Read 2026-11-20.
 */
export const evidenceFramework = { source: 'NICE ESF (ECD7), avsnitt C', readOn: '2026-11-20', standards: 21 } as const

export const evidenceTiers = {
  A: { sv: 'A – frigör tid eller kostnad i verksamheten', en: 'A – frees time or cost in the operation' },
  B: { sv: 'B – hjälper invånaren med den egna hälsan', en: 'B – helps people with their own health' },
  C: {
    sv: 'C – behandlar, diagnostiserar, styr vård eller är medicinteknisk',
    en: 'C – treats, diagnoses, guides care or is a medical device',
  },
} as const satisfies Record<string, Text>
export type EvidenceTier = keyof typeof evidenceTiers

interface StandardGroup {
  readonly from: number
  readonly to: number
  readonly tiers: readonly EvidenceTier[]
}

/** Design 1-9, value 10-13, performance 14-16, delivering value 17-18, deployment 19-21. */
const standardGroups: readonly StandardGroup[] = [
  { from: 1, to: 6, tiers: ['A', 'B', 'C'] },
  { from: 7, to: 9, tiers: ['B', 'C'] },
  { from: 10, to: 13, tiers: ['A', 'B', 'C'] },
  { from: 14, to: 14, tiers: ['C'] },
  { from: 15, to: 21, tiers: ['A', 'B', 'C'] },
]

export const isStandardForTier = (standard: number, tier: EvidenceTier): boolean =>
  standardGroups.some(({ from, to, tiers }) => from <= standard && standard <= to && tiers.includes(tier))

/** The standards that a solution in the tier is held to, by number. */
export const standardsForTier = (tier: EvidenceTier): number[] =>
  Array.from({ length: evidenceFramework.standards }, (_, index) => index + 1).filter((standard) =>
    isStandardForTier(standard, tier),
  )
