import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '#calendar/working-days.ts'
import { standstillOf } from './standstill.ts'
import type { StandstillFacts } from './standstill.ts'

const facts = (change: Partial<StandstillFacts> = {}): StandstillFacts => ({
  notices: [{ sentOn: '2027-05-04', means: 'electronic' }],
  review: 'none',
  ...change,
})
const over = (lastDay: string, earliestSigningOn: string) => ({ isOver: true, lastDay, earliestSigningOn })

describe('standstill', () => {
  it('is ten days when every notice went electronically; the contract may be signed the day after', () => {
    expect(standstillOf(facts())).toEqual(over('2027-05-14', '2027-05-15'))
  })

  it('is fifteen days when one went another way', () => {
    const notices = [
      { sentOn: '2027-05-04', means: 'electronic' as const },
      { sentOn: '2027-05-04', means: 'other' as const },
    ]
    expect(standstillOf(facts({ notices }))).toEqual(over('2027-05-19', '2027-05-20'))
  })

  it('counts from the last notice sent', () => {
    const notices = [
      { sentOn: '2027-05-07', means: 'electronic' as const },
      { sentOn: '2027-05-04', means: 'electronic' as const },
    ]
    expect(standstillOf(facts({ notices }))).toEqual(over('2027-05-17', '2027-05-18'))
  })

  it.each([
    ['a Saturday moves to Monday', '2027-05-05', '2027-05-17'],
    ['Good Friday moves past Easter Monday', '2027-03-16', '2027-03-30'],
    ['Midsummer’s Eve moves to Monday', '2027-06-15', '2027-06-28'],
    ['Christmas Eve moves past Boxing Day', '2027-12-14', '2027-12-27'],
    ['New Year’s Eve moves past New Year’s Day', '2027-12-21', '2028-01-03'],
  ])('ends on a working day: %s', (_what, sentOn, lastDay) => {
    const standstill = standstillOf(facts({ notices: [{ sentOn, means: 'electronic' }] }))
    expect(standstill).toMatchObject({ isOver: true, lastDay })
    expect(isWorkingDay(lastDay)).toBe(true)
  })

  it('is longer when the notice says so, and never shorter', () => {
    expect(standstillOf(facts({ statedUntil: '2027-05-21' }))).toEqual(over('2027-05-21', '2027-05-22'))
    expect(standstillOf(facts({ statedUntil: '2027-05-10' }))).toEqual(over('2027-05-14', '2027-05-15'))
  })

  it('is ten days from the publication of a voluntary notice', () => {
    expect(standstillOf(facts({ notices: [], voluntaryNoticeOn: '2027-05-04' }))).toEqual(over('2027-05-14', '2027-05-15'))
  })

  it('has not begun while nobody has been told', () => {
    expect(standstillOf(facts({ notices: [] }))).toEqual({ isOver: false, why: 'notNotified' })
  })

  it('goes on while the court has the case, and ten days after it has ruled', () => {
    expect(standstillOf(facts({ review: 'pending' }))).toEqual({ isOver: false, why: 'underReview' })
    expect(standstillOf(facts({ review: 'ruled' }))).toEqual({ isOver: false, why: 'underReview' })
    expect(standstillOf(facts({ review: 'ruled', ruledOn: '2027-08-16' }))).toEqual(over('2027-08-26', '2027-08-27'))
  })
})
