import { describe, expect, it } from 'vitest'
import { indexWrites, readUnits, rowBytes, tableWriteUnits } from './dynamo-units.ts'
import type { Row } from './dynamo-units.ts'

const rowOf = (bytes: number, more: Row = {}): Row => ({ b: { S: 'x'.repeat(bytes - 1) }, ...more })
const index = { name: 'by-status', partition: 'listing', sort: 'listedAt' }
const listed = (listing: string, bytes: number): Row => rowOf(bytes, { listing: { S: listing }, listedAt: { S: '2026-01-01' } })

describe('the size of a row', () => {
  it('is that of names and values, a letter of two bytes as two', () => {
    expect(rowBytes({ pk: { S: 'å' }, sk: { S: '' } })).toBe(2 + 2 + 2)
  })

  it('takes a byte for two digits of a number and one more', () => {
    expect(rowBytes({ n: { N: '7' } })).toBe(1 + 2)
    expect(rowBytes({ n: { N: '1234' } })).toBe(1 + 3)
    expect(rowBytes({ n: { N: '1000' } })).toBe(1 + 2)
  })
})

describe('a write in a transaction', () => {
  it('takes two units for each started kilobyte', () => {
    expect(tableWriteUnits(undefined, rowOf(1))).toBe(2)
    expect(tableWriteUnits(undefined, rowOf(1_024))).toBe(2)
    expect(tableWriteUnits(undefined, rowOf(1_025))).toBe(4)
  })

  it('is charged by the larger of the row before and after', () => {
    expect(tableWriteUnits(rowOf(5_000), rowOf(10))).toBe(10)
  })

  it('does not touch an index whose attributes it lacks', () => {
    expect(indexWrites(index, undefined, rowOf(10))).toEqual([])
    expect(indexWrites(index, undefined, rowOf(10, { listing: { S: 'open' } }))).toEqual([])
  })

  it('changes an entry in place, and moves one with two writes', () => {
    expect(indexWrites(index, listed('open', 3_000), listed('open', 10))).toEqual([{ partition: 'open', units: 3 }])
    expect(indexWrites(index, listed('open', 3_000), listed('decided', 10))).toEqual([
      { partition: 'open', units: 3 },
      { partition: 'decided', units: 1 },
    ])
    expect(indexWrites(index, listed('open', 10), rowOf(10))).toEqual([{ partition: 'open', units: 1 }])
  })
})

describe('a read', () => {
  it('takes a unit for four started kilobytes of all that it found together', () => {
    expect(readUnits([rowOf(4_096)], true)).toBe(1)
    expect(readUnits([rowOf(4_097)], true)).toBe(2)
    expect(readUnits([rowOf(2_000), rowOf(2_000)], true)).toBe(1)
  })

  it('takes half of it where an older answer will do, and one when it finds nothing', () => {
    expect(readUnits([rowOf(4_097)], false)).toBe(1)
    expect(readUnits([], false)).toBe(0.5)
    expect(readUnits([], true)).toBe(1)
  })
})
