import type { County } from '#counties/county.ts'
import { dayOf } from '#calendar/working-days.ts'
import { fact } from '#contracts/event.ts'
import { assessmentSaved } from '#contracts/events.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { pointerTo } from '#lambda/field-problem.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import type { BenefitsRefusalCode } from '../refusals.ts'
import { withoutBlanks } from './benefit-line.ts'
import type { BenefitLine } from './benefit-line.ts'
import { frozenBefore } from './case-benefits.ts'
import type { AssessmentContent, AssessmentVersion, CaseBenefits } from './case-benefits.ts'
import { tellPhase, withVersion } from './change-assessment.ts'
import type { Surroundings } from './change-assessment.ts'
import { whyLocked } from './editability.ts'
import { findChainProblems } from './effect-chain.ts'
import { limits } from './limits.ts'
import { readReckoning, withReckonedBands } from './reckon.ts'

const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

const repeatedIds = (lines: readonly BenefitLine[]): FieldProblem[] => {
  const ids = lines.map(({ id }) => id)
  return lines.flatMap(({ id }, index) =>
    ids.indexOf(id) === index
      ? []
      : [
          {
            pointer: pointerTo(['lines', index, 'id']),
            code: 'repeated',
            message: { sv: 'Id:t används redan av en annan rad.', en: 'The id is already used by another line.' },
          },
        ],
  )
}

const unknownOrganisations = (lines: readonly BenefitLine[], county: County): FieldProblem[] =>
  lines.flatMap(({ organisation }, index) =>
    organisation === undefined || county.organisations.some(({ id }) => id === organisation)
      ? []
      : [
          {
            pointer: pointerTo(['lines', index, 'organisation']),
            code: 'unknownOrganisation',
            message: { sv: 'Organisationen finns inte i länet.', en: 'There is no such organisation in the county.' },
          },
        ],
  )

/** An id stays with its line: what was a benefit cannot come back as a cost. */
const changedSides = (lines: readonly BenefitLine[], before: AssessmentVersion | undefined): FieldProblem[] => {
  const sides = new Map(before?.content.lines.map(({ id, side }) => [id, side]))
  return lines.flatMap(({ id, side }, index) =>
    (sides.get(id) ?? side) === side
      ? []
      : [
          {
            pointer: pointerTo(['lines', index, 'side']),
            code: 'sideChanged',
            message: {
              sv: 'Raden har bytt sida mellan nytta och kostnad. Ta bort den och lägg till en ny rad.',
              en: 'The line has changed between benefit and cost. Remove it and add a new line.',
            },
          },
        ],
  )
}

export interface SaveAssessment {
  readonly kind: AssessmentKind
  readonly content: AssessmentContent
  /** The version that the writer has read; 0 for an assessment that is empty. */
  readonly expectedVersion: number
}

/** A new draft version. What was complete is a draft again, and the phase is told to forget it. */
export const saveAssessment = (
  record: CaseBenefits,
  { kind, content, expectedVersion }: SaveAssessment,
  { county, now, author }: Surroundings & { county: County },
): Transition<CaseBenefits, BenefitsRefusalCode | 'staleVersion'> => {
  const locked = whyLocked(record, kind)
  if (locked) return locked
  const current = record.assessments[kind]?.current
  if ((current?.version ?? 0) !== expectedVersion) return refused('staleVersion')

  const given = content.lines.map(withoutBlanks)
  const problems = [
    ...repeatedIds(given),
    ...unknownOrganisations(given, county),
    ...changedSides(given, frozenBefore(record, kind)),
    ...findChainProblems({ chain: content.chain, lines: given }, county),
  ]
  if (problems.length > 0) return refused('assessmentInvalid', problems)
  const { summary, noCostsReason, chain, basis } = content
  const lines = withReckonedBands(given, readReckoning({ basis, lines: given }, kind, county.benefitParameters, dayOf(now)))
  const kept: AssessmentContent = {
    summary,
    ...(noCostsReason && { noCostsReason }),
    lines,
    ...(chain && { chain }),
    ...(basis && { basis }),
  }
  if (jsonBytes(kept) > limits.assessmentBytes) return refused('assessmentTooLarge')

  const version = expectedVersion + 1
  const draft: AssessmentVersion = { kind, version, status: 'draft', savedAt: now, savedBy: author, content: kept }
  return withVersion(record, draft, [
    fact(assessmentSaved, { kind, version, lines: lines.length }),
    ...(current?.status === 'complete' ? [tellPhase(draft, record.head.phase)] : []),
  ])
}
