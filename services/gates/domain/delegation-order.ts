import type { County, DelegationRule } from '#counties/county.ts'
import type { Actor } from '#contracts/actor.ts'
import type { Evidence } from '#contracts/evidence.ts'
import type { Right } from './decision-request.ts'

/** Gate x organisation x value: KL 6:37-40 and 7:5-8 let a board say in its delegation order who decides what. */
const holdsFor = (rule: DelegationRule, { gate, case: header, value }: Evidence): boolean =>
  rule.gates.includes(gate) &&
  (rule.organisations === 'all' || rule.organisations.includes(header.organisation)) &&
  (rule.valueBelow === undefined || value < rule.valueBelow)

/** Every office that may decide on this evidence, with the line of the delegation order that says so. */
export const rightsToDecide = (evidence: Evidence, { delegationOrder }: County): Right[] =>
  delegationOrder.rules
    .filter((rule) => holdsFor(rule, evidence))
    .flatMap(({ id, offices }) => offices.map((office) => ({ rule: id, office })))

/**
 * The right that a person decides by: an office that they hold, in the organisation that owns the case or in
 * the county's lead organisation. Always a named human: an automated function decides nothing (KL 6:38).
 */
export const rightOf = (actor: Actor, rights: readonly Right[], evidence: Evidence, county: County): Right | undefined =>
  actor.organisation === evidence.case.organisation || actor.organisation === county.leadOrganisation
    ? rights.find(({ office }) => actor.offices.includes(office))
    : undefined
