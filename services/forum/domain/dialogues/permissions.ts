import type { County } from '#counties/county.ts'
import type { Actor } from '#contracts/actor.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused } from '#lambda/outcome.ts'
import type { Dialogue, DialogueState } from './dialogue.ts'
import { entriesOf } from './log-entry.ts'

/** Who plans and leads dialogues, in their own organisation's cases or, from the lead organisation, in all. */
export const leaders = ['caseOfficer', 'procurementOfficer', 'forumFacilitator'] as const satisfies readonly Role[]

const isStaff = ({ roles }: Actor): boolean => roles.some((role) => staffRoles.some((staff) => staff === role))

/** Whoever works for the organisation that holds the dialogue, or for the county's lead organisation: reads all of its log. */
export const worksWith = (
  actor: Actor | undefined,
  { organisation }: Pick<DialogueState, 'organisation'>,
  { leadOrganisation }: Pick<County, 'leadOrganisation'>,
): actor is Actor =>
  actor !== undefined &&
  isStaff(actor) &&
  actor.organisation !== undefined &&
  (actor.organisation === organisation || actor.organisation === leadOrganisation)

export const mayLead = (
  actor: Actor,
  state: Pick<DialogueState, 'organisation'>,
  county: County,
): Refused<'notYourDialogue'> | undefined =>
  worksWith(actor, state, county) && actor.roles.some((role) => leaders.some((leader) => leader === role))
    ? undefined
    : refused('notYourDialogue')

export const hasDeclaredConflict = ({ log }: Dialogue, { subject }: Pick<Actor, 'subject'>): boolean =>
  entriesOf(log, 'conflictDeclared').some(({ by }) => by.subject === subject)

/** Leads, and has no tie to a company that they have declared themselves (KL 6:28-32, 7:4). */
export const mayDecide = (
  actor: Actor,
  dialogue: Dialogue,
  county: County,
): Refused<'notYourDialogue' | 'conflictOfInterest'> | undefined =>
  mayLead(actor, dialogue.state, county) ?? (hasDeclaredConflict(dialogue, actor) ? refused('conflictOfInterest') : undefined)
