import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { companyId } from '#contracts/ids.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Applied, Refused } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { CompanyContent } from '../../domain/companies/company-fields.ts'
import { companyLimits, registerCompany } from '../../domain/companies/company.ts'
import type { CompanyState } from '../../domain/companies/company.ts'
import type { OfferParts } from '../offer-parts.ts'
import type { NumberUse } from './company-repository.ts'
import { presentOwnCompany } from './present-company.ts'

interface Asked {
  readonly number: NumberUse | undefined
  readonly companiesOfPerson: number
  readonly state?: CompanyState
}

/** A supplier registers its company and is its first representative. One company per registration number. */
export const createRegisterCompany =
  ({ companies }: OfferParts) =>
  async (content: CompanyContent, actor: Actor, context: Context) => {
    const registered = registerCompany(content, {
      id: companyId.parse(context.newId()),
      by: authorOf(actor),
      now: context.now,
    })
    if (registered.kind !== 'applied') return registered.kind === 'refused' ? registered : refused('busy')
    const { state, facts } = registered
    const { uniqueNumber } = state.company
    return perform(
      {
        load: async (): Promise<Asked> => ({
          number: uniqueNumber === undefined ? undefined : await companies.findNumber(uniqueNumber),
          companiesOfPerson: (await companies.companiesOf(actor.subject)).length,
        }),
        decide: (asked): Applied<Asked> | Refused<'organisationNumberTaken' | 'tooManyCompanies'> => {
          if (asked.number?.holder !== undefined) return refused('organisationNumberTaken')
          return asked.companiesOfPerson >= companyLimits.companiesOfPerson
            ? refused('tooManyCompanies')
            : applied({ ...asked, state }, ...facts)
        },
        save: ({ number }, change, once) =>
          companies.save(undefined, { kind: 'applied', state, facts: change.facts }, context, {
            once,
            products: [],
            joined: actor.subject,
            number: number && { ...number, holder: state.company.companyId },
          }),
        present: () => ({ value: presentOwnCompany(state), version: state.version }),
      },
      context,
    )
  }
