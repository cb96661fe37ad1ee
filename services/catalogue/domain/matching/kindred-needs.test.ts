import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { need } from '../../testing/market-profiles.ts'
import { kindredNeeds } from './kindred-needs.ts'
import { createNeedIndex } from './need-index.ts'
import type { NeedProfile } from './profiles.ts'

const falls = need('Larm när någon faller hemma', {
  number: 1,
  description: 'Den som faller blir liggande.',
  functions: ['Känna av ett fall', 'Larma personal'],
  targetGroups: ['olderPeople'],
  careSteps: ['careAtHome'],
})
const sameElsewhere = need('Fallarm i hemmet', {
  number: 2,
  description: 'Äldre som faller får inte hjälp.',
  functions: ['Känna av fall', 'Ringa anhöriga'],
  targetGroups: ['olderPeople'],
  careSteps: ['careAtHome'],
})
const booking = need('Webbtidbok', { number: 3, description: 'Boka tid själv.', functions: ['Omboka'], careSteps: ['contact'] })
const copy = { ...falls, needId: need('', { number: 4 }).needId }
const all: readonly NeedProfile[] = [falls, sameElsewhere, booking, copy]

const indexOf = (needs: readonly NeedProfile[]) => {
  const index = createNeedIndex()
  for (const one of needs) index.put(one)
  return index
}
const everybody = () => true
const kinOf = (asked: NeedProfile, needs = all) =>
  kindredNeeds(indexOf(needs), asked, everybody, 10).map(({ need: { needId } }) => needId)

describe('kindred needs', () => {
  it('are those that say alike, the likest first, never the need itself', () => {
    expect(kinOf(falls)).toEqual([copy.needId, sameElsewhere.needId])
  })

  it('that say the same are likely one need, and those that are only alike are not', () => {
    const found = kindredNeeds(indexOf(all), falls, everybody, 10)
    expect(found.map(({ isLikelyDuplicate }) => isLikelyDuplicate)).toEqual([true, false])
  })

  it('say which functions they have in common', () => {
    const [, second] = kindredNeeds(indexOf(all), falls, everybody, 10)
    expect(second?.functions.map(({ id }) => id)).toEqual(['N1'])
  })

  it('are as alike from either side', () => {
    const likeness = (one: NeedProfile, other: NeedProfile) =>
      kindredNeeds(indexOf(all), one, (needId) => needId === other.needId, 1)[0]?.likeness
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one))
      }),
    )
  })

  it('are found for a need that nobody has told the index of', () => {
    expect(kinOf(need('Fallarm', { number: 9, functions: ['Känna av fall'] }), [falls, booking])).toEqual([falls.needId])
  })

  it('that may not be shown are not, and do not stand in the way of others', () => {
    expect(
      kindredNeeds(indexOf(all), falls, (needId) => needId !== copy.needId, 1).map(({ need: { needId } }) => needId),
    ).toEqual([sameElsewhere.needId])
  })
})
