import { beforeEach, describe, expect, it } from 'vitest'
import {
  claimJudged,
  companyRegistered,
  evaluationExpired,
  evaluationRecorded,
  productPublished,
  productWithdrawn,
} from '#contracts/catalogue-events.ts'
import { caseOfficer, curator, municipalOfficer, otherSupplier, resident, supplier } from '#lambda/testing/personas.ts'
import type { ShownProduct } from '../domain/products/shown-product.ts'
import { companyContent, createOfferDriver, evaluationContent, productContent } from '../testing/offer-driver.ts'
import type { OfferDriver } from '../testing/offer-driver.ts'

/** What suppliers, curators and organisations rely on in the catalogue. */

let driver: OfferDriver
let companyId: string
beforeEach(async () => {
  driver = createOfferDriver()
  companyId = await driver.register()
})

interface View {
  readonly productId: string
  readonly content: { readonly name: string }
  readonly claims: readonly {
    readonly claim: string
    readonly status: string
    readonly reason?: string
    readonly basis?: string
  }[]
  readonly evaluations: number
}

const listed = async (query: Record<string, string> = {}): Promise<View[]> =>
  (await driver.made<{ products: View[] }>('listProducts', { query })).products
const namesOf = (views: readonly View[]): string[] => views.map(({ content }) => content.name)
const read = (productId: string): Promise<View> => driver.made<View>('readProduct', { parameters: { productId } })
const statusOf = async (productId: string, claim: string) =>
  (await read(productId)).claims.find((one) => one.claim === claim)?.status
const edition = async (productId: string): Promise<number> =>
  (await driver.made<{ edition: number }>('readOwnProduct', { as: supplier, parameters: { productId } })).edition
const change = async (productId: string, more: object): Promise<void> => {
  const parameters = { productId }
  await driver.made('saveProduct', {
    as: supplier,
    parameters,
    body: { ...productContent, ...more },
    ifMatch: await edition(productId),
  })
  await driver.made('publishProduct', { as: supplier, parameters, body: {}, ifMatch: await edition(productId) })
}
const interfaceClaim = 'interface:HL7 FHIR R4'
const requirementClaim = 'requirement:KB-INT-001'

describe('a company', () => {
  it('is one for its number, also when two register at the same moment', async () => {
    const body = { ...companyContent, number: '202100-5489' }
    const answers = await Promise.all([supplier, otherSupplier].map((as) => driver.call('registerCompany', { as, body })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(driver.emitted().filter(({ type }) => type === companyRegistered.type)).toHaveLength(2)
  })

  it('with a personal identity number is refused before anything is stored', async () => {
    const before = JSON.stringify(driver.table.rows())
    expect(
      await driver.call('registerCompany', { as: supplier, body: { ...companyContent, number: '19850709-9805' } }),
    ).toMatchObject({
      status: 422,
      body: { code: 'personalIdentityNumber' },
    })
    expect(JSON.stringify(driver.table.rows())).toBe(before)
  })

  it('shows its size class to all, and the figures behind it to its own people alone', async () => {
    const open = await driver.call('readCompany', { parameters: { companyId } })
    expect(open.body).toMatchObject({ size: 'micro', verification: { status: 'declared' } })
    for (const hidden of ['1200', 'headcount', supplier.name, supplier.subject]) expect(open.text).not.toContain(hidden)
    const own = await driver.call('readOwnCompany', { as: supplier, parameters: { companyId } })
    expect(own.body).toMatchObject({ content: { size: { turnover: 1_200 } }, representatives: [{ name: supplier.name }] })
  })

  it('that is refuted lets go of its number, and disappears with its products until it is verified', async () => {
    const productId = await driver.publish(companyId)
    const judge = (status: string) =>
      driver.made('judgeCompany', { as: curator, parameters: { companyId }, body: { status, reason: 'Kontrollerat.' } })
    await judge('refuted')
    expect(await driver.call('readCompany', { parameters: { companyId } })).toMatchObject({ status: 404 })
    expect(await driver.call('readCompanyAsCurator', { as: curator, parameters: { companyId } })).toMatchObject({
      status: 200,
      body: { verification: { status: 'refuted' } },
    })
    expect(await driver.call('readProduct', { parameters: { productId } })).toMatchObject({ status: 404 })
    expect(await listed()).toEqual([])
    const rival = await driver.register(otherSupplier)
    await driver.made('judgeCompany', { as: curator, parameters: { companyId: rival }, body: { status: 'refuted', reason: 'x' } })
    await judge('verified')
    expect(namesOf(await listed())).toEqual([productContent.name])
    expect(await driver.call('registerCompany', { as: otherSupplier, body: companyContent })).toMatchObject({
      status: 409,
      body: { code: 'organisationNumberTaken' },
    })
  })

  it('takes its new name to everything that is shown of it, and is checked anew', async () => {
    await driver.publish(companyId)
    await driver.made('judgeCompany', { as: curator, parameters: { companyId }, body: { status: 'verified', reason: 'x' } })
    const body = { ...companyContent, name: 'Nya namnet AB' }
    await driver.made('changeCompany', { as: supplier, parameters: { companyId }, body, ifMatch: 2 })
    expect(await listed()).toMatchObject([{ company: { name: 'Nya namnet AB', registration: 'declared' } }])
  })

  it('is kept by a colleague who has redeemed a code, and no longer by one who has left', async () => {
    const { code } = await driver.made<{ code: string }>('inviteRepresentative', {
      as: supplier,
      parameters: { companyId },
      body: {},
    })
    expect(JSON.stringify(driver.table.rows())).not.toContain(code)
    await driver.made('redeemInvitation', { as: otherSupplier, body: { code } })
    const draft = await driver.addProduct(companyId, { name: 'Kollegans utkast' }, otherSupplier)
    expect(await driver.call('readOwnProduct', { as: supplier, parameters: { productId: draft } })).toMatchObject({ status: 200 })
    await driver.made('removeRepresentative', {
      as: otherSupplier,
      parameters: { companyId },
      body: { subject: supplier.subject },
    })
    expect(await driver.call('readOwnProduct', { as: supplier, parameters: { productId: draft } })).toMatchObject({ status: 404 })
    expect((await driver.call('listOwnCompanies', { as: supplier })).body).toEqual({ companies: [] })
    expect((await driver.call('listOwnCompanies', { as: otherSupplier })).body).toMatchObject({ companies: [{}] })
  })
})

describe('between suppliers', () => {
  it('a draft does not exist to anybody but those who keep it, curators and staff included', async () => {
    const productId = await driver.addProduct(companyId, { ...productContent, name: 'Hemliga larmet' })
    for (const as of [otherSupplier, curator, caseOfficer, resident, undefined]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await driver.call('readProduct', { as, parameters: { productId } })).toMatchObject({ status: 404 })
    }
    for (const [operationId, more] of [
      ['readOwnProduct', {}],
      ['saveProduct', { body: productContent, ifMatch: 1 }],
      ['publishProduct', { body: {}, ifMatch: 1 }],
      ['withdrawProduct', { body: {}, ifMatch: 1 }],
    ] as const)
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await driver.call(operationId, { as: otherSupplier, parameters: { productId }, ...more })).toMatchObject({
        status: 404,
        body: { code: 'productNotFound' },
      })
    expect(await listed({ text: 'hemliga' })).toEqual([])
    expect(JSON.stringify(driver.emitted())).not.toContain('Hemliga')
  })

  it('what is changed in the draft of a published product is seen when it is published, and not before', async () => {
    const productId = await driver.publish(companyId)
    const parameters = { productId }
    await driver.made('saveProduct', { as: supplier, parameters, body: { ...productContent, name: 'Nästa larm' }, ifMatch: 2 })
    expect((await read(productId)).content.name).toBe(productContent.name)
    expect(namesOf(await listed())).toEqual([productContent.name])
    const own = await driver.call('readOwnProduct', { as: supplier, parameters })
    expect(own.body).toMatchObject({ status: 'changed', draft: { name: 'Nästa larm' } })
    await driver.made('publishProduct', { as: supplier, parameters, body: {}, ifMatch: 3 })
    expect(namesOf(await listed())).toEqual(['Nästa larm'])
    const published = driver.emitted().filter(({ type }) => type === productPublished.type)
    expect(published.map(({ data }) => data['revision'])).toEqual([1, 2])
  })

  it('everybody sees the same list, in the same order, whoever asks', async () => {
    const other = await driver.register(otherSupplier, { ...companyContent, number: '202100-5489', name: 'Stor AB' })
    await driver.publish(other, { ...productContent, name: 'Älskade larmet' }, otherSupplier)
    await driver.publish(companyId, { ...productContent, name: 'Andra larmet' })
    const answers = await Promise.all(
      [supplier, otherSupplier, caseOfficer, curator, undefined].map((as) => driver.call('listProducts', { as })),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(namesOf(await listed())).toEqual(['Andra larmet', 'Älskade larmet'])
  })

  it('evaluations are shared with staff and the own supplier, and with nobody else', async () => {
    const productId = await driver.publish(companyId)
    const evaluationId = await driver.evaluate(productId)
    for (const [as, status] of [
      [caseOfficer, 200],
      [municipalOfficer, 200],
      [curator, 200],
      [supplier, 200],
      [otherSupplier, 404],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await driver.call('listProductEvaluations', { as, parameters: { productId } })).status).toBe(status)
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect((await driver.call('readEvaluation', { as, parameters: { evaluationId } })).status).toBe(status)
    }
    const open = await driver.call('readProduct', { parameters: { productId } })
    expect(open.text).not.toContain('Prövad i tre veckor')
    const told = await driver.call('listProductEvaluations', { as: supplier, parameters: { productId } })
    expect(told.text).not.toContain(caseOfficer.name)
  })
})

describe('a claim', () => {
  let productId: string
  beforeEach(async () => {
    productId = await driver.publish(companyId)
  })

  it('is the own word of the supplier until a curator has looked, and again when its words change', async () => {
    expect(await statusOf(productId, interfaceClaim)).toBe('declared')
    await driver.judge(productId, interfaceClaim, 'verified')
    expect((await read(productId)).claims).toContainEqual(
      expect.objectContaining({ claim: interfaceClaim, status: 'verified', basis: 'curator', reason: 'Provat mot testmiljön.' }),
    )
    driver.runtime.clock.advance({ seconds: 60 })
    await change(productId, { summary: 'En annan sammanfattning.' })
    expect(await statusOf(productId, interfaceClaim)).toBe('verified')
    await change(productId, { interfaces: [{ standard: 'HL7 FHIR R4', evidence: 'https://another.example/api' }] })
    expect(await statusOf(productId, interfaceClaim)).toBe('declared')
    expect(driver.emitted().filter(({ type }) => type === claimJudged.type)).toHaveLength(1)
  })

  it('is refuted with a reason that everybody can read', async () => {
    await driver.judge(productId, requirementClaim, 'refuted')
    expect((await read(productId)).claims).toContainEqual(
      expect.objectContaining({ claim: requirementClaim, status: 'refuted', reason: 'Provat mot testmiljön.' }),
    )
  })

  it('waits for a curator until each has been looked at, the oldest first', async () => {
    const waiting = async () =>
      (await driver.made<{ reviews: { kind: string; claims?: number }[] }>('listReviews', { as: curator })).reviews
    expect((await waiting()).map(({ kind, claims }) => [kind, claims])).toEqual([
      ['company', undefined],
      ['product', 3],
    ])
    await driver.made('judgeCompany', { as: curator, parameters: { companyId }, body: { status: 'verified', reason: 'x' } })
    await driver.judge(productId, interfaceClaim, 'verified')
    await driver.judge(productId, requirementClaim, 'refuted')
    expect((await waiting()).map(({ claims }) => claims)).toEqual([1])
    await driver.judge(productId, 'medicalDevice', 'verified')
    expect(await waiting()).toEqual([])
  })
})

describe('an evaluation', () => {
  let productId: string
  beforeEach(async () => {
    productId = await driver.publish(companyId)
  })

  it('verifies and refutes what it has found, while it is in force', async () => {
    await driver.evaluate(productId)
    expect((await read(productId)).claims).toContainEqual(
      expect.objectContaining({ claim: requirementClaim, status: 'verified', basis: 'evaluation' }),
    )
    driver.runtime.clock.advance({ seconds: 60 })
    const content = { ...evaluationContent, results: [{ requirementId: 'KB-INT-001', result: 'notMet' }], validTo: '2026-12-01' }
    await driver.evaluate(productId, { content }, municipalOfficer)
    expect(await statusOf(productId, requirementClaim)).toBe('refuted')
    driver.runtime.clock.advance({ seconds: 20 * 86_400 })
    expect(await statusOf(productId, requirementClaim)).toBe('verified')
  })

  it('is not told in the words that a curator had for what was claimed before', async () => {
    await driver.judge(productId, requirementClaim, 'verified')
    driver.runtime.clock.advance({ seconds: 60 })
    await change(productId, { claims: [{ requirementId: 'KB-INT-001', statement: 'Något helt annat.' }] })
    driver.runtime.clock.advance({ seconds: 60 })
    await driver.evaluate(productId)
    const told = (await read(productId)).claims.find(({ claim }) => claim === requirementClaim)
    expect(told).toMatchObject({ status: 'verified', basis: 'evaluation' })
    expect(told).not.toHaveProperty('reason')
  })

  it('that meets a requirement partly says neither yes nor no', async () => {
    const content = { ...evaluationContent, results: [{ requirementId: 'KB-INT-001', result: 'partly' }] }
    await driver.evaluate(productId, { content })
    expect(await statusOf(productId, requirementClaim)).toBe('declared')
  })

  it('expires by date: the schedule takes it off the product and tells of it once', async () => {
    const evaluationId = await driver.evaluate(productId, { content: { ...evaluationContent, validTo: '2026-11-20' } })
    await driver.runSchedule()
    expect((await read(productId)).evaluations).toBe(1)
    driver.runtime.clock.advance({ seconds: 86_400 })
    await driver.runSchedule()
    await driver.runSchedule()
    const shown = await driver.offer.products.find(productId as never) // an id, as the route gave it
    expect(shown?.state.product.evaluations).toEqual([])
    const expired = driver.emitted().filter(({ type }) => type === evaluationExpired.type)
    expect(expired.map(({ subject }) => subject)).toEqual([evaluationId])
    expect((await driver.call('listEvaluations', { as: caseOfficer })).body).toEqual({ evaluations: [] })
    expect((await driver.call('listProductEvaluations', { as: caseOfficer, parameters: { productId } })).body).toMatchObject({
      evaluations: [{ status: 'expired' }],
    })
  })

  it('takes the place of an older one of the same organisation', async () => {
    const first = await driver.evaluate(productId)
    const second = await driver.evaluate(productId, { supersedes: first })
    expect((await read(productId)).evaluations).toBe(1)
    expect((await driver.call('readEvaluation', { as: caseOfficer, parameters: { evaluationId: first } })).body).toMatchObject({
      status: 'superseded',
      supersededBy: second,
    })
    expect(driver.emitted().filter(({ type }) => type === evaluationRecorded.type)).toHaveLength(2)
  })

  it('carries the comment of the supplier to every organisation', async () => {
    const evaluationId = await driver.evaluate(productId)
    const parameters = { evaluationId }
    await driver.made('commentEvaluation', { as: supplier, parameters, body: { comment: 'Rättat i 4.3.' } })
    expect((await driver.call('readEvaluation', { as: municipalOfficer, parameters })).body).toMatchObject({
      comment: { text: 'Rättat i 4.3.' },
    })
  })
})

describe('a search', () => {
  beforeEach(async () => {
    await driver.publish(companyId, { ...productContent, name: 'Trygghetslarm' })
    await driver.publish(companyId, {
      ...productContent,
      name: 'Videobesök',
      summary: 'Möten på distans.',
      needsMet: ['Vård utan resa'],
      functions: ['Hålla möte'],
      targetGroups: ['staff'],
      careSteps: ['contact'],
      cpv: ['48814400'],
      interfaces: [],
    })
  })

  it.each([
    [{ text: 'larm' }, ['Trygghetslarm']],
    [{ text: 'FALL larm' }, ['Trygghetslarm']],
    [{ text: 'omsorgsteknik' }, ['Trygghetslarm', 'Videobesök']],
    [{ targetGroup: 'staff' }, ['Videobesök']],
    [{ careStep: 'careAtHome' }, ['Trygghetslarm']],
    [{ cpv: '4881' }, ['Videobesök']],
    [{ cpv: '48814000' }, ['Videobesök']],
    [{ standard: 'fhir' }, ['Trygghetslarm']],
    [{ region: 'H' }, ['Trygghetslarm', 'Videobesök']],
    [{ region: 'BD' }, []],
  ])('for %j finds %j', async (query, names) => {
    expect(namesOf(await listed(query))).toEqual(names)
  })

  it('is told page by page, and a cursor of another search begins anew', async () => {
    const first = await driver.call('listProducts', { query: { limit: '1' } })
    expect(namesOf((first.body as { products: View[] }).products)).toEqual(['Trygghetslarm'])
    const cursor =
      new URL(/<([^>]+)>/.exec(first.headers['link'] ?? '')?.[1] ?? '', 'https://a.example').searchParams.get('cursor') ?? ''
    const next = await driver.call('listProducts', { query: { limit: '1', cursor } })
    expect(namesOf((next.body as { products: View[] }).products)).toEqual(['Videobesök'])
    expect(next.headers['link']).toBeUndefined()
    expect(namesOf(await listed({ limit: '1', cursor, text: 'larm' }))).toEqual(['Trygghetslarm'])
  })

  it('no longer finds what has been withdrawn', async () => {
    const [one] = await listed({ text: 'trygghetslarm' })
    await driver.made('withdrawProduct', { as: supplier, parameters: { productId: one?.productId ?? '' }, body: {}, ifMatch: 2 })
    expect(namesOf(await listed())).toEqual(['Videobesök'])
    expect(driver.emitted().filter(({ type }) => type === productWithdrawn.type)).toHaveLength(1)
  })
})

describe('an import', () => {
  const send = (operationId: 'previewProductImport' | 'importProducts', products: object[], more: object = {}) =>
    driver.call(operationId, { as: supplier, body: { companyId, products, ...more } })
  const named = (name: string, more: object = {}) => ({ content: { ...productContent, name, ...more } })

  it('says row by row what would happen, and stores nothing', async () => {
    await driver.publish(companyId)
    const before = JSON.stringify(driver.table.rows())
    const { body } = await send('previewProductImport', [
      { content: productContent },
      named('Ett nytt larm'),
      { row: 7, content: { ...productContent, name: 'Fel larm', readiness: 12 } },
      named('ETT NYTT LARM'),
      { row: 9, productId: '01a0ffff-0000-7000-8000-000000000001', content: productContent },
    ])
    expect(body).toMatchObject({
      new: 1,
      changed: 0,
      unchanged: 1,
      refused: 3,
      rows: [
        { row: 1, verdict: 'unchanged' },
        { row: 2, verdict: 'new' },
        { row: 7, verdict: 'refused', problems: [{ pointer: '/readiness' }] },
        { row: 4, verdict: 'refused', problems: [{ code: 'repeated' }] },
        { row: 9, verdict: 'refused', problems: [{ code: 'productNotFound' }] },
      ],
    })
    expect(JSON.stringify(driver.table.rows())).toBe(before)
  })

  it('with half the rows bad stores nothing at all, and numbers them', async () => {
    const before = JSON.stringify(driver.table.rows())
    const { status, body } = await send('importProducts', [named('A'), { row: 12, content: { summary: 'utan namn' } }])
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'productImportRefused', errors: [{ pointer: '/products/1/content/name' }] })
    expect(JSON.stringify(body)).toContain('Rad 12: ')
    expect(JSON.stringify(driver.table.rows())).toBe(before)
  })

  it('stores drafts, which nobody else sees; or publishes them; and adds nothing the second time', async () => {
    await send('importProducts', [named('A'), named('B')])
    expect(await listed()).toEqual([])
    const published = await send('importProducts', [named('A'), named('B')], { shouldPublish: true })
    expect(published.body).toMatchObject({ stored: 2, isComplete: true })
    expect(namesOf(await listed())).toEqual(['A', 'B'])
    const events = driver.emitted().length
    expect((await send('importProducts', [named('A'), named('B')], { shouldPublish: true })).body).toMatchObject({
      stored: 0,
      unchanged: 2,
    })
    expect(driver.emitted()).toHaveLength(events)
  })

  it('publishes nothing while one row is not whole', async () => {
    const { status } = await send('importProducts', [named('A'), { content: { name: 'Bara namn' } }], { shouldPublish: true })
    expect(status).toBe(422)
    expect(await listed()).toEqual([])
  })

  it('cannot reach the products of another company', async () => {
    const other = await driver.register(otherSupplier, { ...companyContent, number: '202100-5489' })
    const productId = await driver.publish(other, productContent, otherSupplier)
    const { body } = await send('previewProductImport', [{ productId, content: productContent }])
    expect(body).toMatchObject({ rows: [{ verdict: 'refused', problems: [{ code: 'productNotFound' }] }] })
  })
})

it('products of a company that is deactivated meanwhile are not published', async () => {
  const { company, state } = (await driver.offer.products.find((await driver.addProduct(companyId)) as never)) ?? {} // an id, as the route gave it
  await driver.made('deactivateCompany', { as: supplier, parameters: { companyId }, body: {}, ifMatch: 1 })
  if (!company || !state) throw new Error('the product is there')
  const saved = await driver.offer.products.save(
    { company, before: state, after: { ...state, version: 2 }, facts: [], once: undefined },
    { now: driver.runtime.clock(), newId: driver.runtime.newId, actor: supplier, traceparent: '00-0-0-01' },
  )
  expect(saved).toBe('conflict')
})

it('a product that is shown tells nothing of who keeps it', async () => {
  await driver.publish(companyId)
  const [shown] = (await driver.offer.catalogue.all()) as [ShownProduct] // just published
  expect(JSON.stringify(shown)).not.toContain(supplier.subject)
  expect(JSON.stringify(shown)).not.toContain(companyContent.email)
})
