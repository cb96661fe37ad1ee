import { describe, expect, it } from 'vitest'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import { assessmentCompleted, assessmentFrozen, measurementRecorded } from '#contracts/events.ts'
import { assessmentKinds } from '#contracts/words.ts'
import type { AssessmentKind, Phase } from '#contracts/words.ts'
import { digestOf } from '#lambda/digest.ts'
import { akBrevAssessments } from '../../demo/ak-brev/assessments.ts'
import { akBrevBenefits, akBrevMeasurements } from '../../demo/ak-brev/benefits.ts'
import { comparisonView } from './application/compare-assessments.ts'
import { measurementList } from './application/measurements.ts'
import { outcomeList } from './application/read-outcomes.ts'
import { waterfallView } from './application/read-waterfall.ts'
import { calculationView } from './application/reckon-assessment.ts'
import { createCaseDriver } from './testing/case-driver.ts'

/** The digital dosing letter through all four assessments, by the service's own API and inbox. */

const phaseOf = { NV1: 'ideas', NV2: 'matching', NV3: 'verification', NV4: 'followup' } as const satisfies Record<
  AssessmentKind,
  Phase
>

const content = ({ version: _, digest: __, completedAt: ___, completedBy: ____, ...rest }: AssessmentSnapshot) => rest

const throughTheFlow = async () => {
  const driver = createCaseDriver({ now: '2023-02-13T08:00:00.000Z' })
  for (const kind of assessmentKinds) {
    driver.runtime.clock.set(akBrevAssessments[kind].completedAt)
    await driver.deliver(driver.phaseEvents.received(phaseOf[kind]))
    if (kind === 'NV4')
      for (const body of akBrevMeasurements) {
        const recorded = await driver.call('recordMeasurement', { body })
        expect(recorded.status, recorded.text).toBe(201)
      }
    await driver.freeze(phaseOf[kind], kind, akBrevBenefits[kind])
  }
  await driver.deliver(driver.phaseEvents.completed())
  return driver
}

describe('the digital dosing letter', () => {
  it('tells each phase exactly what the phases are tested with', async () => {
    const { emittedOf } = await throughTheFlow()
    const told = emittedOf(assessmentCompleted)
    expect(told.map(({ phase }) => phase)).toEqual(['ideas', 'matching', 'verification', 'followup'])
    for (const { snapshot } of told) {
      expect(content(snapshot)).toEqual(content(akBrevAssessments[snapshot.kind]))
      const { digest, ...rest } = snapshot
      expect(digest).toBe(digestOf(rest))
    }
  })

  it('ends with all four frozen, and nothing more to write', async () => {
    const { call, emittedOf } = await throughTheFlow()
    const { body } = await call('listAssessments')
    expect(body).toMatchObject({
      assessments: assessmentKinds.map((kind) => ({ kind, status: 'frozen', version: 2 })),
      isEditable: null,
    })
    expect(emittedOf(assessmentFrozen).map(({ kind }) => kind)).toEqual([...assessmentKinds])
    expect(emittedOf(measurementRecorded)).toHaveLength(akBrevMeasurements.length)
  })

  it('shows promise and outcome row by row', async () => {
    const { call } = await throughTheFlow()
    const answer = await call('compareAssessments', { query: { from: 'NV1', to: 'NV4' } })
    const { rows, totals, effects } = comparisonView.parse(answer.body)
    expect(rows.map(({ name, change }) => [name, change])).toEqual([
      ['Lägre portokostnad', 'changed'],
      ['Frigjord tid för sjuksköterskor', 'changed'],
      ['Mottagningen vet att dosändringen är läst', 'changed'],
      ['Patienten får sin ordination var hen än är', 'changed'],
      ['Tjänst och aviseringar', 'changed'],
      ['Förvaltning av kopplingen till AK-systemet', 'added'],
      ['Införande och koppling till AK-systemet', 'added'],
    ])
    expect(rows[0]?.differences).toContainEqual({
      field: 'perYear',
      from: { low: 15_000_000, likely: 30_000_000, high: 45_000_000 },
      to: { low: 28_142_400, likely: 31_012_800, high: 33_935_200 },
    })
    expect(rows[0]?.reason).toBe('Antagande: utfallet är mätt. Något fler än väntat vill ha brev på papper.')
    // Whatever effect a line hangs on has a name on both sides.
    for (const side of ['before', 'after'] as const) {
      const hungOn = rows.flatMap((row) => row[side]?.effect ?? [])
      expect([side, hungOn.length]).toEqual([side, side === 'before' ? 0 : 7])
      for (const id of hungOn) expect(effects[side]).toContainEqual({ id, name: expect.stringMatching(/^[A-ZÅÄÖ]/) })
    }
    // Money in hand alone: 310 128 in postage against 331 000 in service and upkeep.
    expect(totals.after.financial.net.likely).toBe(-2_087_200)
    expect(totals.after.redistributed.benefits.likely).toBe(54_272_400)
  })

  it('shows how far each line has come from baseline to target', async () => {
    const { call, read } = await throughTheFlow()
    const { lines } = measurementList.parse((await call('listMeasurements')).body)
    expect(lines.map(({ name, progress }) => [name, progress])).toEqual([
      ['Lägre portokostnad', 0.9313],
      ['Frigjord tid för sjuksköterskor', 0.9333],
      ['Mottagningen vet att dosändringen är läst', 0.9778],
      ['Patienten får sin ordination var hen än är', 0.9455],
    ])
    expect((await read('NV4')).progress.map(({ progress }) => progress)).toEqual([0.9313, 0.9333, 0.9778, 0.9455])
  })

  it('goes from the first present value to the last in steps that each have a reason', async () => {
    const { call } = await throughTheFlow()
    const { assessments, steps } = waterfallView.parse((await call('readWaterfall')).body)
    for (const { kind, inHand, withFreedResources } of assessments) {
      const { calculation } = calculationView.parse((await call('readCalculation', { kind })).body)
      expect([inHand, withFreedResources]).toEqual([
        calculation.inHand.netPresentValue,
        calculation.withFreedResources.netPresentValue,
      ])
    }
    const [first, last] = [assessments[0], assessments.at(-1)]
    const moved = steps.reduce((sum, step) => sum + step.inHand.difference, 0)
    expect((first?.inHand ?? 0) + moved).toBe(last?.inHand)
    expect(steps.filter(({ to }) => to === 'NV2').map(({ name, change }) => [name, change])).toEqual([
      ['Lägre portokostnad', 'changed'],
      ['Frigjord tid för sjuksköterskor', 'changed'],
      ['Tjänst och aviseringar', 'changed'],
      ['Förvaltning av kopplingen till AK-systemet', 'added'],
      ['Införande och koppling till AK-systemet', 'added'],
    ])
    expect(steps.filter(({ change }) => change !== 'added').every(({ reason }) => reason?.startsWith('Antagande'))).toBe(true)
  })

  it('holds what was measured against what was expected of it on that day', async () => {
    const { call } = await throughTheFlow()
    const { outcomes } = outcomeList.parse((await call('listOutcomes')).body)
    expect(outcomes.map(({ name, status, promisedIn, expected }) => [name, status, promisedIn, expected?.shape])).toEqual([
      ['Lägre portokostnad', 'onTheWay', 'NV3', 'usageCurve'],
      ['Frigjord tid för sjuksköterskor', 'onTheWay', 'NV3', 'usageCurve'],
      ['Mottagningen vet att dosändringen är läst', 'onTheWay', 'NV3', 'straightLine'],
      ['Patienten får sin ordination var hen än är', 'onTheWay', 'NV3', 'straightLine'],
    ])
    expect(outcomes[0]?.measurements).toEqual([
      { measuredOn: '2025-10-31', value: 352_000 },
      { measuredOn: '2026-09-30', value: 295_000 },
    ])
  })
})
