import { expect, it } from 'vitest'
import { isStandardForTier, standardsForTier } from './evidence-standards.ts'

it('each tier has its standards', () => {
  expect(standardsForTier('A')).toHaveLength(17)
  expect(standardsForTier('B')).toHaveLength(20)
  expect(standardsForTier('C')).toHaveLength(21)
})

it('standards 7-9 are not for tier A and standard 14 is for tier C alone', () => {
  expect([7, 8, 9].some((standard) => isStandardForTier(standard, 'A'))).toBe(false)
  expect((['A', 'B', 'C'] as const).filter((tier) => isStandardForTier(14, tier))).toEqual(['C'])
})

it('there is no standard 0 or 22', () => {
  expect([0, 22].some((standard) => isStandardForTier(standard, 'C'))).toBe(false)
})
