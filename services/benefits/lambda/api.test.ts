import { beforeEach, describe, expect, it } from 'vitest'
import { assessmentCompleted } from '#contracts/events.ts'
import { assessmentKinds, roles, staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import {
  caseOfficer,
  colleague,
  everyRole,
  municipalOfficer,
  nobody,
  otherMunicipalOfficer,
  personaOf,
  procurementOfficer,
  specialists,
} from '#lambda/testing/personas.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { akBrevBenefits } from '../../../demo/ak-brev/benefits.ts'
import { parametersView } from '../application/read-parameters.ts'
import { calculationView } from '../application/reckon-assessment.ts'
import { limits } from '../domain/limits.ts'
import { benefitsProblems } from '../refusals.ts'
import { benefitsRoutes } from '../routes.ts'
import type { BenefitsRoutes } from '../routes.ts'
import { caseId, createCaseDriver } from '../testing/case-driver.ts'
import type { Call, CaseDriver } from '../testing/case-driver.ts'
import { financialBenefit, idOf, reckoned } from '../testing/lines.ts'
import { create } from './api.ts'

const { NV1, NV2 } = akBrevBenefits
type OperationId = keyof BenefitsRoutes
const operationIds = Object.keys(benefitsRoutes) as OperationId[] // the keys of a literal

let driver: CaseDriver

beforeEach(async () => {
  driver = createCaseDriver()
  await driver.deliver(driver.phaseEvents.received('ideas'))
})

const measurable = {
  ...NV1.lines[0],
  measure: 'Portokostnad per år',
  unit: 'kr',
  baseline: { value: 600, takenOn: '2026-05-15' },
}
const measurement = { lineId: measurable.id, measuredOn: '2026-11-01', value: 500, source: 'Ekonomisystemet' }

/** A call of each route that succeeds on a case with a saved NV1. */
const goodCalls: Record<OperationId, Call> = {
  listAssessments: {},
  readAssessment: { kind: 'NV1' },
  listAssessmentVersions: { kind: 'NV1' },
  saveAssessment: { kind: 'NV1', body: NV1, ifMatch: 1 },
  completeAssessment: { kind: 'NV1', ifMatch: 1 },
  reopenAssessment: { kind: 'NV1', ifMatch: 1 },
  previewCalculation: { kind: 'NV1', body: NV1 },
  readCalculation: { kind: 'NV1' },
  readBenefitParameters: {},
  listBenefitTemplates: {},
  proposeFromTemplate: {
    templateId: 'webBooking',
    body: { organisation: 'region-kalmar', language: 'sv', answers: {} },
  },
  compareAssessments: { query: { from: 'NV1', to: 'NV1' } },
  readWaterfall: {},
  listOutcomes: {},
  listMeasurements: {},
  recordMeasurement: { body: measurement },
  listMeasures: {},
  listCaseMeasures: {},
  previewMeasurementImport: { body: { rows: [{ caseId, ...measurement }] } },
  importMeasurements: { body: { rows: [{ caseId, ...measurement }] } },
  readBenefitPortfolio: {},
  listBenefitPortfolioCases: {},
}

const saveMeasurable = () => driver.save('NV1', { ...NV1, lines: [measurable, ...NV1.lines.slice(1)] })

describe.each(operationIds)('%s', (operationId) => {
  const route = benefitsRoutes[operationId]
  const allowed: readonly Role[] = route.access
  const good = goodCalls[operationId]

  beforeEach(saveMeasurable)

  it('answers as its schema says', async () => {
    const { status, body, text } = await driver.call(operationId, good)
    expect(status, text).toBe(route.response.status)
    expect(route.response.body.safeParse(body).error).toBeUndefined()
  })

  it.each(everyRole.map((actor) => [actor.roles[0], actor] as const))('as %s', async (role, actor) => {
    const { status, body } = await driver.call(operationId, { ...good, as: actor })
    const isAllowed = role !== undefined && allowed.includes(role)
    expect(status).toBe(isAllowed ? route.response.status : 403)
    if (!isAllowed) expect(body).toMatchObject({ code: 'roleNotAllowed' })
  })

  it('is closed to who has no role, and to who has not signed in', async () => {
    expect(await driver.call(operationId, { ...good, as: nobody })).toMatchObject({ status: 403 })
    expect(await driver.call(operationId, { ...good, as: undefined })).toMatchObject({
      status: 401,
      body: { code: 'notAuthenticated' },
    })
  })

  if (!(route.path as string).includes('{caseId}')) return

  it('does not know other cases', async () => {
    const answer = await driver.call(operationId, { ...good, caseId: '01930000-0000-7000-8000-0000000000ff' })
    expect(answer).toMatchObject({ status: 404, body: { code: 'caseNotFound', type: '/problems/case-not-found' } })
  })

  it('refuses an address that is no case, and fields that do not exist', async () => {
    expect(await driver.call(operationId, { ...good, caseId: 'KLM-2026-0042' })).toMatchObject({
      status: 400,
      body: { code: 'invalidRequest' },
    })
    if (good.body) {
      const answer = await driver.call(operationId, { ...good, body: { ...good.body, unknown: 1 } })
      expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: 'unknownField' }] } })
    }
  })
})

describe('who may, beside the role', () => {
  it.each([
    ['the owning organisation', municipalOfficer, 200],
    ["the county's lead organisation", caseOfficer, 200],
    ['another organisation', otherMunicipalOfficer, 403],
    ['procurement of the lead organisation', procurementOfficer, 200],
    ['a specialist', specialists.economy, 200],
    ['a specialist of another organisation', { ...specialists.mta, organisation: otherMunicipalOfficer.organisation }, 200],
    ['procurement of another organisation', { ...procurementOfficer, organisation: otherMunicipalOfficer.organisation }, 403],
  ])('%s writes: %3$s', async (_, actor, status) => {
    expect(await driver.call('saveAssessment', { kind: 'NV1', body: NV1, ifMatch: 0, as: actor })).toMatchObject({ status })
  })

  it('only officers of the owning or the lead organisation mark complete and reopen', async () => {
    const both = { ...otherMunicipalOfficer, roles: ['caseOfficer', 'specialist'] satisfies Role[] }
    await driver.save('NV1', NV1)
    expect(await driver.call('completeAssessment', { kind: 'NV1', ifMatch: 1, as: both })).toMatchObject({
      status: 403,
      body: { code: 'notYourCase' },
    })
    expect(await driver.call('completeAssessment', { kind: 'NV1', ifMatch: 1, as: municipalOfficer })).toMatchObject({
      status: 200,
    })
    expect(await driver.call('reopenAssessment', { kind: 'NV1', ifMatch: 2, as: both })).toMatchObject({
      status: 403,
      body: { code: 'notYourCase' },
    })
  })

  it('the roles are those that the flow names', () => {
    const rolesOf = (operationId: OperationId): Role[] =>
      roles.filter((role) => (benefitsRoutes[operationId].access as readonly Role[]).includes(role))
    expect(rolesOf('saveAssessment')).toEqual(['caseOfficer', 'procurementOfficer', 'specialist'])
    expect(rolesOf('completeAssessment')).toEqual(['caseOfficer'])
    expect(rolesOf('recordMeasurement')).toEqual(['caseOfficer', 'specialist'])
    expect(rolesOf('readAssessment')).toEqual([...staffRoles])
    expect(personaOf('specialist').roles).toEqual(['specialist'])
  })
})

describe('versions', () => {
  it('an empty assessment is version 0, and every change gives the next', async () => {
    const empty = await driver.call('readAssessment', { kind: 'NV1' })
    expect(empty).toMatchObject({ headers: { etag: '"0"' }, body: { status: 'empty', version: 0, lines: [] } })
    const saved = await driver.call('saveAssessment', { kind: 'NV1', body: NV1, ifMatch: 0 })
    expect(saved).toMatchObject({
      headers: { etag: '"1"' },
      body: { status: 'draft', version: 1, savedBy: { name: caseOfficer.name } },
    })
    const completed = await driver.call('completeAssessment', { kind: 'NV1', ifMatch: 1 })
    expect(completed).toMatchObject({ headers: { etag: '"2"' }, body: { status: 'complete', version: 2 } })
  })

  it.each(['saveAssessment', 'completeAssessment', 'reopenAssessment'] as const)(
    '%s needs the one that was read',
    async (operationId) => {
      await driver.save('NV1', NV1)
      await driver.save('NV1', NV1)
      const { ifMatch: _, ...unconditional } = goodCalls[operationId]
      expect(await driver.call(operationId, unconditional)).toMatchObject({ status: 428, body: { code: 'preconditionRequired' } })
      expect(await driver.call(operationId, { ...unconditional, ifMatch: 1 })).toMatchObject({
        status: 412,
        body: { code: 'staleVersion' },
      })
      expect(await driver.call(operationId, { ...unconditional, headers: { 'if-match': '*' } })).toMatchObject({
        status: 400,
        body: { code: 'malformedIfMatch' },
      })
      expect(await driver.call(operationId, { ...unconditional, ifMatch: 2 })).toMatchObject({ status: 200 })
    },
  )
})

type Setup = () => Promise<unknown>

const frozenNv1: Setup = async () => {
  await driver.freeze('ideas', 'NV1', NV1)
  await driver.deliver(driver.phaseEvents.received('matching'))
}
const awaiting: Setup = () => driver.freeze('ideas', 'NV1', NV1)
const onHold: Setup = () => driver.deliver(driver.phaseEvents.held('ideas'))
const closed: Setup = () => driver.deliver(driver.phaseEvents.stopped('ideas'))
const saved: Setup = () => driver.save('NV1', NV1)
const nothing: Setup = async () => undefined

const withLine = (fields: object) => ({ ...NV1, lines: [{ ...NV1.lines[0], ...fields }] })
const long = { method: 'x'.repeat(limits.methodCharacters), levelReason: 'x'.repeat(limits.reasonCharacters), id: undefined }
const tooLarge = { ...NV1, lines: Array.from({ length: 60 }, () => ({ ...NV1.lines[0], ...long })) }
const measure = (more: object): Call => ({ body: { ...measurement, ...more } })

const manyCases: Call = {
  body: { rows: Array.from({ length: limits.importedCases + 1 }, (_, index) => ({ ...measurement, caseId: idOf(index) })) },
}

const mark = (kind: 'NV1' | 'NV2', ifMatch: number): Call => ({ kind, ifMatch })
const save = (kind: 'NV1' | 'NV2', body: unknown = kind === 'NV1' ? NV1 : NV2): Call => ({ kind, body, ifMatch: 0 })

const locks = (call: (kind: 'NV1' | 'NV2') => Call): [string, Setup, Call][] => [
  ['assessmentFrozen', frozenNv1, call('NV1')],
  ['assessmentNotInTurn', nothing, call('NV2')],
  ['decisionPending', awaiting, call('NV1')],
  ['caseOnHold', onHold, call('NV1')],
  ['caseClosed', closed, call('NV1')],
]

/** One way to each refusal that a route declares, beside those of every route. */
const refusals: Partial<Record<OperationId, [string, Setup, Call][]>> = {
  readAssessment: [['versionNotFound', saved, { kind: 'NV1', query: { version: '2' } }]],
  proposeFromTemplate: [
    [
      'templateNotFound',
      nothing,
      { templateId: 'telegraph', body: { organisation: 'region-kalmar', language: 'sv', answers: {} } },
    ],
  ],
  readCalculation: [['versionNotFound', saved, { kind: 'NV1', query: { version: '2' } }]],
  saveAssessment: [
    ['notYourCase', nothing, { ...save('NV1'), as: otherMunicipalOfficer }],
    ...locks((kind) => save(kind)),
    ['assessmentInvalid', nothing, save('NV1', withLine({ organisation: 'region-skane' }))],
    ['assessmentTooLarge', nothing, save('NV1', tooLarge)],
  ],
  completeAssessment: [
    ['notYourCase', saved, { ...mark('NV1', 1), as: otherMunicipalOfficer }],
    ...locks((kind) => mark(kind, 1)),
    ['assessmentEmpty', nothing, mark('NV1', 0)],
    ['assessmentIncomplete', () => driver.save('NV1', withLine({ kind: undefined })), mark('NV1', 1)],
  ],
  reopenAssessment: [
    ['notYourCase', saved, { ...mark('NV1', 1), as: otherMunicipalOfficer }],
    ...locks((kind) => mark(kind, 1)),
    ['assessmentEmpty', nothing, mark('NV1', 0)],
  ],
  previewMeasurementImport: [['tooManyCases', nothing, manyCases]],
  importMeasurements: [
    ['tooManyCases', nothing, manyCases],
    ['importRefused', saveMeasurable, { body: { rows: [{ caseId, ...measurement, unit: 'timmar' }] } }],
  ],
  compareAssessments: [['assessmentEmpty', saved, { query: { from: 'NV1', to: 'NV2' } }]],
  recordMeasurement: [
    ['notYourCase', saveMeasurable, { ...measure({}), as: otherMunicipalOfficer }],
    ['lineNotFound', saveMeasurable, measure({ lineId: caseId })],
    ['lineWithoutMeasure', saveMeasurable, measure({ lineId: NV1.lines[1]?.id })],
    ['measuredInFuture', saveMeasurable, measure({ measuredOn: '2026-11-21' })],
    ['measuredBeforeBaseline', saveMeasurable, measure({ measuredOn: '2026-05-14' })],
    [
      'tooManyMeasurements',
      async () => {
        await saveMeasurable()
        for (let count = 0; count < limits.measurementsPerLine; count += 1) {
          await driver.call('recordMeasurement', measure({ value: count }))
        }
      },
      measure({}),
    ],
  ],
}

describe('refusals', () => {
  it('are all told here, in so far as routes declare them', () => {
    for (const operationId of operationIds) {
      const told = new Set((refusals[operationId] ?? []).map(([code]) => code))
      expect(told, operationId).toEqual(new Set(benefitsRoutes[operationId].refusals.filter((code) => code !== 'caseNotFound')))
    }
  })

  const all = Object.entries(refusals).flatMap(([operationId, rows]) =>
    rows.map(([code, setUp, call]) => [operationId as OperationId, code, setUp, call] as const),
  ) // the keys of the table

  it.each(all)('%s: %s', async (operationId, code, setUp, call) => {
    await setUp()
    const before = driver.emitted().length
    const { status, body } = await driver.call(operationId, call)
    expect(body).toMatchObject({ code })
    expect(status).toBe(benefitsProblems[code as keyof typeof benefitsProblems].status) // a code of the table, checked above
    expect(driver.emitted()).toHaveLength(before)
  })
})

describe('a body', () => {
  it('with a personal identity number is refused, and nothing is kept', async () => {
    const answer = await driver.call('saveAssessment', save('NV1', withLine({ owner: 'Verksamhetschefen 19850709-9805' })))
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'personalIdentityNumber', errors: [{ pointer: '/lines/0/owner' }] },
    })
    expect(await driver.read('NV1')).toMatchObject({ status: 'empty' })
    expect(driver.runtime.logLines.join('\n')).not.toContain('9805')
  })

  it('has at most a hundred lines', async () => {
    const line = { side: 'benefit', name: 'Nytta' }
    const lines = (count: number) => ({ summary: '', lines: Array.from({ length: count }, () => line) })
    expect(await driver.call('saveAssessment', save('NV1', lines(101)))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/lines', code: 'tooBig' }] },
    })
    expect(await driver.call('saveAssessment', save('NV1', lines(100)))).toMatchObject({ status: 200 })
  })

  it('that was read can be sent back as it is', async () => {
    await driver.save('NV1', NV1)
    const { summary, lines } = await driver.read('NV1')
    expect(await driver.save('NV1', { summary, lines })).toMatchObject({ version: 2, lines })
  })

  it('of an unfinished assessment says in both languages where and what, under a pointer into what was saved', async () => {
    await driver.save('NV1', withLine({ perYear: { low: 1, likely: 2 } }))
    const { body } = await driver.call('completeAssessment', { ...mark('NV1', 1), headers: { 'accept-language': 'en' } })
    expect(body).toMatchObject({
      title: 'The assessment is not finished',
      errors: [
        {
          pointer: '/lines/0/perYear/high',
          code: 'required',
          detail: 'Give an amount per year.',
          translations: { sv: 'Ange ett belopp per år.' },
        },
      ],
    })
  })
})

describe('an Idempotency-Key', () => {
  const key = { headers: { 'idempotency-key': 'measurement-1' } }

  it('makes a measurement once, however often it is sent', async () => {
    await saveMeasurable()
    const first = await driver.call('recordMeasurement', { ...measure({}), ...key })
    const again = await driver.call('recordMeasurement', { ...measure({}), ...key })
    expect(again).toMatchObject({ status: 201, body: first.body, headers: { 'idempotency-replayed': 'true' } })
    expect((await driver.call('listMeasurements')).body).toMatchObject({ measurements: [{ value: 500 }] })
    expect(await driver.call('recordMeasurement', { ...measure({ value: 1 }), ...key })).toMatchObject({
      status: 422,
      body: { code: 'idempotencyKeyReused' },
    })
  })

  it('answers a repeated completion as the first, with the version that it gave', async () => {
    await driver.save('NV1', NV1)
    const complete = () => driver.call('completeAssessment', { ...mark('NV1', 1), ...key })
    await complete()
    expect(await complete()).toMatchObject({ status: 200, headers: { etag: '"2"' }, body: { status: 'complete', version: 2 } })
  })
})

describe('lists', () => {
  it('show all four assessments, the empty ones too', async () => {
    await driver.save('NV1', NV1)
    const { body } = await driver.call('listAssessments')
    expect(body).toMatchObject({
      assessments: assessmentKinds.map((kind) =>
        kind === 'NV1' ? { kind, status: 'draft', version: 1, lines: 5 } : { kind, status: 'empty', version: 0, lines: 0 },
      ),
      isEditable: 'NV1',
    })
  })

  it('page through measurements, of one line or of all', async () => {
    const second = { ...NV1.lines[1], measure: 'Tid', unit: 'minuter' }
    await driver.save('NV1', { ...NV1, lines: [measurable, second] })
    for (const [lineId, day] of [
      [second.id, '01'],
      [measurable.id, '03'],
      [measurable.id, '02'],
    ]) {
      await driver.call('recordMeasurement', measure({ lineId, measuredOn: `2026-11-${day}` }))
    }
    const daysOf = (body: unknown) =>
      (body as { measurements: { measuredOn: string }[] }).measurements.map(({ measuredOn }) => measuredOn) // as the route's schema says
    const page = await driver.call('listMeasurements', { query: { limit: '2' } })
    expect(daysOf(page.body)).toEqual(['2026-11-02', '2026-11-03'])
    const cursor =
      new URL(page.headers['link']?.match(/<(.*)>; rel="next"/)?.[1] ?? '', 'https://api.example').searchParams.get('cursor') ??
      ''
    const rest = await driver.call('listMeasurements', { query: { limit: '2', cursor } })
    expect(daysOf(rest.body)).toEqual(['2026-11-01'])
    expect(rest.headers['link']).toBeUndefined()
    const ofOne = await driver.call('listMeasurements', { query: { lineId: second.id ?? '' } })
    expect(daysOf(ofOne.body)).toEqual(['2026-11-01'])
    expect((ofOne.body as { lines: unknown[] }).lines).toHaveLength(1) // as above
  })

  it('page through versions', async () => {
    await driver.save('NV1', NV1)
    await driver.save('NV1', NV1)
    const page = await driver.call('listAssessmentVersions', { kind: 'NV1', query: { limit: '1' }, as: colleague })
    expect(page.body).toMatchObject({ versions: [{ version: 2 }] })
    expect(page.headers['link']).toContain('rel="next"')
  })
})

describe('the calculation', () => {
  const reckonedLine = { ...reckoned(financialBenefit), id: measurable.id }
  const body = { ...NV1, lines: [reckonedLine] }
  const calculationOf = ({ body: answered }: ApiAnswer) => calculationView.parse(answered)

  it('is previewed without anything being stored', async () => {
    const previewed = calculationOf(await driver.call('previewCalculation', { kind: 'NV1', body }))
    expect(previewed.bands).toEqual([{ lineId: measurable.id, low: 100, likely: 200, high: 300 }])
    expect(previewed.calculation.inHand.net).toEqual([0, 200, 200, 200, 200, 200])
    expect(await driver.call('readAssessment', { kind: 'NV1' })).toMatchObject({ body: { version: 0, status: 'empty' } })
  })

  it('of a preview tells what is wrong and reckons the rest', async () => {
    const broken = { ...reckonedLine, id: undefined, calculation: { method: 'staffTime', drivers: {} } }
    const previewed = calculationOf(
      await driver.call('previewCalculation', { kind: 'NV1', body: { ...body, lines: [reckonedLine, broken] } }),
    )
    expect(previewed.bands).toHaveLength(1)
    expect(previewed.problems.map(({ pointer }) => pointer)).toEqual([
      '/lines/1/calculation/drivers/volume',
      '/lines/1/calculation/drivers/minutes',
      '/lines/1/calculation/drivers/rate',
    ])
  })

  it('gives the line its band per year, whatever was sent beside it', async () => {
    await driver.save('NV1', { ...body, lines: [{ ...reckonedLine, perYear: { low: 1, likely: 1, high: 1 } }] })
    expect((await driver.read('NV1')).lines[0]?.perYear).toEqual({ low: 100, likely: 200, high: 300 })
  })

  it('of a complete assessment is the same a year later, and the phase has been told it', async () => {
    await driver.save('NV1', body)
    await driver.call('completeAssessment', { kind: 'NV1', ifMatch: 1 })
    const now = calculationOf(await driver.call('readCalculation', { kind: 'NV1' }))
    driver.runtime.clock.set('2027-11-20T08:00:00.000Z')
    expect(calculationOf(await driver.call('readCalculation', { kind: 'NV1' }))).toEqual(now)
    const [told] = driver.emittedOf(assessmentCompleted)
    expect(told?.snapshot.calculation?.inHand.netPresentValue).toBe(now.calculation.inHand.netPresentValue)
    expect(told?.snapshot.calculation?.inHand.p50).toBe(now.calculation.uncertainty.inHand.p50)
  })

  it('comes with the methods, units and rates that a form needs', async () => {
    const { methods, parameters } = parametersView.parse((await driver.call('readBenefitParameters', {})).body)
    expect(methods.find(({ id }) => id === 'staffTime')?.drivers.map(({ key, unit }) => [key, unit])).toEqual([
      ['volume', 'timesPerYear'],
      ['minutes', 'minutes'],
      ['rate', 'orePerHour'],
    ])
    expect(parameters.discountRates[0]).toMatchObject({ rate: 0.03, validFrom: '2024-05-08' })
  })

  it('of lines that contradict the county’s strategy or themselves is refused at saving', async () => {
    const chain = { effects: [{ id: 'a', name: 'A', follows: ['a'] }], goals: [{ id: 'g', strategyGoal: 'profit' }] }
    const answer = await driver.call('saveAssessment', { kind: 'NV1', ifMatch: 0, body: { ...body, chain } })
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'assessmentInvalid', errors: [{ code: 'circle' }, { code: 'unknownGoal' }] },
    })
  })
})

it('hides a fault behind a 500 that tells nothing', async () => {
  const broken = { ...createMemoryTable(), get: () => Promise.reject(new Error('secret host name')) }
  const { status, text } = await createCaller(create(createTestRuntime(), broken))({
    as: caseOfficer,
    method: 'GET',
    path: benefitsRoutes.listAssessments.path,
    parameters: { caseId },
  })
  expect(status).toBe(500)
  expect(text).not.toContain('secret')
})
