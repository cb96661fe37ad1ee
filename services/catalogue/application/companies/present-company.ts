import * as z from 'zod'
import { companySize } from '#contracts/company-sizes.ts'
import { companyId, timestamp } from '#contracts/ids.ts'
import { companyContent } from '../../domain/companies/company-fields.ts'
import { company, companyStatuses, sizeOf, verification } from '../../domain/companies/company.ts'
import type { Company, CompanyState } from '../../domain/companies/company.ts'

const { shape } = companyContent.complete

/** What everybody sees: the size class, but not the figures behind it, and nobody's name. */
export const companyView = z.object({
  companyId,
  name: shape.name,
  registration: shape.registration,
  number: shape.number,
  country: shape.country,
  legalForm: shape.legalForm,
  size: companySize.optional(),
  email: shape.email,
  web: shape.web,
  regions: shape.regions,
  about: shape.about,
  verification: verification.pick({ status: true, reason: true, judgedAt: true }),
  registeredAt: timestamp,
  changedAt: timestamp,
})

/** What its own representatives see. */
export const ownCompanyView = z.object({
  company: companyView,
  content: companyContent.complete,
  status: z.enum(companyStatuses),
  representatives: company.shape.representatives,
  version: z.int().positive(),
})

export const presentCompany = (of: Company): z.infer<typeof companyView> => {
  const { content, verification: judged } = of
  const { size: _, ...told } = content
  const size = sizeOf(of)
  return {
    companyId: of.companyId,
    ...told,
    ...(size && { size }),
    verification: {
      status: judged.status,
      ...(judged.reason !== undefined && { reason: judged.reason }),
      ...(judged.judgedAt !== undefined && { judgedAt: judged.judgedAt }),
    },
    registeredAt: of.registeredAt,
    changedAt: of.changedAt,
  }
}

export const presentOwnCompany = ({ company: of, version }: CompanyState): z.infer<typeof ownCompanyView> => ({
  company: presentCompany(of),
  content: of.content,
  status: of.status,
  representatives: of.representatives,
  version,
})
