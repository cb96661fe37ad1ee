import { describe, expect, it } from 'vitest'
import { decisionRequestId, organisationId } from '#contracts/ids.ts'
import type { AssessmentKind, Phase } from '#contracts/words.ts'
import { header } from '../testing/case-driver.ts'
import { cost, financialBenefit, idOf, qualitativeBenefit } from '../testing/lines.ts'
import type { BenefitLine } from './benefit-line.ts'
import { outlookOf } from './benefit-outlook.ts'
import type { BenefitOutlook } from './benefit-outlook.ts'
import { portfolioOf } from './benefit-portfolio.ts'
import type { Assessment, CaseBenefits, CaseHead } from './case-benefits.ts'
import { newCaseBenefits } from './follow-case.ts'
import { addSums, noSums } from './portfolio-sums.ts'

const now = '2026-11-20T08:00:00.000Z'
const today = '2026-11-20'
const author = { subject: 'maria', name: 'Maria Lindqvist' }
const requestId = decisionRequestId.parse(`${header.caseId}-BP3-1`)

const frozen = (kind: AssessmentKind, lines: BenefitLine[]): Assessment => {
  const version = {
    kind,
    version: 1,
    status: 'complete' as const,
    savedAt: now,
    savedBy: author,
    content: { summary: '', lines },
  }
  return { current: version, frozen: { version, requestId, frozenAt: now } }
}

const municipality = organisationId.parse('vasterviks-kommun')
const freed: BenefitLine = {
  ...financialBenefit,
  id: idOf(4),
  kind: 'redistributed',
  organisation: municipality,
  perYear: { low: 1_000, likely: 2_000, high: 3_000 },
}
const satisfaction: BenefitLine = {
  ...qualitativeBenefit,
  measure: 'Andel nöjda',
  baseline: { value: 40, takenOn: '2026-05-15' },
  target: { value: 80, reachedOn: '2027-12-31' },
}
const lines = [financialBenefit, satisfaction, cost, freed]

const recordIn = (phase: Phase, more: Partial<CaseHead> = {}, assessments: CaseBenefits['assessments'] = {}): CaseBenefits => {
  const fresh = newCaseBenefits(header, { phase, time: now })
  return { ...fresh, head: { ...fresh.head, ...more }, assessments: { NV3: frozen('NV3', lines), ...assessments } }
}

const measured = (measuredOn: string, value: number) => ({ count: 1, latest: { value, measuredOn } })
const halfWay = { [financialBenefit.id]: measured('2026-11-01', 500) }

const shareOf = (outlook: BenefitOutlook, organisation: string) =>
  outlook.shares.find((share) => share.organisation === organisation)

describe('what a case promises', () => {
  it('stands by the organisation that gains or bears it, each kind for itself', () => {
    const outlook = outlookOf(recordIn('verification'))
    expect(outlook.promisedIn).toBe('NV3')
    expect(shareOf(outlook, 'region-kalmar')?.promised).toEqual({
      financial: { benefits: 200, costs: 60 },
      redistributed: { benefits: 0, costs: 0 },
      qualitative: { benefits: 1, costs: 0 },
    })
    expect(shareOf(outlook, municipality)?.promised).toEqual({ ...noSums, redistributed: { benefits: 2_000, costs: 0 } })
  })

  it('is what was frozen last before the follow-up, and nothing before anything is frozen', () => {
    const later = { ...financialBenefit, perYear: { low: 1, likely: 1, high: 1 } }
    const followed = recordIn('followup', {}, { NV4: frozen('NV4', [later]) })
    expect(outlookOf(followed)).toMatchObject({ promisedIn: 'NV3' })
    const draft = { ...frozen('NV1', lines), frozen: undefined }
    expect(outlookOf({ ...recordIn('ideas'), assessments: { NV1: { current: draft.current } } }).shares).toEqual([])
  })

  it.each([
    ['verification', 0],
    ['procurement', 0],
    ['validation', 200],
    ['followup', 200],
  ] as const)('is decided once BP4 has let it pass: in %s %i öre', (phase, expected) => {
    expect(shareOf(outlookOf(recordIn(phase)), 'region-kalmar')?.decided.financial.benefits).toBe(expected)
  })
})

describe('what has come true', () => {
  it('is the share of the way times the promise, where there are baseline, target and measurement', () => {
    const share = shareOf(outlookOf(recordIn('followup', { measured: halfWay })), 'region-kalmar')
    expect(share).toMatchObject({
      followed: { financial: { benefits: 200, costs: 0 }, qualitative: { benefits: 0 } },
      realised: { financial: { benefits: 100, costs: 0 }, qualitative: { benefits: 0 } },
    })
  })

  it('is not told before there is a service to measure', () => {
    const share = shareOf(outlookOf(recordIn('validation', { measured: halfWay })), 'region-kalmar')
    expect(share).toMatchObject({ followed: noSums, realised: noSums })
  })

  it('is held against the target that was promised, not one that was lowered since', () => {
    const lowered = { ...financialBenefit, target: { value: 500, reachedOn: '2028-12-31' } }
    const record = recordIn('followup', { measured: halfWay }, { NV4: frozen('NV4', [lowered, satisfaction, cost, freed]) })
    expect(shareOf(outlookOf(record), 'region-kalmar')?.realised.financial.benefits).toBe(100)
  })

  it('counts from a baseline that was planned in the promise and taken since', () => {
    const { baseline: _, ...planned } = financialBenefit
    const record = recordIn('followup', { measured: halfWay }, { NV3: frozen('NV3', [planned]), NV4: frozen('NV4', lines) })
    expect(shareOf(outlookOf(record), 'region-kalmar')?.realised.financial.benefits).toBe(100)
    const untaken = recordIn('followup', { measured: halfWay }, { NV3: frozen('NV3', [planned]) })
    expect(shareOf(outlookOf(untaken), 'region-kalmar')?.followed).toEqual(noSums)
  })

  it.each([
    [80, 1],
    [79, 0],
  ])('of a qualitative line, that its target was reached: %i gives %i', (value, expected) => {
    const record = recordIn('followup', { measured: { [satisfaction.id]: measured('2026-11-01', value) } })
    expect(shareOf(outlookOf(record), 'region-kalmar')).toMatchObject({
      followed: { qualitative: { benefits: 1 } },
      realised: { qualitative: { benefits: expected } },
    })
  })

  it('can be less than nothing', () => {
    const worse = { [financialBenefit.id]: measured('2026-11-01', 700) }
    expect(shareOf(outlookOf(recordIn('followup', { measured: worse })), 'region-kalmar')?.realised.financial.benefits).toBe(-100)
  })
})

describe('what is to be measured', () => {
  it('comes with the most urgent first', () => {
    const started = lines.map((line) => ({ ...line, startsOn: '2026-06-01' }))
    const { measures } = outlookOf(recordIn('followup', {}, { NV3: frozen('NV3', started) }))
    expect(measures.map(({ name, dueOn, kind }) => `${dueOn} ${kind} ${name}`)).toEqual([
      '2027-06-01 followUp Lägre portokostnad',
      '2027-06-01 followUp Lägre portokostnad',
      '2027-06-01 followUp Patienten vet att svaret har kommit',
    ])
  })

  it.each([
    ['rests', { standing: 'onHold' }, 0],
    ['was stopped', { standing: 'closed', isStopped: true }, 0],
    ['was completed', { standing: 'closed' }, 3],
  ] as const)('of a case that %s: %3$i', (_, head, expected) => {
    expect(outlookOf(recordIn('followup', head)).measures).toHaveLength(expected)
  })
})

describe('the portfolio', () => {
  const one = outlookOf(recordIn('followup', { measured: halfWay }))
  const other = outlookOf(recordIn('verification'))
  const stopped = outlookOf(recordIn('followup', { standing: 'closed', isStopped: true }))
  const portfolio = portfolioOf([one, other, stopped], today)

  it('adds up by organisation to the county, without the cases that were stopped', () => {
    expect(portfolio.county).toMatchObject({ cases: 2, promised: { financial: { benefits: 400, costs: 120 } } })
    for (const part of ['promised', 'decided', 'followed', 'realised'] as const)
      expect(portfolio.organisations.map((of) => of[part]).reduce((sum, of) => addSums(sum, of), noSums)).toEqual(
        portfolio.county[part],
      )
    expect(portfolio.organisations.map(({ organisation }) => organisation)).toEqual(['region-kalmar', municipality])
  })

  it('counts what should have been measured', () => {
    const late = portfolioOf([one], '2030-01-01')
    expect(late.county.measures).toEqual({ planned: 3, missed: 3 })
    expect(late.organisations.find(({ organisation }) => organisation === municipality)?.measures).toEqual({
      planned: 1,
      missed: 1,
    })
  })
})
