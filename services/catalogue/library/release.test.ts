import { describe, expect, it } from 'vitest'
import { conditionTerms, deviceClasses, libraryKinds, phaseKindOf } from '#contracts/requirement-library.ts'
import type { CaseTrait } from '#contracts/requirement-library.ts'
import { caseTraits } from '#contracts/requirement-library.ts'
import { requirementKinds } from '#contracts/requirement-kinds.ts'
import { findingsInWording } from '#procurement-law/requirement-wording.ts'
import { applicabilityOf } from '../domain/library/conditions.ts'
import { contentProblems } from '../domain/library/content-problems.ts'
import { libraryLimits } from '../domain/library/library-limits.ts'
import { areaOfKind } from '../domain/library/requirement-number.ts'
import { requirementContent } from '../domain/library/requirement.ts'
import { libraryRelease } from './release.ts'

const { requirements } = libraryRelease
const named = requirements.map((requirement) => [requirement.id, requirement.content] as const)

describe('the library as it ships', () => {
  it('has at least 120 requirements, each with a number of its own', () => {
    expect(requirements.length).toBeGreaterThanOrEqual(120)
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length)
  })

  it('is spread over every kind, and no kind is most of it', () => {
    for (const kind of libraryKinds) {
      const ofKind = requirements.filter(({ content }) => content.kind === kind)
      expect([kind, ofKind.length >= 10]).toEqual([kind, true])
      expect(ofKind.length).toBeLessThan(requirements.length / 3)
    }
  })

  it('says nothing twice', () => {
    for (const language of ['sv', 'en'] as const) {
      const texts = requirements.map(({ content }) => content.text[language].toLocaleLowerCase('sv'))
      expect(new Set(texts).size).toBe(texts.length)
    }
  })

  it('has law, standards and profiles as its sources, each with a clause', () => {
    const documents = new Set(requirements.flatMap(({ content }) => content.sources.map(({ document }) => document)))
    expect(documents.size).toBeGreaterThanOrEqual(25)
    for (const known of [
      /2016\/679/,
      /2008:355/,
      /2017\/745/,
      /301 549/,
      /2016:1145/,
      /2025\/327/,
      /API-profil/,
      /HL7/,
      /Sambi/,
      /KLASSA/,
      /NIS2/,
    ])
      expect([known, [...documents].some((document) => known.test(document))]).toEqual([known, true])
  })

  it('asks for everything that it can apply to: every condition is used, and each can come true', () => {
    const used = new Set(requirements.flatMap(({ content }) => content.appliesWhen.flat()))
    expect(conditionTerms.filter((term) => !used.has(term) && term !== 'deviceClassIII')).toEqual([])
    const everything = Object.fromEntries(caseTraits.map((trait) => [trait, true])) as Record<CaseTrait, boolean> // one for each
    for (const { id, content } of requirements)
      expect([
        id,
        applicabilityOf(content.appliesWhen, { traits: everything, deviceClass: deviceClasses.at(-1) }).applies,
      ]).toEqual([id, true])
  })

  it('tells of barriers in both ways: some requirements have one, most have none', () => {
    const barred = requirements.filter(({ content }) => content.barrier.level !== 'none')
    expect(barred.length).toBeGreaterThanOrEqual(10)
    expect(barred.length).toBeLessThan(requirements.length / 2)
  })

  it('has rules that begin later, and none that has begun before its law', () => {
    expect(requirements.filter(({ content }) => content.validFrom > '2027-01-01').length).toBeGreaterThanOrEqual(5)
    for (const { id, content } of requirements) {
      const isOldLaw = content.sources.some(({ document }) => document.includes('2008:355'))
      expect([id, content.validFrom >= (isOldLaw ? '2008-07-01' : '2017-01-01')]).toEqual([id, true])
    }
  })

  it('maps every kind to one that the phases have', () => {
    for (const kind of libraryKinds) expect(Object.keys(requirementKinds)).toContain(phaseKindOf[kind])
  })
})

describe.each(named)('%s', (id, content) => {
  it('parses, with nothing to put right', () => {
    expect(requirementContent.parse(content)).toEqual(content)
    expect(contentProblems(content)).toEqual([])
  })

  it('is numbered by its kind, below the numbers that counties give', () => {
    expect(id.startsWith(`KB-${areaOfKind[content.kind]}-`)).toBe(true)
    expect(Number(id.slice(-3))).toBeLessThan(libraryLimits.firstOwnNumber)
  })

  it('says what must be, in whole sentences of both languages, without a brand', () => {
    const { sv, en } = content.text
    expect(sv).not.toBe(en)
    expect(sv).toMatch(/\b(?:ska|får)\b/)
    expect(en).toMatch(/\b(?:must|may)\b/)
    for (const words of [sv, en]) {
      expect(words).toMatch(/^\p{Lu}.*\.$/u)
      expect(findingsInWording(words)).toEqual([])
    }
  })

  it('has sources with a clause, and a day from which it is in force', () => {
    for (const { document, clause } of content.sources) {
      expect(document.length).toBeGreaterThan(4)
      expect(clause.length).toBeGreaterThan(1)
    }
    expect(content.validFrom).toMatch(/^20[0-2]\d-\d{2}-\d{2}$/)
  })
})
