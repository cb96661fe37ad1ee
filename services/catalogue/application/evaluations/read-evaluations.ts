import { dayOf } from '#calendar/working-days.ts'
import type { Actor } from '#contracts/actor.ts'
import type { CompanyId, EvaluationId, ProductId } from '#contracts/ids.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { isRepresentative } from '../../domain/companies/company.ts'
import type { OfferParts } from '../offer-parts.ts'
import type { EvaluationPage } from './evaluation-repository.ts'
import { presentEvaluation } from './present-evaluation.ts'

interface PageAsked {
  readonly limit: number
  readonly cursor?: string | undefined
}

const isStaff = ({ roles }: Actor): boolean => roles.some((role) => (staffRoles as readonly Role[]).includes(role))

/** All staff, and those who keep the product: evaluations are shared between organisations, never between suppliers. */
const maySee = async ({ companies }: OfferParts, of: CompanyId, actor: Actor): Promise<boolean> => {
  if (isStaff(actor)) return true
  const company = await companies.find(of)
  return company !== undefined && isRepresentative(company.company, actor.subject)
}

const toAnswer = ({ evaluations, cursor }: EvaluationPage, now: string) => ({
  ...answer({ evaluations: evaluations.map((one) => presentEvaluation(one, dayOf(now))) }),
  ...(cursor !== undefined && { cursor }),
})

export const createListEvaluations =
  ({ evaluations }: OfferParts) =>
  async (page: PageAsked, now: string) =>
    toAnswer(await evaluations.inForce(page), now)

export const createListProductEvaluations =
  (parts: OfferParts) =>
  async ({ productId, actor, ...page }: PageAsked & { productId: ProductId; actor: Actor }, now: string) => {
    const kept = await parts.products.find(productId)
    if (!kept || !(await maySee(parts, kept.company.company.companyId, actor))) return refused('productNotFound')
    return toAnswer(await parts.evaluations.ofProduct(productId, page), now)
  }

export const createReadEvaluation =
  (parts: OfferParts) =>
  async ({ evaluationId, actor }: { evaluationId: EvaluationId; actor: Actor }, now: string) => {
    const found = await parts.evaluations.find(evaluationId)
    if (!found || !(await maySee(parts, found.evaluation.companyId, actor))) return refused('evaluationNotFound')
    return answer(presentEvaluation(found.evaluation, dayOf(now)), found.version)
  }
