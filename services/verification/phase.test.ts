import { describe, expect, it } from 'vitest'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import { judgeCriteria } from '#phase/domain/judge-criteria.ts'
import { akBrevEvidence, akBrevParts, problemsOf, withFields, withLines } from '#phase/testing/evidence-fixture.ts'
import type { Break } from '#phase/testing/evidence-fixture.ts'
import { describeGate } from '#phase/testing/gate-suite.ts'
import { akBrevVerification } from '../../demo/ak-brev/verification.ts'
import { verification } from './phase.ts'
import { essentialRequirements } from './sections/essential-requirements.ts'
import { informationClass } from './sections/information-class.ts'
import { intellectualProperty } from './sections/intellectual-property.ts'
import { openness } from './sections/openness.ts'
import { procurementRisk } from './sections/procurement-risk.ts'
import { regulatory } from './sections/regulatory.ts'
import { riskAnalysis } from './sections/risk-analysis.ts'
import { trials } from './sections/trials.ts'

const { sections } = akBrevVerification
const { verifications } = sections.essentialRequirements
const { measurements } = sections.openness
const { risks } = sections.riskAnalysis
const { medicalDevice, nationalSystem, ai, healthDataSpace } = sections.regulatory

describeGate({
  phase: verification,
  content: akBrevVerification,
  breaking: {
    potentialVerified: [withFields('trials', { result: 'partly' })],
    benefitHasBaseline: [withLines((lines) => lines.map((line) => ({ ...line, hasBaseline: false, hasBaselinePlan: true })))],
    mustRequirementsVerified: [
      withFields('essentialRequirements', {
        verifications: verifications.filter(({ solution }) => solution === 'L1'),
      }),
    ],
    // An analysis of IT and information-security risks only: what the audit found.
    riskKindsCovered: [
      withFields('riskAnalysis', {
        risks: risks.filter(({ kind }) => kind === 'it' || kind === 'informationSecurity'),
      }),
    ],
    risksAcceptable: [withFields('riskAnalysis', { risks: risks.map((risk) => ({ ...risk, remaining: 'unacceptable' })) })],
    regulatoryAnswered: [
      withFields('regulatory', {
        medicalDevice: { ...medicalDevice, actsOnData: true, decisionImpact: 'serious' },
      }),
    ],
    lawMet: [withFields('regulatory', { nationalSystem: { ...nationalSystem, marking: 'missing' } })],
    dataProtectionAssessed: [withFields('informationClass', { impactAssessmentOn: undefined })],
    rightsFree: [withFields('intellectualProperty', { conclusion: 'hindered' })],
    fitsProcess: [withFields('processFit', { fit: 'poor' })],
    opennessMeasured: [withFields('openness', { measurements: measurements.filter(({ solution }) => solution === 'L1') })],
    procurementRiskManageable: [withFields('procurementRisk', { conclusion: 'notManageable' })],
  },
})

const judged = (id: string, change: Break = (parts) => parts) =>
  judgeCriteria(verification, caseEvidence(change(akBrevParts(verification, akBrevVerification)))).find(
    (criterion) => criterion.id === id,
  )

describe('BP3 says what is missing', () => {
  it('names the kinds of risk that nobody has found', () => {
    const change = withFields('riskAnalysis', { risks: risks.filter(({ kind }) => kind === 'it') })
    expect(judged('riskKindsCovered', change)?.because.sv).toBe(
      'Saknas i riskanalysen: Verksamhet, Patientsäkerhet, Informationssäkerhet.',
    )
  })

  it('names the law that is not met', () => {
    const law = sections.trials.law.map((row) => (row.law === 'patientData' ? { ...row, isMet: 'no' } : row))
    expect(judged('lawMet', withFields('trials', { law }))?.because.sv).toBe('Uppfylls inte: Patientdatalagen.')
  })

  it('names the requirement that no solution meets', () => {
    const change = withFields('essentialRequirements', {
      verifications: verifications.filter(({ requirement }) => requirement !== 'K4'),
    })
    expect(judged('mustRequirementsVerified', change)?.because.sv).toBe('Ingen lösning har visats uppfylla: K4.')
  })

  it('refuses a trial that does not confirm the potential', () => {
    expect(judged('potentialVerified', withFields('trials', { result: 'notConfirmed' }))?.status).toBe('notMet')
  })
})

describe('advice at BP3', () => {
  it('requirements that only different solutions meet together are marked', () => {
    const apart = verifications.map((row) =>
      row.solution === 'L2' && row.requirement === 'K1' ? { ...row, result: 'notMet' } : row,
    )
    expect(judged('oneSolutionMeetsAll')?.status).toBe('met')
    expect(judged('oneSolutionMeetsAll', withFields('essentialRequirements', { verifications: apart }))?.status).toBe('notMet')
    expect(judged('mustRequirementsVerified', withFields('essentialRequirements', { verifications: apart }))?.status).toBe('met')
  })

  it('a verification by the supplier alone is marked', () => {
    const alone = verifications.map((row) => ({ ...row, verifiedBy: ['supplier'] }))
    expect(judged('verifiedByOthers')?.status).toBe('met')
    expect(judged('verifiedByOthers', withFields('essentialRequirements', { verifications: alone }))?.status).toBe('notMet')
  })
})

const context = akBrevEvidence(verification, akBrevVerification)
const codes = (...args: Parameters<typeof problemsOf>) => problemsOf(...args).map(({ pointer, code }) => [pointer, code])

it('the value for the delegation order is the likely cost a year, unknown until it is assessed', () => {
  expect(verification.valueOf(context)).toBe(33_000_000)
  expect(verification.valueOf({ ...context, assessment: undefined })).toBeUndefined()
})

it('intellectual property refuses to be free while a right is unsolved', () => {
  const findings = sections.intellectualProperty.findings.map((finding) => ({ ...finding, handling: 'unsolved' }))
  expect(codes(intellectualProperty, { ...sections.intellectualProperty, findings }, context)).toEqual([
    ['/conclusion', 'unsolvedRight'],
  ])
  expect(codes(intellectualProperty, { ...sections.intellectualProperty, findings, conclusion: 'hindered' }, context)).toEqual([])
})

describe('regulation refuses', () => {
  const answered = (changes: object) => ({ ...sections.regulatory, ...changes })

  it('a class that does not follow from the answers', () => {
    expect(
      codes(regulatory, answered({ medicalDevice: { ...medicalDevice, actsOnData: true, monitoring: 'vital' } }), context),
    ).toEqual([['/medicalDevice/deviceClass', 'classContradicts']])
  })

  it('an assessment older than the rule', () => {
    expect(codes(regulatory, answered({ medicalDevice: { ...medicalDevice, assessedOn: '2020-01-01' } }), context)).toEqual([
      ['/medicalDevice/assessedOn', 'assessedBeforeRule'],
    ])
    expect(codes(regulatory, answered({ nationalSystem: { ...nationalSystem, assessedOn: '2022-07-31' } }), context)).toEqual([
      ['/nationalSystem/assessedOn', 'assessedBeforeRule'],
    ])
  })

  it('a marking that is not needed where one is', () => {
    expect(codes(regulatory, answered({ nationalSystem: { ...nationalSystem, marking: 'notNeeded' } }), context)).toEqual([
      ['/nationalSystem/marking', 'markingContradicts'],
    ])
  })

  it('a marking where none is needed', () => {
    expect(codes(regulatory, answered({ medicalDevice: { ...medicalDevice, marking: 'present' } }), context)).toEqual([
      ['/medicalDevice/marking', 'markingContradicts'],
    ])
  })

  it('a national system that the answers do not make, and the other way round', () => {
    expect(codes(regulatory, answered({ nationalSystem: { ...nationalSystem, isForSharedUse: false } }), context)).toEqual([
      ['/nationalSystem/isNationalSystem', 'nationalSystemContradicts'],
    ])
    expect(
      codes(
        regulatory,
        answered({ nationalSystem: { ...nationalSystem, isNationalSystem: false, marking: 'notNeeded' } }),
        context,
      ),
    ).toEqual([['/nationalSystem/isNationalSystem', 'nationalSystemContradicts']])
  })

  it('an AI outcome that does not follow', () => {
    expect(codes(regulatory, answered({ ai: { ...ai, usesAi: true } }), context)).toEqual([
      ['/ai/outcome', 'aiOutcomeContradicts'],
    ])
  })

  it('a record system without data, and data without a record system', () => {
    expect(codes(regulatory, answered({ healthDataSpace: { ...healthDataSpace, isRecordSystem: true } }), context)).toEqual([
      ['/healthDataSpace/categories', 'categoriesMissing'],
    ])
    expect(codes(regulatory, answered({ healthDataSpace: { ...healthDataSpace, categories: ['imaging'] } }), context)).toEqual([
      ['/healthDataSpace/isRecordSystem', 'recordSystemContradicts'],
    ])
  })

  it('another day than the one from which EHDS holds', () => {
    const recordSystem = { ...healthDataSpace, isRecordSystem: true, categories: ['imaging', 'ePrescription'] }
    expect(codes(regulatory, answered({ healthDataSpace: recordSystem }), context)).toEqual([
      ['/healthDataSpace/appliesFrom', 'appliesFromContradicts'],
    ])
    expect(codes(regulatory, answered({ healthDataSpace: { ...recordSystem, appliesFrom: '2029-03-26' } }), context)).toEqual([])
    expect(codes(regulatory, answered({ healthDataSpace: { ...healthDataSpace, appliesFrom: '2029-03-26' } }), context)).toEqual([
      ['/healthDataSpace/appliesFrom', 'appliesFromContradicts'],
    ])
  })
})

describe('the trial refuses', () => {
  const tried = (changes: object) => ({ ...sections.trials, ...changes })

  it('a solution that matching did not find', () => {
    expect(codes(trials, tried({ solutions: ['L2', 'L7'] }), context)).toEqual([['/solutions/1', 'unknownSolution']])
  })

  it('a medical device in a lower evidence tier than C', () => {
    const device = withFields('regulatory', { medicalDevice: { ...medicalDevice, deviceClass: 'IIa' } })
    const withDevice = caseEvidence(device(akBrevParts(verification, akBrevVerification)))
    expect(codes(trials, sections.trials, withDevice)).toEqual([['/evidenceTier', 'medicalDeviceIsTierC']])
    expect(codes(trials, tried({ evidenceTier: 'C' }), withDevice)).toEqual([])
  })

  it('a standard that the tier is not held to', () => {
    expect(codes(trials, tried({ unmetStandards: [{ standard: 14, reason: 'x' }] }), context)).toEqual([
      ['/unmetStandards/0/standard', 'standardNotForTier'],
    ])
  })

  it('an end before the start', () => {
    expect(codes(trials, tried({ endedOn: '2023-08-06' }), context)).toEqual([['/endedOn', 'endsBeforeStart']])
  })

  it('an ethics review without its decision', () => {
    expect(codes(trials, tried({ isEthicsReviewNeeded: true }), context)).toEqual([['/ethicsDecision', 'ethicsDecisionMissing']])
  })

  it('to leave a law out', () => {
    const [problem] = problemsOf(trials, tried({ law: sections.trials.law.slice(1) }), context)
    expect(problem).toMatchObject({
      pointer: '/law',
      code: 'missingRows',
      message: { sv: 'Lägg till en rad för lagen: Hälso- och sjukvårdslagen.' },
    })
  })
})

describe('the risk analysis refuses', () => {
  it('to be without operational or patient-safety risks', () => {
    const others = risks.filter(({ kind }) => kind !== 'operational' && kind !== 'patientSafety')
    const { lookedAt } = sections.riskAnalysis
    expect(
      problemsOf(riskAnalysis, { ...sections.riskAnalysis, risks: others, lookedAt }, context).map(({ code, message }) => [
        code,
        message.sv,
      ]),
    ).toEqual([
      ['riskKindMissing', 'Lägg till minst en risk av slaget verksamhet.'],
      ['riskKindMissing', 'Lägg till minst en risk av slaget patientsäkerhet.'],
    ])
  })

  it('to be silent about a kind', () => {
    expect(codes(riskAnalysis, { ...sections.riskAnalysis, lookedAt: [] }, context)).toEqual([
      ['/lookedAt', 'riskKindNotLookedAt'],
    ])
  })
})

describe('the information class refuses', () => {
  it('level 4 without measures of our own', () => {
    expect(codes(informationClass, { ...sections.informationClass, integrity: '4' }, context)).toEqual([
      ['/ownMeasures', 'ownMeasuresMissing'],
    ])
    expect(codes(informationClass, { ...sections.informationClass, integrity: '4', ownMeasures: 'x' }, context)).toEqual([])
  })

  it('personal data without an impact assessment or a reason', () => {
    expect(codes(informationClass, { ...sections.informationClass, impactAssessmentOn: undefined }, context)).toEqual([
      ['/impactAssessmentOn', 'impactAssessmentMissing'],
    ])
  })
})

describe('essential requirements refuse', () => {
  const [first, ...others] = verifications

  it('a requirement that matching did not write', () => {
    expect(
      codes(essentialRequirements, { verifications: [...verifications, { ...first, requirement: 'K99' }] }, context),
    ).toEqual([['/verifications/18/requirement', 'unknownRequirement']])
  })

  it('a solution that matching did not find', () => {
    expect(codes(essentialRequirements, { verifications: [{ ...first, solution: 'L9' }, ...others] }, context)).toEqual([
      ['/verifications/0/solution', 'unknownSolution'],
    ])
  })

  it('one requirement twice for one solution', () => {
    expect(codes(essentialRequirements, { verifications: [...verifications, first] }, context)).toEqual([
      ['/verifications/18', 'verifiedTwice'],
    ])
  })

  it('to leave a must-requirement untried', () => {
    expect(
      codes(essentialRequirements, { verifications: verifications.filter(({ requirement }) => requirement !== 'K2') }, context),
    ).toEqual([['/verifications', 'mustNotTried']])
  })
})

describe('openness refuses', () => {
  const [first, second] = measurements

  it('a solution that matching did not find', () => {
    expect(codes(openness, { measurements: [{ ...first, solution: 'L9' }] }, context)).toEqual([
      ['/measurements/0/solution', 'unknownSolution'],
    ])
  })

  it('one solution twice', () => {
    expect(codes(openness, { measurements: [first, { ...second, solution: 'L1' }] }, context)).toEqual([
      ['/measurements/1/solution', 'measuredTwice'],
    ])
  })

  it('a measurement older than the index', () => {
    expect(codes(openness, { measurements: [{ ...first, measuredOn: '2022-12-31' }] }, context)).toEqual([
      ['/measurements/0/measuredOn', 'measuredBeforeScale'],
    ])
  })
})

describe('the procurement risk refuses', () => {
  const content = {
    ...sections.procurementRisk,
    risks: sections.procurementRisk.risks.filter(({ kind }) => kind !== 'advantage'),
  }

  it('to pass over the advantage of those who took part in the dialogue', () => {
    expect(codes(procurementRisk, content, context)).toEqual([['/risks', 'advantageNotWeighed']])
  })

  it('not that silence where there was no dialogue', () => {
    const { matching } = context.dossier
    expect(
      codes(procurementRisk, content, { ...context, dossier: { matching: matching && { ...matching, dialogueHeld: false } } }),
    ).toEqual([])
  })
})
