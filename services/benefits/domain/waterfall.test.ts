import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { assessmentKinds } from '#contracts/words.ts'
import { cost, financialBenefit, lineLists, qualitativeBenefit, reckoned } from '../testing/lines.ts'
import type { BenefitLine } from './benefit-line.ts'
import { calculate } from './calculation/calculate.ts'
import { readReckoning } from './reckon.ts'
import { waterfallOf, worthOf } from './waterfall.ts'
import type { ReckonedAssessment } from './waterfall.ts'

const today = '2026-11-20'

const assessment = (
  kind: ReckonedAssessment['kind'],
  lines: readonly BenefitLine[],
  basis: Parameters<typeof readReckoning>[0]['basis'] = { horizonYears: 5 },
): ReckonedAssessment => ({
  kind,
  lines,
  reckoning: readReckoning({ basis, lines: [...lines] }, kind, kalmar.benefitParameters, today),
})

const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)

describe('the waterfall', () => {
  it('adds up to the difference between each two assessments, to the öre, whatever the lines are', () => {
    let stepped = 0
    fc.assert(
      fc.property(fc.array(lineLists, { minLength: 2, maxLength: 4 }), (lists) => {
        const assessments = lists.map((lines, index) =>
          assessment(
            assessmentKinds[index] ?? 'NV4',
            lines.map((line) => ({ ...line, organisation: cost.organisation })),
          ),
        )
        const steps = waterfallOf(assessments)
        stepped += steps.length
        for (const [index, later] of assessments.slice(1).entries()) {
          const earlier = assessments[index]
          if (!earlier) throw new Error('a later assessment has one before it')
          const between = steps.filter(({ to }) => to === later.kind)
          for (const kind of ['inHand', 'withFreedResources'] as const)
            expect(total(between.map((step) => step[kind].difference))).toBe(worthOf(later)[kind] - worthOf(earlier)[kind])
        }
      }),
      { numRuns: 100 },
    )
    expect(stepped).toBeGreaterThan(100)
  })

  it('begins and ends where the calculation of the assessment does', () => {
    const of = assessment('NV2', [reckoned(financialBenefit), { ...cost, kind: 'redistributed' }])
    const { inHand, withFreedResources } = calculate(of.reckoning.read.model)
    expect(worthOf(of)).toEqual({
      inHand: inHand.netPresentValue,
      withFreedResources: withFreedResources.netPresentValue,
    })
    expect(inHand.netPresentValue).not.toBe(withFreedResources.netPresentValue)
  })

  it('says of each line what became of it and why, a cost counting down', () => {
    const dearer = { ...cost, perYear: { low: 50, likely: 80, high: 90 }, changeReason: 'Nytt pris' }
    const gone = { ...financialBenefit, isRemoved: true, removalReason: 'Porto räknas inte här' }
    const added = {
      ...reckoned(financialBenefit),
      id: qualitativeBenefit.id,
      name: 'Färre resor',
      changeReason: 'Kom fram i provet',
    }
    const steps = waterfallOf([assessment('NV1', [financialBenefit, cost]), assessment('NV2', [gone, dearer, added])])
    expect(steps.map(({ name, change, reason }) => [name, change, reason])).toEqual([
      ['Lägre portokostnad', 'removed', 'Porto räknas inte här'],
      ['Tjänsten', 'changed', 'Nytt pris'],
      ['Färre resor', 'added', 'Kom fram i provet'],
    ])
    expect(steps[1]?.inHand.difference).toBeLessThan(0)
    expect(steps[0]?.inHand).toMatchObject({ after: 0 })
    expect(steps[2]?.inHand).toMatchObject({ before: 0 })
  })

  it('tells a changed basis from a changed line', () => {
    const line = reckoned(financialBenefit)
    const steps = waterfallOf([assessment('NV2', [line]), assessment('NV3', [line], { horizonYears: 3 })])
    expect(steps).toMatchObject([{ change: 'basis', from: 'NV2', to: 'NV3' }])
    expect(steps[0]?.inHand.difference).toBeLessThan(0)
  })

  it('tells changed use from a changed line and from the rest of the basis', () => {
    const usedBy = (likely: number, more: object = {}) => ({
      horizonYears: 5,
      curves: [
        { id: 'nyttjande', form: 'table' as const, years: [{ year: 0, low: likely / 2, likely, high: likely }] },
        { id: 'annat', form: 'table' as const, years: [{ year: 0, low: 0.1, likely: 0.1, high: 0.1 }] },
      ],
      ...more,
    })
    const following = (curve: string, perYear = financialBenefit.perYear): BenefitLine => {
      const line = reckoned({ ...financialBenefit, perYear })
      return { ...line, ...(line.calculation && { calculation: { ...line.calculation, usage: { curve, effect: 'scales' } } }) }
    }
    const changesBetween = (
      [earlier, usedBefore]: readonly [BenefitLine, ReturnType<typeof usedBy>],
      [later, usedAfter]: readonly [BenefitLine, ReturnType<typeof usedBy>],
    ) =>
      waterfallOf([assessment('NV2', [earlier], usedBefore), assessment('NV3', [later], usedAfter)]).map(({ change }) => change)

    const line = following('nyttjande')
    const [low, high] = [usedBy(0.4), usedBy(0.8)]
    // As it is stored, with the band that the use gives.
    expect(changesBetween([{ ...line, perYear: { low: 20, likely: 80, high: 120 } }, low], [line, high])).toEqual(['usage'])
    expect(changesBetween([line, low], [line, usedBy(0.8, { horizonYears: 4 })])).toEqual(['basis'])
    expect(changesBetween([line, low], [line, usedBy(0.4, { horizonYears: 4 })])).toEqual(['basis'])
    expect(changesBetween([line, low], [following('nyttjande', { low: 1, likely: 2, high: 3 }), high])).toEqual(['changed'])
    expect(changesBetween([line, low], [following('annat'), low])).toEqual(['changed'])
    expect(changesBetween([line, low], [line, low])).toEqual([])
  })

  it('has no step for what did not change, nor for what is never given in money', () => {
    const lines = [reckoned(financialBenefit), qualitativeBenefit]
    expect(
      waterfallOf([assessment('NV2', lines), assessment('NV3', [lines[0] ?? cost, { ...qualitativeBenefit, level: 2 }])]),
    ).toEqual([])
    expect(waterfallOf([assessment('NV1', lines)])).toEqual([])
  })

  it('moves freed resources without touching money in hand', () => {
    const freed: BenefitLine = { ...reckoned(financialBenefit), kind: 'redistributed' }
    const [step] = waterfallOf([assessment('NV2', []), assessment('NV3', [freed])])
    expect(step?.inHand).toEqual({ before: 0, after: 0, difference: 0 })
    expect(step?.withFreedResources.difference).toBeGreaterThan(0)
  })
})
