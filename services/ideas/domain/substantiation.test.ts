import { describe, expect, it } from 'vitest'
import { confirmingProfessions, documentedEvidence } from './substantiation.ts'

describe('confirming professions', () => {
  it('counts a profession once however many of its members confirm', () => {
    expect(confirmingProfessions([{ profession: 'nurse' }, { profession: 'nurse' }])).toEqual(['nurse'])
  })

  it('keeps different professions apart', () => {
    expect(confirmingProfessions([{ profession: 'nurse' }, { profession: 'physician' }])).toHaveLength(2)
  })
})

describe('documented evidence', () => {
  it('leaves out what rests on views alone', () => {
    expect(documentedEvidence([{ kind: 'views' }, { kind: 'incidents' }])).toEqual([{ kind: 'incidents' }])
  })
})
