import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDecimal, readInteger, readMoney, writeMoney, writeNumber } from './figures.ts'

describe('money', () => {
  it.each([
    ['1 234 567,50', 123_456_750],
    ['1234567.5', 123_456_750],
    ['12\u00a0500', 1_250_000],
    ['12 500 kr', 1_250_000],
    ['500:-', 50_000],
    ['0,05', 5],
    ['-3,10', -310],
    ['\u2212200', -20_000],
  ])('reads %s as öre', (typed, ore) => {
    expect(readMoney(typed)).toBe(ore)
  })

  it.each(['', 'tolv', '1,234', '12,3,4', '1.2.3', '12 500 EUR', '1e6', 'kr'])('does not guess at "%s"', (typed) => {
    expect(readMoney(typed)).toBeUndefined()
  })

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (ore) => {
        expect(readMoney(writeMoney(ore))).toBe(ore)
      }),
    )
  })

  it('shows öre only when there are any', () => {
    expect(writeMoney(123_456_700)).toBe('1 234 567')
    expect(writeMoney(123_456_705)).toBe('1 234 567,05')
  })
})

describe('numbers', () => {
  it('reads Swedish decimals and thousands', () => {
    expect(readDecimal('1 234,5')).toBe(1_234.5)
    expect(readInteger('15 000 000')).toBe(15_000_000)
  })

  it('takes no decimals for a whole number', () => {
    expect(readInteger('3,5')).toBeUndefined()
  })

  it('comes back as it was written, to twelve decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
        const value = digits / 10 ** decimals
        expect(readDecimal(writeNumber(value))).toBe(value)
      }),
    )
  })
})
