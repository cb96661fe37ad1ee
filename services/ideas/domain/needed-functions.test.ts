import { describe, expect, it } from 'vitest'
import { functionsOutsideProcess, isFunctionId } from './needed-functions.ts'

describe('the id of a function', () => {
  it.each(['N1', 'N10', 'N99'])('is %s', (id) => expect(isFunctionId(id)).toBe(true))
  it.each(['n1', 'N0', 'N100', '1', 'K1', 'N1 '])('is not %j', (id) => expect(isFunctionId(id)).toBe(false))
})

describe('functions outside the process', () => {
  const steps = [{ isAffected: false }, { isAffected: true }]

  it('leaves out a function in a step where the idea cuts in', () => {
    expect(functionsOutsideProcess([{ id: 'N1', step: 2 }], steps)).toEqual([])
  })

  it('finds a function in a step that stays as it is', () => {
    expect(functionsOutsideProcess([{ id: 'N1', step: 1 }], steps)).toHaveLength(1)
  })

  it('finds a function in a step that does not exist', () => {
    expect(functionsOutsideProcess([{ id: 'N1', step: 3 }], steps)).toHaveLength(1)
  })
})
