import { describe, expect, it } from 'vitest'
import { registerCompany } from '../../services/catalogue/domain/companies/company.ts'
import { companyContent } from '../../services/catalogue/domain/companies/company-fields.ts'
import { missingIn } from '../../services/catalogue/domain/products/keep-product.ts'
import { productDraft } from '../../services/catalogue/domain/products/product-fields.ts'
import { explainDraft } from '../../services/catalogue/application/products/explain-draft.ts'
import { companyId } from '#contracts/ids.ts'
import { marketCompanies } from './companies.ts'
import { companyKeys, marketProducts, productsOf } from './products.ts'

describe('the companies of the demo', () => {
  it.each(companyKeys)('%s can be registered, is clearly an example and has something to offer', (key) => {
    const { content } = marketCompanies[key]
    const id = companyId.parse('01a00000-0000-7000-8000-000000000001')
    const by = { subject: 'leverantor', name: 'Ali Haddad' }
    const registered = registerCompany(companyContent.complete.parse(content), { id, by, now: '2026-11-20T08:00:00.000Z' })
    expect(registered.kind).toBe('applied')
    expect(content.name).toMatch(/exempel/i)
    expect(productsOf(key).length).toBeGreaterThan(0)
  })

  it('are of every size, and several that nobody has checked', () => {
    expect(companyKeys.length).toBeGreaterThanOrEqual(12)
    expect(Object.values(marketCompanies).filter(({ isVerified }) => !isVerified).length).toBeGreaterThan(1)
  })
})

describe('the products of the demo', () => {
  it.each(marketProducts.map(({ content }) => [content.name, content] as const))('%s can be published', (name, content) => {
    expect(name).toContain('(exempel)')
    expect(missingIn(productDraft.parse(content), explainDraft)).toHaveProperty('content')
  })

  it('are at least forty, each with a name of its own', () => {
    const names = marketProducts.map(({ content }) => content.name)
    expect(names.length).toBeGreaterThanOrEqual(40)
    expect(new Set(names).size).toBe(names.length)
  })
})
