import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import { unknown } from '../criterion.ts'
import type { CaseEvidence, Criterion, Verdict } from '../criterion.ts'
import type { AnySection, ContentOf } from '../section.ts'

type Judge = Criterion['judge']

/** Judges a section's content; `unknown` while the section is not complete, since its own criterion says that already. */
export const onSection =
  <S extends AnySection>(section: S, judge: (content: ContentOf<S>, record: CaseEvidence) => Verdict): Judge =>
  (record) => {
    const content = record.completed(section)
    return content === undefined
      ? unknown({
          sv: `Kan inte prövas förrän avsnittet ${section.name.sv} är klart.`,
          en: `Cannot be judged until the section ${section.name.en} is complete.`,
        })
      : judge(content, record)
  }

/** As `onSection`, for what can only be seen in two sections together. */
export const onSections = <S extends AnySection, T extends AnySection>(
  first: S,
  second: T,
  judge: (firstContent: ContentOf<S>, secondContent: ContentOf<T>, record: CaseEvidence) => Verdict,
): Judge =>
  onSection(first, (firstContent, record) =>
    onSection(second, (secondContent) => judge(firstContent, secondContent, record))(record),
  )

/** Judges the assessment; `unknown` while it is not complete. */
export const onAssessment =
  (judge: (assessment: AssessmentSnapshot) => Verdict): Judge =>
  ({ assessment }) =>
    assessment === undefined
      ? unknown({
          sv: 'Kan inte prövas förrän nyttovärderingen är klar.',
          en: 'Cannot be judged until the benefit assessment is complete.',
        })
      : judge(assessment)
