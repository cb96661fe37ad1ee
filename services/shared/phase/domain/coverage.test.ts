import { describe, expect, it } from 'vitest'
import { coverageOf, coverageProblems } from './coverage.ts'

describe('coverage', () => {
  it('finds what is missing, unknown and named twice', () => {
    expect(coverageOf(['a', 'b', 'c'], ['a', 'a', 'x'])).toEqual({ missing: ['b', 'c'], unknown: [2], repeated: [1] })
  })

  it('is silent when each is named once, in any order', () => {
    const expected = [
      { id: 'a', name: 'A' },
      { id: 'b', name: 'B' },
    ]
    expect(
      coverageProblems({ pointer: '/rows', field: 'id', what: { sv: 'raden', en: 'the row' }, expected, named: ['b', 'a'] }),
    ).toEqual([])
  })

  it('points at the list for a missing row and at the field for a wrong one, and says names rather than ids', () => {
    const problems = coverageProblems({
      pointer: '/lines',
      field: 'benefit',
      what: { sv: 'nyttan', en: 'the benefit' },
      expected: [
        { id: '1', name: 'Lägre porto' },
        { id: '2', name: 'Frigjord tid' },
      ],
      named: ['2', '2', '9'],
    })
    expect(problems.map(({ pointer, code }) => ({ pointer, code }))).toEqual([
      { pointer: '/lines', code: 'missingRows' },
      { pointer: '/lines/2/benefit', code: 'notInCase' },
      { pointer: '/lines/1/benefit', code: 'repeated' },
    ])
    expect(problems[0]?.message).toEqual({
      sv: 'Lägg till en rad för nyttan: Lägre porto.',
      en: 'Add a row for the benefit: Lägre porto.',
    })
  })

  it('shortens a long list of missing names', () => {
    const expected = Array.from({ length: 7 }, (_, index) => ({ id: `${index}`, name: `K${index}` }))
    const [problem] = coverageProblems({ pointer: '/rows', what: { sv: 'kravet', en: 'the requirement' }, expected, named: [] })
    expect(problem?.message.sv).toBe('Lägg till en rad för kravet: K0, K1, K2, K3, K4 och 2 till.')
  })
})
