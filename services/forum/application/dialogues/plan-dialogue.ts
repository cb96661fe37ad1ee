import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { caseId, dialogueId, needId } from '#contracts/ids.ts'
import type { DialogueId, NeedId, OrganisationId } from '#contracts/ids.ts'
import { applied, refused } from '#lambda/outcome.ts'
import type { Applied, Refused } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { rewritePlan } from '../../domain/dialogues/change-course.ts'
import type { Dialogue, DialogueState } from '../../domain/dialogues/dialogue.ts'
import { mayDecide, mayLead } from '../../domain/dialogues/permissions.ts'
import { isOpen } from '../../domain/needs/need.ts'
import { planBody, planOf } from '../../domain/dialogues/plan.ts'
import type { PlanBody } from '../../domain/dialogues/plan.ts'
import { changeAllowedDialogue } from './change-dialogue.ts'
import type { DialogueParts } from './dialogue-parts.ts'
import { presentDialogue } from './present-dialogue.ts'

/** Of a case, or standing alone, for a need or for none. */
export const newDialogueBody = z.strictObject({ caseId: caseId.optional(), needId: needId.optional(), plan: planBody })
export type NewDialogueBody = z.infer<typeof newDialogueBody>

/** A need that everybody can read; a dialogue about one that is not published would tell of it. */
const isOpenNeed = async ({ needs }: DialogueParts, id: NeedId): Promise<boolean> => {
  const found = await needs.find(id)
  return found !== undefined && isOpen(found.value)
}

const ownerOf = async (
  { cases }: DialogueParts,
  { caseId: about }: NewDialogueBody,
  actor: Actor,
): Promise<{ organisation: OrganisationId | undefined; case?: DialogueState['case'] } | undefined> => {
  if (about === undefined) return { organisation: actor.organisation }
  const found = await cases.find(about)
  if (!found) return undefined
  const { organisation, caseNumber } = found.known.case
  return { organisation, case: { caseId: about, caseNumber } }
}

/** A plan is for those who work with it alone, until it is opened. */
export const createPlanDialogue = (parts: DialogueParts) => async (body: NewDialogueBody, actor: Actor, context: Context) => {
  const { county, dialogues } = parts
  if (body.needId !== undefined && !(await isOpenNeed(parts, body.needId))) return refused('dialogueNeedNotOpen')
  const owner = await ownerOf(parts, body, actor)
  if (!owner) return refused('caseUnknown')
  const { organisation } = owner
  if (organisation === undefined) return refused('notYourDialogue')
  const forbidden = mayLead(actor, { organisation }, county)
  if (forbidden) return forbidden
  const state: DialogueState = {
    dialogueId: dialogueId.parse(context.newId()),
    status: 'planned',
    organisation,
    ...(owner.case && { case: owner.case }),
    ...(body.needId && { needId: body.needId }),
    plan: planOf(body.plan),
    plannedAt: context.now,
    plannedBy: authorOf(actor),
  }
  const planned: Dialogue = { state, version: 1, log: [] }
  return perform(
    {
      load: async (): Promise<Dialogue | undefined> => undefined,
      decide: (): Applied<Dialogue | undefined> | Refused<never> => applied(planned),
      save: (_, { facts }, once) => dialogues.save({ before: undefined, after: planned, facts, once }, context),
      present: () => ({ value: presentDialogue(planned, { actor, county, now: context.now }), version: planned.version }),
    },
    context,
  )
}

export const createRewritePlan =
  (parts: DialogueParts) => (command: { dialogueId: DialogueId; plan: PlanBody; seen: number; actor: Actor }, context: Context) =>
    changeAllowedDialogue(
      { parts, dialogueId: command.dialogueId, actor: command.actor, context },
      (dialogue) => mayDecide(command.actor, dialogue, parts.county),
      (dialogue) => rewritePlan(dialogue, command.plan, command.seen),
    )
