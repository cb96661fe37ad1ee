import { describe, expect, it } from 'vitest'
import { unmetMandatory } from '#contracts/go.ts'
import { akBrevDossier } from '../../../../demo/ak-brev/dossier.ts'
import type { PhaseContent } from '../../../../demo/ak-brev/phase-content.ts'
import { caseEvidence } from '../domain/case-evidence.ts'
import { judgeCriteria } from '../domain/judge-criteria.ts'
import { jsonBytes, limits } from '../domain/limits.ts'
import type { PhaseDefinition } from '../phase.ts'
import { akBrevEvidence, akBrevParts } from './evidence-fixture.ts'
import type { Break } from './evidence-fixture.ts'

/**
 * What every gate promises, told with the digital dosing letter: its content is complete and lawful, all of it opens
 * the gate, each mandatory criterion can close it by itself, and the phase hands over what the next ones need.
 * `breaking` must hold a change for each mandatory criterion, so that no criterion can be added without its test.
 */
export const describeGate = ({
  phase,
  content,
  breaking,
}: {
  phase: PhaseDefinition
  content: PhaseContent
  breaking: Readonly<Record<string, Break>>
}): void => {
  const evidence = akBrevEvidence(phase, content)
  const mandatory = phase.criteria.filter(({ isMandatory }) => isMandatory).map(({ id }) => id)

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
  })

  it('the sections can be completed in their order, one after the other', () => {
    phase.sections.forEach((section, index) => {
      const before = phase.sections.slice(0, index).map(({ key }) => [key, content.sections[key]])
      const soFar = caseEvidence({ ...akBrevParts(phase, content), completed: Object.fromEntries(before) })
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
      expect(Object.keys(breaking).toSorted()).toEqual(mandatory.toSorted())
    })

    it.each(mandatory)('is closed by %s alone', (id) => {
      const unmet = unmetMandatory(judgeCriteria(phase, caseEvidence(breaking[id]!(akBrevParts(phase, content))))) // The test above holds that it is there.
      expect(unmet.filter(({ status }) => status === 'notMet').map((criterion) => criterion.id)).toEqual([id])
      // Criteria about a section that is gone cannot be judged, which is not the same as being refuted.
      const broken = unmet.find((criterion) => criterion.id === id)
      for (const other of unmet.filter(({ status }) => status === 'unknown'))
        expect(other.evidence.some((place) => broken?.evidence.includes(place))).toBe(true)
    })

    it('explains itself in both languages, met or not', () => {
      const empty = caseEvidence({ ...akBrevParts(phase, content), completed: {}, opinions: [], assessment: undefined })
      for (const { because } of [...judgeCriteria(phase, evidence), ...judgeCriteria(phase, empty)]) {
        expect(because.sv.length).toBeGreaterThan(5)
        expect(because.en.length).toBeGreaterThan(5)
        expect(because.sv).not.toBe(because.en)
      }
    })

    it('stays closed on an empty record', () => {
      const empty = caseEvidence({ ...akBrevParts(phase, content), completed: {}, opinions: [], assessment: undefined })
      expect(unmetMandatory(judgeCriteria(phase, empty)).map(({ id }) => id)).toEqual(mandatory)
    })
  })

  it('hands over what the dossier of the digital dosing letter says', () => {
    // A phase that adds nothing for later ones has no part in the dossier.
    const part = (akBrevDossier as Readonly<Record<string, unknown>>)[phase.phase]
    expect(phase.handOver(evidence)).toEqual(part === undefined ? {} : { [phase.phase]: part })
  })
}
