import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { authorOf } from '#contracts/actor.ts'
import { caseHeader } from '#contracts/case-header.ts'
import type { Ruling } from '#contracts/decision.ts'
import type { Evidence } from '#contracts/evidence.ts'
import { gateOf } from '#contracts/flow.ts'
import { decisionRequestId, opinionId } from '#contracts/ids.ts'
import { gates } from '#contracts/words.ts'
import type { Gate } from '#contracts/words.ts'
import { digestOf } from '#lambda/digest.ts'
import { caseOfficer, decisionMaker } from '#lambda/testing/personas.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import type { CaseRecord, SavedSection } from '#phase/domain/case-record.ts'
import { evidenceOfRecord, freezeEvidence } from '#phase/domain/request-decision.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import { akBrevParts } from '#phase/testing/evidence-fixture.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import { followup } from '../../services/followup/phase.ts'
import { rightOf } from '../../services/gates/domain/delegation-order.ts'
import { makeDecision } from '../../services/gates/domain/make-decision.ts'
import { receiveRequest } from '../../services/gates/domain/receive-request.ts'
import { openRequest } from '../../services/gates/domain/run-request.ts'
import type { RequestState } from '../../services/gates/domain/decision-request.ts'
import { ideas } from '../../services/ideas/phase.ts'
import { matching } from '../../services/matching/phase.ts'
import { procurement } from '../../services/procurement/phase.ts'
import { rollout } from '../../services/rollout/phase.ts'
import { validation } from '../../services/validation/phase.ts'
import { verification } from '../../services/verification/phase.ts'

/**
 * No gate is passed with `go` while one mandatory criterion is unmet. For each of the seven: the digital dosing letter's
 * whole record, frozen as the phase freezes it, and then every mandatory criterion unmet alone.
 */

const definitions: readonly PhaseDefinition[] = [ideas, matching, verification, procurement, validation, rollout, followup]

const words = (text: string): string[] => text.trim().split(/\s+/)

/** Every mandatory criterion there is. One that comes or goes is seen here. */
const mandatory: Readonly<Record<Gate, readonly string[]>> = {
  BP1: words(`
    needComplete processComplete substantiationComplete functionsComplete strategyComplete priorityComplete
    assessmentComplete needSubstantiated confirmedByProfessions functionsTiedToNeed servesStrategy prioritised
    benefitExpected
  `),
  BP2: words(`
    requirementsComplete marketDialogueComplete marketAssessmentComplete procurementFormsComplete opinionOfIt
    opinionOfProcurement assessmentComplete benefitQuantified benefitMeasurable marketCanDeliver functionsCovered
    formsLawful
  `),
  BP3: words(`
    intellectualPropertyComplete regulatoryComplete trialsComplete riskAnalysisComplete informationClassComplete
    processFitComplete essentialRequirementsComplete opennessComplete procurementRiskComplete opinionOfMta opinionOfIt
    opinionOfLaw assessmentComplete potentialVerified benefitHasBaseline mustRequirementsVerified riskKindsCovered
    risksAcceptable regulatoryAnswered lawMet dataProtectionAssessed rightsFree fitsProcess opennessMeasured
    procurementRiskManageable
  `),
  BP4: words(`
    procedureComplete documentsComplete noticeComplete evaluationComplete benefitVouchingComplete
    opennessCheckComplete awardProposalComplete tenderPeriodLawful documentsOpenToSmallCompanies equalInformation
    informationPackageGiven openedByTwo evaluatorsWithoutConflict winnerMeetsRequirements winnerRankedFirst benefitVouchedFor
    tenderCostsVouchedFor losersHaveAgreed opennessVerified
  `),
  BP5: words(`
    contractStartComplete planComplete communicationComplete roundsComplete trainingComplete pilotComplete
    acceptanceComplete requirementsValidationComplete benefitCheckComplete developmentDone noOpenSeriousFinding
    trainingDone pilotEvaluated usersAccept requirementsValidated benefitChecked baselinesTaken
  `),
  handover: words(`
    planComplete approvalsComplete supplierAgreementComplete trainingComplete workingMethodsComplete goLiveComplete
    lineOrganisationComplete handoverComplete planApproved unionsNegotiated supplierPartAgreed staffTrained oldWaysOut
    liveInEveryUnit lineOrganisationReady handoverSigned
  `),
  review: words(`
    measurementsComplete uptakeComplete technologyComplete projectEvaluationComplete supplierDialogueComplete
    marketEvaluationComplete forumFeedbackComplete assessmentComplete benefitsMeasured outcomeExplained uptakeMeasured
    technologyStable projectEvaluated supplierHeard noOpenDeficiency marketEvaluated forumTold nextFollowUpSet
  `),
}

const author = authorOf(caseOfficer)
const around = { county: kalmar, now: testNow, author }

const header = caseHeader.parse({
  caseId: '01a00000-0000-7000-9000-000000000001',
  caseNumber: 'KLM-2026-0001',
  title: akBrev.submission.title,
  organisation: akBrev.submission.organisation,
  submittedAt: '2026-01-10T08:00:00.000Z',
  submittedBy: akBrev.submission.sender,
})

/** The record as it stands when the phase asks for its decision: all complete, all opinions given. */
const recordIn = (definition: PhaseDefinition): CaseRecord => {
  const content = akBrev.phases[definition.phase]?.content
  if (!content) throw new Error(`the dosing letter has no ${definition.phase}`)
  const { dossier, assessment } = akBrevParts(definition, content)
  const written = definition.sections
    .filter(({ isAfterDecision }) => !isAfterDecision)
    .map(({ key }) => [key, content.sections[key]] as const)
  const saved = (section: unknown): SavedSection => ({
    version: 1,
    status: 'complete',
    digest: digestOf(section),
    savedAt: testNow,
    savedBy: author,
    content: section,
  })
  return {
    version: 20,
    dossier,
    assessment,
    sections: Object.fromEntries(
      written.flatMap(([key, section]) => (section === undefined ? [] : [[key, saved(section)] as const])),
    ),
    head: {
      case: header,
      phase: definition.phase,
      status: 'inProgress',
      receivedAt: testNow,
      dueOn: '2026-12-31',
      opinions: content.opinions.map((opinion, index) => ({
        ...opinion,
        id: opinionId.parse(`01a00000-0000-7000-9000-0000000001${String(index).padStart(2, '0')}`),
        requestedAt: testNow,
        requestedBy: author,
        dueOn: '2026-12-04',
        answeredAt: testNow,
        answeredBy: author,
      })),
      round: 0,
      decisions: [],
      missing: [],
    },
  }
}

const opened = (evidence: Evidence): RequestState => {
  const requestId = decisionRequestId.parse(`${header.caseId}-${evidence.gate}-${evidence.round}`)
  const received = receiveRequest(undefined, { requestId, evidence, digest: digestOf(evidence) }, around)
  if (received.kind !== 'applied') throw new Error('the evidence was not taken')
  const open = openRequest(received.state, around)
  if (open.kind !== 'applied') throw new Error('the request was not opened')
  return open.state
}

/** Everybody who may decide at this gate on this evidence. */
const decidersOf = (state: RequestState) =>
  kalmar.offices.map(({ id }) => decisionMaker(id)).filter((actor) => rightOf(actor, state.request.rights) !== undefined)

const decide = (state: RequestState, ruling: Ruling, actor: ReturnType<typeof decisionMaker>) =>
  makeDecision(state, { ruling, evidenceDigest: state.request.digest, hasConflictOfInterest: false, actor }, testNow)

const go: Ruling = { outcome: 'go', reason: 'Vi går vidare.' }
const others: readonly Ruling[] = [
  { outcome: 'revise', reason: 'Mer behövs.', missing: ['Det som inte är uppfyllt'] },
  { outcome: 'hold', reason: 'Vi väntar.', wakeOn: '2027-02-01' },
  { outcome: 'stop', reason: 'Vi avslutar.', stopReason: 'other' },
]

it('there are seven gates with 120 mandatory criteria', () => {
  expect(definitions.map(({ phase }) => gateOf[phase])).toEqual([...gates])
  expect(gates.map((gate) => mandatory[gate].length)).toEqual([13, 12, 25, 19, 17, 16, 18])
})

describe.each(definitions.map((definition) => [definition.gate, definition] as const))('%s', (gate, definition) => {
  const record = recordIn(definition)
  const { evidence, digest } = freezeEvidence(record, definition, { ...around, seen: evidenceOfRecord(record, kalmar) })

  it('is asked with the whole record, and lets it pass', () => {
    expect(digest).toBe(digestOf(evidence))
    expect(evidence.criteria.filter(({ isMandatory, status }) => isMandatory && status !== 'met')).toEqual([])
    const state = opened(evidence)
    const deciders = decidersOf(state)
    expect(deciders.length).toBeGreaterThan(0)
    for (const actor of deciders) expect(decide(state, go, actor).kind).toBe('applied')
  })

  it('has the mandatory criteria that are listed', () => {
    expect(
      evidence.criteria
        .filter(({ isMandatory }) => isMandatory)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(mandatory[gate].toSorted())
  })

  it.each(mandatory[gate])('is closed to go by %s alone, refuted or not judged, whoever decides; and open to all else', (id) => {
    for (const status of ['notMet', 'unknown'] as const) {
      const state = opened({
        ...evidence,
        criteria: evidence.criteria.map((criterion) => (criterion.id === id ? { ...criterion, status } : criterion)),
      })
      for (const actor of decidersOf(state)) {
        expect(decide(state, go, actor)).toMatchObject({ kind: 'refused', code: 'goImpossible', details: [{ code: id }] })
        for (const ruling of others) expect(decide(state, ruling, actor).kind).toBe('applied')
      }
    }
  })

  it('is not closed by what is only advisory', () => {
    const state = opened({
      ...evidence,
      criteria: evidence.criteria.map((criterion) => (criterion.isMandatory ? criterion : { ...criterion, status: 'notMet' })),
    })
    for (const actor of decidersOf(state)) expect(decide(state, go, actor).kind).toBe('applied')
  })

  it('takes no decision on evidence that is not the one it holds', () => {
    const state = opened(evidence)
    const [actor] = decidersOf(state)
    if (!actor) throw new Error('nobody may decide')
    const touched = { ...evidence, value: (evidence.value ?? 0) + 1 }
    expect(
      makeDecision(state, { ruling: go, evidenceDigest: digestOf(touched), hasConflictOfInterest: false, actor }, testNow),
    ).toMatchObject({ code: 'staleEvidence' })
  })
})
