import { describe, expect, it } from 'vitest'
import { addDays } from '#calendar/working-days.ts'
import type { TenderTerms } from '#procurement-law/time-limits.ts'
import { lastAnswerDay } from './answers-to-questions.ts'
import { tenderPeriodFaults } from './tender-period.ts'

const terms = (change: Partial<TenderTerms> = {}): TenderTerms => ({
  procedure: 'open',
  shortening: 'none',
  areTendersElectronic: true,
  areDocumentsElectronic: true,
  ...change,
})

describe('dates against the shortest period', () => {
  it('day 30 is enough and day 29 is not', () => {
    const sentOn = '2027-02-15'
    expect(tenderPeriodFaults(terms(), { sentOn, tendersDueOn: addDays(sentOn, 30) })).toEqual([])
    expect(tenderPeriodFaults(terms(), { sentOn, tendersDueOn: addDays(sentOn, 29) })).toEqual([
      { code: 'tendersTooShort', days: 30, earliest: '2027-03-17' },
    ])
  })

  it('in two-stage forms counts tenders from the invitation', () => {
    const dates = { sentOn: '2027-02-01', requestsDueOn: '2027-03-03', invitedOn: '2027-03-10' }
    expect(tenderPeriodFaults(terms({ procedure: 'restricted' }), { ...dates, tendersDueOn: '2027-04-04' })).toEqual([])
    expect(tenderPeriodFaults(terms({ procedure: 'restricted' }), { ...dates, tendersDueOn: '2027-04-03' })).toMatchObject([
      { code: 'tendersTooShort' },
    ])
    expect(
      tenderPeriodFaults(terms({ procedure: 'restricted' }), {
        ...dates,
        requestsDueOn: '2027-03-02',
        tendersDueOn: '2027-04-04',
      }),
    ).toMatchObject([{ code: 'requestsTooShort' }])
  })
})

describe('answers to questions', () => {
  it('are due six days before the last day, four when accelerated', () => {
    expect(lastAnswerDay('2027-04-05', 'none')).toBe('2027-03-30')
    expect(lastAnswerDay('2027-04-05', 'accelerated')).toBe('2027-04-01')
  })
})
