import { describe, expect, it } from 'vitest'
import { unmetMandatory } from '#contracts/go.ts'
import { caseEvidence } from '#phase/domain/case-evidence.ts'
import type { EvidenceParts } from '#phase/domain/case-evidence.ts'
import { judgeCriteria } from '#phase/domain/judge-criteria.ts'
import { akBrevEvidence, akBrevParts, withFields } from '#phase/testing/evidence-fixture.ts'
import type { Break } from '#phase/testing/evidence-fixture.ts'
import { describeGate } from '#phase/testing/gate-suite.ts'
import { akBrevDossier } from '../../demo/ak-brev/dossier.ts'
import { akBrevRollout } from '../../demo/ak-brev/rollout.ts'
import { rollout } from './phase.ts'

const { sections } = akBrevRollout
const parts = akBrevParts(rollout, akBrevRollout)
const evidence = akBrevEvidence(rollout, akBrevRollout)
const judged = (given: EvidenceParts) => judgeCriteria(rollout, caseEvidence(given))
const unmetIds = (given: EvidenceParts) => unmetMandatory(judged(given)).map(({ id }) => id)

it('is weighed by the contract value, unknown without a contract', () => {
  expect(rollout.valueOf(evidence)).toBe(akBrevDossier.procurement.contractValue)
  expect(rollout.valueOf({ ...evidence, dossier: {} })).toBeUndefined()
})

const { negotiations } = sections.approvals
const withNegotiation = (change: object): Break =>
  withFields('approvals', { negotiations: [{ ...negotiations[0], ...change }, negotiations[1]] })

describeGate({
  phase: rollout,
  content: akBrevRollout,
  breaking: {
    planApproved: [
      withFields('approvals', { management: { ...sections.approvals.management, approvedOn: '2025-01-21' } }),
      withFields('approvals', { planCountsFrom: '2025-01-21' }),
    ],
    unionsNegotiated: [
      withNegotiation({ protocolOn: '2025-01-08' }),
      withNegotiation({ heldOn: '2024-12-11' }),
      withNegotiation({ isCentralAskedFor: true }),
      withNegotiation({ isCentralAskedFor: true, centralHeldOn: '2025-01-08' }),
    ],
    supplierPartAgreed: [withFields('supplierAgreement', { agreedOn: '2025-01-21' })],
    staffTrained: [
      withFields('training', {
        units: sections.training.units.map((row, index) => (index === 1 ? { ...row, trained: 12 } : row)),
      }),
      withFields('training', { units: sections.training.units.slice(1) }),
    ],
    oldWaysOut: [
      withFields('workingMethods', { oldWays: sections.workingMethods.oldWays.map((way) => ({ ...way, outOn: '2025-06-05' })) }),
      withFields('workingMethods', { newWays: sections.workingMethods.newWays.map((way) => ({ ...way, fromOn: '2025-06-05' })) }),
    ],
    liveInEveryUnit: [
      withFields('goLive', { units: sections.goLive.units.slice(0, 2) }),
      withFields('goLive', { units: sections.goLive.units.map((row, index) => (index === 2 ? { ...row, users: 0 } : row)) }),
    ],
    lineOrganisationReady: [withFields('lineOrganisation', { budgetFrom: '2025-04-16' })],
    handoverSigned: [
      withFields('handover', { checklist: sections.handover.checklist.slice(1) }),
      withFields('handover', {
        checklist: sections.handover.checklist.map((row) => ({ ...row, isDone: row.item !== 'benefits' })),
      }),
    ],
  },
})

describe('usage below the break-even', () => {
  it('is a warning and no obstacle', () => {
    const little = withFields('goLive', { units: sections.goLive.units.map((row) => ({ ...row, users: 100 })) })(parts)
    expect(judged(little).find(({ id }) => id === 'usageAboveBreakEven')?.status).toBe('notMet')
    expect(unmetIds(little)).toEqual([])
  })
})
