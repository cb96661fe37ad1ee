import { describe, expect, it } from 'vitest'
import { rankByCoverage, requirementCoverage } from './requirement-coverage.ts'
import type { RequirementAnswer } from './requirement-coverage.ts'

const requirements = [
  { id: 'K1', level: 'must' },
  { id: 'K2', level: 'must' },
  { id: 'K3', level: 'weighted', weight: 6 },
  { id: 'K4', level: 'weighted', weight: 2 },
] as const

const answers = (...given: RequirementAnswer['answer'][]): RequirementAnswer[] =>
  given.map((answer, index) => ({ requirement: `K${index + 1}`, answer }))

describe('coverage', () => {
  it('weighs the weighted requirements and counts partly as half', () => {
    expect(requirementCoverage(requirements, answers('yes', 'yes', 'partly', 'yes'))).toEqual({
      mustsLacking: 0,
      weightedShare: 5 / 8,
    })
  })

  it('counts a must that is partly met as lacking', () => {
    expect(requirementCoverage(requirements, answers('partly', 'yes', 'no', 'no')).mustsLacking).toBe(1)
  })

  it('counts a requirement without an answer as not met', () => {
    expect(requirementCoverage(requirements, [])).toEqual({ mustsLacking: 2, weightedShare: 0 })
  })

  it('is whole where nothing is weighted', () => {
    expect(requirementCoverage([requirements[0]], answers('yes')).weightedShare).toBe(1)
  })
})

it('ranks musts before weights, and keeps the order of equals', () => {
  const ranked = rankByCoverage(
    [
      { name: 'weak', coverage: answers('yes', 'yes', 'no', 'no') },
      { name: 'lacking', coverage: answers('yes', 'no', 'yes', 'yes') },
      { name: 'strong', coverage: answers('yes', 'yes', 'yes', 'no') },
      { name: 'also weak', coverage: answers('yes', 'yes', 'no', 'no') },
    ],
    requirements,
  )
  expect(ranked.map(({ name }) => name)).toEqual(['strong', 'weak', 'also weak', 'lacking'])
})
