import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountLine, certain, flowLine, modelOf, organisation } from '../../testing/models.ts'
import { calculate } from './calculate.ts'
import type { Model, ModelLine, ThreePoint } from './model.ts'
import { sum } from './present-value.ts'

const horizonYears = 6
const running = Array.from({ length: horizonYears + 1 }, (_, year) => (year === 0 ? 0 : 1))

const threePoint: fc.Arbitrary<ThreePoint> = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 1_000_000 }))
  .map((figures) => figures.toSorted((a, b) => a - b))
  .map(([low = 0, likely = 0, high = 0]) => ({ low, likely, high }))

const share: fc.Arbitrary<ThreePoint> = threePoint.map(({ low, likely, high }) => ({
  low: low / 1_000_000,
  likely: likely / 1_000_000,
  high: high / 1_000_000,
}))

const line: fc.Arbitrary<ModelLine> = fc
  .record({
    side: fc.constantFrom('benefit', 'cost'),
    kind: fc.constantFrom('financial', 'redistributed'),
    organisation: fc.constantFrom('region', 'kommun-a', 'kommun-b').map(organisation),
    volume: threePoint,
    minutes: threePoint,
    usage: fc.constantFrom(
      undefined,
      { curve: 'use', effect: 'scales', share: 0 },
      { curve: 'use', effect: 'scalesRest', share: 0 },
    ),
    divisor: fc.constantFrom(1, 60),
  })
  .map(({ volume, minutes, ...of }) => ({
    ...of,
    id: 'line',
    drivers: [
      { key: 'volume', value: volume, byYear: new Map() },
      { key: 'minutes', value: minutes, byYear: new Map([[2, volume]]) },
    ],
    activeShare: running,
  }))

const model: fc.Arbitrary<Model> = fc
  .record({
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    use: fc.array(share, { minLength: horizonYears + 1, maxLength: horizonYears + 1 }),
    discountRate: fc.constantFrom(0, 0.015, 0.03, 0.035, 0.05),
  })
  .map(({ lines, use, discountRate }) =>
    modelOf(
      lines.map((one, index) => ({ ...one, id: String(index) })),
      { curves: new Map([['use', use]]), discountRate, horizonYears, draws: 50 },
    ),
  )

describe('what always holds of a calculation', () => {
  it('adds up: organisations make the whole, to the öre, in hand and with freed resources', () => {
    fc.assert(
      fc.property(model, (given) => {
        const { organisations, inHand, withFreedResources } = calculate(given)
        expect(sum(organisations.map(({ net }) => net))).toBe(withFreedResources.netPresentValue)
        expect(sum(organisations.map(({ netInHand }) => netInHand))).toBe(inHand.netPresentValue)
      }),
    )
  })

  it('adds up: lines make the whole', () => {
    fc.assert(
      fc.property(model, (given) => {
        const { lines, withFreedResources } = calculate(given)
        const signed = lines.map(({ presentValue }, index) =>
          given.lines[index]?.side === 'cost' ? -presentValue : presentValue,
        )
        expect(sum(signed)).toBe(withFreedResources.netPresentValue)
      }),
    )
  })

  it('gives plain sums without discounting', () => {
    fc.assert(
      fc.property(model, (given) => {
        const { withFreedResources } = calculate({ ...given, discountRate: 0 })
        expect(withFreedResources.netPresentValue).toBe(sum(withFreedResources.net))
        expect(withFreedResources.cumulative.at(-1)).toBe(withFreedResources.netPresentValue)
      }),
    )
  })

  it('doubles every line when every volume doubles, but for the rounding', () => {
    fc.assert(
      fc.property(model, (given) => {
        const doubled = given.lines.map((one) => ({ ...one, divisor: one.divisor / 2 }))
        const before = calculate(given).lines
        calculate({ ...given, lines: doubled }).lines.forEach(({ flow }, index) => {
          flow.forEach((amount, year) => expect(Math.abs(amount - 2 * (before[index]?.flow[year] ?? 0))).toBeLessThanOrEqual(1))
        })
      }),
    )
  })

  it('never lowers a benefit that scales with use when use rises', () => {
    fc.assert(
      fc.property(model, fc.double({ min: 0, max: 1, noNaN: true }), (given, towardsAll) => {
        const more = (use: ThreePoint): ThreePoint => ({ ...use, likely: use.likely + (1 - use.likely) * towardsAll, high: 1 })
        const curves = new Map([['use', (given.curves.get('use') ?? []).map(more)]])
        const before = calculate(given).lines
        calculate({ ...given, curves }).lines.forEach(({ flow }, index) => {
          const { side, usage } = given.lines[index] ?? {}
          if (side !== 'benefit' || usage?.effect !== 'scales') return
          flow.forEach((amount, year) => expect(amount).toBeGreaterThanOrEqual(before[index]?.flow[year] ?? 0))
        })
      }),
    )
  })

  it('ends the course of each scenario at its net present value where nothing is discounted', () => {
    fc.assert(
      fc.property(model, (given) => {
        const { scenarios, cumulativeBands, years } = calculate({ ...given, discountRate: 0 })
        for (const kind of ['inHand', 'withFreedResources'] as const)
          for (const end of ['low', 'high'] as const) {
            expect(cumulativeBands[kind][end]).toHaveLength(years.length)
            expect(cumulativeBands[kind][end].at(-1)).toBe(scenarios[kind][end])
          }
      }),
      { numRuns: 50 },
    )
  })

  it('puts the likely case between the scenarios', () => {
    fc.assert(
      fc.property(model, (given) => {
        const scalesTogether = given.lines.every(({ usage }) => usage?.effect !== 'scalesRest')
        fc.pre(scalesTogether && given.lines.every(({ side, usage }) => side === 'benefit' || !usage))
        const { low, likely, high } = calculate(given).scenarios.withFreedResources
        expect(low).toBeLessThanOrEqual(likely)
        expect(likely).toBeLessThanOrEqual(high)
      }),
    )
  })

  it('gives the same answer for the same seed, and another for another', () => {
    fc.assert(
      fc.property(model, (given) => {
        expect(calculate(given)).toEqual(calculate(structuredClone(given)))
      }),
      { numRuns: 20 },
    )
    const wide = modelOf([
      amountLine({ id: 'a', side: 'benefit', perYear: { low: 0, likely: 500, high: 100_000 }, years: running }),
    ])
    expect(calculate({ ...wide, seed: 2 }).uncertainty.inHand).not.toEqual(calculate(wide).uncertainty.inHand)
  })
})

describe('who pays and who gains', () => {
  const region = { organisation: organisation('region') }
  const kommun = { organisation: organisation('kommun') }

  it('finds the loser of a winning case', () => {
    const { organisations, needsFinancingAgreement } = calculate(
      modelOf([
        amountLine({ id: 'gain', side: 'benefit', perYear: certain(1_000), years: running, ...region }),
        amountLine({ id: 'cost', side: 'cost', perYear: certain(400), years: running, ...kommun }),
      ]),
    )
    expect(organisations.map(({ organisation: name, isLosing }) => [name, isLosing])).toEqual([
      ['region', false],
      ['kommun', true],
    ])
    expect(needsFinancingAgreement).toBe(true)
  })

  it('asks for no agreement where all lose together, or all win', () => {
    const allLose = modelOf([amountLine({ id: 'cost', side: 'cost', perYear: certain(400), years: running, ...kommun })])
    const allWin = modelOf([amountLine({ id: 'gain', side: 'benefit', perYear: certain(400), years: running, ...kommun })])
    expect([allLose, allWin].map((given) => calculate(given).needsFinancingAgreement)).toEqual([false, false])
  })

  it('keeps freed resources out of the money in hand', () => {
    const { inHand, withFreedResources, organisations } = calculate(
      modelOf(
        [
          amountLine({ id: 'time', side: 'benefit', kind: 'redistributed', perYear: certain(1_000), years: running }),
          amountLine({ id: 'cost', side: 'cost', perYear: certain(400), years: running }),
        ],
        { discountRate: 0 },
      ),
    )
    expect(inHand.netPresentValue).toBe(-400 * horizonYears)
    expect(withFreedResources.netPresentValue).toBe(600 * horizonYears)
    expect(organisations).toMatchObject([{ netInHand: -2_400, net: 3_600, gainsFreedResources: 6_000, isLosing: false }])
  })
})

describe('use', () => {
  const use = Array.from({ length: horizonYears + 1 }, (_, year) => certain(Math.min(0.6, year * 0.15)))
  const service = (perYear: number): ModelLine =>
    amountLine({ id: 'service', side: 'cost', perYear: certain(perYear), years: running })
  const saved = amountLine({
    id: 'saved',
    side: 'benefit',
    perYear: certain(100_000),
    years: running,
    usage: { curve: 'use', effect: 'scales', share: 0 },
  })

  it('shows low use as a loss', () => {
    const settings = { curves: new Map([['use', use]]), discountRate: 0 }
    const { net } = calculate(modelOf([saved, service(30_000)], settings)).inHand
    expect(net).toEqual([0, -15_000, 0, 15_000, 30_000, 30_000, 30_000])
  })

  it('finds the share from which it pays: fixed costs through what each user saves', () => {
    const settings = { curves: new Map([['use', use]]), discountRate: 0 }
    expect(calculate(modelOf([saved, service(30_000)], settings)).breakEven).toEqual({ inLastYear: 0.3, overHorizon: 0.3 })
  })

  it('costs until the old way can be closed', () => {
    const oldWay: ModelLine = { ...service(40_000), id: 'old', usage: { curve: 'use', effect: 'until', share: 0.5 } }
    const settings = { curves: new Map([['use', use]]), discountRate: 0 }
    const { lines, breakEven } = calculate(modelOf([saved, oldWay], settings))
    expect(lines[1]?.flow).toEqual([0, 40_000, 40_000, 40_000, 0, 0, 0])
    expect(breakEven.inLastYear).toBe(0.4)
  })

  it('never pays, and says so by saying nothing', () => {
    const settings = { curves: new Map([['use', use]]), discountRate: 0 }
    expect(calculate(modelOf([saved, service(200_000)], settings)).breakEven).toEqual({})
  })
})

describe('optimism bias', () => {
  const bias = { costs: { upper: 2, lower: 0.1 }, benefits: { upper: 0.4, lower: 0 } }
  const given = modelOf([flowLine('benefit', 'benefit', [0, 1_000]), flowLine('cost', 'cost', [100, 0])], { discountRate: 0 })

  it('raises costs and lowers benefits by the whole bound before anything has been dealt with', () => {
    expect(calculate(given, { ...bias, mitigatedShare: 0 }).afterOptimismBias?.inHand).toBe(600 - 300)
  })

  it('shrinks to the lower bound, and no further, as risks are dealt with', () => {
    expect(calculate(given, { ...bias, mitigatedShare: 0.5 }).afterOptimismBias?.inHand).toBe(800 - 200)
    expect(calculate(given, { ...bias, mitigatedShare: 1 }).afterOptimismBias?.inHand).toBe(1_000 - 110)
  })
})
