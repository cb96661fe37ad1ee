import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { personalNumbers } from '#lambda/testing/personal-numbers.ts'
import { legalPersonNumber } from './registration.ts'
import { servesRegion } from './regions.ts'
import { sizeClassOf } from './size-class.ts'

describe('an organisation number', () => {
  it.each([
    ['556016-0680', '556016-0680'],
    ['5560160680', '556016-0680'],
    ['16556016-0680', '556016-0680'],
    ['556016 0680', '556016-0680'],
    ['202100-5489', '202100-5489'],
    ['556016-0681', undefined],
    ['556016-068', undefined],
    ['', undefined],
    ['aktiebolag', undefined],
  ])('%s is read as %s', (written, read) => {
    expect(legalPersonNumber(written)).toBe(read)
  })

  it('is never a personal identity number', () => {
    fc.assert(
      fc.property(personalNumbers, ({ born, century, lastFour }) => {
        expect(legalPersonNumber(`${born}-${lastFour}`)).toBeUndefined()
        expect(legalPersonNumber(`${century}${born}${lastFour}`)).toBeUndefined()
      }),
    )
  })
})

describe('the size class (2003/361/EC, annex art. 2)', () => {
  const figures = (headcount: number, turnover: number, balanceSheet: number) => ({
    headcount,
    turnover,
    balanceSheet,
    ownership: 'autonomous' as const,
  })

  it.each([
    [9, 2_000, 2_000, 'micro'],
    [9, 2_001, 2_000, 'micro'],
    [9, 2_001, 2_001, 'small'],
    [10, 0, 0, 'small'],
    [49, 10_000, 99_000, 'small'],
    [49, 10_001, 10_001, 'medium'],
    [50, 0, 0, 'medium'],
    [249, 50_000, 99_000, 'medium'],
    [249, 50_001, 43_000, 'medium'],
    [249, 50_001, 43_001, 'large'],
    [250, 0, 0, 'large'],
  ])('of %d people, %d and %d thousand euro is %s', (headcount, turnover, balanceSheet, size) => {
    expect(sizeClassOf(figures(headcount, turnover, balanceSheet), '2026-11-20')).toBe(size)
  })

  it('is none of the smaller ones where public bodies own a quarter', () => {
    expect(sizeClassOf({ ...figures(1, 1, 1), ownership: 'publicBody' }, '2026-11-20')).toBe('large')
  })

  it('never shrinks when a figure grows', () => {
    const order = ['micro', 'small', 'medium', 'large']
    const amount = fc.integer({ min: 0, max: 120_000 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        amount,
        amount,
        fc.integer({ min: 0, max: 1_000 }),
        (people, turnover, sheet, more) => {
          const before = order.indexOf(sizeClassOf(figures(people, turnover, sheet), '2026-11-20'))
          expect(order.indexOf(sizeClassOf(figures(people + more, turnover, sheet), '2026-11-20'))).toBeGreaterThanOrEqual(before)
          expect(order.indexOf(sizeClassOf(figures(people, turnover + more, sheet), '2026-11-20'))).toBeGreaterThanOrEqual(before)
        },
      ),
    )
  })
})

it('whoever serves the whole country serves every county', () => {
  expect(servesRegion(['SE'], 'BD')).toBe(true)
  expect(servesRegion(['H'], 'BD')).toBe(false)
})
