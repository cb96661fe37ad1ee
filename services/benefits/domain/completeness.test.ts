import { describe, expect, it } from 'vitest'
import type { AssessmentKind } from '#contracts/words.ts'
import { cost as roughCost, financialBenefit as roughBenefit, idOf, qualitativeBenefit, reckoned } from '../testing/lines.ts'
import type { BenefitLine } from './benefit-line.ts'
import type { Driver } from './calculation/driver.ts'
import type { AssessmentContent } from './case-benefits.ts'
import { findIncomplete } from './completeness.ts'
import type { Stage } from './completeness.ts'

const financialBenefit = reckoned(roughBenefit)
const cost = reckoned(roughCost)

const whole: AssessmentContent = {
  summary: 'Nyttan är större än kostnaden.',
  lines: [financialBenefit, qualitativeBenefit, cost],
}
const withLines = (...lines: BenefitLine[]): AssessmentContent => ({ ...whole, lines })
const withFirst = (fields: Partial<BenefitLine>): AssessmentContent =>
  withLines({ ...financialBenefit, ...fields }, qualitativeBenefit, cost)

const stage = (kind: AssessmentKind, more: Partial<Stage> = {}): Stage => ({
  kind,
  before: kind === 'NV1' ? undefined : whole,
  measured: { [financialBenefit.id]: { count: 1, latest: { value: 500, measuredOn: '2026-10-31' } } },
  today: '2026-11-20',
  unreckoned: [],
  ...more,
})

const found = (content: AssessmentContent, asked: Stage): string[] =>
  findIncomplete(content, asked).map(({ pointer, code }) => `${pointer} ${code}`)

it.each(['NV1', 'NV2', 'NV3', 'NV4'] as const)('%s is complete when everything is there', (kind) => {
  expect(found(whole, stage(kind))).toEqual([])
})

describe('figures', () => {
  it('that cannot be reckoned are told', () => {
    const unreckoned = [{ pointer: '/lines/0/calculation/drivers/volume/low', code: 'negative', message: { sv: '-', en: '-' } }]
    expect(found(whole, stage('NV1', { unreckoned }))).toEqual(['/lines/0/calculation/drivers/volume/low negative'])
  })

  it('may be typed as a rough band in NV1, but not from NV2', () => {
    const rough = withLines(roughBenefit, qualitativeBenefit, cost)
    expect(found(rough, stage('NV1'))).toEqual([])
    expect(found(rough, stage('NV2', { before: undefined }))).toEqual(['/lines/0/calculation calculationMissing'])
  })

  it('have a source and a day, or are marked as assumptions, or are the county’s own', () => {
    const withDriver = (driver: Partial<Driver>) =>
      withFirst({ calculation: { method: 'amountPerYear', drivers: { perYear: { unit: 'orePerYear', ...driver } } } })
    const at = (driver: Partial<Driver>) => found(withDriver(driver), stage('NV2', { before: undefined }))
    expect(at({})).toEqual(['/lines/0/calculation/drivers/perYear/source sourceMissing'])
    expect(at({ source: 'Fakturor' })).toEqual(['/lines/0/calculation/drivers/perYear/source sourceMissing'])
    expect([at({ isAssumption: true }), at({ parameter: 'staff-2026' }), at({ source: 'A', takenOn: '2026-01-01' })]).toEqual([
      [],
      [],
      [],
    ])
  })
})

describe('at every stage', () => {
  it.each<[string, AssessmentContent, string[]]>([
    ['a summary', { ...whole, summary: ' ' }, ['/summary required']],
    ['a benefit', withLines(cost), ['/lines benefitMissing']],
    [
      'a benefit that is not removed',
      withLines(cost, { ...financialBenefit, isRemoved: true, removalReason: 'Fel' }),
      ['/lines benefitMissing'],
    ],
    ['a kind', withFirst({ kind: undefined }), ['/lines/0/kind required']],
    ['an area', withFirst({ area: undefined }), ['/lines/0/area required']],
    ['an organisation', withFirst({ organisation: undefined }), ['/lines/0/organisation required']],
    [
      'an interval for money',
      withLines({ ...roughBenefit, perYear: undefined }, qualitativeBenefit, cost),
      ['/lines/0/perYear/low required', '/lines/0/perYear/likely required', '/lines/0/perYear/high required'],
    ],
    [
      'a whole interval for freed resource',
      withLines({ ...roughBenefit, kind: 'redistributed', perYear: { low: 1, high: 3 } }, qualitativeBenefit, cost),
      ['/lines/0/perYear/likely required'],
    ],
    ['low not above likely', withFirst({ perYear: { low: 3, likely: 2, high: 4 } }), ['/lines/0/perYear notOrdered']],
    ['likely not above high', withFirst({ perYear: { low: 1, likely: 5, high: 4 } }), ['/lines/0/perYear notOrdered']],
    ['no level for money', withFirst({ level: 3 }), ['/lines/0/level qualitativeOnly']],
    ['nor how soon it is reached', withFirst({ levelHorizonYears: 1 }), ['/lines/0/levelHorizonYears qualitativeOnly']],
    [
      'a level and its reason for what is qualitative',
      withLines(
        financialBenefit,
        { ...qualitativeBenefit, level: undefined, levelHorizonYears: undefined, levelReason: undefined },
        cost,
      ),
      ['/lines/1/level required', '/lines/1/levelHorizonYears required', '/lines/1/levelReason required'],
    ],
    [
      'no money for what is qualitative',
      withLines(financialBenefit, { ...qualitativeBenefit, perYear: { likely: 1 } }, cost),
      ['/lines/1/perYear neverInMoney'],
    ],
    [
      'a measure where there is a target',
      withLines(financialBenefit, { ...qualitativeBenefit, target: { value: 1, reachedOn: '2028-01-01' } }, cost),
      ['/lines/1/measure required'],
    ],
    [
      'a unit for a measure',
      withLines(financialBenefit, { ...qualitativeBenefit, measure: 'Andel', notMeasuredReason: 'Senare' }, cost),
      ['/lines/1/unit required'],
    ],
    ['a day for a baseline', withFirst({ baseline: { value: 1 } }), ['/lines/0/baseline/takenOn required']],
    ['a value for a baseline', withFirst({ baseline: { takenOn: '2026-05-15' } }), ['/lines/0/baseline/value required']],
    [
      'a way and a day for a plan',
      withFirst({ baselinePlan: {} }),
      ['/lines/0/baselinePlan/how required', '/lines/0/baselinePlan/by required'],
    ],
    ['a day for a target', withFirst({ target: { value: 1 } }), ['/lines/0/target/reachedOn required']],
    [
      'a baseline that has been taken',
      withFirst({ baseline: { value: 600, takenOn: '2026-11-21' }, notMeasuredReason: 'Senare' }),
      ['/lines/0/baseline/takenOn inFuture'],
    ],
    [
      'a target after the baseline',
      withFirst({ target: { value: 1, reachedOn: '2026-05-15' } }),
      ['/lines/0/target/reachedOn beforeBaseline'],
    ],
    [
      'a reason for a removed line',
      withLines(financialBenefit, { ...qualitativeBenefit, isRemoved: true }, cost),
      ['/lines/1/removalReason required'],
    ],
  ])('asks for %s', (_, content, expected) => {
    // What was before says the same, so that no change needs a reason.
    for (const kind of ['NV1', 'NV2', 'NV3', 'NV4'] as const)
      expect(found(content, stage(kind, { before: undefined })), kind).toEqual(expect.arrayContaining(expected))
    expect(found(content, stage('NV1'))).toEqual(expected)
  })

  it('asks nothing of a line that is removed but its reason', () => {
    const removed = { id: idOf(9), side: 'benefit', name: 'Bort', isRemoved: true, removalReason: 'Gäller inte' } as const
    expect(found(withLines(financialBenefit, qualitativeBenefit, cost, removed), stage('NV3'))).toEqual([])
  })
})

describe('NV1 is rough', () => {
  it('asks for no measure, baseline, owner or cost', () => {
    const rough = {
      ...financialBenefit,
      measure: undefined,
      unit: undefined,
      baseline: undefined,
      target: undefined,
      owner: undefined,
    }
    expect(found(withLines(rough), stage('NV1'))).toEqual([])
  })
})

describe('NV2 is quantified and measurable', () => {
  it('says once what two rules ask for', () => {
    expect(found(withFirst({ unit: undefined }), stage('NV2', { before: undefined }))).toEqual(['/lines/0/unit required'])
  })

  it('asks of money a measure, its unit, a baseline or a plan, and an owner', () => {
    const bare = { measure: undefined, unit: undefined, baseline: undefined, target: undefined, owner: undefined }
    expect(found(withFirst(bare), stage('NV2', { before: undefined }))).toEqual([
      '/lines/0/measure required',
      '/lines/0/unit required',
      '/lines/0/owner required',
      '/lines/0/baseline baselineMissing',
    ])
  })

  it('is content with a plan to take the baseline', () => {
    const planned = withFirst({ baseline: undefined, baselinePlan: { by: '2027-01-31', how: 'Tidmätning' } })
    expect(found(planned, stage('NV2', { before: undefined }))).toEqual([])
  })

  it('asks none of it of a freed resource, of what is qualitative, or of a cost', () => {
    const freed = withFirst({
      kind: 'redistributed',
      measure: undefined,
      unit: undefined,
      baseline: undefined,
      target: undefined,
      owner: undefined,
    })
    expect(found(freed, stage('NV2', { before: undefined }))).toEqual([])
  })

  it('asks for a cost, or why there is none, but not both', () => {
    const costless = withLines(financialBenefit, qualitativeBenefit)
    expect(found(costless, stage('NV2', { before: undefined }))).toEqual(['/noCostsReason costsMissing'])
    expect(found({ ...costless, noCostsReason: 'Ingår i avtalet' }, stage('NV2', { before: undefined }))).toEqual([])
    expect(found({ ...whole, noCostsReason: 'Ingår i avtalet' }, stage('NV2'))).toEqual(['/noCostsReason costsContradicted'])
  })
})

describe.each(['NV2', 'NV3', 'NV4'] as const)('%s is held against the assessment before', (kind) => {
  it('and lets no line vanish', () => {
    const problems = findIncomplete(withLines(financialBenefit, cost), stage(kind))
    expect(problems.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/lines lineMissing'])
    expect(problems[0]?.message.sv).toContain('”Patienten vet att svaret har kommit”')
    expect(
      found(
        withLines(financialBenefit, { ...qualitativeBenefit, isRemoved: true, removalReason: 'Går inte att visa' }, cost),
        stage(kind),
      ),
    ).toEqual([])
  })

  it('but a line that was removed already may be left out', () => {
    const before = withLines(financialBenefit, { ...qualitativeBenefit, isRemoved: true, removalReason: 'Fel' }, cost)
    expect(found(withLines(financialBenefit, cost), stage(kind, { before }))).toEqual([])
  })

  it('and wants no second reason for a line that is removed, nor for one that comes back', () => {
    const changed = { perYear: { low: 100, likely: 150, high: 300 } }
    const removed = withLines(financialBenefit, qualitativeBenefit, {
      ...cost,
      ...changed,
      isRemoved: true,
      removalReason: 'Ingår i avtalet',
    })
    expect(found({ ...removed, noCostsReason: 'Ingår i avtalet' }, stage(kind))).toEqual([])
    const before = withLines(financialBenefit, qualitativeBenefit, { ...cost, isRemoved: true, removalReason: 'Fel' })
    expect(found(withLines(financialBenefit, qualitativeBenefit, { ...cost, ...changed }), stage(kind, { before }))).toEqual([])
  })

  it('and asks why a line says something else', () => {
    const lower = reckoned({ ...financialBenefit, perYear: { low: 100, likely: 150, high: 300 } })
    expect(found(withFirst(lower), stage(kind))).toEqual(['/lines/0/changeReason required'])
    expect(found(withFirst({ ...lower, changeReason: 'Nya priser' }), stage(kind))).toEqual([])
  })
})

it('asks for no reason when only the use or the rates under a line have moved its amounts', () => {
  expect(found(withFirst({ perYear: { low: 1, likely: 2, high: 3 } }), stage('NV3'))).toEqual([])
})

it('asks how soon a level is reached of a line that was written before it was asked for, and takes that for no change', () => {
  const before = withLines(financialBenefit, { ...qualitativeBenefit, levelHorizonYears: undefined }, cost)
  expect(found(before, stage('NV2', { before }))).toEqual(['/lines/1/levelHorizonYears required'])
  expect(found(whole, stage('NV2', { before }))).toEqual([])
})

describe('NV4 is measured', () => {
  const unmeasured = { measured: {} }

  it('asks for a measurement of each line with a measure, or why there is none', () => {
    expect(found(whole, stage('NV4', unmeasured))).toEqual(['/lines/0/notMeasuredReason measurementMissing'])
    expect(found(withFirst({ notMeasuredReason: 'Mäts i vår' }), stage('NV4', unmeasured))).toEqual([])
    expect(found(whole, stage('NV3', unmeasured))).toEqual([])
  })

  it('asks none of a line that has been removed', () => {
    const other = { ...financialBenefit, id: idOf(8), isRemoved: true, removalReason: 'Gäller inte' }
    expect(found(withLines(financialBenefit, qualitativeBenefit, cost, other), stage('NV4'))).toEqual([])
  })

  it('does not take the baseline for a measurement', () => {
    const measured = { [financialBenefit.id]: { count: 1, latest: { value: 600, measuredOn: '2026-05-15' } } }
    expect(found(whole, stage('NV4', { measured }))).toEqual(['/lines/0/notMeasuredReason measurementMissing'])
  })
})

it('says every problem in Swedish and English', () => {
  const broken: AssessmentContent = { summary: '', lines: [{ id: idOf(7), side: 'benefit', name: 'Tom' }] }
  const problems = findIncomplete(broken, stage('NV2'))
  expect(problems.length).toBeGreaterThan(5)
  for (const { message } of problems)
    expect(
      [message.sv, message.en].every((text) => /^\p{Lu}.+\.$/u.test(text)),
      message.sv,
    ).toBe(true)
})
