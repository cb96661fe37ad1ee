import { describe, expect, it } from 'vitest'
import type { PhaseContent } from '../../../../demo/ak-brev/phase-content.ts'
import { caseEvidence } from '../domain/case-evidence.ts'
import type { PhaseDefinition } from '../phase.ts'
import { akBrevParts, problemsOf } from './evidence-fixture.ts'
import type { Break } from './evidence-fixture.ts'

/**
 * One way in which a section is refused: what of the digital dosing letter is changed, and the pointer and code that
 * come back. `given` changes the rest of the case first.
 */
export type Refusal<Key extends string> = readonly [
  section: Key,
  what: string,
  change: object,
  expected: readonly string[],
  given?: Break,
]

/** A change after which the section is let through all the same. */
export type Pass<Key extends string> = readonly [section: Key, what: string, change: object, given?: Break]

const unchanged: Break = (parts) => parts

/** What every section promises when it is marked complete: it is refused where it should be, with where and why, and only there. */
export const describeRefusals = <Key extends string>({
  phase,
  content,
  refusals,
  passes = [],
}: {
  phase: PhaseDefinition
  content: PhaseContent & { readonly sections: Readonly<Record<Key, unknown>> }
  refusals: readonly Refusal<Key>[]
  passes?: readonly Pass<Key>[]
}): void => {
  const problemsAfter = (key: Key, change: object, given: Break = unchanged) => {
    const section = phase.sections.find((candidate) => candidate.key === key)
    const whole = content.sections[key]
    if (section === undefined || typeof whole !== 'object') throw new Error(`No section ${key}`)
    return problemsOf(section, { ...whole, ...change }, caseEvidence(given(akBrevParts(phase, content))))
  }

  describe('a section is refused, with where and why', () => {
    it.each(refusals.map(([section, what, ...rest]) => [section, what, rest] as const))('%s: %s', (section, _what, rest) => {
      const [change, expected, given] = rest
      const problems = problemsAfter(section, change, given)
      expect(problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected)
      for (const { message } of problems) expect(message.sv).not.toBe(message.en)
    })

    it('every section of the phase is tried', () => {
      expect(new Set<string>(refusals.map(([section]) => section))).toEqual(new Set(phase.sections.map(({ key }) => key)))
    })
  })

  if (passes.length > 0)
    describe('a section is let through', () => {
      it.each(passes.map(([section, what, ...rest]) => [section, what, rest] as const))('%s: %s', (section, _what, rest) => {
        expect(problemsAfter(section, ...rest)).toEqual([])
      })
    })
}
