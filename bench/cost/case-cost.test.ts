import { describe, expect, it } from 'vitest'
import { addCosts, costOf, totalOf } from './case-cost.ts'
import { sqsRequests } from './sqs-requests.ts'
import { nothing } from './tally.ts'

/** A worked example: eighteen requests, twelve transactions of three rows, a machine with twenty-five transitions. */
const withMachine = {
  ...nothing,
  httpRequests: 18,
  invocations: 30,
  milliseconds: 30 * 30,
  writeUnits: 91,
  readUnits: 20,
  standardRequests: 21,
  transitions: 25,
}
/** The same with a row in place of the machine, so without the five calls of its steps. */
const withoutMachine = { ...withMachine, invocations: 25, milliseconds: 25 * 30, transitions: 0 }

describe('what a case costs', () => {
  it('comes to the worked example, most of it for the state machine', () => {
    const cost = costOf(withMachine, 512)
    expect(totalOf(cost)).toBeCloseTo(0.000_723, 6)
    expect(Math.round(1 / totalOf(cost))).toBe(1_384)
    expect(cost.stateMachine / totalOf(cost)).toBeCloseTo(0.865, 3)
  })

  it('comes to an eighth without the machine', () => {
    const total = totalOf(costOf(withoutMachine, 512))
    expect(Math.round(1 / total)).toBe(10_441)
    expect(totalOf(costOf(withMachine, 512)) / total).toBeCloseTo(7.5, 1)
  })

  it('charges a FIFO queue more than a standard one', () => {
    expect(costOf({ ...nothing, fifoRequests: 1_000_000 }, 256).queues).toBeCloseTo(0.5)
    expect(costOf({ ...nothing, standardRequests: 1_000_000 }, 256).queues).toBeCloseTo(0.4)
  })

  it('charges a function by its memory', () => {
    const second = { ...nothing, milliseconds: 1_000 }
    expect(costOf(second, 1_024).functions).toBeCloseTo(0.000_013_333_4, 12)
    expect(costOf(second, 256).functions).toBeCloseTo(0.000_013_333_4 / 4, 12)
  })

  it('adds kind by kind', () => {
    const cost = costOf(withMachine, 512)
    expect(totalOf(addCosts([cost, cost]))).toBeCloseTo(2 * totalOf(cost), 12)
  })
})

describe('a call to a queue', () => {
  it('is one request for each started 64 kB', () => {
    expect(sqsRequests(0)).toBe(1)
    expect(sqsRequests(65_536)).toBe(1)
    expect(sqsRequests(65_537)).toBe(2)
  })
})
