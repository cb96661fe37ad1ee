import { describe, expect, it } from 'vitest'
import { uncountedUnits, uptakePercent } from './usage.ts'

const dossier = {
  rollout: {
    units: [
      { name: 'a', startedOn: '2028-01-17', usersExpected: 100 },
      { name: 'b', startedOn: '2028-02-14', usersExpected: 300 },
    ],
    systemOwner: 'x',
    usageGoalPercent: 50,
    goLiveCompletedOn: '2028-02-14',
  },
}

describe('uptake', () => {
  it('is the users of all units over those expected of all, also where a unit is not counted', () => {
    expect(
      uptakePercent(
        [
          { unit: 'a', users: 100 },
          { unit: 'b', users: 100 },
        ],
        dossier,
      ),
    ).toBe(50)
    expect(uptakePercent([{ unit: 'a', users: 100 }], dossier)).toBe(25)
  })

  it('leaves out a unit that was never rolled out', () => {
    expect(
      uptakePercent(
        [
          { unit: 'a', users: 100 },
          { unit: 'x', users: 900 },
        ],
        dossier,
      ),
    ).toBe(25)
  })

  it('is unknown before any unit is live', () => {
    expect(uptakePercent([], {})).toBeUndefined()
  })

  it('names the units that are not counted', () => {
    expect(uncountedUnits([{ unit: 'a', users: 1 }], dossier)).toEqual(['b'])
  })
})
