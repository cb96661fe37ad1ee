import { describe, expect, it } from 'vitest'
import { annuity, discounted, paybackYears, sum, toOre } from './present-value.ts'

describe('present value', () => {
  it('does not discount the investment year', () => {
    expect(discounted([-1_000, 1_030, 1_060.9], 0.03)).toEqual([-1_000, 1_000, 1_000])
  })

  it('rounds what is paid and what is gained alike', () => {
    expect([toOre(0.5), toOre(-0.5), toOre(2.4), toOre(-0.2)]).toEqual([1, -1, 2, 0])
    expect(Object.is(toOre(-0.2), 0)).toBe(true)
  })
})

describe('payback', () => {
  it('interpolates within the year in which it is earned back', () => {
    expect(paybackYears([-1_000, 400, 400, 400])).toBe(2.5)
  })

  it('is never, when the horizon ends before', () => {
    expect(paybackYears([-1_000, 400, 400])).toBeUndefined()
  })

  it('is at once, when nothing is ever missing', () => {
    expect(paybackYears([0, 100])).toBe(0)
  })

  it('counts the last time that it turns, when a later investment makes it fall again', () => {
    expect(paybackYears([-100, 200, -300, 400])).toBe(2.5)
  })
})

describe('annuity', () => {
  it('has the same present value as what it stands for', () => {
    const each = annuity(1_000_000, 0.03, 5)
    expect(Math.abs(sum(discounted([0, each, each, each, each, each], 0.03)) - 1_000_000)).toBeLessThanOrEqual(5)
  })

  it('is an even share without discounting', () => {
    expect(annuity(1_000, 0, 5)).toBe(200)
  })
})
