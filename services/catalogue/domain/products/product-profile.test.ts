import { describe, expect, it } from 'vitest'
import { companyId, organisationId, productId } from '#contracts/ids.ts'
import { companyContent, productContent } from '../../testing/offer-driver.ts'
import { companyContent as companyFields } from '../companies/company-fields.ts'
import { registerCompany } from '../companies/company.ts'
import type { Company } from '../companies/company.ts'
import { createProduct, publishProduct } from './keep-product.ts'
import { productDraft } from './product-fields.ts'
import type { Product } from './product.ts'
import { profileOf } from './product-profile.ts'
import { shownProductOf } from './shown-product.ts'

/** What matching sees of a product: nothing of who sells it (LOU 4:1). */

const now = '2026-11-20T08:00:00.000Z'

const companyOf = (more: object): Company => {
  const registered = registerCompany(companyFields.complete.parse({ ...companyContent, ...more }), {
    id: companyId.parse(crypto.randomUUID()),
    by: { subject: 's', name: 'n' },
    now,
  })
  if (registered.kind !== 'applied') throw new Error('registered')
  return registered.state.company
}

const id = productId.parse('01a00000-0000-7000-8000-000000000001')

const productOf = (of: Company, more: object = {}): Product => {
  const made = createProduct(productDraft.parse({ ...productContent, ...more }), { id, of: of.companyId, now })
  if (made.kind !== 'applied') throw new Error('made')
  const shown = publishProduct(made.state, { ifMatch: 1, now, isCompanyListed: true, explain: () => [] })
  if (shown.kind !== 'applied') throw new Error('published')
  return shown.state.product
}

const profileFor = (of: Company, more: object = {}) => {
  const shown = shownProductOf(of, productOf(of, more))
  if (!shown) throw new Error('shown')
  return profileOf(shown, '2026-11-20', [])
}

describe('the profile of a product', () => {
  const small = companyOf({})

  it('is the same whatever the size, name, place, age or registration of the company', () => {
    const large = companyOf({
      name: 'Jätten AB',
      number: '202100-5489',
      regions: ['SE'],
      size: { accountingYear: 2025, headcount: 9_000, turnover: 900_000, balanceSheet: 800_000, ownership: 'linked' },
    })
    const verified: Company = {
      ...large,
      verification: { status: 'verified', reason: 'x', judgedAt: now },
      registeredAt: '2001-01-01T00:00:00.000Z',
    }
    expect(profileFor(large)).toEqual(profileFor(small))
    expect(profileFor(verified)).toEqual(profileFor(small))
  })

  it('is the same whatever it costs, who uses it, how it is sold and how mature it is', () => {
    const other = {
      price: { model: 'oneOff', from: 1, to: 999_999_999 },
      references: [{ who: 'Alla regioner' }],
      readiness: 1,
      web: 'https://jatten.example',
    }
    expect(profileFor(small, other)).toEqual(profileFor(small))
  })

  it('holds no word of the company, its size, its price or its references', () => {
    const told = JSON.stringify(profileFor(small))
    for (const hidden of [small.companyId, companyContent.name, 'micro', '120000', 'perResident', 'En kommun'])
      expect(told).not.toContain(hidden)
    expect(told).toContain(productContent.functions[0])
  })

  it('changes with what has been shown of it', () => {
    const product = productOf(small)
    const evaluation = {
      evaluationId: crypto.randomUUID() as never, // an id; which one is of no matter
      organisation: organisationId.parse('region-kalmar'),
      verdict: 'unfit' as const,
      results: [{ requirementId: 'KB-INT-001' as never, result: 'notMet' as const }], // the one of the product
      validTo: '2026-12-01',
      recordedAt: now,
    }
    const shown = shownProductOf(small, { ...product, evaluations: [evaluation] })
    if (!shown) throw new Error('shown')
    expect(profileOf(shown, '2026-12-01', [])).toMatchObject({
      claims: [{ status: 'refuted' }],
      evaluations: [{ isPositive: false, requirementIds: ['KB-INT-001'] }],
    })
    expect(profileOf(shown, '2026-12-02', [])).toMatchObject({ claims: [{ status: 'declared' }], evaluations: [] })
  })
})
