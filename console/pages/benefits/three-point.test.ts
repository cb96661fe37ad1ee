import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asStored, asTyped, percent } from './three-point.ts'

const units = ['orePerHour', 'share', 'minutes'] as const

describe('figures between what is stored and what is typed', () => {
  it('are kronor, per cent and the unit itself', () => {
    expect(asTyped('orePerHour', { low: 45_050, likely: 0.5 })).toEqual({ low: 450.5, likely: 0.005 })
    expect(asTyped('share', { high: 0.07 })).toEqual({ high: 7 })
    expect(asStored('share', { low: 12.5, likely: 0.1 })).toEqual({ low: 0.125, likely: 0.001 })
    expect(asStored('ore', { likely: 1.1 })).toEqual({ likely: 110 })
    expect(percent(0.29)).toBe(29)
  })

  it('are not changed by being shown and saved again', () => {
    const stored = fc
      .record({ digits: fc.integer({ min: 0, max: 1e12 }), decimals: fc.integer({ min: 0, max: 8 }) })
      .map(({ digits, decimals }) => Number(`${digits}e-${decimals}`))
    fc.assert(
      fc.property(fc.constantFrom(...units), stored, (unit, likely) => {
        expect(asStored(unit, asTyped(unit, { likely }))).toEqual({ likely })
      }),
    )
  })
})
