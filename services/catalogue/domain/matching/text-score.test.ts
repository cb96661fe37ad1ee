import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexOf, need, productIdOf, smallCatalogue } from '../../testing/market-profiles.ts'
import { askFor } from './need-question.ts'
import { createPassageIndex } from './passage-index.ts'
import { read, readTexts, textScore, textScores } from './text-score.ts'

const phrases = smallCatalogue.flatMap(({ functions, needsMet, summary }) => [...functions, ...needsMet, summary])
const texts = fc.array(fc.constantFrom(...phrases, 'medicinautomat', 'trygetslarm', 'ordet som ingen har'), {
  minLength: 1,
  maxLength: 5,
})

describe('what a text says', () => {
  it('is the same asked of all at once and of one alone', () => {
    const { texts: index } = indexOf(smallCatalogue)
    fc.assert(
      fc.property(texts, ([title = '', ...functions]) => {
        const { whole } = askFor(index, need(title, { functions }))
        const all = textScores(index, whole)
        for (const { productId } of smallCatalogue) {
          const slot = index.slotOf(productId) ?? -1
          expect(textScore(whole, read(index, slot))).toBeCloseTo(all[slot] ?? Number.NaN, 12)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is the same of a document in the index and of its text beside it', () => {
    const { texts: index } = indexOf(smallCatalogue)
    const slot = index.slotOf(productIdOf(1)) ?? -1
    const { functions = [], needsMet = [], summary = '' } = smallCatalogue[0] ?? {}
    const beside = readTexts(
      index,
      [...functions, ...needsMet].map((text) => ({ text, weight: 3 })).concat({ text: summary, weight: 2 }),
    )
    expect(beside).toEqual(read(index, slot))
  })

  it('is between nothing and everything', () => {
    const { texts: index } = indexOf(smallCatalogue)
    fc.assert(
      fc.property(texts, ([title = '', ...functions]) => {
        const { whole } = askFor(index, need(title, { functions }))
        for (const score of textScores(index, whole)) {
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('an index', () => {
  const passages = (text: string) => [{ text, weight: 1 }]

  it('forgets what is removed: its words, and that they were words', () => {
    const index = createPassageIndex()
    index.put('a', passages('flimmerdetektor'))
    expect(index.partsOf('flimmerdetektor')).toEqual([])
    index.put('b', passages('flimmer och detektor'))
    expect(index.partsOf('flimmerdetektor')).toHaveLength(2)
    index.remove('b')
    expect(index.partsOf('flimmerdetektor')).toEqual([])
    expect(index.occurrencesOf('flimm')).toBeUndefined()
    expect(index.size()).toBe(1)
  })

  it('says the same after thousands of changes as one that is new', () => {
    const index = createPassageIndex()
    const text = (number: number) => `larm ${phrases[number % phrases.length]}`
    for (let round = 0; round < 4; round += 1)
      for (let number = 0; number < 300; number += 1) index.put(`${number}`, passages(text(number + round)))
    for (let number = 100; number < 300; number += 1) index.remove(`${number}`)
    const fresh = createPassageIndex()
    for (let number = 0; number < 100; number += 1) fresh.put(`${number}`, passages(text(number + 3)))

    expect(index.slotCount()).toBeLessThan(600)
    const scoresOf = (of: typeof index) => {
      const scores = textScores(of, askFor(of, need('Trygghetslarm med avbokning')).whole)
      return Array.from({ length: 100 }, (_, number) => scores[of.slotOf(`${number}`) ?? -1])
    }
    expect(scoresOf(index)).toEqual(scoresOf(fresh))
    expect(new Set(scoresOf(index)).size).toBeGreaterThan(2)
  })
})
