import type { Dossier } from '#contracts/dossier.ts'
import type { Phase } from '#contracts/words.ts'
import { met, notMet } from '../criterion.ts'
import type { CaseEvidence } from '../criterion.ts'
import { integer, prose, text } from '../field.ts'
import { definePhase } from '../phase.ts'
import type { PhaseDefinition } from '../phase.ts'
import { defineSection } from '../section.ts'

/** A phase with one of everything that the life cycle can do, so that its tests depend on no real phase. */

export const need = defineSection({
  key: 'need',
  name: { sv: 'Behov', en: 'Need' },
  help: { sv: 'Beskriv problemet.', en: 'Describe the problem.' },
  component: 'needUnderstanding',
  isMandatory: true,
  fields: {
    problem: prose({ label: { sv: 'Problem', en: 'Problem' } }),
    severity: integer({ label: { sv: 'Allvar', en: 'Severity' }, min: 1, max: 5 }),
  },
})

export const plan = defineSection({
  key: 'plan',
  name: { sv: 'Plan', en: 'Plan' },
  help: { sv: 'Beskriv vägen.', en: 'Describe the way.' },
  component: 'acquisition',
  isMandatory: false,
  writers: ['specialist'],
  fields: { goal: text({ label: { sv: 'Mål', en: 'Goal' } }) },
  rules: ({ goal }, { completed }) =>
    completed(need)?.problem === goal
      ? [
          {
            pointer: '/goal',
            code: 'sameAsNeed',
            message: { sv: 'Målet är inte problemet.', en: 'The goal is not the problem.' },
          },
        ]
      : [],
})

/** Written when the gate has said go. */
export const aftercare = defineSection({
  key: 'aftercare',
  name: { sv: 'Efteråt', en: 'Afterwards' },
  help: { sv: 'Beskriv vad som hände.', en: 'Describe what happened.' },
  component: 'forum',
  isMandatory: false,
  isAfterDecision: true,
  fields: { note: text({ label: { sv: 'Anteckning', en: 'Note' } }) },
})

const handOver =
  (phase: Phase, problemOf: (evidence: CaseEvidence) => string) =>
  (evidence: CaseEvidence): Dossier =>
    phase === 'matching'
      ? {
          matching: {
            requirements: [{ id: 'R1', text: problemOf(evidence), kind: 'functional', isMandatory: true, functions: [] }],
            candidates: [],
            suppliersAble: evidence.assessment?.lines.length ?? 0,
            smallSuppliersAble: 0,
            recommendedForm: 'simplified',
            estimatedValue: evidence.assessment?.totals.costs ?? 0,
            dialogueHeld: true,
            dialogues: [],
          },
        }
      : {}

/**
 * Matching by default: with an assessment, an opinion that is needed, and a phase after it. `followup` is the last
 * one. A severity of 1 fails its own criterion. `problemOf` stands in for a phase that hands over very much.
 */
export const samplePhase = (
  phase: 'matching' | 'procurement' | 'followup' = 'matching',
  problemOf: (evidence: CaseEvidence) => string = (evidence) => evidence.completed(need)?.problem ?? unfinished(),
): PhaseDefinition =>
  definePhase({
    phase,
    purpose: { sv: 'Prova livscykeln.', en: 'Try the life cycle.' },
    components: ['needUnderstanding'],
    sections: [need, plan, aftercare],
    opinions: ['it'],
    criteria: [
      {
        id: 'needIsSevere',
        name: { sv: 'Behovet är allvarligt', en: 'The need is severe' },
        isMandatory: true,
        evidence: ['need'],
        source: 'RUVeS 5',
        judge: (record) =>
          (record.completed(need)?.severity ?? 0) > 1
            ? met({ sv: 'Det är allvarligt.', en: 'It is severe.' })
            : notMet({ sv: 'Det är inte allvarligt.', en: 'It is not severe.' }),
      },
    ],
    valueOf: ({ assessment }) => assessment?.totals.costs,
    handOver: handOver(phase, problemOf),
    ...(phase === 'followup' && { nextFollowUpOn: () => '2027-11-20' }),
  })

/** As real phases do: what is handed over of an unfinished record is a fault. */
const unfinished = (): never => {
  throw new Error('The section need is not complete')
}
