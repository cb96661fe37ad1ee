import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { modelOf, organisation } from '../../testing/models.ts'
import { calculate } from './calculate.ts'
import type { Calculation } from './calculate.ts'
import type { Model, ModelLine, ModelUsage, ThreePoint } from './model.ts'

/**
 * Everything reckoned a second time, in another way: whole numbers of any size over one common denominator, so that nothing
 * is ever rounded, from plain figures instead of the model. The service rounds each line in each year twice, to whole öre,
 * and may differ by that and by nothing else.
 */

const horizonYears = 6
const years = Array.from({ length: horizonYears + 1 }, (_, year) => year)
/** Shares of use in thousandths, parts of a year in quarters, rates in thousandths: all of it whole numbers. */
const thousand = 1_000
const quarters = 4

type Figure = 'low' | 'likely' | 'high'
type Effect = 'none' | ModelUsage['effect']

interface PlainLine {
  readonly side: ModelLine['side']
  readonly kind: ModelLine['kind']
  readonly organisation: string
  readonly volume: ThreePoint
  readonly price: ThreePoint
  /** The price in one year of its own. */
  readonly otherYear: number
  readonly otherPrice: ThreePoint
  readonly divisor: 1 | 60
  readonly effect: Effect
  readonly until: number
  readonly running: readonly number[]
}

interface Plain {
  readonly lines: readonly PlainLine[]
  readonly use: readonly ThreePoint[]
  readonly rate: number
}

const upTo = (max: number): fc.Arbitrary<ThreePoint> =>
  fc
    .array(fc.integer({ min: 0, max }), { minLength: 3, maxLength: 3 })
    .map((figures) => figures.toSorted((a, b) => a - b))
    .map(([low = 0, likely = 0, high = 0]) => ({ low, likely, high }))

const perYear = <Value>(of: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc.array(of, { minLength: horizonYears + 1, maxLength: horizonYears + 1 })

const plain: fc.Arbitrary<Plain> = fc.record({
  lines: fc.array(
    fc.record({
      side: fc.constantFrom('benefit', 'cost'),
      kind: fc.constantFrom('financial', 'redistributed'),
      organisation: fc.constantFrom('region', 'kommun-a', 'kommun-b'),
      volume: upTo(60_000),
      price: upTo(90_000),
      otherYear: fc.integer({ min: 1, max: horizonYears }),
      otherPrice: upTo(90_000),
      divisor: fc.constantFrom(1, 60),
      effect: fc.constantFrom('none', 'scales', 'scalesRest', 'until'),
      until: fc.integer({ min: 1, max: thousand }),
      running: perYear(fc.integer({ min: 0, max: quarters })),
    }),
    { minLength: 1, maxLength: 10 },
  ),
  use: perYear(upTo(thousand)),
  rate: fc.constantFrom(0, 15, 30, 35, 80),
})

const shareOf = ({ low, likely, high }: ThreePoint): ThreePoint => ({
  low: low / thousand,
  likely: likely / thousand,
  high: high / thousand,
})

/** The same figures as the service gets them. */
const modelFrom = ({ lines, use, rate }: Plain): Model =>
  modelOf(
    lines.map(({ volume, price, otherYear, otherPrice, effect, until, running, ...line }, index) => ({
      ...line,
      id: String(index),
      organisation: organisation(line.organisation),
      drivers: [
        { key: 'volume', value: volume, byYear: new Map() },
        { key: 'price', value: price, byYear: new Map([[otherYear, otherPrice]]) },
      ],
      ...(effect !== 'none' && { usage: { curve: 'use', effect, share: until / thousand } }),
      activeShare: running.map((part) => part / quarters),
    })),
    { curves: new Map([['use', use.map(shareOf)]]), discountRate: rate / thousand, horizonYears, draws: 1 },
  )

/** The greatest divisor, share of use and part of a year together. */
const commonDenominator = 60n * BigInt(thousand) * BigInt(quarters)

const usedThousandths = ({ effect, until }: PlainLine, use: number): number => {
  if (effect === 'none') return thousand
  if (effect === 'scales') return use
  if (effect === 'scalesRest') return thousand - use
  return use < until ? thousand : 0
}

/** A line's amount in a year, in parts of the common denominator. */
const amountOf = (line: PlainLine, use: readonly ThreePoint[], year: number, figure: Figure, useFigure: Figure): bigint => {
  const price = year === line.otherYear ? line.otherPrice : line.price
  const used = usedThousandths(line, use[year]?.[useFigure] ?? 0)
  const whole = BigInt(line.volume[figure]) * BigInt(price[figure]) * BigInt(used) * BigInt(line.running[year] ?? 0)
  return whole * (60n / BigInt(line.divisor))
}

/** Number from a fraction: six decimals are kept. */
const numberFrom = (numerator: bigint, denominator: bigint): number => Number((numerator * 1_000_000n) / denominator) / 1_000_000

/** Present values over (1000 + rate)^horizon: a year's amount times 1000^year and what is missing of the other factor. */
const presentOf = ({ use, rate }: Plain, line: PlainLine, figure: Figure = 'likely', useFigure: Figure = figure): bigint =>
  years.reduce((total, year) => {
    const factor = BigInt(thousand) ** BigInt(year) * BigInt(thousand + rate) ** BigInt(horizonYears - year)
    return total + amountOf(line, use, year, figure, useFigure) * factor
  }, 0n)

const presentDenominator = ({ rate }: Plain): bigint => commonDenominator * BigInt(thousand + rate) ** BigInt(horizonYears)

const sumOf = (lines: readonly PlainLine[], of: (line: PlainLine) => bigint): bigint =>
  lines.reduce((total, line) => total + of(line), 0n)

const signed = (line: PlainLine, amount: bigint): bigint => (line.side === 'benefit' ? amount : -amount)

/** Half an öre for the amount and half for its present value, for each line in each year. */
const roundingOf = ({ lines }: Plain): number => lines.length * years.length + 0.001

const inHandLines = ({ lines }: Plain): PlainLine[] => lines.filter(({ kind }) => kind === 'financial')

const check = (holds: (given: Plain, calculation: Calculation) => void): void =>
  fc.assert(
    fc.property(plain, (given) => holds(given, calculate(modelFrom(given)))),
    { numRuns: 150 },
  )

const expectNear = (actual: number, expected: number, tolerance: number): void =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance)

describe('the calculation, reckoned a second time without rounding', () => {
  it('has the same net present values, in hand and with freed resources', () => {
    check((given, { inHand, withFreedResources }) => {
      const netOf = (lines: readonly PlainLine[]): number =>
        numberFrom(
          sumOf(lines, (line) => signed(line, presentOf(given, line))),
          presentDenominator(given),
        )
      expectNear(inHand.netPresentValue, netOf(inHandLines(given)), roundingOf(given))
      expectNear(withFreedResources.netPresentValue, netOf(given.lines), roundingOf(given))
    })
  })

  it('has the same amounts in each year', () => {
    check((given, { withFreedResources: { net } }) => {
      for (const year of years) {
        const exact = sumOf(given.lines, (line) => signed(line, amountOf(line, given.use, year, 'likely', 'likely')))
        expectNear(net[year] ?? 0, numberFrom(exact, commonDenominator), given.lines.length)
      }
    })
  })

  it('has the same benefit-cost ratio', () => {
    check((given, { withFreedResources: { benefitCostRatio } }) => {
      const present = (side: ModelLine['side']): bigint =>
        sumOf(
          given.lines.filter((line) => line.side === side),
          (line) => presentOf(given, line),
        )
      const [benefits, costs] = [present('benefit'), present('cost')]
      const costsInOre = numberFrom(costs, presentDenominator(given))
      // Below a krona of costs, whole öre say little about a ratio.
      if (costsInOre < 100) return
      const ratio = numberFrom(benefits, costs)
      expectNear(
        benefitCostRatio ?? Number.NaN,
        ratio,
        (roundingOf(given) * (1 + ratio)) / (costsInOre - roundingOf(given)) + 1e-6,
      )
    })
  })

  it('has an annuity that is worth, over its years, what it stands for', () => {
    check((given, { withFreedResources: { annuity, netPresentValue } }) => {
      const rate = 1 + given.rate / thousand
      const worthOfOne = years.slice(1).reduce((total, year) => total + 1 / rate ** year, 0)
      expectNear(annuity, netPresentValue / worthOfOne, 0.5 + 1e-6)
    })
  })

  it('is paid back where the line through the yearly totals last rises above nothing', () => {
    check((_, { withFreedResources: { net, paybackYears } }) => {
      const totalAfter = (time: number): number =>
        net.reduce((total, amount, year) => total + amount * Math.min(1, Math.max(0, time - year + 1)), 0)
      if (paybackYears === undefined) {
        expect(totalAfter(horizonYears)).toBeLessThan(0)
        return
      }
      const largest = Math.max(...net.map(Math.abs), 1)
      if (paybackYears > 0) expect(Math.abs(totalAfter(paybackYears))).toBeLessThanOrEqual(largest * 1e-9)
      for (const later of years.filter((year) => year >= paybackYears)) expect(totalAfter(later)).toBeGreaterThanOrEqual(0)
      const yearBefore = Math.ceil(paybackYears) - 1
      if (yearBefore >= 0) expect(totalAfter(yearBefore)).toBeLessThan(0)
    })
  })

  it('gives each organisation its own, and finds the same losers', () => {
    check((given, { organisations, needsFinancingAgreement }) => {
      const denominator = presentDenominator(given)
      const valueOf = (lines: readonly PlainLine[]): number =>
        numberFrom(
          sumOf(lines, (line) => signed(line, presentOf(given, line))),
          denominator,
        )
      const names = new Set(given.lines.map((line) => line.organisation))
      expect(new Set<string>(organisations.map((one) => one.organisation))).toEqual(names)
      for (const one of organisations) {
        const own = given.lines.filter((line) => line.organisation === one.organisation)
        const part = (side: PlainLine['side'], kind: PlainLine['kind']): number =>
          Math.abs(valueOf(own.filter((line) => line.side === side && line.kind === kind)))
        const tolerance = roundingOf(given)
        expectNear(one.net, valueOf(own), tolerance)
        expectNear(one.netInHand, valueOf(own.filter(({ kind }) => kind === 'financial')), tolerance)
        expectNear(one.pays, part('cost', 'financial'), tolerance)
        expectNear(one.gainsMoney, part('benefit', 'financial'), tolerance)
        expectNear(one.gainsFreedResources, part('benefit', 'redistributed'), tolerance)
        expectNear(one.givesUpResources, part('cost', 'redistributed'), tolerance)
        // Nearer to nothing than the rounding, who loses is a matter of öre.
        const [whole, net] = [valueOf(given.lines), valueOf(own)]
        if (Math.abs(whole) > tolerance && Math.abs(net) > tolerance) expect(one.isLosing).toBe(net < 0 && whole > 0)
      }
      expect(needsFinancingAgreement).toBe(organisations.some(({ isLosing }) => isLosing))
    })
  })

  it('has the same scenarios: little benefit, high cost and low use, and the reverse', () => {
    check((given, { scenarios }) => {
      const netIn = (lines: readonly PlainLine[], use: 'low' | 'high'): number => {
        const opposite = use === 'low' ? 'high' : 'low'
        return numberFrom(
          sumOf(lines, (line) => signed(line, presentOf(given, line, line.side === 'benefit' ? use : opposite, use))),
          presentDenominator(given),
        )
      }
      for (const scenario of ['low', 'high'] as const) {
        expectNear(scenarios.inHand[scenario], netIn(inHandLines(given), scenario), roundingOf(given))
        expectNear(scenarios.withFreedResources[scenario], netIn(given.lines, scenario), roundingOf(given))
      }
    })
  })

  it('has the same ends for every figure of the tornado', () => {
    check((given, { tornado }) => {
      for (const { lineId, driver, curve, atLow, atHigh } of tornado) {
        const netWith = (figure: Figure): number =>
          numberFrom(
            sumOf(given.lines, (line) => {
              if (curve !== undefined) return signed(line, presentOf(given, line, 'likely', figure))
              if (String(given.lines.indexOf(line)) !== lineId) return signed(line, presentOf(given, line))
              const at = (value: ThreePoint): ThreePoint => ({ ...value, likely: value[figure] })
              const moved: PlainLine =
                driver === 'volume'
                  ? { ...line, volume: at(line.volume) }
                  : { ...line, price: at(line.price), otherPrice: at(line.otherPrice) }
              return signed(moved, presentOf(given, moved))
            }),
            presentDenominator(given),
          )
        expectNear(atLow, netWith('low'), 0.51)
        expectNear(atHigh, netWith('high'), 0.51)
      }
    })
  })
})
