import type { County } from '#counties/county.ts'
import type { Actor } from '#contracts/actor.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused } from '#lambda/outcome.ts'
import type { CaseBenefits } from './case-benefits.ts'

/** Marks complete and reopens: an officer of the owning organisation or of the county's lead organisation. */
export const mayCarry = (actor: Actor, { head }: CaseBenefits, county: County): Refused<'notYourCase'> | undefined =>
  actor.organisation === head.case.organisation || actor.organisation === county.leadOrganisation
    ? undefined
    : refused('notYourCase')

/** Writes and measures: as above, and specialists whatever organisation they work for. */
export const mayAssess = (actor: Actor, record: CaseBenefits, county: County): Refused<'notYourCase'> | undefined =>
  actor.roles.includes('specialist') ? undefined : mayCarry(actor, record, county)
