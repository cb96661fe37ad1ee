import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { financialBenefit } from '../testing/lines.ts'
import { findChainProblems } from './effect-chain.ts'
import type { EffectChain } from './effect-chain.ts'

const chain: EffectChain = {
  change: 'Brevet skickas digitalt',
  effects: [
    {
      id: 'time',
      name: 'Sjuksköterskan slipper skriva ut',
      actorGroup: 'operations',
      organisation: financialBenefit.organisation,
    },
    { id: 'calm', name: 'Fler hinner få svar samma dag', actorGroup: 'resident', follows: ['time'] },
  ],
  goals: [
    { id: 'g1', strategyGoal: 'time', follows: ['time'] },
    { id: 'g2', name: 'Färre felaktiga doser', follows: ['calm'] },
  ],
}

const found = (changes: Partial<EffectChain>, effect?: string): string[] =>
  findChainProblems({ chain: { ...chain, ...changes }, lines: [{ ...financialBenefit, effect }] }, kalmar).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  )

it('is in order when it leads from the change to goals, and lines hang on its effects', () => {
  expect(found({}, 'calm')).toEqual([])
})

it('may be left out', () => {
  expect(findChainProblems({ chain: undefined, lines: [financialBenefit] }, kalmar)).toEqual([])
})

describe('is refused', () => {
  const [time, calm] = chain.effects
  const effects = (more: Partial<EffectChain['effects'][number]>): Partial<EffectChain> => ({
    effects: [
      { id: 'time', name: 'Tid', ...time },
      { id: 'calm', name: 'Lugn', ...calm, ...more },
    ],
  })
  it.each<[string, Partial<EffectChain>, string[]]>([
    [
      'when two have one name',
      effects({ id: 'time', follows: [] }),
      ['/chain/effects/1/id repeated', '/chain/goals/1/follows/0 unknownEffect'],
    ],
    ['when it points at nothing', effects({ follows: ['nothing'] }), ['/chain/effects/1/follows/0 unknownEffect']],
    ['when it leads back to itself', effects({ follows: ['calm'] }), ['/chain/effects/1/follows circle']],
    [
      'when the county has no such actor group',
      effects({ actorGroup: 'martians' }),
      ['/chain/effects/1/actorGroup unknownActorGroup'],
    ],
    [
      'when the strategy has no such goal',
      { goals: [{ id: 'g', strategyGoal: 'profit' }] },
      ['/chain/goals/0/strategyGoal unknownGoal'],
    ],
    ['when a goal says nothing', { goals: [{ id: 'g' }] }, ['/chain/goals/0/name required']],
  ])('%s', (_, changes, problems) => {
    expect(found(changes)).toEqual(problems)
  })

  it('when a line hangs on an effect that is not there', () => {
    expect(found({}, 'profit')).toEqual(['/lines/0/effect unknownEffect'])
  })
})
