import type { Dossier } from '#contracts/dossier.ts'
import { assessmentOf, gateOf, ownerOf } from '#contracts/flow.ts'
import type { ForumFeedback } from '#contracts/forum-feedback.ts'
import type { Text } from '#contracts/language.ts'
import { assessmentNames, opinionUnitNames, phaseNames } from '#contracts/words.ts'
import type { AssessmentKind, Component, Gate, OpinionUnit, Phase, Role } from '#contracts/words.ts'
import { met, notMet } from './criterion.ts'
import type { CaseEvidence, Criterion } from './criterion.ts'
import type { AnySection } from './section.ts'

/** What a phase declares about itself; the life cycle that all seven share does the rest. */
export interface PhaseDefinition {
  readonly phase: Phase
  readonly gate: Gate
  readonly name: Text
  readonly purpose: Text
  readonly components: readonly Component[]
  /** Who carries the work of the phase. */
  readonly owner: Role
  readonly sections: readonly AnySection[]
  /** Opinions that must be answered before `go`. */
  readonly opinions: readonly OpinionUnit[]
  readonly assessment: AssessmentKind | undefined
  /** Whether the forum's dialogues with the market are part of what is decided on. */
  readonly followsDialogues: boolean
  /** All criteria of the gate: the phase's own, and those that follow from what it declares. */
  readonly criteria: readonly Criterion[]
  /** Öre, for the delegation order; undefined while nobody has put a sum to it. */
  readonly valueOf: (evidence: CaseEvidence) => number | undefined
  /** The phase's part of the dossier, from its completed sections. */
  readonly handOver: (evidence: CaseEvidence) => Dossier
  /** Only the last phase: when a completed case is looked at next. */
  readonly nextFollowUpOn: ((evidence: CaseEvidence) => string | undefined) | undefined
  /** Only the last phase: what the forum is told when a case is completed. */
  readonly forumFeedback: ((evidence: CaseEvidence) => ForumFeedback | undefined) | undefined
}

const sectionCriterion = (section: AnySection): Criterion => ({
  id: `${section.key}Complete`,
  name: { sv: `Avsnittet ${section.name.sv} är klart`, en: `The section ${section.name.en} is complete` },
  isMandatory: true,
  evidence: [section.key],
  source: 'RUVeS 5',
  judge: (record) =>
    record.completed(section) === undefined
      ? notMet({ sv: 'Avsnittet är inte klarmarkerat.', en: 'The section is not marked complete.' })
      : met({ sv: 'Avsnittet är klart.', en: 'The section is complete.' }),
})

const opinionCriterion = (unit: OpinionUnit): Criterion => ({
  id: `opinionOf${unit[0]!.toUpperCase()}${unit.slice(1)}`,
  name: {
    sv: `${opinionUnitNames[unit].sv} har yttrat sig`,
    en: `${opinionUnitNames[unit].en} has given its opinion`,
  },
  isMandatory: true,
  evidence: ['opinions'],
  source: 'RUVeS 5',
  judge: (record) => {
    const answers = record.opinions.filter((opinion) => opinion.unit === unit)
    if (answers.length === 0) return notMet({ sv: 'Inget yttrande är begärt.', en: 'No opinion has been asked for.' })
    return answers.every((opinion) => opinion.answer !== undefined)
      ? met({ sv: 'Yttrandet är lämnat.', en: 'The opinion has been given.' })
      : notMet({ sv: 'Yttrandet är begärt men inte lämnat.', en: 'The opinion has been asked for but not given.' })
  },
})

const assessmentCriterion = (kind: AssessmentKind): Criterion => ({
  id: 'assessmentComplete',
  name: { sv: `${assessmentNames[kind].sv} är klar`, en: `${assessmentNames[kind].en} is complete` },
  isMandatory: true,
  evidence: ['assessment'],
  source: 'RUVeS 5',
  judge: (record) =>
    record.assessment?.kind === kind
      ? met({
          sv: `Nyttovärderingen är klar i version ${record.assessment.version}.`,
          en: `The assessment is complete in version ${record.assessment.version}.`,
        })
      : notMet({ sv: 'Nyttovärderingen är inte klarmarkerad.', en: 'The assessment is not marked complete.' }),
})

export const definePhase = (declaration: {
  phase: Phase
  purpose: Text
  components: readonly Component[]
  sections: readonly AnySection[]
  opinions?: readonly OpinionUnit[]
  followsDialogues?: boolean
  criteria: readonly Criterion[]
  valueOf: (evidence: CaseEvidence) => number | undefined
  handOver: (evidence: CaseEvidence) => Dossier
  nextFollowUpOn?: (evidence: CaseEvidence) => string | undefined
  forumFeedback?: (evidence: CaseEvidence) => ForumFeedback | undefined
}): PhaseDefinition => {
  const { phase, sections, opinions = [] } = declaration
  const assessment = assessmentOf[phase]
  return {
    ...declaration,
    gate: gateOf[phase],
    name: phaseNames[phase],
    owner: ownerOf[phase],
    opinions,
    assessment,
    followsDialogues: declaration.followsDialogues ?? false,
    nextFollowUpOn: declaration.nextFollowUpOn,
    forumFeedback: declaration.forumFeedback,
    criteria: [
      ...sections.filter((section) => section.isMandatory).map(sectionCriterion),
      ...opinions.map(opinionCriterion),
      ...(assessment ? [assessmentCriterion(assessment)] : []),
      ...declaration.criteria,
    ],
  }
}
