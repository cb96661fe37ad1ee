import type { Handlers } from '#lambda/api.ts'
import { answer } from '#lambda/outcome.ts'
import {
  createActivateCompany,
  createChangeCompany,
  createDeactivateCompany,
  createJudgeCompany,
  createRemoveRepresentative,
} from '../../application/companies/change-company.ts'
import { createInviteRepresentative, createRedeemInvitation } from '../../application/companies/invite-representative.ts'
import {
  createListCompanies,
  createListOwnCompanies,
  createListReviews,
  createReadCompany,
  createReadCompanyAsCurator,
  createReadOwnCompany,
} from '../../application/companies/read-companies.ts'
import { createRegisterCompany } from '../../application/companies/register-company.ts'
import { companyContent } from '../../domain/companies/company-fields.ts'
import { evaluationContent } from '../../domain/evaluations/evaluation-fields.ts'
import { productContent } from '../../domain/products/product-fields.ts'
import type { CatalogueRefusalCode } from '../../refusals.ts'
import type { CompaniesRoutes } from '../../routes/companies.ts'
import type { CatalogueParts } from '../parts.ts'

export const companiesHandlers = ({ offer }: CatalogueParts): Handlers<CompaniesRoutes, CatalogueRefusalCode> => {
  const registerCompany = createRegisterCompany(offer)
  const listCompanies = createListCompanies(offer)
  const readCompany = createReadCompany(offer)
  const readCompanyAsCurator = createReadCompanyAsCurator(offer)
  const listOwnCompanies = createListOwnCompanies(offer)
  const readOwnCompany = createReadOwnCompany(offer)
  const changeCompany = createChangeCompany(offer)
  const deactivateCompany = createDeactivateCompany(offer)
  const activateCompany = createActivateCompany(offer)
  const inviteRepresentative = createInviteRepresentative(offer)
  const redeemInvitation = createRedeemInvitation(offer)
  const removeRepresentative = createRemoveRepresentative(offer)
  const judgeCompany = createJudgeCompany(offer)
  const listReviews = createListReviews(offer)
  return {
    readCatalogueForms: async () =>
      answer({ company: companyContent.form, product: productContent.form, evaluation: evaluationContent.form }),
    registerCompany: ({ body, actor, context }) => registerCompany(body, actor, context),
    listCompanies: ({ query }) => listCompanies(query),
    readCompany: ({ parameters }) => readCompany(parameters),
    readCompanyAsCurator: ({ parameters }) => readCompanyAsCurator(parameters),
    listOwnCompanies: ({ actor }) => listOwnCompanies({ actor }),
    readOwnCompany: ({ parameters, actor }) => readOwnCompany({ ...parameters, actor }),
    changeCompany: ({ parameters, body, ifMatch, actor, context }) =>
      changeCompany({ ...parameters, content: body, ifMatch, actor }, context),
    deactivateCompany: ({ parameters, ifMatch, actor, context }) => deactivateCompany({ ...parameters, ifMatch, actor }, context),
    activateCompany: ({ parameters, ifMatch, actor, context }) => activateCompany({ ...parameters, ifMatch, actor }, context),
    inviteRepresentative: ({ parameters, actor, context }) => inviteRepresentative({ ...parameters, actor }, context),
    redeemInvitation: ({ body, actor, context }) => redeemInvitation({ ...body, actor }, context),
    removeRepresentative: ({ parameters, body, actor, context }) =>
      removeRepresentative({ ...parameters, ...body, actor }, context),
    judgeCompany: ({ parameters, body, actor, context }) => judgeCompany({ ...parameters, ...body, actor }, context),
    listReviews: ({ query }) => listReviews(query),
  }
}
