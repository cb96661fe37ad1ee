import { expect, it } from 'vitest'
import { wholePercent } from './whole-percent.ts'

it('is rounded down, so that 89.9 per cent is not 90', () => {
  expect(wholePercent(899, 1_000)).toBe(89)
  expect(wholePercent(9, 10)).toBe(90)
})

it('is nothing where there is nothing to reach', () => {
  expect(wholePercent(0, 0)).toBe(0)
  expect(wholePercent(5, 0)).toBe(0)
})
