import type { Actor } from '#contracts/actor.ts'
import type { CompanyId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { isListed, isRepresentative } from '../../domain/companies/company.ts'
import type { OfferParts } from '../offer-parts.ts'
import { presentCompany, presentOwnCompany } from './present-company.ts'

interface PageAsked {
  readonly limit: number
  readonly cursor?: string | undefined
}

export const createListCompanies =
  ({ companies }: OfferParts) =>
  async (page: PageAsked) => {
    const { companies: found, cursor } = await companies.list(page)
    return { ...answer({ companies: found.map(presentCompany) }), ...(cursor !== undefined && { cursor }) }
  }

/** One that is not shown is told to its own representatives and to curators alone. */
export const createReadCompany =
  ({ companies }: OfferParts) =>
  async ({ companyId }: { companyId: CompanyId }) => {
    const held = await companies.find(companyId)
    return held && isListed(held.company) ? answer(presentCompany(held.company)) : refused('companyNotFound')
  }

/** Whoever judges a registration sees it whatever has come of it. */
export const createReadCompanyAsCurator =
  ({ companies }: OfferParts) =>
  async ({ companyId }: { companyId: CompanyId }) => {
    const held = await companies.find(companyId)
    return held ? answer(presentCompany(held.company)) : refused('companyNotFound')
  }

export const createReadOwnCompany =
  ({ companies }: OfferParts) =>
  async ({ companyId, actor }: { companyId: CompanyId; actor: Actor }) => {
    const held = await companies.find(companyId)
    if (!held) return refused('companyNotFound')
    return isRepresentative(held.company, actor.subject)
      ? answer(presentOwnCompany(held), held.version)
      : refused('notYourCompany')
  }

/** The companies that somebody acts for: often one, but one person can keep several small ones. */
export const createListOwnCompanies =
  ({ companies }: OfferParts) =>
  async ({ actor }: { actor: Actor }) => {
    const ids = await companies.companiesOf(actor.subject)
    const found = await Promise.all(ids.map((id) => companies.find(id)))
    return answer({
      companies: found
        .flatMap((held) => (held && isRepresentative(held.company, actor.subject) ? [presentOwnCompany(held)] : []))
        .toSorted((a, b) => a.company.name.localeCompare(b.company.name, 'sv')),
    })
  }

export const createListReviews =
  ({ reviews }: OfferParts) =>
  async (page: PageAsked) => {
    const { reviews: waiting, cursor } = await reviews.list(page)
    return { ...answer({ reviews: [...waiting] }), ...(cursor !== undefined && { cursor }) }
  }
