import type { County, DelegationRule } from '#counties/county.ts'
import type { Actor } from '#contracts/actor.ts'
import type { Evidence } from '#contracts/evidence.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import type { Right } from './decision-request.ts'

/** An unknown value is below no limit: who may decide on any sum may decide on that. */
const isBelowLimit = (value: number | undefined, limit: number | undefined): boolean =>
  limit === undefined || (value !== undefined && value < limit)

/** Gate x organisation x value: KL 6:37-40 and 7:5-8 let a board say in its delegation order who decides what. */
const holdsFor = (rule: DelegationRule, { gate, case: header, value }: Evidence): boolean =>
  rule.gates.includes(gate) &&
  (rule.organisations === 'all' || rule.organisations.includes(header.organisation)) &&
  isBelowLimit(value, rule.valueBelow)

/** The organisation that owns the case, and the county's lead organisation where the line names an agreement on that. */
const organisationsOf = ({ alsoLeadOrganisation }: DelegationRule, owner: OrganisationId, lead: OrganisationId) =>
  alsoLeadOrganisation && owner !== lead ? [owner, lead] : [owner]

/** Every office that may decide on this evidence, with the line of the delegation order that says so. */
export const rightsToDecide = (evidence: Evidence, { delegationOrder, leadOrganisation }: County): Right[] =>
  delegationOrder.rules
    .filter((rule) => holdsFor(rule, evidence))
    .flatMap((rule) => {
      const organisations = organisationsOf(rule, evidence.case.organisation, leadOrganisation)
      return rule.offices.map((office) => ({ rule: rule.id, office, organisations }))
    })

/**
 * The right that a person decides by: an office that they hold, in an organisation that the right is given to.
 * Always a named human: an automated function decides nothing (KL 6:38).
 */
export const rightOf = ({ organisation, offices }: Actor, rights: readonly Right[]): Right | undefined =>
  rights.find(
    (right) => organisation !== undefined && right.organisations.includes(organisation) && offices.includes(right.office),
  )
