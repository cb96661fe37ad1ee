import { describe, expect, it } from 'vitest'
import { unmetMandatory } from '#contracts/go.ts'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import type { EvidenceParts } from '#phase/domain/case-evidence.ts'
import { judgeCriteria } from '#phase/domain/judge-criteria.ts'
import { akBrevParts, withFields, withInformationPackage, withoutSection } from '#phase/testing/evidence-fixture.ts'
import type { Break } from '#phase/testing/evidence-fixture.ts'
import { describeGate } from '#phase/testing/gate-suite.ts'
import { akBrevDossier } from '../../demo/ak-brev/dossier.ts'
import { akBrevProcurement } from '../../demo/ak-brev/procurement.ts'
import { procurement } from './phase.ts'

const { sections } = akBrevProcurement
const parts = akBrevParts(procurement, akBrevProcurement)
const judged = (given: EvidenceParts) => judgeCriteria(procurement, caseEvidence(given))
const unmetIds = (given: EvidenceParts) => unmetMandatory(judged(given)).map(({ id }) => id)

describe('the value that the delegation order weighs', () => {
  const valueOf = (given: EvidenceParts) => procurement.valueOf(caseEvidence(given))

  it('is the contract value once an award is proposed, and the estimates before', () => {
    expect(valueOf(parts)).toBe(akBrevDossier.procurement.contractValue)
    const withoutAward = withoutSection('awardProposal')(parts)
    expect(valueOf(withFields('procedure', { estimatedValue: 5 })(withoutAward))).toBe(5)
    expect(valueOf(withoutSection('procedure')(withoutAward))).toBe(akBrevDossier.matching.estimatedValue)
    expect(valueOf({ ...withoutSection('procedure')(withoutAward), dossier: {} })).toBeUndefined()
  })
})

const tenders = sections.evaluation.tenders
const withTender = (id: string, change: object): Break =>
  withFields('evaluation', { tenders: tenders.map((tender) => (tender.id === id ? { ...tender, ...change } : tender)) })

/** NV3 as it would be if an organisation lost by what all together gain from. */
const withLoser =
  (organisation: string): Break =>
  (given) => {
    const verification = akBrevDossier.verification
    const { calculation } = verification
    if (!calculation) throw new Error('NV3 has a calculation')
    const organisations = calculation.organisations.map((one) => ({ ...one, isLosing: one.organisation === organisation }))
    return {
      ...given,
      dossier: { ...given.dossier, verification: { ...verification, calculation: { ...calculation, organisations } } },
    }
  }

describeGate({
  phase: procurement,
  content: akBrevProcurement,
  breaking: {
    tenderPeriodLawful: [
      (given) => withFields('notice', { sentOn: '2024-03-28' })(withFields('procedure', { procedure: 'open' })(given)),
    ],
    documentsOpenToSmallCompanies: [
      withFields('documents', { barrierReasons: [] }),
      withFields('documents', { referencesDemanded: 2 }),
      withFields('documents', { turnoverDemanded: akBrevDossier.matching.estimatedValue * 3 }),
    ],
    equalInformation: [withFields('documents', { equalInformation: undefined })],
    informationPackageGiven: [
      withInformationPackage(3),
      (given) => withInformationPackage(3)(withFields('documents', { informationPackageVersion: 2 })(given)),
    ],
    openedByTwo: [
      withoutSection('opening'),
      withFields('opening', { persons: [sections.opening.persons[0], sections.opening.persons[0]] }),
      withFields('opening', { openedOn: '2024-04-08', openedAt: '12:00' }),
      withFields('opening', { isListCertified: false }),
    ],
    evaluatorsWithoutConflict: [
      withFields('evaluation', {
        evaluators: sections.evaluation.evaluators.map((row) => ({ ...row, hasNoConflict: row.id !== 'B2' })),
      }),
    ],
    winnerMeetsRequirements: [
      withTender('A1', { isQualified: false }),
      withTender('A1', { unmetRequirements: ['K4'] }),
      withTender('A1', { rejectionReason: 'Antagande: förkastat.' }),
      withFields('opening', {
        tenders: sections.opening.tenders.map((row) =>
          row.id === 'A1' ? { ...row, receivedOn: '2024-04-09', receivedAt: '00:01' } : row,
        ),
      }),
    ],
    winnerRankedFirst: [withTender('A1', { consensus: [] }), withTender('A1', { price: 1_000_000_000 })],
    benefitVouchedFor: [
      withFields('benefitVouching', { benefits: sections.benefitVouching.benefits.slice(1) }),
      withFields('benefitVouching', {
        benefits: sections.benefitVouching.benefits.map((row) => ({ ...row, verdict: 'notVouched' })),
      }),
      withFields('benefitVouching', {
        functions: sections.benefitVouching.functions.map((row) => ({ ...row, isMet: row.function !== 'N4' })),
      }),
      withFields('benefitVouching', { tender: 'A2' }),
    ],
    tenderCostsVouchedFor: [
      withFields('benefitVouching', {
        costs: sections.benefitVouching.costs.map((row) => ({ ...row, verdict: 'above', tendered: 90_000_000 })),
      }),
    ],
    losersHaveAgreed: [withLoser('region-kalmar')],
    opennessVerified: [
      withFields('opennessCheck', {
        demands: sections.opennessCheck.demands.map((row) => (row.demand === 'dataExport' ? { ...row, outcome: 'notMet' } : row)),
      }),
      withFields('opennessCheck', {
        demands: sections.opennessCheck.demands.map((row) =>
          row.demand === 'testEnvironment' ? { ...row, remedy: undefined } : row,
        ),
      }),
      withFields('opennessCheck', { tender: 'A2' }),
    ],
  },
})

describe('what BP4 says where the case is special', () => {
  const verdictOf = (id: string, given: EvidenceParts) => judged(given).find((criterion) => criterion.id === id)

  it('a loser that is party to a financing agreement does not stop the award, and a party that is somebody else does', () => {
    const agreement = (party: string) => ({
      financingAgreement: { parties: [party], content: 'Delad kostnad.', reference: 'RK 2024/1', agreedOn: '2024-04-25' },
    })
    const lost = withLoser('region-kalmar')(parts)
    expect(verdictOf('losersHaveAgreed', lost)?.status).toBe('notMet')
    expect(verdictOf('losersHaveAgreed', withFields('benefitVouching', agreement('region-kalmar'))(lost))?.status).toBe('met')
    expect(verdictOf('losersHaveAgreed', withFields('benefitVouching', agreement('kalmar-kommun'))(lost))?.status).toBe('notMet')
  })

  it('a price above the calculation stops nothing when somebody says why the benefit still holds', () => {
    const costs = sections.benefitVouching.costs.map((row) => ({ ...row, verdict: 'above', handling: 'Lägre egen tid.' }))
    expect(verdictOf('tenderCostsVouchedFor', withFields('benefitVouching', { costs })(parts))?.status).toBe('met')
  })

  it('a direct procurement needs no opening of tenders', () => {
    const direct = withFields('procedure', { procedure: 'directProcurement' })(withoutSection('opening')(parts))
    expect(verdictOf('openedByTwo', direct)?.status).toBe('met')
  })

  it('a call-off needs one only where several competed anew', () => {
    const callOff = withFields('procedure', { procedure: 'frameworkCallOff' })(withoutSection('opening')(parts))
    expect(verdictOf('openedByTwo', callOff)?.status).toBe('notMet')
    expect(verdictOf('openedByTwo', withFields('evaluation', { tenders: tenders.slice(0, 1) })(callOff))?.status).toBe('met')
  })

  it('nothing must be told where no supplier helped to prepare', () => {
    const quiet = withFields('documents', { equalInformation: undefined })(
      withoutSection('requestForInformation')({
        ...parts,
        dossier: { ...parts.dossier, matching: { ...akBrevDossier.matching, dialogueHeld: false } },
      }),
    )
    expect(verdictOf('equalInformation', quiet)?.status).toBe('met')
  })

  it('a request for information alone makes it needed', () => {
    const asked = withFields('documents', { equalInformation: undefined })({
      ...parts,
      dossier: { ...parts.dossier, matching: { ...akBrevDossier.matching, dialogueHeld: false } },
    })
    expect(verdictOf('equalInformation', asked)?.status).toBe('notMet')
  })

  it('the documents must refer to the latest package of the forum, once there is one', () => {
    const given = withFields('documents', { informationPackageVersion: 3 })(parts)
    expect(verdictOf('informationPackageGiven', parts)?.status).toBe('met')
    expect(verdictOf('informationPackageGiven', withInformationPackage(3)(given))?.status).toBe('met')
    expect(verdictOf('informationPackageGiven', withInformationPackage(4)(given))?.because.sv).toContain('den senaste är 4')
  })

  it('a demand that the documents left out with a reason does not stop the award', () => {
    const withoutCodes = withFields('opennessCheck', {
      demands: sections.opennessCheck.demands.map((row) =>
        row.demand === 'semanticCoding' ? { ...row, outcome: 'notMet' } : row,
      ),
    })(parts)
    expect(verdictOf('opennessVerified', withoutCodes)?.status).toBe('met')
  })

  it('a single tender is a warning and no obstacle', () => {
    const single = withFields('evaluation', { tenders: tenders.slice(0, 1) })(parts)
    expect(verdictOf('severalTenders', single)?.status).toBe('notMet')
    expect(unmetIds(single)).toEqual([])
  })
})
