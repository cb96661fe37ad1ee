import { phases } from '../../services/shared/contracts/words.ts'
import type { Phase } from '../../services/shared/contracts/words.ts'

export { phases }

export const isPhase = (name: string): name is Phase => (phases as readonly string[]).includes(name)

export const lastPhase: Phase = 'followup'

/** In the bare flow the first five phases end at a gate. */
export const gatedInBare: readonly Phase[] = phases.slice(0, 5)

export const nextPhase = (phase: Phase): Phase | undefined => phases[phases.indexOf(phase) + 1]
