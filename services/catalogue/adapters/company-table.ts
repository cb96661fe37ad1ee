import * as z from 'zod'
import { caseId, companyId } from '#contracts/ids.ts'
import type { CompanyId } from '#contracts/ids.ts'
import type { Item, Key, Put, Table } from '#lambda/table.ts'
import { queryAll } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { CompanyRepository, NumberUse } from '../application/companies/company-repository.ts'
import { review } from '../application/companies/review-queue.ts'
import type { ReviewQueue } from '../application/companies/review-queue.ts'
import { company } from '../domain/companies/company.ts'
import type { Company } from '../domain/companies/company.ts'
import { invitation } from '../domain/companies/invitation.ts'
import type { Invitation } from '../domain/companies/invitation.ts'
import { shownProductOf } from '../domain/products/shown-product.ts'
import type { ProductState } from '../domain/products/product.ts'
import { companyItem, companyKey, companyReviewPut, expectsVersion, listings, shownPuts } from './catalogue-rows.ts'

const numberKey = (number: string): Key => ({ pk: `NUMBER#${number}`, sk: 'COMPANY' })
const invitationKey = (digest: string): Key => ({ pk: `INVITATION#${digest}`, sk: 'COMPANY' })
const companyPrefix = 'COMPANY#'
const personPartition = (subject: string): string => `REPRESENTATIVE#${subject}`

const storedUse = z.object({ companyId: companyId.optional() })
const storedPlace = z.object({ companyId })

const numberPut = ({ number, holder, version }: NumberUse): Put => ({
  item: { ...numberKey(number), version: version + 1, body: { ...(holder && { companyId: holder }) } },
  expects: expectsVersion(version),
})

const placePut = (subject: string, of: CompanyId, status: 'active' | 'left'): Put => ({
  item: { pk: personPartition(subject), sk: `${companyPrefix}${of}`, status, body: { companyId: of } },
  // The company's own list decides, and its version is asked for beside this.
  expects: 'any',
})

const invitationItem = (held: Invitation, version: number): Item => ({
  ...invitationKey(held.digest),
  version,
  body: held,
})

const looksOtherwise = (before: Company, after: Company, { product }: ProductState): boolean =>
  JSON.stringify(shownProductOf(before, product)) !== JSON.stringify(shownProductOf(after, product))

export const createCompanyTable = (table: Table, unitOfWork: UnitOfWork): CompanyRepository => ({
  find: async (id) => {
    const item = await table.get(companyKey(id))
    return item && { company: company.parse(item.body), version: item.version ?? 0 }
  },

  findNumber: async (number) => {
    const item = await table.get(numberKey(number))
    return { number, holder: item && storedUse.parse(item.body).companyId, version: item?.version ?? 0 }
  },

  companiesOf: async (subject) => {
    const items = await queryAll(table, { partition: personPartition(subject), sortPrefix: companyPrefix })
    return items.filter(({ status }) => status === 'active').map(({ body }) => storedPlace.parse(body).companyId)
  },

  findInvitation: async (digest) => {
    const item = await table.get(invitationKey(digest))
    return item && invitation.parse(item.body)
  },

  list: async ({ limit, cursor: from }) => {
    const { items, cursor } = await table.query({
      index: 'by-listing',
      partition: listings.companies,
      limit,
      ...(from !== undefined && { cursor: from }),
    })
    return { companies: items.map(({ body }) => company.parse(body)), ...(cursor !== undefined && { cursor }) }
  },

  saveInvitation: (held, context, once) =>
    unitOfWork.save(
      { caseId: caseId.parse(held.companyId), puts: [{ item: invitationItem(held, 1), expects: 'absent' }], facts: [], once },
      context,
    ),

  save: (before, { state, facts }, context, { once, number, joined, left, used, products }) => {
    const { company: after } = state
    return unitOfWork.save(
      {
        // A company belongs to no case: it is the subject of its own events.
        caseId: caseId.parse(after.companyId),
        puts: [
          { item: companyItem(state), expects: before ? { version: before.version } : 'absent' },
          companyReviewPut(after),
          ...(number ? [numberPut(number)] : []),
          ...(joined === undefined ? [] : [placePut(joined, after.companyId, 'active')]),
          ...(left === undefined ? [] : [placePut(left, after.companyId, 'left')]),
          ...(used ? [{ item: invitationItem(used, 2), expects: { version: 1 } }] : []),
          ...products
            .filter((product) => before !== undefined && looksOtherwise(before.company, after, product))
            .flatMap((product) => shownPuts(state, product, context.now)),
        ],
        facts,
        once,
      },
      context,
    )
  },
})

export const createReviewQueue = (table: Table): ReviewQueue => ({
  list: async ({ limit, cursor: from }) => {
    const { items, cursor } = await table.query({
      index: 'by-listing',
      partition: listings.reviews,
      limit,
      ...(from !== undefined && { cursor: from }),
    })
    return { reviews: items.map(({ body }) => review.parse(body)), ...(cursor !== undefined && { cursor }) }
  },
})
