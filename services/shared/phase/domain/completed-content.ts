import type { CaseEvidence } from '../criterion.ts'
import type { AnySection, ContentOf } from '../section.ts'

/** The content of a section that must be complete by now. Throws otherwise: the gate has said `go` to an unfinished record. */
export const completedContent = <S extends AnySection>(evidence: CaseEvidence, section: S): ContentOf<S> => {
  const content = evidence.completed(section)
  if (content === undefined) throw new Error(`The section ${section.key} is not complete`)
  return content
}
