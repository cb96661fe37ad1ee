import type { County } from '#counties/county.ts'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import type { Dossier } from '#contracts/dossier.ts'
import type { OpinionAnswer, OpinionUnit } from '#contracts/words.ts'
import type { CaseEvidence } from '../criterion.ts'
import type { AnySection, ContentOf } from '../section.ts'

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
  completed: <S extends AnySection>(section: S) => {
    const content = completed[section.key]
    if (content === undefined) return undefined
    // What was complete under an earlier version of the section may not be under today's: then it is not complete.
    const parsed = section.content.complete.safeParse(content)
    // A section's own schema gives its own content; the general type of a section only says that it gives something.
    return parsed.success ? (parsed.data as ContentOf<S>) : undefined
  },
})
