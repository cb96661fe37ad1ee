import { describe, expect, it } from 'vitest'
import { isRequirementId, uncoveredFunctions } from './requirements.ts'

describe('the id of a requirement', () => {
  it.each(['K1', 'K42', 'K999'])('is %s', (id) => expect(isRequirementId(id)).toBe(true))
  it.each(['k1', 'K0', 'K1000', 'N1', ''])('is not %j', (id) => expect(isRequirementId(id)).toBe(false))
})

describe('uncovered functions', () => {
  const functions = [{ id: 'N1' }, { id: 'N2' }]

  it('are those that no requirement names', () => {
    expect(uncoveredFunctions(functions, [{ functions: ['N1'] }])).toEqual([{ id: 'N2' }])
  })

  it('are none when one requirement serves them all', () => {
    expect(uncoveredFunctions(functions, [{ functions: ['N2', 'N1'] }])).toEqual([])
  })

  it('are all when there are no requirements', () => {
    expect(uncoveredFunctions(functions, [])).toEqual(functions)
  })
})
