import type { Actor } from '#contracts/actor.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused } from '#lambda/outcome.ts'
import type { Need } from './need.ts'

/** Who tells the market of a need. */
export const needWriters = ['caseOfficer', 'forumFacilitator'] as const satisfies readonly Role[]

const holdsOneOf = (actor: Actor | undefined, roles: readonly Role[]): boolean =>
  actor !== undefined && actor.roles.some((role) => roles.includes(role))

export const isFacilitator = (actor: Actor | undefined): boolean => holdsOneOf(actor, ['forumFacilitator'])

/** On the public side, in the organisation that has the need. */
export const isOfItsOrganisation = (need: Pick<Need, 'organisation'>, actor: Actor | undefined): boolean =>
  holdsOneOf(actor, staffRoles) && actor?.organisation === need.organisation

/**
 * What has been published is for everybody, also when it has ended. A draft is for its own organisation; so is what
 * is hidden, and the facilitator who hides sees that too.
 */
export const maySeeNeed = (need: Need, actor: Actor | undefined): boolean => {
  if (isOfItsOrganisation(need, actor)) return true
  if (need.publishedAt === undefined) return false
  return need.hidden === undefined || isFacilitator(actor)
}

/** Officers and facilitators of the organisation that has the need. */
export const mayWriteNeed = (need: Need, actor: Actor): Refused<'notYourNeed'> | undefined =>
  isOfItsOrganisation(need, actor) ? undefined : refused('notYourNeed')
