import { describe, expect, it } from 'vitest'
import type { BenefitParameters } from '#counties/benefits/parameters.ts'
import { exampleBenefitParameters } from '#counties/benefits/example-parameters.ts'
import { cost, financialBenefit } from '../../testing/lines.ts'
import type { BenefitLine } from '../benefit-line.ts'
import { basisOf } from './basis.ts'
import type { CalculationBasis } from './basis.ts'
import { calculate } from './calculate.ts'
import type { Driver } from './driver.ts'
import { readModel } from './read-model.ts'

const today = '2026-11-20'
const parameters: BenefitParameters = {
  ...exampleBenefitParameters,
  staffRates: [
    ...exampleBenefitParameters.staffRates,
    {
      id: 'nurse-2024',
      role: 'nurse',
      name: { sv: 'Sjuksköterska', en: 'Nurse' },
      orePerHour: 50_000,
      priceYear: 2026,
      validFrom: '2024-01-01',
      validTo: '2025-12-31',
      source: 'Prov',
    },
  ],
  priceIndexes: [{ id: 'index-2026', name: 'KPI', validFrom: '2026-01-01', source: 'Prov', values: { 2024: 400, 2026: 410 } }],
}

const given = (value: number, unit: Driver['unit'], more: Partial<Driver> = {}): Driver => ({
  low: value,
  likely: value,
  high: value,
  unit,
  source: 'Prov',
  takenOn: today,
  ...more,
})

const nurseTime = (drivers: Record<string, Driver> = {}, more: Partial<BenefitLine> = {}): BenefitLine => ({
  ...financialBenefit,
  perYear: undefined,
  kind: 'redistributed',
  calculation: {
    method: 'staffTime',
    drivers: {
      volume: given(10_000, 'timesPerYear'),
      minutes: given(6, 'minutes'),
      rate: { unit: 'orePerHour', parameter: 'staff-2026' },
      ...drivers,
    },
  },
  ...more,
})

const read = (lines: readonly BenefitLine[], basis: CalculationBasis = {}) =>
  readModel({ lines }, { basis: basisOf(basis, parameters, today), parameters }, 'NV2')

const found = (lines: readonly BenefitLine[], basis: CalculationBasis = {}): string[] =>
  read(lines, basis).problems.map(({ pointer, code }) => `${pointer} ${code}`)

const flowOf = (lines: readonly BenefitLine[], basis: CalculationBasis = {}): number[] | undefined => {
  const { model, problems } = read(lines, basis)
  expect(problems).toEqual([])
  return calculate({ ...model, draws: 1 }).lines[0]?.flow
}

describe('a line in figures', () => {
  it('is volume by minutes by what an hour costs', () => {
    // 10,000 x 6 / 60 hours at 450 kronor.
    expect(flowOf([nurseTime()])).toEqual([0, 45_000_000, 45_000_000, 45_000_000, 45_000_000, 45_000_000])
  })

  it('names the rows of the county that it used', () => {
    expect(read([nurseTime()]).used).toEqual(['discount-2024', 'optimism-bias-2002', 'staff-2026'])
  })

  it('is converted into the one price level, where the county has the index', () => {
    const rate = given(41_000, 'orePerHour', { priceYear: 2024 })
    expect(flowOf([nurseTime({ rate })])?.[1]).toBe((1_000 * 41_000 * 410) / 400)
    expect(read([nurseTime({ rate })]).used).toContain('index-2026')
  })

  it('takes another figure in a year that has its own', () => {
    const volume = given(10_000, 'timesPerYear', { byYear: [{ year: 1, low: 2_000, likely: 2_000, high: 2_000 }] })
    expect(flowOf([nurseTime({ volume })])).toEqual([0, 9_000_000, 45_000_000, 45_000_000, 45_000_000, 45_000_000])
  })

  it('runs the part of a year that its days say', () => {
    const basis = { investmentStartsOn: '2027-01-01', horizonYears: 3 }
    const half = nurseTime({}, { startsOn: '2028-07-02', endsOn: '2030-01-01' })
    const [none, first, second, third] = flowOf([half], basis) ?? []
    expect([none, second, third]).toEqual([0, 45_000_000, 0])
    // 183 of 366 days of 2028.
    expect(first).toBe(22_500_000)
  })

  it('comes once, in the year in which it starts', () => {
    const once: BenefitLine = {
      ...cost,
      perYear: undefined,
      startsOn: '2027-03-01',
      calculation: { method: 'once', drivers: { amount: given(5_000_000, 'ore') } },
    }
    expect(flowOf([once], { investmentStartsOn: '2026-01-01', horizonYears: 3 })).toEqual([0, 5_000_000, 0, 0])
    expect(flowOf([{ ...once, startsOn: undefined }], { horizonYears: 2 })).toEqual([5_000_000, 0, 0])
  })

  it('grows with the use', () => {
    const curves: CalculationBasis['curves'] = [
      {
        id: 'patients',
        form: 'table',
        years: [
          { year: 1, low: 0.1, likely: 0.2, high: 0.3 },
          { year: 3, low: 0.5, likely: 0.6, high: 0.8 },
        ],
      },
    ]
    const line = nurseTime()
    const scaled = {
      ...line,
      calculation: line.calculation && { ...line.calculation, usage: { curve: 'patients', effect: 'scales' as const } },
    }
    expect(flowOf([scaled], { curves })).toEqual([0, 9_000_000, 18_000_000, 27_000_000, 27_000_000, 27_000_000])
  })

  it('grows along an S: a tenth and nine tenths of the ceiling lie a ramp apart', () => {
    const curves: CalculationBasis['curves'] = [
      { id: 's', form: 'logistic', ceiling: { low: 0.8, likely: 0.8, high: 0.8 }, midpointYear: 2.5, rampYears: 4 },
    ]
    const { model } = read([nurseTime()], { curves, horizonYears: 4 })
    expect(model.curves.get('s')?.map(({ likely }) => Number(likely.toFixed(4)))).toEqual([0.08, 0.2, 0.4, 0.6, 0.72])
  })

  it('counts a rough line with its band, every year from the first', () => {
    const { model } = read([financialBenefit])
    expect(calculate({ ...model, draws: 1 }).scenarios.inHand.likely).toBeGreaterThan(0)
    expect(model.lines[0]?.activeShare).toEqual([0, 1, 1, 1, 1, 1])
  })

  it('leaves out what is qualitative or removed', () => {
    const removed = nurseTime({}, { isRemoved: true, removalReason: 'Fel' })
    expect(read([removed, { ...financialBenefit, kind: 'qualitative', perYear: undefined }]).model.lines).toEqual([])
  })
})

describe('what cannot be reckoned is told with line, field and remedy', () => {
  const drivers = '/lines/0/calculation/drivers'

  it.each<[string, BenefitLine, string[]]>([
    [
      'a negative volume',
      nurseTime({ volume: given(-1, 'timesPerYear') }),
      [`${drivers}/volume/low negative`, `${drivers}/volume/likely negative`, `${drivers}/volume/high negative`],
    ],
    ['low above likely', nurseTime({ minutes: given(6, 'minutes', { low: 7 }) }), [`${drivers}/minutes notOrdered`]],
    ['likely above high', nurseTime({ minutes: given(6, 'minutes', { high: 5 }) }), [`${drivers}/minutes notOrdered`]],
    [
      'a figure that is missing',
      nurseTime({ minutes: { unit: 'minutes', low: 1, likely: 2 } }),
      [`${drivers}/minutes/high required`],
    ],
    ['a unit that does not fit', nurseTime({ minutes: given(6, 'kilometres') }), [`${drivers}/minutes/unit wrongUnit`]],
    ['a driver that the method has not', nurseTime({ share: given(0.5, 'share') }), [`${drivers}/share unknownDriver`]],
    ['a line without actor', nurseTime({}, { organisation: undefined }), ['/lines/0/organisation required']],
    [
      'a parameter that is not there',
      nurseTime({ rate: { unit: 'orePerHour', parameter: 'doctor-2026' } }),
      [`${drivers}/rate/parameter unknownParameter`],
    ],
    [
      'a parameter of another kind',
      nurseTime({ volume: { unit: 'timesPerYear', parameter: 'staff-2026' } }),
      [`${drivers}/volume/parameter unknownParameter`],
    ],
    [
      'a parameter that was not valid at the date',
      nurseTime({ rate: { unit: 'orePerHour', parameter: 'nurse-2024' } }),
      [`${drivers}/rate/parameter parameterNotValid`],
    ],
    [
      'figures beside a parameter',
      nurseTime({ rate: given(1, 'orePerHour', { parameter: 'staff-2026' }) }),
      [`${drivers}/rate/parameter figuresAndParameter`],
    ],
    [
      'mixed price levels',
      nurseTime({ rate: given(1, 'orePerHour', { priceYear: 2019 }) }),
      [`${drivers}/rate/priceYear mixedPriceLevels`],
    ],
    [
      'a group that is not declared',
      nurseTime({ volume: given(1, 'timesPerYear', { group: 'wages' }) }),
      [`${drivers}/volume/group unknownGroup`],
    ],
    [
      'a sum that nobody has reckoned or typed',
      { ...financialBenefit, perYear: undefined },
      ['/lines/0/calculation notReckoned'],
    ],
  ])('%s', (_, line, problems) => {
    expect(found([line])).toEqual(problems)
  })

  it('a share above 100 %', () => {
    const line: BenefitLine = {
      ...financialBenefit,
      calculation: {
        method: 'avoidedEvents',
        drivers: { volume: given(1, 'timesPerYear'), share: given(1.2, 'share'), price: given(1, 'orePerTime') },
      },
    }
    expect(found([line])).toEqual([
      `${drivers}/share/low aboveWhole`,
      `${drivers}/share/likely aboveWhole`,
      `${drivers}/share/high aboveWhole`,
    ])
  })

  it('use above 100 %, and lines that lean on the curve', () => {
    const line = nurseTime()
    const scaled = {
      ...line,
      calculation: line.calculation && { ...line.calculation, usage: { curve: 'all', effect: 'scales' as const } },
    }
    const curves: CalculationBasis['curves'] = [
      { id: 'all', form: 'table', years: [{ year: 1, low: 0.5, likely: 1, high: 1.1 }] },
    ]
    expect(found([scaled], { curves })).toEqual([
      '/basis/curves/0/years/0/high aboveWhole',
      '/lines/0/calculation/usage/curve unknownCurve',
    ])
  })

  it('years of a curve out of order', () => {
    const year = (number: number) => ({ year: number, low: 0, likely: 0, high: 0 })
    expect(found([], { curves: [{ id: 'all', form: 'table', years: [year(2), year(2)] }] })).toEqual([
      '/basis/curves/0/years notOrdered',
    ])
  })

  it('a day before the county had a discount rate', () => {
    expect(found([], { parametersOn: '2020-01-01' })).toEqual(['/basis/parametersOn parameterNotValid'])
  })

  it('and the other lines are reckoned all the same', () => {
    const { model, problems } = read([nurseTime({ minutes: given(-6, 'minutes') }), cost])
    expect(model.lines.map(({ id }) => id)).toEqual([cost.id])
    expect(problems.length).toBeGreaterThan(0)
  })
})
