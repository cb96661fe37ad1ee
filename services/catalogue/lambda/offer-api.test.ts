import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#contracts/actor.ts'
import { roles, staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { caseOfficer, curator, everyRole, municipalOfficer, nobody, otherSupplier, supplier } from '#lambda/testing/personas.ts'
import { companyLimits } from '../domain/companies/company.ts'
import { productLimits } from '../domain/products/product.ts'
import { catalogueProblems } from '../refusals.ts'
import { companyContent, createOfferDriver, evaluationContent, offerRoutes, productContent } from '../testing/offer-driver.ts'
import type { OfferCall, OfferDriver, OfferOperation } from '../testing/offer-driver.ts'

/** Companies, products and evaluations over HTTP: every route, for every role, with every refusal that it declares. */

const operationIds = Object.keys(offerRoutes) as OfferOperation[] // the keys of a literal
const unknownId = '01a0ffff-0000-7000-8000-000000000001'

let driver: OfferDriver
let companyId: string
let draftId: string
let publishedId: string
let evaluationId: string

beforeEach(async () => {
  driver = createOfferDriver()
  companyId = await driver.register()
  publishedId = await driver.publish(companyId)
  draftId = await driver.addProduct(companyId, { ...productContent, name: 'Det nya larmet' })
  evaluationId = await driver.evaluate(publishedId)
})

const invite = async (): Promise<string> =>
  (await driver.made<{ code: string }>('inviteRepresentative', { as: supplier, parameters: { companyId }, body: {} })).code

const soleTrader = { name: 'Anna gör appar', registration: 'soleTrader', legalForm: 'soleTrader', regions: ['SE'] } as const
const otherNumber = { ...companyContent, number: '202100-5489' }

type Making = () => OfferCall | Promise<OfferCall>

/** A call of each route that succeeds, by one who may. */
const goodCalls: Record<OfferOperation, Making> = {
  readCatalogueForms: () => ({}),
  registerCompany: () => ({ body: otherNumber }),
  listCompanies: () => ({}),
  readCompany: () => ({ parameters: { companyId } }),
  readCompanyAsCurator: () => ({ parameters: { companyId } }),
  listOwnCompanies: () => ({}),
  readOwnCompany: () => ({ parameters: { companyId } }),
  changeCompany: () => ({ parameters: { companyId }, body: { ...companyContent, about: 'Nytt' }, ifMatch: 1 }),
  deactivateCompany: () => ({ parameters: { companyId }, body: {}, ifMatch: 1 }),
  activateCompany: () => ({ parameters: { companyId }, body: {}, ifMatch: 1 }),
  inviteRepresentative: () => ({ parameters: { companyId }, body: {} }),
  redeemInvitation: async () => ({ as: otherSupplier, body: { code: await invite() } }),
  removeRepresentative: async () => {
    await driver.made('redeemInvitation', { as: otherSupplier, body: { code: await invite() } })
    return { parameters: { companyId }, body: { subject: otherSupplier.subject } }
  },
  judgeCompany: () => ({ parameters: { companyId }, body: { status: 'verified', reason: 'Stämmer.' } }),
  listReviews: () => ({}),
  listProducts: () => ({ query: { text: 'larm' } }),
  readProduct: () => ({ parameters: { productId: publishedId } }),
  judgeClaim: () => ({
    parameters: { productId: publishedId },
    body: { claim: 'interface:HL7 FHIR R4', status: 'verified', reason: 'Provat.', revision: 1 },
  }),
  listOwnProducts: () => ({ parameters: { companyId } }),
  createProduct: () => ({ parameters: { companyId }, body: { name: 'Ett namn räcker' } }),
  readOwnProduct: () => ({ parameters: { productId: draftId } }),
  saveProduct: () => ({ parameters: { productId: draftId }, body: productContent, ifMatch: 1 }),
  publishProduct: () => ({ parameters: { productId: draftId }, body: {}, ifMatch: 1 }),
  withdrawProduct: () => ({ parameters: { productId: publishedId }, body: {}, ifMatch: 2 }),
  previewProductImport: () => ({ body: { companyId, products: [{ content: productContent }] } }),
  importProducts: () => ({ body: { companyId, products: [{ content: { ...productContent, name: 'Tredje larmet' } }] } }),
  recordEvaluation: () => ({ body: { productId: publishedId, content: evaluationContent } }),
  listEvaluations: () => ({}),
  readEvaluation: () => ({ parameters: { evaluationId } }),
  commentEvaluation: () => ({ parameters: { evaluationId }, body: { comment: 'Rättat i 4.3.' } }),
  listProductEvaluations: () => ({ parameters: { productId: publishedId } }),
}

const mayBeCalledBy = (operationId: OfferOperation): readonly Role[] | 'public' => offerRoutes[operationId].access

const whoMay = (operationId: OfferOperation): Actor => {
  const access = mayBeCalledBy(operationId)
  if (access === 'public' || access.includes('supplier')) return supplier
  return access.includes('caseOfficer') ? caseOfficer : curator
}

describe.each(operationIds)('%s', (operationId) => {
  const { access, response, refusals } = offerRoutes[operationId]

  it('answers as its schema says', async () => {
    const good = await goodCalls[operationId]()
    const { status, body, text } = await driver.call(operationId, { as: whoMay(operationId), ...good })
    expect(status, text).toBe(response.status)
    expect(response.body.safeParse(body).error).toBeUndefined()
  })

  it('is open to the roles that it names and to no others', async () => {
    const good = await goodCalls[operationId]()
    const allowed: readonly Role[] | 'public' = access
    let refusedRoles = 0
    for (const actor of everyRole) {
      const isAllowed = allowed === 'public' || actor.roles.some((role) => allowed.includes(role))
      if (isAllowed) continue
      refusedRoles += 1
      // oxlint-disable-next-line no-await-in-loop -- each on what the one before has left alone
      const { status, body } = await driver.call(operationId, { ...good, as: actor })
      expect([actor.roles[0], status, body]).toMatchObject([actor.roles[0], 403, { code: 'roleNotAllowed' }])
    }
    if (allowed === 'public') {
      expect((await driver.call(operationId, { ...good, as: undefined })).status).toBe(response.status)
      return
    }
    expect(refusedRoles).toBeGreaterThan(0)
    expect(await driver.call(operationId, { ...good, as: nobody })).toMatchObject({ status: 403 })
    expect(await driver.call(operationId, { ...good, as: undefined })).toMatchObject({ status: 401 })
  })

  it('says in both languages why it may refuse', () => {
    for (const code of refusals) {
      const { title, detail } = catalogueProblems[code as keyof typeof catalogueProblems] // declared above
      expect(title.sv).not.toBe(title.en)
      expect(detail.sv.length).toBeGreaterThan(10)
    }
  })
})

it('the roles are those that the flow names', () => {
  const rolesOf = (operationId: OfferOperation) => {
    const access = mayBeCalledBy(operationId)
    return access === 'public' ? access : roles.filter((role) => access.includes(role))
  }
  expect(rolesOf('registerCompany')).toEqual(['supplier'])
  expect(rolesOf('judgeClaim')).toEqual(['curator'])
  expect(rolesOf('recordEvaluation')).toEqual(staffRoles)
  expect(new Set(rolesOf('listProductEvaluations'))).toEqual(new Set([...staffRoles, 'supplier']))
  expect(rolesOf('listProducts')).toBe('public')
})

const deactivated = () => driver.made('deactivateCompany', { as: supplier, parameters: { companyId }, body: {}, ifMatch: 1 })
const refutedCompany = () =>
  driver.made('judgeCompany', { as: curator, parameters: { companyId }, body: { status: 'refuted', reason: 'Fel bolag.' } })
const fill = async (count: number, one: (index: number) => Promise<unknown>) => {
  for (let index = 0; index < count; index += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each counts on the one before
    await one(index)
  }
}
const draftNamed = (index: number) => driver.addProduct(companyId, { name: `Utkast ${index}` })
const unknownCompany = { companyId: unknownId }
const unknownProduct = { productId: unknownId }
const large = {
  name: 'Stor',
  functions: Array.from({ length: 30 }, () => 'å'.repeat(200)),
  claims: Array.from({ length: 40 }, (_, index) => ({
    requirementId: `KB-INT-${100 + index}`,
    statement: 'x'.repeat(600),
    evidence: `https://a.example/${'y'.repeat(470)}`,
  })),
  summary: 'z'.repeat(800),
  interfaces: Array.from({ length: 20 }, (_, index) => ({
    standard: `${index} ${'s'.repeat(90)}`,
    evidence: `https://a.example/${'y'.repeat(470)}`,
  })),
}
const asOther = (call: OfferCall): OfferCall => ({ ...call, as: otherSupplier })

/** One way to each refusal that a route declares: what is done before, and the call. */
const refusals: Partial<Record<OfferOperation, [string, Making][]>> = {
  registerCompany: [
    ['organisationNumberWrong', () => ({ body: { ...companyContent, number: '556016-0681' } })],
    ['organisationNumberMissing', () => ({ body: { ...companyContent, number: undefined } })],
    ['organisationNumberTaken', () => ({ as: otherSupplier, body: companyContent })],
    ['soleTraderWithNumber', () => ({ body: { ...soleTrader, number: '556016-0680' } })],
    ['legalFormWrong', () => ({ body: { ...soleTrader, legalForm: 'limitedCompany' } })],
    [
      'tooManyCompanies',
      async () => {
        await fill(companyLimits.companiesOfPerson - 1, (index) =>
          driver.register(supplier, { ...soleTrader, name: `Firma ${index}` }),
        )
        return { body: soleTrader }
      },
    ],
  ],
  readCompany: [['companyNotFound', () => ({ parameters: unknownCompany })]],
  readCompanyAsCurator: [['companyNotFound', () => ({ parameters: unknownCompany })]],
  readOwnCompany: [
    ['companyNotFound', () => ({ parameters: unknownCompany })],
    ['notYourCompany', () => asOther({ parameters: { companyId } })],
  ],
  changeCompany: [
    ['companyNotFound', () => ({ parameters: unknownCompany, body: companyContent, ifMatch: 1 })],
    ['notYourCompany', () => asOther({ parameters: { companyId }, body: companyContent, ifMatch: 1 })],
    [
      'companyDeactivated',
      async () => {
        await deactivated()
        return { parameters: { companyId }, body: companyContent, ifMatch: 2 }
      },
    ],
    ['organisationNumberWrong', () => ({ parameters: { companyId }, body: { ...companyContent, number: '1' }, ifMatch: 1 })],
    [
      'organisationNumberMissing',
      () => ({ parameters: { companyId }, body: { ...companyContent, number: undefined }, ifMatch: 1 }),
    ],
    [
      'soleTraderWithNumber',
      () => ({
        parameters: { companyId },
        body: { ...companyContent, registration: 'soleTrader', legalForm: 'soleTrader' },
        ifMatch: 1,
      }),
    ],
    ['legalFormWrong', () => ({ parameters: { companyId }, body: { ...companyContent, legalForm: 'soleTrader' }, ifMatch: 1 })],
    ['registrationFixed', () => ({ parameters: { companyId }, body: otherNumber, ifMatch: 1 })],
  ],
  deactivateCompany: [
    ['companyNotFound', () => ({ parameters: unknownCompany, body: {}, ifMatch: 1 })],
    ['notYourCompany', () => asOther({ parameters: { companyId }, body: {}, ifMatch: 1 })],
    [
      'companyDeactivated',
      async () => {
        await deactivated()
        return { parameters: { companyId }, body: {}, ifMatch: 2 }
      },
    ],
  ],
  activateCompany: [
    ['companyNotFound', () => ({ parameters: unknownCompany, body: {}, ifMatch: 1 })],
    ['notYourCompany', () => asOther({ parameters: { companyId }, body: {}, ifMatch: 1 })],
  ],
  inviteRepresentative: [
    ['companyNotFound', () => ({ parameters: unknownCompany, body: {} })],
    ['notYourCompany', () => asOther({ parameters: { companyId }, body: {} })],
    [
      'companyDeactivated',
      async () => {
        await deactivated()
        return { parameters: { companyId }, body: {} }
      },
    ],
  ],
  redeemInvitation: [
    ['invitationNotFound', () => ({ as: otherSupplier, body: { code: 'gissning' } })],
    [
      'invitationUsed',
      async () => {
        const code = await invite()
        await driver.made('redeemInvitation', { as: otherSupplier, body: { code } })
        return { as: { ...otherSupplier, subject: 'third' }, body: { code } }
      },
    ],
    [
      'invitationExpired',
      async () => {
        const code = await invite()
        driver.runtime.clock.advance({ seconds: 7 * 86_400 })
        return { as: otherSupplier, body: { code } }
      },
    ],
    [
      'companyDeactivated',
      async () => {
        const code = await invite()
        await deactivated()
        return { as: otherSupplier, body: { code } }
      },
    ],
    ['alreadyRepresents', async () => ({ body: { code: await invite() } })],
    [
      'tooManyRepresentatives',
      async () => {
        await fill(companyLimits.representatives - 1, async (index) =>
          driver.made('redeemInvitation', {
            as: { ...otherSupplier, subject: `colleague-${index}` },
            body: { code: await invite() },
          }),
        )
        return { as: otherSupplier, body: { code: await invite() } }
      },
    ],
  ],
  removeRepresentative: [
    ['companyNotFound', () => ({ parameters: unknownCompany, body: { subject: 'x' } })],
    ['notYourCompany', () => asOther({ parameters: { companyId }, body: { subject: supplier.subject } })],
    ['notRepresentative', () => ({ parameters: { companyId }, body: { subject: 'nobody-here' } })],
    ['lastRepresentative', () => ({ parameters: { companyId }, body: { subject: supplier.subject } })],
  ],
  judgeCompany: [
    ['companyNotFound', () => ({ parameters: unknownCompany, body: { status: 'verified', reason: 'x' } })],
    [
      'organisationNumberTaken',
      async () => {
        await refutedCompany()
        await driver.register(otherSupplier)
        return { parameters: { companyId }, body: { status: 'verified', reason: 'x' } }
      },
    ],
  ],
  readProduct: [['productNotFound', () => ({ parameters: { productId: draftId } })]],
  judgeClaim: [
    [
      'productNotFound',
      () => ({
        parameters: { productId: draftId },
        body: { claim: 'medicalDevice', status: 'verified', reason: 'x', revision: 1 },
      }),
    ],
    [
      'claimNotFound',
      () => ({
        parameters: { productId: publishedId },
        body: { claim: 'interface:SITHS', status: 'verified', reason: 'x', revision: 1 },
      }),
    ],
    [
      'claimChanged',
      () => ({
        parameters: { productId: publishedId },
        body: { claim: 'medicalDevice', status: 'verified', reason: 'x', revision: 2 },
      }),
    ],
  ],
  listOwnProducts: [
    ['companyNotFound', () => ({ parameters: unknownCompany })],
    ['notYourCompany', () => asOther({ parameters: { companyId } })],
  ],
  createProduct: [
    ['companyNotFound', () => ({ parameters: unknownCompany, body: { name: 'x' } })],
    ['notYourCompany', () => asOther({ parameters: { companyId }, body: { name: 'x' } })],
    [
      'companyDeactivated',
      async () => {
        await deactivated()
        return { parameters: { companyId }, body: { name: 'x' } }
      },
    ],
    [
      'tooManyProducts',
      async () => {
        await fill(productLimits.perCompany - 2, draftNamed)
        return { parameters: { companyId }, body: { name: 'En till' } }
      },
    ],
    ['productTooLarge', () => ({ parameters: { companyId }, body: large })],
  ],
  readOwnProduct: [['productNotFound', () => asOther({ parameters: { productId: draftId } })]],
  saveProduct: [
    ['productNotFound', () => ({ parameters: unknownProduct, body: productContent, ifMatch: 1 })],
    ['notYourProduct', () => asOther({ parameters: { productId: publishedId }, body: productContent, ifMatch: 2 })],
    ['productTooLarge', () => ({ parameters: { productId: draftId }, body: large, ifMatch: 1 })],
  ],
  publishProduct: [
    ['productNotFound', () => ({ parameters: unknownProduct, body: {}, ifMatch: 1 })],
    ['notYourProduct', () => asOther({ parameters: { productId: publishedId }, body: {}, ifMatch: 2 })],
    ['productIncomplete', async () => ({ parameters: { productId: await draftNamed(1) }, body: {}, ifMatch: 1 })],
    [
      'companyHidden',
      async () => {
        await refutedCompany()
        return { parameters: { productId: draftId }, body: {}, ifMatch: 1 }
      },
    ],
  ],
  withdrawProduct: [
    ['productNotFound', () => asOther({ parameters: { productId: draftId }, body: {}, ifMatch: 1 })],
    ['notYourProduct', () => asOther({ parameters: { productId: publishedId }, body: {}, ifMatch: 2 })],
    ['productNotPublished', () => ({ parameters: { productId: draftId }, body: {}, ifMatch: 1 })],
  ],
  recordEvaluation: [
    ['productNotFound', () => ({ body: { productId: draftId, content: evaluationContent } })],
    [
      'organisationMissing',
      () => ({ as: { ...caseOfficer, organisation: undefined }, body: { productId: publishedId, content: evaluationContent } }),
    ],
    [
      'evaluationPeriodWrong',
      () => ({ body: { productId: publishedId, content: { ...evaluationContent, validTo: '2026-11-19' } } }),
    ],
    [
      'requirementRepeated',
      () => ({
        body: {
          productId: publishedId,
          content: { ...evaluationContent, results: [...evaluationContent.results, ...evaluationContent.results] },
        },
      }),
    ],
    [
      'tooManyEvaluations',
      async () => {
        await fill(productLimits.evaluations - 1, () => driver.evaluate(publishedId))
        return { body: { productId: publishedId, content: evaluationContent } }
      },
    ],
    [
      'evaluationNotYours',
      () => ({ as: municipalOfficer, body: { productId: publishedId, content: evaluationContent, supersedes: evaluationId } }),
    ],
    [
      'evaluationNotInForce',
      async () => {
        await driver.evaluate(publishedId, { supersedes: evaluationId })
        return { body: { productId: publishedId, content: evaluationContent, supersedes: evaluationId } }
      },
    ],
  ],
  readEvaluation: [['evaluationNotFound', () => asOther({ parameters: { evaluationId } })]],
  commentEvaluation: [['evaluationNotFound', () => asOther({ parameters: { evaluationId }, body: { comment: 'x' } })]],
  listProductEvaluations: [['productNotFound', () => asOther({ parameters: { productId: publishedId } })]],
}

const importRefusals = (more: (body: object) => OfferCall = (body) => ({ body })): [string, Making][] => [
  ['companyNotFound', () => more({ companyId: unknownId, products: [{ content: productContent }] })],
  ['notYourCompany', () => asOther(more({ companyId, products: [{ content: productContent }] }))],
  [
    'companyDeactivated',
    async () => {
      await deactivated()
      return more({ companyId, products: [{ content: productContent }] })
    },
  ],
  [
    'companyHidden',
    async () => {
      await refutedCompany()
      return more({ companyId, shouldPublish: true, products: [{ content: productContent }] })
    },
  ],
]

const everyRefusal = {
  ...refusals,
  previewProductImport: importRefusals(),
  importProducts: [
    ...importRefusals(),
    ['productImportRefused', () => ({ body: { companyId, products: [{ content: { summary: 'Utan namn' } }] } })] as [
      string,
      Making,
    ],
  ],
}

describe('refusals', () => {
  it('are all told here, in so far as routes declare them', () => {
    for (const operationId of operationIds) {
      const told = new Set((everyRefusal[operationId] ?? []).map(([code]) => code))
      expect(told, operationId).toEqual(new Set(offerRoutes[operationId].refusals))
    }
  })

  const all = Object.entries(everyRefusal).flatMap(([operationId, rows]) =>
    rows.map(([code, make]) => [operationId as OfferOperation, code, make] as const),
  ) // the keys of the table

  it.each(all)('%s: %s', async (operationId, code, make) => {
    const call = await make()
    const before = driver.emitted().length
    const { status, body } = await driver.call(operationId, { as: whoMay(operationId), ...call })
    expect(body).toMatchObject({ code })
    expect(status).toBe(catalogueProblems[code as keyof typeof catalogueProblems].status) // a code of the table, checked above
    expect(driver.emitted()).toHaveLength(before)
  })

  it('of a stale version leave what is there', async () => {
    for (const [operationId, call] of [
      ['changeCompany', { parameters: { companyId }, body: companyContent }],
      ['deactivateCompany', { parameters: { companyId }, body: {} }],
      ['activateCompany', { parameters: { companyId }, body: {} }],
      ['saveProduct', { parameters: { productId: draftId }, body: productContent }],
      ['publishProduct', { parameters: { productId: draftId }, body: {} }],
      ['withdrawProduct', { parameters: { productId: publishedId }, body: {} }],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- each on what the one before has left alone
      expect(await driver.call(operationId, { as: supplier, ...call, ifMatch: 9 })).toMatchObject({
        status: 412,
        body: { code: 'staleVersion' },
      })
      // oxlint-disable-next-line no-await-in-loop -- as above
      expect(await driver.call(operationId, { as: supplier, ...call })).toMatchObject({ status: 428 })
    }
  })
})
