import { describe, expect, it } from 'vitest'
import { commonParts, createCompoundSplitter, learnTails } from './compound-words.ts'
import { stemOf } from './swedish-stem.ts'

const splitterOf = (...words: string[]) => {
  const written = new Set([...words, ...commonParts])
  return createCompoundSplitter(stemOf, { written, stems: new Set([...written].map(stemOf)) })
}
const stems = (...words: string[]) => words.map(stemOf)

describe('a compound', () => {
  const split = splitterOf('förmak', 'flimmer')

  it.each([
    ['trygghetslarm', stems('trygghet', 'larm')],
    ['trygghetslarmet', stems('trygghet', 'larm')],
    ['läkemedelslista', stems('läkemedel', 'lista')],
    ['förmaksflimmer', stems('förmak', 'flimmer')],
    ['skolhälsa', stems('skola', 'hälsa')],
    ['sensorlarm', stems('sensor', 'larm')],
  ])('%s is taken apart at its linking letters', (word, parts) => {
    expect(split(word)).toEqual(parts)
  })

  it('of three words gives them all, the head of the meaning last', () => {
    const parts = split('läkemedelsautomatlarm')
    expect(parts).toEqual(expect.arrayContaining(stems('läkemedel', 'automat', 'larm')))
    expect(parts.at(-1)).toBe(stemOf('larm'))
  })

  it.each(['patient', 'larm', 'information', 'uppföljning', 'behandlingen'])('%s is none', (word) => {
    expect(split(word)).toEqual([])
  })

  it('of words that nobody knows is left whole', () => {
    expect(split('xyloqvist')).toEqual([])
  })
})

describe('a tail', () => {
  it('is a word when enough different known heads have it', () => {
    const written = new Set(['kallelse', 'svar', 'info', 'kallelsebroschyr', 'svarsbroschyr', 'infobroschyr'])
    expect(learnTails(written, written)).toContain('broschyr')
    expect(learnTails(['kallelsebroschyr', 'svarsbroschyr'], written)).not.toContain('broschyr')
  })
})
