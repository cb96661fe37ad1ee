import { describe, expect, it } from 'vitest'
import { createAmounts, yearsInWords } from './amounts.ts'
import { createLocale } from './locale.ts'

const now = '2026-11-20T08:00:00.000Z'
const [sv, en] = [createLocale('sv', now), createLocale('en', now)]
/** Spaces as they are typed. */
const plain = (told: string): string => told.replaceAll(/[\u00a0\u202f]/g, ' ').replace('\u2212', '-')

describe('an amount', () => {
  const { whole, rounded, signed, short } = createAmounts(sv)

  it('is whole kronor in tables and three figures in text', () => {
    expect(plain(whole(-59_171_389))).toBe('-591 714 kr')
    expect(plain(rounded(-59_171_389))).toBe('-592 000 kr')
    expect(plain(rounded(188_251_638))).toBe('1 880 000 kr')
    expect(plain(signed(188_251_638))).toBe('+1 880 000 kr')
    expect(plain(signed(0))).toBe('0 kr')
  })

  it('never tells of minus nought', () => {
    expect(plain(whole(-20))).toBe('0 kr')
    expect(plain(rounded(-0))).toBe('0 kr')
  })

  it('is short on an axis', () => {
    expect(plain(short(50_000_000))).toBe('500 tkr')
    expect(plain(short(-150_000_000))).toBe('-1,5 mn kr')
    expect(plain(short(0))).toBe('0 kr')
    expect(plain(createAmounts(en).short(150_000_000))).toBe('SEK 1.5m')
  })
})

describe('a time in years', () => {
  it.each([
    [1.46, '1 år och 6 månader'],
    [2, '2 år'],
    [1 / 12, '1 månad'],
    [0.99, '1 år'],
    [0, '0 månader'],
  ])('%d', (years, told) => {
    expect(yearsInWords(years, sv)).toBe(told)
  })

  it('is told in English too', () => {
    expect(yearsInWords(1.46, en)).toBe('1 year and 6 months')
  })
})
