import { describe, expect, it } from 'vitest'
import { applicabilityOf } from './conditions.ts'

describe('whether a requirement applies to a case', () => {
  it('one without conditions always does', () => {
    expect(applicabilityOf([], { traits: {} })).toEqual({ applies: true, because: [] })
  })

  it('all terms of one alternative must hold, and it says which', () => {
    const when = [['personalData', 'cloud'], ['ai']] as const
    expect(applicabilityOf(when, { traits: { personalData: true, cloud: true } })).toEqual({
      applies: true,
      because: ['personalData', 'cloud'],
    })
    expect(applicabilityOf(when, { traits: { ai: true, cloud: false } })).toEqual({ applies: true, because: ['ai'] })
    expect(applicabilityOf(when, { traits: { personalData: true, cloud: false, ai: false } })).toEqual({ applies: false })
  })

  it('what has not been answered is asked for, but not where another term has settled it', () => {
    const when = [
      ['personalData', 'cloud'],
      ['video', 'residents'],
    ] as const
    expect(applicabilityOf(when, { traits: { personalData: true, video: false } })).toEqual({
      applies: 'unknown',
      asks: ['cloud'],
    })
    expect(applicabilityOf(when, { traits: {} })).toEqual({
      applies: 'unknown',
      asks: ['personalData', 'cloud', 'video', 'residents'],
    })
  })

  it.each([
    ['deviceClassIIa', 'none', false],
    ['deviceClassIIa', 'I', false],
    ['deviceClassIIa', 'IIa', true],
    ['deviceClassIIa', 'III', true],
    ['deviceClassI', 'I', true],
    ['deviceClassI', 'none', false],
    ['deviceClassIII', 'IIb', false],
  ] as const)('%s of a case of class %s: %s', (term, deviceClass, holds) => {
    expect(applicabilityOf([[term]], { traits: {}, deviceClass }).applies).toBe(holds)
  })

  it('a class that nobody has told is unknown, which is not none', () => {
    expect(applicabilityOf([['deviceClassI']], { traits: {} })).toEqual({ applies: 'unknown', asks: ['deviceClassI'] })
  })
})
