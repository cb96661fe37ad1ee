import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import type { InformationPackage } from '#contracts/dialogue.ts'
import type { Text } from '#contracts/language.ts'
import type { CriterionStatus, OpinionAnswer, OpinionUnit } from '#contracts/words.ts'
import type { RuleContext } from './section.ts'

/** The record as a criterion sees it: nothing but what is about to be frozen. */
export interface CaseEvidence extends RuleContext {
  readonly opinions: readonly { unit: OpinionUnit; answer?: OpinionAnswer | undefined }[]
  readonly assessment: AssessmentSnapshot | undefined
  /** Of the forum's dialogues about the case; undefined while there have been none. */
  readonly informationPackage: InformationPackage | undefined
}

export interface Verdict {
  readonly status: CriterionStatus
  readonly because: Text
}

export interface Criterion {
  readonly id: string
  readonly name: Text
  /** `go` is impossible while a mandatory criterion is not met. */
  readonly isMandatory: boolean
  /** Section keys, `opinions` or `assessment`: where a reader finds the answer. */
  readonly evidence: readonly string[]
  /** The law, standard or chapter that asks for it, for example `RUVeS 5.2` or `KL 6:38`. */
  readonly source: string
  readonly judge: (record: CaseEvidence) => Verdict
}

export const met = (because: Text): Verdict => ({ status: 'met', because })
export const notMet = (because: Text): Verdict => ({ status: 'notMet', because })
export const unknown = (because: Text): Verdict => ({ status: 'unknown', because })
