import type { Actor } from '#contracts/actor.ts'
import { anyEvent } from '#contracts/event.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { caseOfficer, curator, supplier } from '#lambda/testing/personas.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { createScheduled } from '#lambda/schedule.ts'
import { catalogueIndexes } from '../adapters/indexes.ts'
import { createExpireEvaluations } from '../application/evaluations/expire-evaluations.ts'
import { create } from '../lambda/api.ts'
import { catalogueParts } from '../lambda/parts.ts'
import { companiesRoutes } from '../routes/companies.ts'
import { evaluationsRoutes } from '../routes/evaluations.ts'
import { productsRoutes } from '../routes/products.ts'

export const offerRoutes = { ...companiesRoutes, ...productsRoutes, ...evaluationsRoutes }
export type OfferOperation = keyof typeof offerRoutes

export interface OfferCall {
  readonly as?: Actor | undefined
  readonly parameters?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly ifMatch?: number
  readonly headers?: Readonly<Record<string, string>>
}

export const companyContent = {
  name: 'Omsorgsteknik i Småland AB',
  registration: 'organisationNumber',
  number: '556016-0680',
  legalForm: 'limitedCompany',
  size: { accountingYear: 2025, headcount: 8, turnover: 1_200, balanceSheet: 700, ownership: 'autonomous' },
  email: 'kontakt@omsorgsteknik.example',
  web: 'https://omsorgsteknik.example',
  regions: ['H', 'G'],
  about: 'Vi gör trygghetslarm.',
} as const

export const productContent = {
  kind: 'product',
  name: 'Trygga larmet',
  summary: 'Trygghetslarm med fallvarning för den som bor hemma.',
  needsMet: ['Den som faller ska få hjälp snabbt'],
  functions: ['Larma med en knapp', 'Känna av ett fall'],
  targetGroups: ['olderPeople'],
  careSteps: ['careAtHome'],
  cpv: ['35121700'],
  interfaces: [{ standard: 'HL7 FHIR R4', evidenceKind: 'openApi', evidence: 'https://omsorgsteknik.example/openapi.json' }],
  claims: [{ requirementId: 'KB-INT-001', statement: 'Öppet API enligt FHIR.' }],
  price: { model: 'perResident', from: 120_000, to: 240_000 },
  references: [{ who: 'En kommun, 400 larm' }],
  readiness: 9,
  medicalDevice: { class: 'I' },
  productVersion: '4.2',
} as const

export const evaluationContent = {
  kinds: ['clinicalFunction', 'openness'],
  scope: 'Trygghetslarm i ordinärt boende.',
  method: 'Prövad i tre veckor på två enheter.',
  productVersion: '4.2',
  results: [{ requirementId: 'KB-INT-001', result: 'met' }],
  verdict: 'fit',
  conclusion: 'Fungerar som avsett.',
  validFrom: '2026-11-01',
  validTo: '2027-11-01',
} as const

/** The whole service around a table in memory, seen from companies, products and evaluations. */
export const createOfferDriver = () => {
  const runtime = createTestRuntime()
  const table = createMemoryTable(catalogueIndexes)
  const caller = createCaller(create(runtime, table))
  const { offer } = catalogueParts(runtime, table)
  const tasks = createScheduled({
    ...runtime,
    service: 'catalogue',
    jobs: { 'expire-evaluations': createExpireEvaluations(offer) },
  })

  const call = (operationId: OfferOperation, given: OfferCall = {}): Promise<ApiAnswer> => {
    const { method, path } = offerRoutes[operationId]
    const { ifMatch, headers = {}, ...rest } = given
    return caller({
      method,
      path,
      ...rest,
      headers: { ...headers, ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }) },
    })
  }

  /** What a call that must succeed answers. */
  const made = async <T>(operationId: OfferOperation, given: OfferCall): Promise<T> => {
    const { status, body, text } = await call(operationId, given)
    if (status >= 300) throw new Error(`${operationId}: ${status} ${text}`)
    return body as T // each reader knows what its route answers
  }

  const register = async (as: Actor = supplier, content: object = companyContent): Promise<string> =>
    (await made<{ company: { companyId: string } }>('registerCompany', { as, body: content })).company.companyId

  const addProduct = async (companyId: string, content: object = productContent, as: Actor = supplier): Promise<string> =>
    (await made<{ productId: string }>('createProduct', { as, parameters: { companyId }, body: content })).productId

  return {
    runtime,
    table,
    offer,
    call,
    made,
    register,
    addProduct,
    publish: async (companyId: string, content: object = productContent, as: Actor = supplier): Promise<string> => {
      const productId = await addProduct(companyId, content, as)
      await made('publishProduct', { as, parameters: { productId }, body: {}, ifMatch: 1 })
      return productId
    },
    evaluate: async (productId: string, more: object = {}, as: Actor = caseOfficer): Promise<string> =>
      (await made<{ evaluationId: string }>('recordEvaluation', { as, body: { productId, content: evaluationContent, ...more } }))
        .evaluationId,
    judge: (productId: string, claim: string, status: 'verified' | 'refuted', revision = 1) =>
      made('judgeClaim', {
        as: curator,
        parameters: { productId },
        body: { claim, status, reason: 'Provat mot testmiljön.', revision },
      }),
    runSchedule: () => tasks({ schedule: 'expire-evaluations' }, lambdaContext),
    emitted: () => emittedEvents(table.rows()).map((event) => anyEvent.parse(event)),
  }
}
export type OfferDriver = ReturnType<typeof createOfferDriver>
