import { describe, expect, it } from 'vitest'
import { jonkoping } from '#counties/jonkoping.ts'
import { kalmar } from '#counties/kalmar.ts'
import { numberCase, yearOf } from './case-number.ts'

describe('the number of a case', () => {
  it('has the county, the year, and four digits or more', () => {
    expect(numberCase(kalmar, '2026', 1)).toBe('KLM-2026-0001')
    expect(numberCase(kalmar, '2026', 42)).toBe('KLM-2026-0042')
    expect(numberCase(jonkoping, '2027', 10_000)).toBe(`${jonkoping.caseNumberPrefix}-2027-10000`)
    expect(numberCase(kalmar, '2026', 999_999)).toBe('KLM-2026-999999')
  })

  it.each([
    ['in winter Sweden is an hour ahead of UTC', '2026-12-31T22:59:59.999Z', '2026'],
    ['so the new year begins at 23 UTC', '2026-12-31T23:00:00.000Z', '2027'],
    ['and is the same at midnight UTC', '2027-01-01T00:00:00.000Z', '2027'],
  ])('takes its year from Swedish time: %s', (_, now, year) => {
    expect(yearOf(now)).toBe(year)
  })
})
