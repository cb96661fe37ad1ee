import { describe, expect, it } from 'vitest'
import { evaluationExpired } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import { companyId, evaluationId, organisationId, productId } from '#contracts/ids.ts'
import type { CompanyId, ProductId } from '#contracts/ids.ts'
import { applied } from '#lambda/outcome.ts'
import { queryAll } from '#lambda/table.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { createCompanyTable, createReviewQueue } from '../adapters/company-table.ts'
import { createEvaluationTable } from '../adapters/evaluation-table.ts'
import { createProductListing, createShownProducts } from '../adapters/product-listing.ts'
import { createProductTable } from '../adapters/product-table.ts'
import { companyContent as companyFields } from '../domain/companies/company-fields.ts'
import { registerCompany } from '../domain/companies/company.ts'
import type { CompanyState } from '../domain/companies/company.ts'
import { newInvitation } from '../domain/companies/invitation.ts'
import { evaluationContent as evaluationFields } from '../domain/evaluations/evaluation-fields.ts'
import type { EvaluationState } from '../domain/evaluations/evaluation.ts'
import { createProduct, publishProduct, withdrawProduct } from '../domain/products/keep-product.ts'
import { productDraft } from '../domain/products/product-fields.ts'
import type { ProductState } from '../domain/products/product.ts'
import { companyContent, evaluationContent, productContent } from './offer-driver.ts'

const by = { subject: 'supplier', name: 'Erik Ek' }

const at = (second: number): string => new Date(Date.UTC(2026, 10, 20, 8, 0, second)).toISOString()

const context = (now = at(0)): Context => ({
  now,
  newId: () => crypto.randomUUID(),
  actor: by,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
})

const stateOf = <T>(outcome: { readonly kind: string; readonly state?: T }): T => {
  if (outcome.state === undefined) throw new Error(outcome.kind)
  return outcome.state
}

const newCompany = (name = 'Larm AB'): CompanyState =>
  stateOf(
    registerCompany(companyFields.complete.parse({ ...companyContent, name }), {
      id: companyId.parse(crypto.randomUUID()),
      by,
      now: at(0),
    }),
  )

const newProduct = (of: CompanyId, name = 'Larmet'): ProductState =>
  stateOf(
    createProduct(productDraft.parse({ ...productContent, name }), { id: productId.parse(crypto.randomUUID()), of, now: at(0) }),
  )

const published = (draft: ProductState, now: string): ProductState =>
  stateOf(publishProduct(draft, { ifMatch: draft.product.edition, now, isCompanyListed: true, explain: () => [] }))

const evaluationOf = ({ product }: ProductState, validTo: string, recordedAt = at(0)): EvaluationState => ({
  version: 1,
  evaluation: {
    evaluationId: evaluationId.parse(crypto.randomUUID()),
    productId: product.productId,
    companyId: product.companyId,
    productName: 'Larmet',
    organisation: organisationId.parse('region-kalmar'),
    content: evaluationFields.complete.parse({ ...evaluationContent, validTo }),
    revision: 1,
    status: 'inForce',
    recordedAt,
    recordedBy: by,
  },
})

/** What the repositories of companies, products and evaluations promise, on whatever table they stand. */
export const describeOfferRepositories = (tableOf: () => Table): void => {
  const repositories = () => {
    const unitOfWork = createUnitOfWork(tableOf(), 'catalogue')
    return {
      companies: createCompanyTable(tableOf(), unitOfWork),
      products: createProductTable(tableOf(), unitOfWork),
      evaluations: createEvaluationTable(tableOf(), unitOfWork),
      reviews: createReviewQueue(tableOf()),
      shown: createShownProducts(tableOf()),
    }
  }

  const also = { once: undefined, products: [] }

  const savedCompany = async (name?: string): Promise<CompanyState> => {
    const state = newCompany(name)
    expect(await repositories().companies.save(undefined, applied(state), context(), also)).toBe('saved')
    return state
  }

  const saveProduct = (company: CompanyState, before: ProductState | undefined, after: ProductState, now = at(0)) =>
    repositories().products.save({ company, before, after, facts: [], once: undefined }, context(now))

  const savedProduct = async (company: CompanyState, second = 0, name?: string): Promise<ProductState> => {
    const draft = newProduct(company.company.companyId, name)
    expect(await saveProduct(company, undefined, draft, at(second))).toBe('saved')
    const after = published(draft, at(second))
    expect(await saveProduct(company, draft, after, at(second))).toBe('saved')
    return after
  }

  describe('a company', () => {
    it('is found as it was saved, and by the person who represents it', async () => {
      const state = newCompany()
      const subject = crypto.randomUUID()
      await repositories().companies.save(undefined, applied(state), context(), { ...also, joined: subject })
      expect(await repositories().companies.find(state.company.companyId)).toEqual(state)
      expect(await repositories().companies.companiesOf(subject)).toEqual([state.company.companyId])
      const changed = { company: state.company, version: 2 }
      await repositories().companies.save(state, applied(changed), context(), { ...also, left: subject })
      expect(await repositories().companies.companiesOf(subject)).toEqual([])
    })

    it('is saved only over the version that was read', async () => {
      const state = await savedCompany()
      const after = { company: state.company, version: 2 }
      expect(await repositories().companies.save(state, applied(after), context(), also)).toBe('saved')
      expect(await repositories().companies.save(state, applied(after), context(), also)).toBe('conflict')
    })

    it('has its number alone: of two that take it at once, one is saved whole and the other not at all', async () => {
      const number = await repositories().companies.findNumber(`SE${crypto.randomUUID()}`)
      expect(number).toMatchObject({ holder: undefined, version: 0 })
      const [one, other] = [newCompany(), newCompany()]
      const take = (state: CompanyState) =>
        repositories().companies.save(undefined, applied(state), context(), {
          ...also,
          number: { ...number, holder: state.company.companyId },
        })
      expect(await take(one)).toBe('saved')
      expect(await take(other)).toBe('conflict')
      expect(await repositories().companies.find(other.company.companyId)).toBeUndefined()
      expect(await repositories().companies.findNumber(number.number)).toMatchObject({
        holder: one.company.companyId,
        version: 1,
      })
    })

    it('lets a code be used once', async () => {
      const state = await savedCompany()
      const held = newInvitation(crypto.randomUUID(), state.company.companyId, at(0))
      expect(await repositories().companies.saveInvitation(held, context(), undefined)).toBe('saved')
      expect(await repositories().companies.findInvitation(held.digest)).toEqual(held)
      const used = { ...held, usedAt: at(1) }
      const second = { company: state.company, version: 2 }
      expect(await repositories().companies.save(state, applied(second), context(), { ...also, used })).toBe('saved')
      const third = { company: state.company, version: 3 }
      expect(await repositories().companies.save(second, applied(third), context(), { ...also, used })).toBe('conflict')
    })

    it('is listed by name while it is shown, and waits for a curator while nobody has looked', async () => {
      const state = await savedCompany(`Aa ${crypto.randomUUID()}`)
      const ids = async () => (await repositories().companies.list({ limit: 100 })).companies.map(({ companyId: id }) => id)
      const waiting = async () => (await repositories().reviews.list({ limit: 100 })).reviews.map(({ companyId: id }) => id)
      expect(await ids()).toContain(state.company.companyId)
      expect(await waiting()).toContain(state.company.companyId)
      const refuted = {
        version: 2,
        company: { ...state.company, verification: { status: 'refuted' as const, reason: 'x', judgedAt: at(1), judgedBy: by } },
      }
      await repositories().companies.save(state, applied(refuted), context(), also)
      expect(await ids()).not.toContain(state.company.companyId)
      expect(await waiting()).not.toContain(state.company.companyId)
    })
  })

  describe('a product', () => {
    it('is found by its id with its company, and among those of the company', async () => {
      const company = await savedCompany()
      const state = await savedProduct(company)
      expect(await repositories().products.find(state.product.productId)).toEqual({ company, state })
      expect(await repositories().products.ofCompany(company.company.companyId)).toEqual([state])
      expect(await repositories().products.find(productId.parse(crypto.randomUUID()))).toBeUndefined()
    })

    it('is not saved when the company has changed since it was read', async () => {
      const company = await savedCompany()
      const draft = newProduct(company.company.companyId)
      await saveProduct(company, undefined, draft)
      await repositories().companies.save(company, applied({ company: company.company, version: 2 }), context(), also)
      expect(await saveProduct(company, draft, published(draft, at(1)))).toBe('conflict')
      expect((await repositories().products.find(draft.product.productId))?.state).toEqual(draft)
    })

    it('is not saved over a version that nobody read', async () => {
      const company = await savedCompany()
      const draft = newProduct(company.company.companyId)
      await saveProduct(company, undefined, draft)
      expect(await saveProduct(company, undefined, draft)).toBe('conflict')
      const after = published(draft, at(1))
      expect(await saveProduct(company, draft, after)).toBe('saved')
      expect(await saveProduct(company, draft, after)).toBe('conflict')
    })
  })

  describe('what is shown', () => {
    /** Other tests share the table: only these products are looked at. */
    const changesOf = async (mark: string | undefined, ...ids: ProductId[]) => {
      const read = await repositories().shown.changedSince(mark)
      const told = read.changes.map((change) =>
        change.kind === 'listed'
          ? { id: change.shown.productId, name: change.shown.published.content.name }
          : { id: change.productId, name: undefined },
      )
      return { mark: read.mark, told: told.filter(({ id }) => ids.includes(id)).map(({ name }) => name) }
    }

    it('is read by what has changed since a mark: each product once, as it is, and withdrawn ones as gone', async () => {
      const company = await savedCompany()
      const [one, two] = [await savedProduct(company, 1, 'Ett'), await savedProduct(company, 2, 'Två')]
      const ids = [one.product.productId, two.product.productId]
      const first = await changesOf(undefined, ...ids)
      expect(first.told).toEqual(['Ett', 'Två'])
      expect((await changesOf(first.mark, ...ids)).told).toEqual([])
      const gone = stateOf(withdrawProduct(one, { ifMatch: one.product.edition, now: at(3) }))
      await saveProduct(company, one, gone, at(3))
      const second = await changesOf(first.mark, ...ids)
      expect(second.told).toEqual([undefined])
      expect((await changesOf(second.mark, ...ids)).told).toEqual([])
      expect((await changesOf(undefined, ...ids)).told).toEqual(['Två', undefined])
    })

    it('is found also when it reaches the list late, with a time before the mark', async () => {
      const company = await savedCompany()
      const early = await savedProduct(company, 40, 'Sen klocka')
      const first = await changesOf(undefined, early.product.productId)
      const late = await savedProduct(company, 20, 'Tidig klocka')
      const ids = [early.product.productId, late.product.productId]
      const second = await changesOf(first.mark, ...ids)
      expect(second.told).toEqual(['Tidig klocka'])
      expect((await changesOf(second.mark, ...ids)).told).toEqual([])
    })

    it('follows its company: hidden with it, and renamed with it', async () => {
      const company = await savedCompany()
      const product = await savedProduct(company, 1)
      const ids = [product.product.productId]
      const { mark } = await changesOf(undefined, ...ids)
      const hidden = { company: { ...company.company, status: 'deactivated' as const }, version: 2 }
      await repositories().companies.save(company, applied(hidden), context(at(2)), { once: undefined, products: [product] })
      expect((await changesOf(mark, ...ids)).told).toEqual([undefined])
      const back = { company: company.company, version: 3 }
      await repositories().companies.save(hidden, applied(back), context(at(2)), { once: undefined, products: [product] })
      expect((await changesOf(mark, ...ids)).told).toEqual(['Larmet'])
    })

    it('is no draft', async () => {
      const company = await savedCompany()
      const draft = newProduct(company.company.companyId, 'Hemligt')
      await saveProduct(company, undefined, draft)
      expect((await changesOf(undefined, draft.product.productId)).told).toEqual([])
    })

    it('reaches matching as a profile, with size and price beside it and the contracts that let others call off', async () => {
      const company = await savedCompany()
      const { product } = await savedProduct(company, 5)
      const holder = organisationId.parse('kalmar-kommun')
      const listing = createProductListing(repositories().shown, { holdersOf: async () => [holder], clock: () => at(9) })
      const { changes } = await listing.changedSince(undefined)
      const mine = changes.find((change) => change.kind === 'listed' && change.product.profile.productId === product.productId)
      expect(mine).toMatchObject({
        product: {
          companyName: 'Larm AB',
          companySize: 'micro',
          priceFrom: 120_000,
          readiness: 9,
          profile: {
            name: 'Larmet',
            claims: [{ requirementId: 'KB-INT-001', status: 'declared' }],
            interfaces: [{ standard: 'HL7 FHIR R4', status: 'declared' }],
            callOff: [holder],
          },
        },
      })
    })
  })

  describe('an evaluation', () => {
    it('is saved with its product, and both or neither', async () => {
      const company = await savedCompany()
      const state = await savedProduct(company)
      const one = evaluationOf(state, '2027-01-01')
      const save = (before: ProductState) =>
        repositories().products.save(
          {
            company,
            before,
            after: { product: state.product, version: before.version + 1 },
            evaluations: [one],
            facts: [fact(evaluationExpired, { evaluationId: one.evaluation.evaluationId, productId: state.product.productId })],
            subject: one.evaluation.evaluationId,
            once: undefined,
          },
          context(),
        )
      expect(await save({ ...state, version: 9 })).toBe('conflict')
      expect(await repositories().evaluations.find(one.evaluation.evaluationId)).toBeUndefined()
      expect(await save(state)).toBe('saved')
      expect(await repositories().evaluations.find(one.evaluation.evaluationId)).toEqual(one)
      // Its journal is its own.
      const outbox = await queryAll(tableOf(), { partition: `CASE#${one.evaluation.evaluationId}`, sortPrefix: 'OUT#' })
      expect(outbox).toHaveLength(1)
    })

    it('is listed with its product, the newest first, and among the outlived from the day after its last', async () => {
      const company = await savedCompany()
      const state = await savedProduct(company)
      const [old, fresh] = [evaluationOf(state, '2020-01-31', at(1)), evaluationOf(state, '2030-01-31', at(2))]
      await repositories().products.save(
        {
          company,
          before: state,
          after: { ...state, version: state.version + 1 },
          evaluations: [old, fresh],
          facts: [],
          once: undefined,
        },
        context(),
      )
      const ids = (page: readonly { readonly evaluationId: string }[]) => page.map((one) => one.evaluationId)
      const { evaluations } = repositories()
      const listed = await evaluations.ofProduct(state.product.productId, { limit: 10 })
      expect(ids(listed.evaluations)).toEqual([fresh.evaluation.evaluationId, old.evaluation.evaluationId])
      expect(ids(await evaluations.outlived('2020-01-31', 100))).not.toContain(old.evaluation.evaluationId)
      const outlived = ids(await evaluations.outlived('2020-02-01', 100))
      expect(outlived).toContain(old.evaluation.evaluationId)
      expect(outlived).not.toContain(fresh.evaluation.evaluationId)
      expect(ids((await evaluations.inForce({ limit: 100 })).evaluations)).toContain(fresh.evaluation.evaluationId)
      await evaluations.save(
        old,
        applied({ version: 2, evaluation: { ...old.evaluation, status: 'expired' } }),
        context(),
        undefined,
      )
      expect(ids(await evaluations.outlived('2020-02-01', 100))).not.toContain(old.evaluation.evaluationId)
      expect(await evaluations.save(old, applied({ version: 2, evaluation: old.evaluation }), context(), undefined)).toBe(
        'conflict',
      )
    })
  })
}
