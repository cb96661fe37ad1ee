import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanSusScore, susAnswersOf, susScore } from './sus-score.ts'

const read = (text: string) => susAnswersOf(text) ?? []

describe('the SUS score (Brooke 1996)', () => {
  it('is 100 for the best answers, 0 for the worst and 50 for all threes', () => {
    expect(susScore(read('5 1 5 1 5 1 5 1 5 1'))).toBe(100)
    expect(susScore(read('1 5 1 5 1 5 1 5 1 5'))).toBe(0)
    expect(susScore(read('3 3 3 3 3 3 3 3 3 3'))).toBe(50)
  })

  it('turns the even statements round: agreeing with a complaint lowers it', () => {
    expect(susScore(read('4 2 4 2 4 2 4 2 4 2'))).toBe(75)
    expect(susScore(read('4 4 4 2 4 2 4 2 4 2'))).toBe(70)
  })

  it('lies between 0 and 100 in steps of 2.5 for any answers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 }), (answers) => {
        const score = susScore(answers)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(score % 2.5).toBe(0)
      }),
    )
  })
})

describe('answers', () => {
  it.each([
    '',
    '5 1 4 2 5 1 4 2 5',
    '5 1 4 2 5 1 4 2 5 6',
    '5 1 4 2 5 1 4 2 5 0',
    '5142514251',
    '5 1 4 2 5 1 4 2 5 x',
    '5 1 4 2 5 1 4 2 5 1.0',
  ])('“%s” are not ten answers', (text) => {
    expect(susAnswersOf(text)).toBeUndefined()
  })
})

describe('the mean', () => {
  it('is rounded to one decimal and undefined without answers', () => {
    expect(meanSusScore([])).toBeUndefined()
    expect(
      meanSusScore([{ answers: '5 1 5 1 5 1 5 1 5 1' }, { answers: '3 3 3 3 3 3 3 3 3 3' }, { answers: '3 3 3 3 3 3 3 3 3 3' }]),
    ).toBe(66.7)
  })
})
