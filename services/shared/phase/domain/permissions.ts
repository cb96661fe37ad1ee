import type { County } from '#counties/county.ts'
import type { Actor } from '#contracts/actor.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused } from '#lambda/outcome.ts'
import type { PhaseDefinition } from '../phase.ts'
import type { AnySection } from '../section.ts'
import type { RecordHead } from './case-record.ts'

const worksFor = (actor: Actor, head: RecordHead, county: County): boolean =>
  actor.organisation === head.case.organisation || actor.organisation === county.leadOrganisation

/**
 * Who carries the case: an officer with the phase's role, or a case officer, of the owning organisation or of
 * the county's lead organisation.
 */
export const mayCarry = (
  actor: Actor,
  head: RecordHead,
  phase: PhaseDefinition,
  county: County,
): Refused<'roleNotAllowed' | 'notYourCase'> | undefined => {
  if (!actor.roles.includes(phase.owner) && !actor.roles.includes('caseOfficer')) return refused('roleNotAllowed')
  return worksFor(actor, head, county) ? undefined : refused('notYourCase')
}

/** Whoever carries the case writes every section; other roles write the sections that name them. */
export const mayWrite = (
  actor: Actor,
  head: RecordHead,
  { section, phase, county }: { section: AnySection; phase: PhaseDefinition; county: County },
): Refused<'notYourCase' | 'notYourSection'> | undefined => {
  if (section.writers.some((writer) => actor.roles.includes(writer))) return undefined
  const refusal = mayCarry(actor, head, phase, county)
  if (!refusal) return undefined
  return refusal.code === 'notYourCase' ? refused('notYourCase') : refused('notYourSection')
}
