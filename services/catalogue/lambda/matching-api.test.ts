import { beforeEach, describe, expect, it } from 'vitest'
import type { CaseId, NeedId } from '#contracts/ids.ts'
import { caseOfficer, curator, everyRole, municipalOfficer, otherSupplier, supplier } from '#lambda/testing/personas.ts'
import type { MarketAssessmentView } from '../application/matching/assess-market.ts'
import type { KindredView } from '../application/matching/find-kindred-needs.ts'
import type { MeetableNeedsView } from '../application/matching/find-meetable-needs.ts'
import type { RankingView } from '../application/matching/match-need.ts'
import { matchingRoutes } from '../routes/matching.ts'
import { caseOfNeed, createMatchingDriver, publishedNeedId } from '../testing/matching-driver.ts'
import type { MatchingDriver } from '../testing/matching-driver.ts'
import { companyContent, evaluationContent, productContent } from '../testing/offer-driver.ts'

let driver: MatchingDriver
let productId: string
beforeEach(async () => {
  driver = createMatchingDriver()
  productId = await driver.offer.publish(await driver.offer.register())
})

const caseId = '01a20000-0000-7000-8000-0000000000c9'
const need = {
  needId: caseId,
  title: 'Trygghetslarm',
  description: 'Den som faller hemma ska få hjälp.',
  functions: [{ id: 'N1', name: 'Känna av fall' }],
  targetGroups: ['olderPeople'],
  requirements: [{ id: 'K1', text: 'Öppet API', level: 'must', libraryId: 'KB-INT-001', functions: ['N1'] }],
}
const ask: MatchingDriver['ask'] = (...given) => driver.ask(...given)
const rank = async (more: object = {}): Promise<RankingView> =>
  (await ask('matchNeed', { body: { need: { ...need, ...more } } })).body as RankingView // the route's own answer
const meetable = (as = supplier, of = productId) => ask('findMeetableNeeds', { as, parameters: { productId: of } })
const meetableIds = async (as = supplier) =>
  ((await meetable(as)).body as MeetableNeedsView).needs.map(({ need: { needId } }) => needId) // as above
const kindred = async (as = caseOfficer, more: object = {}) =>
  ((await ask('findKindredNeeds', { as, body: { need: { ...need, ...more } } })).body as KindredView).needs // as above
/** What is changed is seen after a while. */
const later = () => driver.runtime.clock.advance({ seconds: 6 })

describe('the products for a need', () => {
  it('come ranked, with why, who sells them, and what is missing', async () => {
    const { status, body } = await ask('matchNeed', { body: { need } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      outOf: 1,
      gaps: { functions: [], requirements: [] },
      methodFrom: '2026-11-20',
      products: [
        {
          rank: 1,
          productId,
          name: productContent.name,
          companyName: companyContent.name,
          companySize: 'micro',
          priceFrom: productContent.price.from,
          functions: [{ id: 'N1', isOffered: true, passages: [{ kind: 'function', text: 'Känna av ett fall' }, {}] }],
          requirements: [{ id: 'K1', coverage: 'declared', grounds: [{ kind: 'claim', status: 'declared' }] }],
          targetGroups: ['olderPeople'],
          interfaces: [{ standard: 'HL7 FHIR R4', status: 'declared' }],
        },
      ],
    })
  })

  it('rise when somebody has looked, and the evaluation is there to reuse', async () => {
    const before = (await rank()).products[0]
    later()
    const evaluationId = await driver.offer.evaluate(productId)
    later()
    const after = (await rank()).products[0]
    expect(after?.requirements[0]?.coverage).toBe('verified')
    expect(after?.evaluations).toEqual([evaluationId])
    expect(after?.score).toBeGreaterThan(before?.score ?? 1)
    expect(after?.relevance).toBe(before?.relevance)
  })

  it('are those that are published now: new ones come in, withdrawn ones go, drafts are never there', async () => {
    expect((await rank()).outOf).toBe(1)
    const mine = await driver.offer.register(otherSupplier, { ...companyContent, name: 'Annat AB', number: '556703-7485' })
    await driver.offer.addProduct(mine, productContent, otherSupplier)
    later()
    expect((await rank()).outOf).toBe(1)
    const second = await driver.offer.publish(mine, { ...productContent, name: 'Annat larm' }, otherSupplier)
    expect((await rank()).outOf).toBe(1)
    later()
    const both = await rank()
    expect(both.products.map((one) => one.productId)).toEqual(expect.arrayContaining([productId, second]))
    // Alike but for their names, so equal: neither its name nor who sells it tells them apart.
    expect(both.products[0]?.score).toBe(both.products[1]?.score)

    await driver.offer.made('withdrawProduct', {
      as: otherSupplier,
      parameters: { productId: second },
      body: {},
      ifMatch: 2,
    })
    later()
    expect((await rank()).products.map((one) => one.productId)).toEqual([productId])
  })

  it('are the same whoever asks, and nothing of the need is kept', async () => {
    const rows = driver.table.rows().length
    const answers = await Promise.all(
      [caseOfficer, municipalOfficer, curator].map(async (as) => (await ask('matchNeed', { as, body: { need } })).body),
    )
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    expect(driver.table.rows()).toHaveLength(rows)
  })

  it.each([
    ['no title', { title: ' ' }, '/need/title'],
    ['too long a description', { description: 'a'.repeat(10_001) }, '/need/description'],
    ['two functions with one id', { functions: Array.from({ length: 2 }, () => ({ id: 'N1', name: 'x' })) }, '/need/functions'],
    [
      'too many functions',
      { functions: Array.from({ length: 51 }, (_, at) => ({ id: `N${at}`, name: 'x' })) },
      '/need/functions',
    ],
    ['a target group that is none', { targetGroups: ['pensionärer'] }, '/need/targetGroups/0'],
    ['a weight out of bounds', { requirements: [{ ...need.requirements[0], weight: 11 }] }, '/need/requirements/0/weight'],
    ['no id', { needId: 'KLM-2026-0001' }, '/need/needId'],
    ['what is not asked for', { turnover: 1 }, '/need'],
  ])('are refused with %s', async (_, wrong, pointer) => {
    const { status, body } = await ask('matchNeed', { body: { need: { ...need, ...wrong } } })
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'invalidRequest', errors: [{ pointer }] })
  })

  it('are no more than asked for, and at most fifty', async () => {
    const limited = (limit: number) => ask('matchNeed', { body: { need, limit } })
    expect(((await limited(1)).body as RankingView).products).toHaveLength(1) // the route's own answer
    expect((await limited(51)).status).toBe(400)
  })
})

describe('the market for a need', () => {
  const assess = async (talks: readonly object[] = [], more: object = {}): Promise<MarketAssessmentView> =>
    (await ask('assessMarket', { body: { need: { ...need, ...more }, talks } })).body as MarketAssessmentView // the route's own answer

  it('is told supplier by supplier, with size, price, readiness and what is left to ask', async () => {
    const told = await assess()
    expect(told).toMatchObject({
      on: '2026-11-20',
      able: 1,
      ableNow: 1,
      ableSmall: 1,
      ableOfUnknownSize: 0,
      maturity: 'emerging',
      readiness: { lowest: 9, highest: 9, told: 1 },
      price: { from: productContent.price.from, to: productContent.price.to, told: 1 },
      gaps: { functions: [], requirements: [] },
      outOf: 1,
    })
    expect(told.suppliers).toMatchObject([
      {
        companyName: companyContent.name,
        organisationNumber: companyContent.number,
        companySize: 'micro',
        productId,
        rank: 1,
        ability: 'now',
        because: [],
        musts: { verified: 0, declared: 1, unknown: 0, missing: 0 },
        functionsOffered: 1,
        hasTalked: false,
      },
    ])
  })

  it('has nobody able when a must was found not to hold', async () => {
    await driver.offer.evaluate(productId, {
      content: { ...evaluationContent, results: [{ requirementId: 'KB-INT-001', result: 'notMet' }] },
    })
    later()
    const told = await assess()
    expect(told).toMatchObject({ able: 0, maturity: 'none', price: { told: 0 } })
    expect(told.suppliers).toMatchObject([{ ability: 'no', because: [{ kind: 'mustsMissing', ids: ['K1'] }] }])
  })

  it('knows again whom the buyer has talked with, by number or by name, and tells whom it does not know', async () => {
    const told = await assess([
      { company: 'Ett annat namn', organisationNumber: companyContent.number.replace('-', '') },
      { company: 'Okända AB' },
      { company: 'Okända AB' },
    ])
    expect(told.suppliers.map(({ hasTalked }) => hasTalked)).toEqual([true])
    expect(told.onlyInDialogue).toEqual(['Okända AB'])
    expect((await assess([{ company: ` ${companyContent.name.toUpperCase()} ` }])).onlyInDialogue).toEqual([])
    // The same name with another number is another company.
    expect((await assess([{ company: companyContent.name, organisationNumber: '202100-5489' }])).onlyInDialogue).toEqual([
      companyContent.name,
    ])
  })

  it('says what nobody offers, and leaves nothing behind', async () => {
    const rows = driver.table.rows().length
    const told = await assess([], {
      functions: [
        { id: 'N1', name: 'Känna av fall' },
        { id: 'N2', name: 'Boka tvättstuga på webben' },
      ],
    })
    expect(told.gaps.functions).toEqual(['N2'])
    expect(told.suppliers[0]).toMatchObject({ ability: 'adaptation', because: [{ kind: 'functionsLacking', ids: ['N2'] }] })
    expect(driver.table.rows()).toHaveLength(rows)
  })

  it.each([
    ['a talk without a company', { talks: [{ company: ' ' }] }, '/talks/0/company'],
    ['what is not asked for', { priceMost: 1 }, ''],
  ])('is refused with %s', async (_, wrong, pointer) => {
    const { status, body } = await ask('assessMarket', { body: { need, ...wrong } })
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'invalidRequest', errors: [{ pointer }] })
  })
})

describe('the needs that a product could meet', () => {
  it('come with the same score, for the same reasons, as the product has for the need', async () => {
    await driver.receive(driver.published())
    const { body } = await meetable()
    const [found] = (body as MeetableNeedsView).needs // as above
    const { products } = await rank({
      needId: publishedNeedId,
      title: 'Larm för den som bor hemma',
      description: 'Den som faller ska få hjälp snabbt.',
      functions: [{ id: 'F1', name: 'Känna av ett fall' }],
      careSteps: ['careAtHome'],
      requirements: [],
    })
    expect(found?.need).toMatchObject({ needId: publishedNeedId, organisation: 'vasterviks-kommun', visibility: 'everybody' })
    expect(found?.score).toBe(products[0]?.score)
    expect(found?.functions).toEqual(products[0]?.functions)
  })

  it('are published ones for a supplier, and those of cases too for the public side', async () => {
    await driver.receive(driver.published(), driver.handedOver())
    expect(await meetableIds()).toEqual([publishedNeedId])
    expect(new Set(await meetableIds(caseOfficer))).toEqual(new Set([publishedNeedId, caseOfNeed]))
  })

  it('are not told of what is withdrawn or of a case that is closed', async () => {
    await driver.receive(driver.published(), driver.handedOver())
    expect(await meetableIds(caseOfficer)).toHaveLength(2)
    later()
    await driver.receive(driver.withdrawn(), driver.closed())
    later()
    expect(await meetableIds(caseOfficer)).toEqual([])
  })

  it("are for the product's own supplier: another's product is as one that is not there", async () => {
    for (const [as, of] of [
      [otherSupplier, productId],
      [supplier, '01a20000-0000-7000-8000-0000000000ff'],
    ] as const) {
      const { status, body } = await meetable(as, of)
      expect(status).toBe(404)
      expect(body).toMatchObject({ code: 'productNotMatchable' })
    }
  })

  it('are none for a draft', async () => {
    const mine = await driver.offer.register(otherSupplier, { ...companyContent, name: 'Annat AB', number: '556703-7485' })
    expect((await meetable(otherSupplier, await driver.offer.addProduct(mine, productContent, otherSupplier))).status).toBe(404)
  })
})

describe('kindred needs', () => {
  it('are told across organisations, with what they have in common', async () => {
    await driver.receive(
      driver.published(),
      driver.published({
        needId: '01a20000-0000-7000-8000-0000000000a2' as NeedId,
        title: 'Webbtidbok',
        summary: 'Boka tid.',
        functions: [],
      }), // a UUID
      driver.handedOver(),
    )
    const found = await kindred()
    expect(new Set(found.map(({ need: { needId } }) => needId))).toEqual(new Set([publishedNeedId, caseOfNeed]))
    expect(found[0]?.functions).toMatchObject([{ id: 'N1' }])
    expect(found.map(({ likeness }) => likeness)).toEqual(found.map(({ likeness }) => likeness).toSorted((a, b) => b - a))
  })

  it('are likely duplicates when they say the same', async () => {
    await driver.receive(driver.published(), driver.handedOver())
    const same = {
      title: 'Trygghetslarm som känner av fall',
      description: 'Den som faller hemma blir liggande.',
      functions: [{ id: 'A', name: 'Känna av ett fall' }],
    }
    expect(
      (await kindred(caseOfficer, same)).map(({ need: { needId }, isLikelyDuplicate }) => [needId, isLikelyDuplicate])[0],
    ).toEqual([caseOfNeed, true])
  })

  it('of cases are not told to suppliers', async () => {
    await driver.receive(driver.published(), driver.handedOver())
    expect((await kindred(supplier)).map(({ need: { needId } }) => needId)).toEqual([publishedNeedId])
  })

  it('are never the need itself, nor its own case told once more', async () => {
    await driver.receive(driver.published({ caseId: caseOfNeed }), driver.handedOver())
    expect(await kindred(caseOfficer, { needId: caseOfNeed })).toEqual([])
    expect(await kindred(caseOfficer, { needId: publishedNeedId })).toEqual([])
    expect((await kindred()).map(({ need: { needId } }) => needId)).toEqual([publishedNeedId])
  })
})

describe('what is told of needs', () => {
  it('is taken once, and what is older than what is known is past', async () => {
    const event = driver.published()
    await driver.receive(event)
    await driver.receive(event)
    await driver.receive(driver.withdrawn(publishedNeedId, '2026-11-20T07:00:00.000Z'))
    expect(await meetableIds()).toEqual([publishedNeedId])
    const changed = driver.published({ title: 'Larm med kamera' }, '2026-11-20T07:30:00.000Z')
    later()
    await driver.receive(changed)
    later()
    expect(((await meetable()).body as MeetableNeedsView).needs[0]?.need.title).toBe('Larm för den som bor hemma') // as above
  })

  it('may be that a case is closed that was never known', async () => {
    const { batchItemFailures } = await driver.receive(driver.closed('01a20000-0000-7000-8000-0000000000c8' as CaseId)) // a UUID
    expect(batchItemFailures).toEqual([])
    expect(await meetableIds(caseOfficer)).toEqual([])
  })
})

describe('who may', () => {
  const requests = {
    matchNeed: { body: { need } },
    assessMarket: { body: { need } },
    findMeetableNeeds: { parameters: { productId: '01a20000-0000-7000-8000-0000000000ff' } },
    findKindredNeeds: { body: { need } },
  } as const

  it.each(Object.keys(matchingRoutes) as (keyof typeof matchingRoutes)[])(
    '%s: those that the route lists and nobody else',
    async (operation) => {
      const { access } = matchingRoutes[operation]
      for (const as of everyRole) {
        // One after the other: the answer tells by whom.
        // oxlint-disable-next-line no-await-in-loop
        const { status } = await ask(operation, { as, ...requests[operation] })
        const may = as.roles.some((role) => (access as readonly string[]).includes(role))
        expect([as.subject, status === 403]).toEqual([as.subject, !may])
      }
      const { method, path } = matchingRoutes[operation]
      expect(path.startsWith('/v1/catalogue/')).toBe(true)
      expect(['GET', 'POST']).toContain(method)
    },
  )
})
