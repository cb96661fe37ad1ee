import { describe, expect, it } from 'vitest'
import { directDocumentationLimitOn, directProcurementLimitOn, thresholdOn } from './amounts.ts'

describe('thresholds', () => {
  it('are those announced for 2024-2025, both days included, with their source', () => {
    expect(thresholdOn('2024-01-01', 'ordinary')).toEqual({
      ore: 238_958_500,
      source: 'Tillkännagivande (2024:30) om tröskelvärden',
    })
    expect(thresholdOn('2025-12-31', 'annex2')?.ore).toBe(810_945_000)
  })

  it('are unknown outside the announced years, and not guessed', () => {
    expect(thresholdOn('2023-12-31', 'ordinary')).toBeUndefined()
    expect(thresholdOn('2026-01-01', 'ordinary')).toBeUndefined()
    expect(thresholdOn('2026-01-01', 'annex2')).toBeUndefined()
  })
})

describe('limits of direct procurement', () => {
  it('hold from the day on which the rules came into force', () => {
    expect(directProcurementLimitOn('2022-01-31')).toBeUndefined()
    expect(directDocumentationLimitOn('2022-01-31')).toBeUndefined()
    expect(directProcurementLimitOn('2026-11-20')).toEqual({ ore: 70_000_000, source: 'LOU 19 a:2 (SFS 2021:1110)' })
    expect(directDocumentationLimitOn('2026-11-20')?.ore).toBe(10_000_000)
  })
})
