import { describe, expect, it } from 'vitest'
import { unmetMandatory } from '#contracts/go.ts'
import { holdsPersonalIdentityNumber } from '#lambda/swedish-numbers.ts'
import { akBrevDossier } from '../../../../demo/ak-brev/dossier.ts'
import type { PhaseContent } from '../../../../demo/ak-brev/phase-content.ts'
import { caseEvidence } from '../domain/case-evidence.ts'
import { judgeCriteria } from '../domain/judge-criteria.ts'
import { jsonBytes, limits } from '../domain/limits.ts'
import type { PhaseDefinition } from '../phase.ts'
import { akBrevEvidence, akBrevParts, withoutAssessment, withoutOpinionOf, withoutSection } from './evidence-fixture.ts'
import type { Break } from './evidence-fixture.ts'

/** What breaks the criteria that follow from the phase's declaration: a section, an opinion or the assessment is gone. */
const declaredBreaks = ({ sections, opinions, assessment }: PhaseDefinition): ReadonlyMap<string, Break> =>
  new Map([
    ...sections.filter(({ isMandatory }) => isMandatory).map(({ key }) => [`${key}Complete`, withoutSection(key)] as const),
    ...opinions.map((unit) => [`opinionOf${unit[0]?.toUpperCase()}${unit.slice(1)}`, withoutOpinionOf(unit)] as const),
    ...(assessment ? ([['assessmentComplete', withoutAssessment]] as const) : []),
  ])

/**
 * What every gate promises, told with the digital dosing letter: its content is complete and lawful, all of it opens
 * the gate, each mandatory criterion can close it by itself, and the phase hands over what the next ones need.
 * `breaking` must hold the ways to break each mandatory criterion of the phase's own, so that none can be added
 * without its test.
 */
export const describeGate = ({
  phase,
  content,
  breaking,
}: {
  phase: PhaseDefinition
  content: PhaseContent
  breaking: Readonly<Record<string, readonly Break[]>>
}): void => {
  const parts = akBrevParts(phase, content)
  const evidence = akBrevEvidence(phase, content)
  const unmetAfter = (change: Break) => unmetMandatory(judgeCriteria(phase, caseEvidence(change(parts))))
  const mandatory = phase.criteria.filter(({ isMandatory }) => isMandatory).map(({ id }) => id)
  const declared = declaredBreaks(phase)

  describe('the record of the digital dosing letter', () => {
    it('fills exactly the sections of the phase', () => {
      expect(Object.keys(content.sections).toSorted()).toEqual(phase.sections.map(({ key }) => key).toSorted())
    })

    it.each(phase.sections.map((section) => [section.key, section] as const))(
      '%s is complete, follows its rules and is small enough',
      (key, section) => {
        const parsed = section.content.complete.parse(content.sections[key])
        expect(section.rules(parsed, evidence)).toEqual([])
        expect(section.content.draft.safeParse(content.sections[key]).success).toBe(true)
        expect(jsonBytes(parsed)).toBeLessThan(limits.sectionBytes)
      },
    )

    it('holds no personal identity number', () => {
      expect(holdsPersonalIdentityNumber(JSON.stringify(content))).toBe(false)
    })
  })

  it('the sections can be completed in their order, one after the other', () => {
    phase.sections.forEach((section, index) => {
      const before = phase.sections.slice(0, index).map(({ key }) => [key, content.sections[key]])
      const soFar = caseEvidence({ ...parts, completed: Object.fromEntries(before) })
      expect([section.key, section.rules(section.content.complete.parse(content.sections[section.key]), soFar)]).toEqual([
        section.key,
        [],
      ])
    })
  })

  describe(phase.gate, () => {
    it('opens on the whole record', () => {
      expect(unmetMandatory(judgeCriteria(phase, evidence))).toEqual([])
    })

    it('has criteria with ids of their own', () => {
      expect(new Set(phase.criteria.map(({ id }) => id)).size).toBe(phase.criteria.length)
    })

    it('points every criterion at sections of the phase, its opinions or its assessment', () => {
      const places = new Set([...phase.sections.map(({ key }) => key), 'opinions', 'assessment'])
      expect(phase.criteria.flatMap((criterion) => criterion.evidence).filter((place) => !places.has(place))).toEqual([])
    })

    it('has a way to break every mandatory criterion', () => {
      expect([...declared.keys(), ...Object.keys(breaking)].toSorted()).toEqual(mandatory.toSorted())
    })

    it.each(Object.entries(breaking).flatMap(([id, ways]) => ways.map((change, index) => [id, index + 1, change] as const)))(
      'is closed by %s alone, way %i',
      (id, _way, change) => {
        expect(unmetAfter(change).map((criterion) => criterion.id)).toEqual([id])
      },
    )

    it.each([...declared])('is closed by %s, and besides only by what is read from what is gone', (id, change) => {
      const unmet = unmetAfter(change)
      const gone = phase.criteria.find((criterion) => criterion.id === id)?.evidence ?? []
      expect(unmet.map((criterion) => criterion.id)).toContain(id)
      expect(unmet.filter((criterion) => !criterion.evidence.some((place) => gone.includes(place)))).toEqual([])
    })

    it('explains itself in both languages, met or not', () => {
      const empty = caseEvidence({ ...parts, completed: {}, opinions: [], assessment: undefined })
      for (const { because } of [...judgeCriteria(phase, evidence), ...judgeCriteria(phase, empty)]) {
        expect(because.sv.length).toBeGreaterThan(5)
        expect(because.en.length).toBeGreaterThan(5)
        expect(because.sv).not.toBe(because.en)
      }
    })

    it('stays closed on an empty record', () => {
      const empty = caseEvidence({ ...parts, completed: {}, opinions: [], assessment: undefined })
      expect(unmetMandatory(judgeCriteria(phase, empty)).map(({ id }) => id)).toEqual(mandatory)
    })
  })

  it('hands over what the dossier of the digital dosing letter says', () => {
    // A phase that adds nothing for later ones has no part in the dossier.
    const part = (akBrevDossier as Readonly<Record<string, unknown>>)[phase.phase]
    expect(phase.handOver(evidence)).toEqual(part === undefined ? {} : { [phase.phase]: part })
  })
}
