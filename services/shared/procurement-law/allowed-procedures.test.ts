import { describe, expect, it } from 'vitest'
import { allowedProcedures } from './allowed-procedures.ts'
import type { PurchaseFacts } from './allowed-procedures.ts'
import { groundIds } from './grounds.ts'
import type { GroundId } from './grounds.ts'

const threshold = 238_958_500
const facts = (changes: Partial<PurchaseFacts> = {}): PurchaseFacts => ({
  category: 'ordinary',
  value: 300_000_000,
  noticeOn: '2024-02-19',
  threshold,
  grounds: [],
  ...changes,
})

const openedByGround = [
  ['adaptation', ['negotiated', 'competitiveDialogue']],
  ['innovation', ['negotiated', 'competitiveDialogue']],
  ['complexity', ['negotiated', 'competitiveDialogue']],
  ['imprecise', ['negotiated', 'competitiveDialogue']],
  ['invalidTenders', ['negotiated', 'competitiveDialogue']],
  ['notOnMarket', ['innovationPartnership']],
  ['exhaustiveCase', ['negotiatedWithoutNotice']],
  ['recurring', ['dynamicPurchasingSystem']],
  ['framework', ['frameworkCallOff']],
  ['directCase', []],
] as const

describe('from the threshold', () => {
  it('open and restricted are always allowed, and nothing else without a ground', () => {
    expect(allowedProcedures(facts())).toEqual(['open', 'restricted'])
  })

  it('begins at the threshold itself (LOU 19:1: below means below)', () => {
    expect(allowedProcedures(facts({ value: threshold }))).toContain('open')
    expect(allowedProcedures(facts({ value: threshold - 1 }))).not.toContain('open')
  })

  it.each(openedByGround)('the ground %s opens %j', (ground, forms) => {
    expect(allowedProcedures(facts({ grounds: [ground] }))).toEqual(['open', 'restricted', ...forms])
  })

  it('every ground is tried above', () => {
    expect(openedByGround.map(([ground]) => ground).toSorted()).toEqual(groundIds.toSorted())
  })
})

describe('below the threshold', () => {
  const below = (value: number, grounds: GroundId[] = []) => allowedProcedures(facts({ value, grounds }))

  it('the forms of chapter 6 give way to chapter 19, whatever the grounds', () => {
    expect(below(100_000_000, ['innovation', 'notOnMarket', 'exhaustiveCase'])).toEqual(['belowThreshold'])
  })

  it('direct procurement is allowed below its own limit and not at it', () => {
    expect(below(69_999_999)).toContain('directProcurement')
    expect(below(70_000_000)).not.toContain('directProcurement')
  })

  it('direct procurement is allowed above its limit in the cases of the law', () => {
    expect(below(100_000_000, ['directCase'])).toContain('directProcurement')
  })

  it('the forms of chapter 19 are allowed from the day on which they came into the law', () => {
    expect(allowedProcedures(facts({ value: 1, noticeOn: '2022-01-31' }))).toEqual([])
    expect(allowedProcedures(facts({ value: 1, noticeOn: '2022-02-01' }))).toEqual(['belowThreshold', 'directProcurement'])
  })
})

describe('services in annex 2', () => {
  const annex2 = (value: number) => allowedProcedures(facts({ category: 'annex2', threshold: 810_945_000, value }))

  it('go by chapter 19 whatever their value', () => {
    expect(annex2(900_000_000)).toEqual(['belowThreshold'])
  })

  it('may be bought directly below their threshold', () => {
    expect(annex2(800_000_000)).toContain('directProcurement')
  })
})
