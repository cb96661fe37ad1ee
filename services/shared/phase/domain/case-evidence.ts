import type { County } from '#counties/county.ts'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import type { InformationPackage } from '#contracts/dialogue.ts'
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
  readonly informationPackage?: InformationPackage | undefined
}

export const caseEvidence = ({
  county,
  dossier,
  completed,
  opinions,
  assessment,
  informationPackage,
}: EvidenceParts): CaseEvidence => {
  /** A section is read by its own criterion and by others; each is parsed once. */
  const read = new Map<AnySection, unknown>()

  const contentOf = (section: AnySection): unknown => {
    const content = completed[section.key]
    if (content === undefined) return undefined
    // What was complete under an earlier version of the section may not be under today's: then it is not complete.
    const parsed = section.content.complete.safeParse(content)
    return parsed.success ? parsed.data : undefined
  }

  return {
    county,
    dossier,
    opinions,
    assessment,
    informationPackage,
    completed: <S extends AnySection>(section: S) => {
      if (!read.has(section)) read.set(section, contentOf(section))
      // A section's own schema gives its own content; the general type of a section only says that it gives something.
      return read.get(section) as ContentOf<S> | undefined
    },
  }
}
