import type { PhaseParts } from '#phase/application/phase-parts.ts'
import type { IdeaRepository } from './idea-repository.ts'

export interface IdeaParts extends PhaseParts {
  readonly ideas: IdeaRepository
  /** A word that nobody can guess: 32 characters of a-z, A-Z, 0-9, `-` and `_`. */
  readonly newReceipt: () => string
}
