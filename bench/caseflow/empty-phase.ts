import type { Phase } from '#contracts/words.ts'
import { met } from '#phase/criterion.ts'
import { definePhase } from '#phase/phase.ts'
import type { PhaseDefinition } from '#phase/phase.ts'

const oneMillionKronor = 100_000_000

/** A phase without sections, opinions and assessment, so that the flow is measured and not the writing. */
export const emptyPhase = (phase: Phase): PhaseDefinition => {
  const definition = definePhase({
    phase,
    purpose: { sv: 'Mätning', en: 'Measurement' },
    components: ['acquisition'],
    sections: [],
    criteria: [
      {
        id: 'always',
        name: { sv: 'Alltid uppfyllt', en: 'Always met' },
        isMandatory: false,
        evidence: [],
        source: 'bench',
        judge: () => met({ sv: 'Mätning', en: 'Measurement' }),
      },
    ],
    valueOf: () => oneMillionKronor,
    handOver: () => ({}),
    nextFollowUpOn: () => '2030-01-01',
  })
  // Without the assessment that the phase would otherwise wait for.
  return { ...definition, assessment: undefined, criteria: definition.criteria.filter(({ isMandatory }) => !isMandatory) }
}
