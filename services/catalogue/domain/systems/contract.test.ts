import { describe, expect, it } from 'vitest'
import { contract, reckonContract } from './contract.ts'

const given = (more: object = {}) => contract.parse({ kind: 'ownProcurement', start: '2024-03-01', end: '2027-02-28', ...more })
const today = '2026-11-20'

describe('a contract', () => {
  it('without options ends when it ends', () => {
    expect(reckonContract(given(), today)).toMatchObject({
      standing: 'inForce',
      endsOn: '2027-02-28',
      endsWithOptionsOn: '2027-02-28',
      nextOption: undefined,
    })
  })

  it('that runs until somebody ends it has no end, and is in force', () => {
    const { endsOn, endsWithOptionsOn, standing } = reckonContract(given({ end: undefined }), '2090-01-01')
    expect([endsOn, endsWithOptionsOn, standing]).toEqual([undefined, undefined, 'inForce'])
  })

  it.each([
    ['2024-02-29', 'notStarted'],
    ['2024-03-01', 'inForce'],
    ['2027-02-28', 'inForce'],
    ['2027-03-01', 'ended'],
  ])('on %s is %s', (day, standing) => {
    expect(reckonContract(given(), day).standing).toBe(standing)
  })

  it('goes on with the options that have been taken up, and with those that are open if they are', () => {
    const options = [
      { months: 12, noticeMonths: 3, status: 'taken' },
      { months: 12, noticeMonths: 3, status: 'open' },
      { months: 12, status: 'open' },
    ]
    const reckoned = reckonContract(given({ options }), today)
    expect(reckoned).toMatchObject({ endsOn: '2028-02-29', endsWithOptionsOn: '2030-02-28' })
    // Three months before 29 February 2028: the end that the second option moves, not the first one's.
    expect(reckoned.nextOption).toMatchObject({ from: '2028-02-29', until: '2029-02-28', decideBy: '2027-11-29' })
  })

  it('does not go on with what has been turned down', () => {
    const options = [
      { months: 12, status: 'declined' },
      { months: 12, status: 'declined' },
    ]
    expect(reckonContract(given({ options }), today)).toMatchObject({
      endsOn: '2027-02-28',
      endsWithOptionsOn: '2027-02-28',
      options: [{ until: '2028-02-29' }, { from: '2027-02-28' }],
      nextOption: undefined,
    })
  })

  it('says when the last day to call an open option has gone, and not before', () => {
    const options = [{ until: '2028-02-29', decideBy: today, status: 'open' }]
    expect(reckonContract(given({ options }), today).options[0]?.isOverdue).toBe(false)
    expect(reckonContract(given({ options }), '2026-11-21').options[0]?.isOverdue).toBe(true)
    expect(reckonContract(given({ options: [{ ...options[0], status: 'taken' }] }), '2026-11-21').options[0]?.isOverdue).toBe(
      false,
    )
  })
})
