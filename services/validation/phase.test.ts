import { describe, expect, it } from 'vitest'
import { unmetMandatory } from '#contracts/go.ts'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import type { EvidenceParts } from '#phase/domain/case-evidence.ts'
import { judgeCriteria } from '#phase/domain/judge-criteria.ts'
import { akBrevEvidence, akBrevParts, problemsOf, withFields, withoutSection } from '#phase/testing/evidence-fixture.ts'
import { describeGate } from '#phase/testing/gate-suite.ts'
import { akBrevDossier } from '../../demo/ak-brev/dossier.ts'
import { akBrevValidation, akBrevValidationFirstRound } from '../../demo/ak-brev/validation.ts'
import { validation } from './phase.ts'

const { sections } = akBrevValidation
const parts = akBrevParts(validation, akBrevValidation)
const evidence = akBrevEvidence(validation, akBrevValidation)
const judged = (given: EvidenceParts) => judgeCriteria(validation, caseEvidence(given))
const unmetIds = (given: EvidenceParts) => unmetMandatory(judged(given)).map(({ id }) => id)

it('is weighed by the contract value, unknown without a contract', () => {
  expect(validation.valueOf(evidence)).toBe(akBrevDossier.procurement.contractValue)
  expect(validation.valueOf({ ...evidence, dossier: {} })).toBeUndefined()
})

const [firstRound, secondRound] = sections.rounds.rounds
const openFinding = { finding: 'Antagande: brevet visar fel dos.', severity: 'serious', status: 'open' }

describeGate({
  phase: validation,
  content: akBrevValidation,
  breaking: {
    developmentDone: [withFields('rounds', { rounds: [firstRound] })],
    noOpenSeriousFinding: [
      withFields('rounds', { rounds: [firstRound, { ...secondRound, findings: [openFinding] }] }),
      withFields('rounds', { rounds: [{ ...firstRound, findings: [openFinding] }, secondRound] }),
    ],
    trainingDone: [
      withFields('training', {
        groups: sections.training.groups.map((group) => ({ ...group, trained: group.people === 10 ? 8 : group.trained })),
      }),
    ],
    pilotEvaluated: [withFields('pilot', { evaluatedOn: '2024-12-05' })],
    usersAccept: [withFields('acceptance', { verdict: 'notAccepted' }), withFields('acceptance', { susGoal: 90 })],
    requirementsValidated: [
      withFields('requirementsValidation', { requirements: sections.requirementsValidation.requirements.slice(1) }),
      withFields('requirementsValidation', {
        requirements: sections.requirementsValidation.requirements.map((row) =>
          row.requirement === 'K4' ? { ...row, outcome: 'notValidated' } : row,
        ),
      }),
      withFields('requirementsValidation', {
        requirements: sections.requirementsValidation.requirements.map((row) =>
          row.requirement === 'K4' ? { ...row, outcome: 'notOffered' } : row,
        ),
      }),
    ],
    // NV3 only planned to take them, and the pilot took none.
    baselinesTaken: [
      (given) => {
        const benefits = akBrevDossier.verification.benefits.map((line) => ({ ...line, hasBaseline: false }))
        const dossier = { ...given.dossier, verification: { ...akBrevDossier.verification, benefits } }
        const measures = sections.pilot.measures.map(({ benefit: _, ...measure }) => measure)
        return withFields('pilot', { measures })({ ...given, dossier })
      },
    ],
    benefitChecked: [
      withFields('benefitCheck', { benefits: sections.benefitCheck.benefits.slice(1) }),
      withFields('benefitCheck', {
        benefits: sections.benefitCheck.benefits.map((row, index) => (index === 0 ? { ...row, outlook: 'lost' } : row)),
      }),
    ],
  },
})

describe('the first round, which BP5 sends back', () => {
  const firstParts = akBrevParts(validation, akBrevValidationFirstRound)
  const firstByKey: Readonly<Record<string, unknown>> = akBrevValidationFirstRound.sections
  const firstContent = (key: string): unknown => firstByKey[key]

  it.each(validation.sections.map((section) => [section.key, section] as const))('%s can be marked complete', (key, section) => {
    expect(problemsOf(section, firstContent(key), caseEvidence(firstParts))).toEqual([])
  })

  it('cannot pass: the receipts do not reach the work list', () => {
    expect(unmetIds(firstParts)).toEqual(['noOpenSeriousFinding', 'requirementsValidated'])
    expect(judged(firstParts).find(({ id }) => id === 'noOpenSeriousFinding')?.because.sv).toContain('arbetslista')
  })
})

describe('what BP5 says where the case is special', () => {
  const verdictOf = (id: string, given: EvidenceParts) => judged(given).find((criterion) => criterion.id === id)

  it('a weighted requirement that was never offered does not stop it', () => {
    const requirements = sections.requirementsValidation.requirements.map((row) =>
      row.requirement === 'K9' ? { ...row, outcome: 'notOffered' } : row,
    )
    expect(verdictOf('requirementsValidated', withFields('requirementsValidation', { requirements })(parts))?.status).toBe('met')
  })

  it('a verdict without SUS answers counts', () => {
    expect(verdictOf('usersAccept', withFields('acceptance', { susResponses: [] })(parts))?.status).toBe('met')
  })

  it('infrastructure that is not in place is a warning and no obstacle', () => {
    const lacking = withFields('infrastructure', {
      items: sections.infrastructure.items.map((item) => ({ ...item, isInPlace: false })),
    })(parts)
    expect(verdictOf('infrastructureInPlace', lacking)?.status).toBe('notMet')
    expect(verdictOf('infrastructureInPlace', withoutSection('infrastructure')(parts))?.status).toBe('unknown')
    expect(unmetIds(lacking)).toEqual([])
  })
})
