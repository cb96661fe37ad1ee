import { expect, it } from 'vitest'
import { solutionsMeetingAllMusts, unverifiedMusts } from './verified-requirements.ts'

const requirements = [
  { id: 'K1', isMandatory: true },
  { id: 'K2', isMandatory: true },
  { id: 'K3', isMandatory: false },
]

it('a must is verified when one solution meets it', () => {
  const verifications = [
    { requirement: 'K1', solution: 'L1', result: 'met' },
    { requirement: 'K2', solution: 'L1', result: 'notMet' },
    { requirement: 'K2', solution: 'L2', result: 'met' },
  ] as const
  expect(unverifiedMusts(requirements, verifications)).toEqual([])
  expect(solutionsMeetingAllMusts(requirements, verifications)).toEqual([])
})

it('a must that is met in part is not verified', () => {
  expect(unverifiedMusts(requirements, [{ requirement: 'K1', solution: 'L1', result: 'partly' }]).map(({ id }) => id)).toEqual([
    'K1',
    'K2',
  ])
})

it('a solution meets all musts whatever it does of the weighted', () => {
  const verifications = [
    { requirement: 'K1', solution: 'L1', result: 'met' },
    { requirement: 'K2', solution: 'L1', result: 'met' },
    { requirement: 'K3', solution: 'L1', result: 'notMet' },
  ] as const
  expect(solutionsMeetingAllMusts(requirements, verifications)).toEqual(['L1'])
})
