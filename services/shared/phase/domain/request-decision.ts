import type { County } from '#counties/county.ts'
import type { Author } from '#contracts/actor.ts'
import type { Evidence, FrozenEvidence } from '#contracts/evidence.ts'
import { fact } from '#contracts/event.ts'
import { decisionRequested } from '#contracts/events.ts'
import { unmetMandatory } from '#contracts/go.ts'
import type { DecisionRequestId } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { refused } from '#lambda/outcome.ts'
import type { Applied, Refused } from '#lambda/outcome.ts'
import type { CaseEvidence } from '../criterion.ts'
import type { PhaseDefinition } from '../phase.ts'
import type { PhaseRefusalCode } from '../refusals.ts'
import { caseEvidence } from './case-evidence.ts'
import { completedContents, standingOpinions } from './case-record.ts'
import type { CaseRecord } from './case-record.ts'
import { changed } from './change-record.ts'
import { judgeCriteria } from './judge-criteria.ts'
import { jsonBytes, limits } from './limits.ts'

export const evidenceOfRecord = (record: CaseRecord, county: County): CaseEvidence =>
  caseEvidence({
    county,
    dossier: record.dossier,
    completed: completedContents(record),
    opinions: standingOpinions(record.head),
    assessment: record.assessment,
    informationPackage: record.informationPackage,
  })

/** The frozen picture: sections with versions and digests, opinions, assessment, and every criterion judged. */
export const freezeEvidence = (
  { head, sections, assessment, informationPackage }: CaseRecord,
  phase: PhaseDefinition,
  { seen, now, author }: { seen: CaseEvidence; now: string; author: Author },
): FrozenEvidence => {
  const value = phase.valueOf(seen)
  const evidence: Evidence = {
    case: head.case,
    phase: phase.phase,
    gate: phase.gate,
    round: head.round + 1,
    frozenAt: now,
    frozenBy: author.name,
    ...(value !== undefined && { value }),
    sections: phase.sections
      .filter((section) => !section.isAfterDecision)
      .map((section) => {
        const state = sections[section.key]
        return {
          key: section.key,
          name: section.name,
          isMandatory: section.isMandatory,
          status: state?.status ?? 'empty',
          version: state?.version ?? 0,
          ...(state && { digest: state.digest }),
        }
      }),
    opinions: standingOpinions(head).map(({ id, unit, question, dueOn, answer, comment, answeredBy, answeredAt }) => ({
      id,
      unit,
      question,
      dueOn,
      ...(answer && { answer }),
      ...(comment && { comment }),
      ...(answeredBy && { answeredBy: answeredBy.name }),
      ...(answeredAt && { answeredAt }),
    })),
    ...(assessment && { assessment }),
    ...(informationPackage && { informationPackage }),
    criteria: judgeCriteria(phase, seen),
  }
  return { evidence, digest: digestOf(evidence) }
}

/** Complete sections whose own rules no longer hold, since something that they read has changed. */
const outdatedSections = (phase: PhaseDefinition, seen: CaseEvidence): FieldProblem[] =>
  phase.sections.flatMap((section) => {
    const content: unknown = seen.completed(section)
    const broken = content === undefined ? [] : section.rules(content, seen)
    return broken.map((problem) => ({ ...problem, pointer: `/sections/${section.key}${problem.pointer}` }))
  })

/** The record that waits, and what it waits on. */
export interface DecisionRequested extends Applied<CaseRecord> {
  readonly frozen: FrozenEvidence
}

/**
 * `inProgress` → `awaitingDecision`: freezes the evidence and hands it to the gate. The record is locked until
 * the answer comes. A decision may be asked for with criteria unmet - to stop, to hold - but then never `go`.
 */
export const requestDecision = (
  record: CaseRecord,
  phase: PhaseDefinition,
  expectedVersion: number,
  { county, now, author }: { county: County; now: string; author: Author },
): DecisionRequested | Refused<PhaseRefusalCode | 'staleVersion'> => {
  const { head } = record
  if (head.status !== 'inProgress') return refused('wrongStatus')
  if (record.version !== expectedVersion) return refused('staleVersion')
  if (head.round >= limits.roundsPerPhase) return refused('tooManyRounds')
  if (jsonBytes(head) > limits.headBytes) return refused('recordTooLarge')
  const seen = evidenceOfRecord(record, county)
  const outdated = outdatedSections(phase, seen)
  if (outdated.length > 0) return refused('sectionOutdated', outdated)

  const frozen = freezeEvidence(record, phase, { seen, now, author })
  // Only a case that can go on has something to hand over.
  const isGoPossible = unmetMandatory(frozen.evidence.criteria).length === 0
  if (isGoPossible && jsonBytes({ ...record.dossier, ...phase.handOver(seen) }) > limits.dossierBytes)
    return refused('dossierTooLarge')

  const { round } = frozen.evidence
  const requestId = `${head.case.caseId}-${phase.gate}-${round}` as DecisionRequestId // the form that the brand stands for
  const pending = { requestId, round, requestedAt: now, digest: frozen.digest }
  return {
    ...changed(record, { status: 'awaitingDecision', round, pending }, [
      fact(decisionRequested, { requestId, ...frozen }, { phase: phase.phase }),
    ]),
    frozen,
  }
}
