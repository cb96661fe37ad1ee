import { describe, expect, it } from 'vitest'
import { enoughFor, inOrder, quotasOf, sweden, usedShare } from './quotas.ts'
import type { CaseDemand, Quota } from './quotas.ts'

const demand: CaseDemand = {
  httpRequests: 20,
  executions: 5,
  tokenAnswers: 5,
  transitions: 25,
  functionSeconds: 1,
  busiestTable: { name: 'insight', writeUnits: 91 },
  busiestPartition: { name: 'gates open', writeUnits: 12 },
  busiestQueue: { name: 'insight', calls: 20 },
}
const quotas = quotasOf(demand, sweden, 1_000)
const named = (part: string): Quota => {
  const found = quotas.find(({ name }) => name.includes(part))
  if (!found) throw new Error(`no quota ${part}`)
  return found
}

describe('the limits', () => {
  it('let 35 times Sweden wait for 90 days in one account, and 21 times as much with an account for each', () => {
    expect(enoughFor(named('open executions'), sweden, 'one')).toBeCloseTo(34.5, 1)
    expect(enoughFor(named('open executions'), sweden, 'each')).toBeCloseTo(34.5 * 21, -1)
  })

  it('let 20 cases a second through at 25 transitions each', () => {
    const casesPerYear = 20 * 365.25 * 86_400
    expect(named('state transitions').demand(casesPerYear / sweden.peakFactor)).toBeCloseTo(500)
  })

  it('are not shared by installations that have them each for themselves', () => {
    expect(enoughFor(named('FIFO'), sweden, 'one')).toBe(enoughFor(named('FIFO'), sweden, 'each'))
  })

  it('are used in proportion to the number of cases', () => {
    const quota = named('StartExecution')
    expect(usedShare(quota, sweden, 100, 'one')).toBeCloseTo(100 * usedShare(quota, sweden, 1, 'one'))
  })

  it('come in the order in which they are met', () => {
    const order = inOrder(quotas, sweden, 'one')
    const [first] = order
    expect(first?.name).toBe('Step Functions: open executions')
    const times = order.map((quota) => enoughFor(quota, sweden, 'one'))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })
})
