import { describe, expect, it } from 'vitest'
import { rolledOut } from './rolled-out.ts'
import { firstStart } from './units.ts'

describe('what rollout hands over', () => {
  it('takes the units in the order of the plan and the day on which the last began', () => {
    const handedOver = rolledOut({
      plan: {
        units: [
          { name: 'a', usersExpected: 10 },
          { name: 'b', usersExpected: 20 },
        ],
        usageGoalPercent: 50,
      },
      goLive: {
        units: [
          { unit: 'b', startedOn: '2028-03-01' },
          { unit: 'a', startedOn: '2028-02-01' },
        ],
      },
      systemOwner: 'x',
    })
    expect(handedOver).toEqual({
      units: [
        { name: 'a', startedOn: '2028-02-01', usersExpected: 10 },
        { name: 'b', startedOn: '2028-03-01', usersExpected: 20 },
      ],
      systemOwner: 'x',
      usageGoalPercent: 50,
      goLiveCompletedOn: '2028-03-01',
    })
  })
})

describe('the first start', () => {
  it('is the earliest, and none without units', () => {
    expect(firstStart([{ startsOn: '2028-02-14' }, { startsOn: '2028-01-17' }])).toBe('2028-01-17')
    expect(firstStart([])).toBeUndefined()
  })
})
