import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { assessmentCompleted } from '#contracts/events.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { calculationView } from '../application/reckon-assessment.ts'
import type { CalculationBasis } from '../domain/calculation/basis.ts'
import type { Driver } from '../domain/calculation/driver.ts'
import { createCaseDriver } from '../testing/case-driver.ts'
import type { CaseDriver } from '../testing/case-driver.ts'
import { financialBenefit, idOf } from '../testing/lines.ts'

/**
 * Figures that cannot be right, as a case officer would send them: a preview tells what is wrong and keeps nothing, a draft
 * keeps them as they are, and nobody can mark the assessment complete. Each is told with its line, its field and a remedy.
 */

let driver: CaseDriver

beforeEach(async () => {
  driver = createCaseDriver({ now: '2026-11-20T08:00:00.000Z' })
  await driver.deliver(driver.phaseEvents.received('ideas'))
})

const given = (value: number, unit: Driver['unit'], more: Partial<Driver> = {}): Driver => ({
  low: value,
  likely: value,
  high: value,
  unit,
  source: 'Tidboken',
  takenOn: '2026-11-02',
  ...more,
})

const goodDrivers: Readonly<Record<string, Driver>> = {
  volume: given(12_000, 'timesPerYear'),
  minutes: given(6, 'minutes'),
  rate: { unit: 'orePerHour', parameter: 'staff-2026' },
}

interface Sent {
  readonly drivers?: Readonly<Record<string, Driver>>
  readonly line?: object
  readonly calculation?: object
  readonly basis?: CalculationBasis
}

const goodBasis: CalculationBasis = {
  curves: [{ id: 'digital', form: 'table', years: [{ year: 1, low: 0.2, likely: 0.4, high: 0.5 }] }],
}

/** A line that is right stands first, so that the line at fault is told apart from it. */
const bodyOf = ({ drivers, line, calculation, basis }: Sent) => {
  const { perYear: _, ...benefit } = financialBenefit
  const whole = {
    ...benefit,
    kind: 'redistributed',
    calculation: { method: 'staffTime', drivers: goodDrivers, usage: { curve: 'digital', effect: 'scales' } },
  }
  const wrong = {
    ...whole,
    id: idOf(2),
    calculation: { ...whole.calculation, drivers: { ...goodDrivers, ...drivers }, ...calculation },
  }
  return { summary: 'Nyttan är större än kostnaden.', lines: [whole, { ...wrong, ...line }], basis: { ...goodBasis, ...basis } }
}

const problem = z.object({
  pointer: z.string(),
  code: z.string(),
  detail: z.string(),
  translations: z.object({ sv: z.string(), en: z.string() }).partial(),
})
const refusal = z.object({ code: z.string(), errors: z.array(problem) })

const told = (answer: ApiAnswer): string[] => refusal.parse(answer.body).errors.map(({ pointer, code }) => `${pointer} ${code}`)

const drivers = '/lines/1/calculation/drivers'

const bad: readonly (readonly [what: string, sent: Sent, problems: readonly string[], remedy: RegExp])[] = [
  [
    'a negative volume',
    { drivers: { volume: given(-12_000, 'timesPerYear') } },
    [`${drivers}/volume/low negative`, `${drivers}/volume/likely negative`, `${drivers}/volume/high negative`],
    /inte vara mindre än noll/,
  ],
  [
    'low above likely',
    { drivers: { minutes: given(6, 'minutes', { low: 7 }) } },
    [`${drivers}/minutes notOrdered`],
    /Lågt får inte vara över troligt/,
  ],
  [
    'likely above high',
    { drivers: { minutes: given(6, 'minutes', { high: 5 }) } },
    [`${drivers}/minutes notOrdered`],
    /troligt inte över högt/,
  ],
  [
    'a usage above 100 %',
    { basis: { curves: [{ id: 'digital', form: 'table', years: [{ year: 1, low: 0.5, likely: 0.8, high: 1.2 }] }] } },
    // Both lines lean on the curve, which is not whole.
    [
      '/basis/curves/0/years/0/high aboveWhole',
      '/lines/0/calculation/usage/curve unknownCurve',
      '/lines/1/calculation/usage/curve unknownCurve',
    ],
    /större än 100 %/,
  ],
  ['a line without actor', { line: { organisation: undefined } }, ['/lines/1/organisation required'], /Välj den organisation/],
  [
    'mixed price levels',
    { drivers: { rate: given(45_000, 'orePerHour', { priceYear: 2019 }) } },
    [`${drivers}/rate/priceYear mixedPriceLevels`],
    /Räkna om beloppet eller byt kalkylens prisnivå/,
  ],
  [
    'a parameter that was not valid on the day',
    // The discount rate held then; the staff cost did not yet.
    { basis: { parametersOn: '2025-06-01' }, drivers: { rate: { unit: 'orePerHour', parameter: 'staff-2026' } } },
    ['/lines/0/calculation/drivers/rate/parameter parameterNotValid', `${drivers}/rate/parameter parameterNotValid`],
    /Välj en som gällde då/,
  ],
  [
    'a day on which the county had no discount rate',
    { basis: { parametersOn: '2020-01-01' }, drivers: { rate: given(45_000, 'orePerHour') } },
    ['/basis/parametersOn parameterNotValid', '/lines/0/calculation/drivers/rate/parameter parameterNotValid'],
    /Välj en senare dag/,
  ],
  [
    'a unit that does not fit',
    { drivers: { minutes: given(6, 'kilometres') } },
    [`${drivers}/minutes/unit wrongUnit`],
    /här ska det vara minuter/,
  ],
  [
    'a driver that the method does not have',
    { drivers: { share: given(0.5, 'share') } },
    [`${drivers}/share unknownDriver`],
    /Ta bort den eller byt metod/,
  ],
  [
    'an old way that ends at more than everybody',
    { calculation: { usage: { curve: 'digital', effect: 'until', share: 1.5 } } },
    ['/lines/1/calculation/usage/share required'],
    /1–100 %/,
  ],
]

describe.each(bad)('%s', (_, sent, problems, remedy) => {
  it('is told by the preview, which keeps nothing', async () => {
    const answer = await driver.call('previewCalculation', { kind: 'NV1', body: bodyOf(sent) })
    expect(answer.status).toBe(200)
    const { problems: found } = calculationView.parse(answer.body)
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(problems)
    expect(found.some(({ message }) => remedy.test(message.sv))).toBe(true)
    for (const { message } of found) expect(message.en.length).toBeGreaterThan(10)
    expect(await driver.read('NV1')).toMatchObject({ version: 0, status: 'empty', lines: [] })
    expect(driver.emitted()).toEqual([])
  })

  it('stays a draft: completing it is refused with line, field and remedy, and the phase hears nothing', async () => {
    await driver.save('NV1', bodyOf(sent))
    const answer = await driver.call('completeAssessment', { kind: 'NV1', ifMatch: 1 })
    expect(answer).toMatchObject({ status: 422, body: { code: 'assessmentIncomplete' } })
    expect(new Set(told(answer))).toEqual(new Set(problems))
    const { errors } = refusal.parse(answer.body)
    expect(errors.some(({ detail }) => remedy.test(detail))).toBe(true)
    expect(await driver.read('NV1')).toMatchObject({ version: 1, status: 'draft' })
    expect(driver.emittedOf(assessmentCompleted)).toEqual([])
  })
})

describe('the same assessment with everything right', () => {
  it('is reckoned without a remark, and is complete', async () => {
    const previewed = calculationView.parse((await driver.call('previewCalculation', { kind: 'NV1', body: bodyOf({}) })).body)
    expect(previewed.problems).toEqual([])
    await driver.save('NV1', bodyOf({}))
    expect(await driver.call('completeAssessment', { kind: 'NV1', ifMatch: 1 })).toMatchObject({ status: 200 })
  })

  it('is never edited once it is frozen, and says where to write instead', async () => {
    await driver.freeze('ideas', 'NV1', bodyOf({}))
    await driver.deliver(driver.phaseEvents.received('matching'))
    const before = await driver.read('NV1')
    const answer = await driver.call('saveAssessment', {
      kind: 'NV1',
      ifMatch: before.version,
      body: bodyOf({ line: { name: 'Ny' } }),
    })
    expect(answer).toMatchObject({ status: 409, body: { code: 'assessmentFrozen' } })
    expect(answer.text).toContain('nästa nyttovärdering')
    expect(await driver.read('NV1')).toEqual(before)
  })
})
