import { describe, expect, it } from 'vitest'
import { unmetMandatory } from '#contracts/go.ts'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import type { EvidenceParts } from '#phase/domain/case-evidence.ts'
import { judgeCriteria } from '#phase/domain/judge-criteria.ts'
import { akBrevEvidence, akBrevParts, withLines, withoutAssessment, withFields } from '#phase/testing/evidence-fixture.ts'
import { describeGate } from '#phase/testing/gate-suite.ts'
import { akBrevDossier } from '../../demo/ak-brev/dossier.ts'
import { akBrevFollowup } from '../../demo/ak-brev/followup.ts'
import { followup } from './phase.ts'

const { sections } = akBrevFollowup
const parts = akBrevParts(followup, akBrevFollowup)
const evidence = akBrevEvidence(followup, akBrevFollowup)
const judged = (given: EvidenceParts) => judgeCriteria(followup, caseEvidence(given))
const unmetIds = (given: EvidenceParts) => unmetMandatory(judged(given)).map(({ id }) => id)

it('says when the service is followed up again', () => {
  expect(followup.nextFollowUpOn?.(evidence)).toBe(sections.supplierDialogue.nextFollowUpOn)
})

it('feeds back to the forum what its section says, and nothing while that is not complete', () => {
  expect(followup.forumFeedback?.(evidence)).toEqual(sections.forumFeedback)
  expect(followup.forumFeedback?.({ ...evidence, completed: () => undefined })).toBeUndefined()
})

it('is weighed by the contract value, unknown without a contract', () => {
  expect(followup.valueOf(evidence)).toBe(akBrevDossier.procurement.contractValue)
  expect(followup.valueOf({ ...evidence, dossier: {} })).toBeUndefined()
})

describeGate({
  phase: followup,
  content: akBrevFollowup,
  breaking: {
    benefitsMeasured: [
      withLines((lines) => lines.map((line, index) => (index === 0 ? { ...line, measurements: 0 } : line))),
      withLines((lines) => lines.map((line, index) => (index === 0 ? { ...line, hasBaseline: false } : line))),
    ],
    outcomeExplained: [withFields('measurements', { benefits: sections.measurements.benefits.slice(1) })],
    uptakeMeasured: [withFields('uptake', { units: sections.uptake.units.slice(1) })],
    technologyStable: [
      withFields('technology', { availability: 99.4 }),
      withFields('technology', { neighbours: sections.technology.neighbours.map((row) => ({ ...row, works: 'badly' })) }),
    ],
    projectEvaluated: [withFields('projectEvaluation', { evaluatedOn: '2025-02-16' })],
    supplierHeard: [
      withFields('supplierDialogue', {
        meetings: sections.supplierDialogue.meetings.map((row) => ({ ...row, heldOn: '2025-02-16' })),
      }),
    ],
    noOpenDeficiency: [
      withFields('supplierDialogue', {
        deficiencies: sections.supplierDialogue.deficiencies.map((row) => ({ ...row, status: 'open' })),
      }),
    ],
    marketEvaluated: [withFields('marketEvaluation', { tendersFromSmall: 1 })],
    forumTold: [withFields('forumFeedback', { points: sections.forumFeedback.points.filter(({ about }) => about !== 'market') })],
    nextFollowUpSet: [
      withFields('supplierDialogue', { nextFollowUpOn: undefined }),
      withFields('supplierDialogue', { continuation: 'phaseOut' }),
    ],
  },
})

it('without NV4 only that and what is read from it', () => {
  expect(unmetIds(withoutAssessment(parts))).toEqual(['assessmentComplete', 'benefitsMeasured'])
})

describe('what review says where the case is special', () => {
  const verdictOf = (id: string, given: EvidenceParts) => judged(given).find((criterion) => criterion.id === id)

  it('availability below the agreed passes with a remedy', () => {
    expect(
      verdictOf('technologyStable', withFields('technology', { availability: 99.4, availabilityRemedy: 'x' })(parts))?.status,
    ).toBe('met')
  })

  it('costs and benefits without a measure need no measurement', () => {
    const withQualitative = withLines((lines) =>
      lines.map((line) => (line.side === 'cost' ? { ...line, measurements: 0, hasBaseline: false } : line)),
    )(parts)
    expect(verdictOf('benefitsMeasured', withQualitative)?.status).toBe('met')
  })

  it('usage below its goal is a warning and no obstacle', () => {
    expect(verdictOf('usageGoalReached', parts)?.status).toBe('notMet')
    const more = withFields('uptake', { units: sections.uptake.units.map((row) => ({ ...row, users: row.users + 100 })) })(parts)
    expect(verdictOf('usageGoalReached', more)?.status).toBe('met')
  })
})
