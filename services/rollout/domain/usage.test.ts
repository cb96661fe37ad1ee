import { describe, expect, it } from 'vitest'
import { usageLevel } from './usage.ts'

describe('usage', () => {
  it.each([
    [19, 'below'],
    [20, 'between'],
    [25, 'between'],
    [26, 'above'],
  ] as const)('%i per cent lies %s the break-even of 20-25', (percent, level) => {
    expect(usageLevel(percent)).toBe(level)
  })
})
