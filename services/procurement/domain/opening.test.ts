import { describe, expect, it } from 'vitest'
import { lateTenders, openingFaults } from './opening.ts'

const deadline = { on: '2027-04-05', at: '23:59' }
const lawful = {
  opened: { on: '2027-04-06', at: '09:00' },
  persons: [{ name: 'Anna Ek' }, { name: 'Bo Alm' }],
  isListCertified: true,
}

describe('the opening of tenders', () => {
  it('is lawful after the deadline, by two, with a certified list', () => {
    expect(openingFaults(lawful, deadline)).toEqual([])
  })

  it('may begin at the minute of the deadline and not a minute before', () => {
    expect(openingFaults({ ...lawful, opened: deadline }, deadline)).toEqual([])
    expect(openingFaults({ ...lawful, opened: { on: '2027-04-05', at: '23:58' } }, deadline)).toEqual(['beforeDeadline'])
  })

  it('sees through one person written in two ways', () => {
    expect(openingFaults({ ...lawful, persons: [{ name: 'Åsa Öst' }, { name: '  åsa   ÖST ' }] }, deadline)).toEqual([
      'notTwoPersons',
    ])
  })

  it('wants the list certified', () => {
    expect(openingFaults({ ...lawful, isListCertified: false }, deadline)).toEqual(['listNotCertified'])
  })
})

describe('late tenders', () => {
  it('are those after the deadline, not those at it', () => {
    const tenders = [
      { id: 'onTime', received: { on: '2027-04-05', at: '23:59' } },
      { id: 'late', received: { on: '2027-04-06', at: '00:00' } },
    ]
    expect(lateTenders(tenders, deadline).map(({ id }) => id)).toEqual(['late'])
  })
})
