import { beforeEach, describe, expect, it } from 'vitest'
import { caseId as toCaseId } from '#contracts/ids.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { benefitsIndexes } from '../adapters/benefits-table.ts'
import { caseId, createCaseDriver, header } from '../testing/case-driver.ts'
import type { CaseDriver } from '../testing/case-driver.ts'
import { financialBenefit, idOf } from '../testing/lines.ts'

/** Today is 20 November 2026. */
let driver: CaseDriver

const idOfCase = (number: number) => toCaseId.parse(`01930000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`)

const planned = (by: string, more: object = {}) => ({
  ...financialBenefit,
  baseline: undefined,
  baselinePlan: { by, how: 'Ekonomisystemet' },
  ...more,
})

/** A case with a number, and lines whose baselines are due on some days. */
const begin = async (number: number, lines: object[], organisation = 'vasterviks-kommun') => {
  const id = idOfCase(number)
  const received = driver.phaseEvents.received('ideas')
  const of = { ...header, caseId: id, caseNumber: `KLM-2026-00${number}`, organisation }
  await driver.deliver({ ...received, subject: id, data: { ...received.data, case: of } })
  const saved = await driver.call('saveAssessment', {
    caseId: id,
    kind: 'NV1',
    body: { summary: 'Porto', lines: lines.map((line, index) => ({ ...line, id: idOf(number * 10 + index) })) },
    ifMatch: 0,
  })
  expect(saved.status, saved.text).toBe(200)
}

beforeEach(async () => {
  driver = createCaseDriver({ table: createMemoryTable(benefitsIndexes) })
  await begin(10, [planned('2026-12-01'), planned('2027-06-30')])
  await begin(11, [planned('2026-10-31', { owner: 'Vårdchefen' }), planned('2026-12-15')])
  await begin(12, [planned('2027-03-01')], 'kalmar-kommun')
  await begin(13, [{ side: 'benefit', name: 'Utan mått' }])
})

interface Listed {
  readonly cases: readonly { readonly case: { caseNumber: string }; readonly measures: readonly { dueOn: string }[] }[]
}

const list = async (query: Record<string, string> = {}) => {
  const { status, body, headers } = await driver.call('listMeasures', { query })
  expect(status).toBe(200)
  // As the route's schema says.
  const shown = (body as Listed).cases.map(
    ({ case: of, measures }) => `${of.caseNumber.slice(-2)}: ${measures.map(({ dueOn }) => dueOn).join(' ')}`,
  )
  return { shown, next: headers['link'] }
}

describe('what is to be measured', () => {
  it.each([
    ['everything, the most urgent case first', {}, ['11: 2026-10-31 2026-12-15', '10: 2026-12-01 2027-06-30', '12: 2027-03-01']],
    ['what has been missed', { status: 'missed' }, ['11: 2026-10-31']],
    ['what is due, also in a case where something has been missed', { status: 'due' }, ['11: 2026-12-15', '10: 2026-12-01']],
    ['what comes later', { status: 'upcoming' }, ['10: 2027-06-30', '12: 2027-03-01']],
    ['of one organisation', { organisation: 'kalmar-kommun' }, ['12: 2027-03-01']],
    ['of one organisation and status', { organisation: 'kalmar-kommun', status: 'missed' }, []],
    ['of one benefit owner', { owner: 'vårdchefen ' }, ['11: 2026-10-31']],
  ])('%s', async (_, query, expected) => {
    expect((await list(query)).shown).toEqual(expected)
  })

  it('comes page by page, and a page is filled past cases that show nothing', async () => {
    const first = await list({ status: 'upcoming', limit: '1' })
    expect(first.shown).toEqual(['10: 2027-06-30'])
    const cursor = new URL(first.next?.match(/<(.+)>/)?.[1] ?? '', 'https://here.invalid').searchParams.get('cursor') ?? ''
    expect((await list({ status: 'upcoming', limit: '1', cursor })).shown).toEqual(['12: 2027-03-01'])
  })

  it('is told of one case as it stands, with what has been missed', async () => {
    expect((await driver.call('listCaseMeasures', { caseId: idOfCase(11) })).body).toMatchObject({
      case: { caseNumber: 'KLM-2026-0011' },
      measures: [
        { kind: 'baseline', dueOn: '2026-10-31', status: 'missed', owner: 'Vårdchefen', measure: financialBenefit.measure },
        { dueOn: '2026-12-15', status: 'due' },
      ],
    })
    expect((await driver.call('listCaseMeasures', { caseId })).status).toBe(404)
  })

  it('is gone once it has been measured, and when the case rests', async () => {
    const body = { lineId: idOf(110), measuredOn: '2026-11-20', value: 600, source: 'Ekonomisystemet' }
    expect((await driver.call('recordMeasurement', { caseId: idOfCase(11), body })).status).toBe(201)
    expect((await list({ status: 'missed' })).shown).toEqual([])
    await driver.deliver({ ...driver.phaseEvents.held('ideas'), subject: idOfCase(12) })
    expect((await list({ organisation: 'kalmar-kommun' })).shown).toEqual([])
  })
})

it.each([
  ['stopped at its review', 'stopped', []],
  ['completed', 'completed', ['12: 2027-03-01']],
] as const)('a case that was %s asks for %3$j', async (_, end, expected) => {
  const { phaseEvents } = driver
  const subject = idOfCase(12)
  const received = phaseEvents.received('followup')
  await driver.deliver({ ...received, subject })
  await driver.deliver({ ...(end === 'stopped' ? phaseEvents.stopped('followup') : phaseEvents.completed()), subject })
  expect((await list({ organisation: 'kalmar-kommun' })).shown).toEqual(expected)
})

describe('the portfolio of benefits', () => {
  it('counts what is planned and missed before anything is promised', async () => {
    expect((await driver.call('readBenefitPortfolio')).body).toMatchObject({
      asOf: '2026-11-20',
      county: { cases: 0, measures: { planned: 5, missed: 1 } },
    })
  })

  it('lists cases with something promised, of an organisation that has a part in it', async () => {
    expect((await driver.call('listBenefitPortfolioCases')).body).toEqual({ cases: [] })
    await driver.deliver(driver.phaseEvents.received('ideas'))
    const whole = { ...financialBenefit, organisation: 'oskarshamns-kommun' }
    await driver.freeze('ideas', 'NV1', { summary: 'Porto', noCostsReason: 'Inga', lines: [whole] })
    const ofOne = (organisation: string) => driver.call('listBenefitPortfolioCases', { query: { organisation } })
    expect((await ofOne('oskarshamns-kommun')).body).toMatchObject({
      cases: [
        {
          case: { caseNumber: header.caseNumber },
          promisedIn: 'NV1',
          shares: [{ organisation: 'oskarshamns-kommun', promised: { financial: { benefits: 200, costs: 0 } } }],
        },
      ],
    })
    expect((await ofOne('kalmar-kommun')).body).toEqual({ cases: [] })
    expect((await driver.call('readBenefitPortfolio')).body).toMatchObject({
      county: { cases: 1, promised: { financial: { benefits: 200, costs: 0 } }, decided: { financial: { benefits: 0 } } },
    })
  })
})
