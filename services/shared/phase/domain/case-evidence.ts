import type { County } from '#counties/county.ts'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import type { Dossier } from '#contracts/dossier.ts'
import type { OpinionAnswer, OpinionUnit } from '#contracts/words.ts'
import type { CaseEvidence } from '../criterion.ts'

export interface EvidenceParts {
  readonly county: County
  readonly dossier: Dossier
  /** Content of completed sections by key. It was checked when it was marked complete and is parsed again here. */
  readonly completed: Readonly<Record<string, unknown>>
  readonly opinions: readonly { unit: OpinionUnit; answer?: OpinionAnswer | undefined }[]
  readonly assessment: AssessmentSnapshot | undefined
}

export const caseEvidence = ({ county, dossier, completed, opinions, assessment }: EvidenceParts): CaseEvidence => ({
  county,
  dossier,
  opinions,
  assessment,
  completed: (section) => {
    const content = completed[section.key]
    return content === undefined ? undefined : section.content.complete.parse(content)
  },
})
