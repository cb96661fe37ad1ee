import type { County } from '#counties/county.ts'
import type { NeedRepository } from '../needs/need-repository.ts'
import type { KnownCaseRepository } from '../known-cases.ts'
import type { DialogueRepository } from './dialogue-repository.ts'

/** What the use cases of dialogues are made from. */
export interface DialogueParts {
  readonly county: County
  readonly dialogues: DialogueRepository
  readonly cases: KnownCaseRepository
  readonly needs: Pick<NeedRepository, 'find'>
}
