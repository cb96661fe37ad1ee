import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import { withoutBlanks } from '../../services/benefits/domain/benefit-line.ts'
import type { BenefitLine } from '../../services/benefits/domain/benefit-line.ts'
import type { AssessmentContent, CaseHead } from '../../services/benefits/domain/case-benefits.ts'
import { findIncomplete } from '../../services/benefits/domain/completeness.ts'
import { findChainProblems } from '../../services/benefits/domain/effect-chain.ts'
import { expectedOn, expectedPathOf } from '../../services/benefits/domain/expected-outcome.ts'
import { calculationOf, readReckoning, withReckonedBands } from '../../services/benefits/domain/reckon.ts'
import { assessmentBody } from '../../services/benefits/application/save-assessment.ts'
import type { FollowupFacts, RolloutFacts } from './facts.ts'
import { lineIdOf, measurementsOf, nv1, nv2, nv3, nv4 } from './records/assessments.ts'
import { procurementRecord } from './records/procurement.ts'
import type { AssessmentBody } from './reckoning-facts.ts'
import { childHealthBooking } from './sheets/child-health-booking.ts'
import { gpsAlarm } from './sheets/gps-alarm.ts'
import { medicineDispenser } from './sheets/medicine-dispenser.ts'
import { nightSupervision } from './sheets/night-supervision.ts'
import { smsReminders } from './sheets/sms-reminders.ts'

/** The cases whose money is reckoned from drivers and use, held against what such a calculation must show. */

const followed: readonly FollowupFacts[] = [childHealthBooking, smsReminders, nightSupervision, medicineDispenser]
const reckoned: readonly RolloutFacts[] = [...followed, gpsAlarm]
const named = <F extends RolloutFacts>(facts: readonly F[]) => facts.map((one) => [one.title, one] as const)

const today = '2026-10-31'

const reckonedOf = (kind: AssessmentKind, body: AssessmentBody) => {
  const { lines, ...parsed } = assessmentBody.parse(body)
  // Every line of the portfolio comes with an id of its own.
  const sent: AssessmentContent = { ...parsed, lines: lines.map((line) => withoutBlanks(line as BenefitLine)) }
  const reckoning = readReckoning(sent, kind, kalmar.benefitParameters, today)
  const content: AssessmentContent = { ...sent, lines: withReckonedBands(sent.lines, reckoning) }
  return { content, reckoning, calculation: calculationOf(reckoning) }
}

const measuredOf = (facts: FollowupFacts): CaseHead['measured'] =>
  Object.fromEntries(
    measurementsOf(facts).map(({ lineId, value, measuredOn }) => [lineId, { count: 2, latest: { value, measuredOn } }]),
  )

const inMoney = ({ kind }: BenefitLine): boolean => kind === 'financial' || kind === 'redistributed'

describe.each(named(reckoned))('%s', (_, facts) => {
  it('is rough first, and reckoned from drivers that say that they are assumed or the county’s', () => {
    expect(nv1(facts).lines.filter(({ calculation }) => calculation)).toEqual([])
    for (const body of [nv2(facts), nv3(facts)]) {
      const { content } = reckonedOf('NV2', body)
      const money = content.lines.filter(inMoney)
      for (const { name, calculation } of money) {
        expect([name, calculation === undefined]).toEqual([name, false])
        for (const driver of Object.values(calculation?.drivers ?? {}))
          expect(driver.parameter === 'staff-2026' || driver.isAssumption === true).toBe(true)
      }
      const methods = new Set(money.filter(({ side }) => side === 'benefit').map(({ calculation }) => calculation?.method))
      expect(methods.has('amountPerYear')).toBe(false)
    }
  })

  it('hangs every line on an effect that leads to the county’s strategy', () => {
    const { content } = reckonedOf('NV3', nv3(facts))
    expect(findChainProblems(content, kalmar)).toEqual([])
    expect(content.lines.filter(({ effect }) => effect === undefined).map(({ name }) => name)).toEqual([])
    const { effects = [], goals = [] } = content.chain ?? {}
    expect(goals.every(({ strategyGoal }) => strategyGoal !== undefined)).toBe(true)
    const leadsOn = new Set([...effects, ...goals].flatMap(({ follows = [] }) => follows))
    const benefits = content.lines.filter(({ side }) => side === 'benefit').map(({ effect }) => effect ?? '')
    expect(benefits.filter((effect) => !leadsOn.has(effect))).toEqual([])
  })

  it('pays once before it starts, and for the old way until enough use the new one', () => {
    const { content, calculation } = reckonedOf('NV2', nv2(facts))
    const flowOf = (isIt: (line: BenefitLine) => boolean): readonly number[] => {
      const line = content.lines.find(isIt)
      return calculation.lines.find(({ lineId }) => lineId === line?.id)?.flow ?? []
    }
    const once = flowOf((line) => line.calculation?.method === 'once')
    expect(once.map((amount) => amount > 0)).toEqual([true, false, false, false, false, false])
    const oldWay = flowOf((line) => line.calculation?.usage?.effect === 'until')
    expect([oldWay[0], (oldWay[1] ?? 0) > 0, oldWay[5]]).toEqual([0, true, 0])
  })

  it('pays in the end, and would not with too little use', () => {
    const { calculation } = reckonedOf('NV3', nv3(facts))
    expect(calculation.withFreedResources.netPresentValue).toBeGreaterThan(0)
    expect(calculation.breakEven.overHorizon).toBeGreaterThan(0)
    expect(calculation.uncertainty.withFreedResources.p10).toBeLessThan(calculation.uncertainty.withFreedResources.p90)
  })

  it('knows more after the trial: the interval is narrower', () => {
    const widthOf = (body: AssessmentBody): number => {
      const { p10, p90 } = reckonedOf('NV3', body).calculation.uncertainty.withFreedResources
      return p90 - p10
    }
    expect(widthOf(nv3(facts))).toBeLessThan(widthOf(nv2(facts)))
  })
})

describe.each(named(followed))('%s, followed up', (_, facts) => {
  it('has a whole NV4', () => {
    const before = reckonedOf('NV3', nv3(facts)).content
    const { content, reckoning } = reckonedOf('NV4', nv4(facts))
    const stage = { kind: 'NV4', before, measured: measuredOf(facts), today, unreckoned: reckoning.read.problems } as const
    expect(findIncomplete(content, stage)).toEqual([])
  })

  it('reckons in NV4 what the latest measurement says has come', () => {
    const { content } = reckonedOf('NV4', nv4(facts))
    for (const { name, kronor, from, to } of facts.benefits) {
      const [, latest] = facts.followup.measured[name] ?? []
      if (kronor === undefined || latest === undefined) continue
      const come = (kronor * (latest - from)) / (to - from)
      const line = content.lines.find(({ id }) => id === lineIdOf(facts.key, name))
      const share = (line?.perYear?.likely ?? 0) / 100 / come
      expect([name, share > 0.9 && share < 1.1]).toEqual([name, true])
    }
  })

  it('can be held against what was expected, which follows the use', () => {
    const { content, reckoning } = reckonedOf('NV3', nv3(facts))
    const shares = reckoning.read.model.curves.get('use') ?? []
    const usage = { investmentStartsOn: reckoning.basis.investmentStartsOn, shares }
    const used = content.lines.filter(({ side, calculation }) => side === 'benefit' && calculation?.usage)
    expect(used.length).toBeGreaterThan(1)
    for (const line of used) {
      const path = expectedPathOf(line, { usage, perYear: undefined })
      expect(path?.shape).toBe('usageCurve')
      for (const { measuredOn } of measurementsOf(facts).filter(({ lineId }) => lineId === line.id)) {
        const { low = 0, likely = 0, high = 0 } = (path && expectedOn(path, measuredOn)) ?? {}
        expect(Math.abs(high - low)).toBeGreaterThan(0)
        expect(Math.sign(likely - low)).toBe(Math.sign(high - likely))
      }
    }
  })
})

describe('the alarms with a position: who pays is not who gains', () => {
  const { calculation } = reckonedOf('NV3', nv3(gpsAlarm))
  const nets = calculation.organisations.map(({ organisation, isLosing, net }) => [organisation, isLosing, net > 0])

  it('makes the municipality lose what all together win', () => {
    expect(calculation.withFreedResources.netPresentValue).toBeGreaterThan(0)
    expect(nets).toEqual([
      ['oskarshamns-kommun', true, false],
      ['region-kalmar', false, true],
    ])
    expect(calculation.needsFinancingAgreement).toBe(true)
  })

  it('has an agreement between the two in its procurement record', () => {
    const { benefitVouching } = procurementRecord(gpsAlarm).sections
    expect(benefitVouching).toMatchObject({
      financingAgreement: { parties: expect.arrayContaining(['oskarshamns-kommun', 'region-kalmar']) },
    })
  })
})
