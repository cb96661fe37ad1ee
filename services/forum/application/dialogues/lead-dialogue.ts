import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import type { DialogueId } from '#contracts/ids.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { cancelDialogue, closeDialogue, openDialogue, rescheduleDialogue } from '../../domain/dialogues/change-course.ts'
import { limits } from '../../domain/dialogues/limits.ts'
import { mayDecide } from '../../domain/dialogues/permissions.ts'
import { scheduleBody } from '../../domain/dialogues/plan.ts'
import { changeAllowedDialogue } from './change-dialogue.ts'
import type { DialogueParts } from './dialogue-parts.ts'

const reason = z.string().trim().min(1).max(limits.reason)

export const reschedulingBody = z.strictObject({ schedule: scheduleBody, reason })
export const closingBody = z.strictObject({
  summary: z.string().trim().min(1).max(limits.note),
  earlyBecause: reason.optional(),
})
export const cancellationBody = z.strictObject({ reason })

interface Lead {
  readonly dialogueId: DialogueId
  /** The version that the leader has read. */
  readonly seen: number
  readonly actor: Actor
}

/** The decisions on a dialogue's way, each by somebody who leads it and has declared no tie. */
export const createLeadDialogue = (parts: DialogueParts) => {
  const lead = ({ dialogueId, actor }: Lead, context: Context) => ({ parts, dialogueId, actor, context })
  const allowed =
    ({ actor }: Lead) =>
    (dialogue: Parameters<typeof mayDecide>[1]) =>
      mayDecide(actor, dialogue, parts.county)
  return {
    open: (by: Lead, context: Context) =>
      changeAllowedDialogue(lead(by, context), allowed(by), (dialogue, doer) => openDialogue(dialogue, by.seen, doer)),

    reschedule: (by: Lead, body: z.infer<typeof reschedulingBody>, context: Context) =>
      changeAllowedDialogue(lead(by, context), allowed(by), (dialogue, doer) =>
        rescheduleDialogue(dialogue, body, by.seen, doer),
      ),

    close: (by: Lead, body: z.infer<typeof closingBody>, context: Context) =>
      changeAllowedDialogue(lead(by, context), allowed(by), (dialogue, doer) => closeDialogue(dialogue, body, by.seen, doer)),

    cancel: (by: Lead, body: z.infer<typeof cancellationBody>, context: Context) =>
      changeAllowedDialogue(lead(by, context), allowed(by), (dialogue, doer) =>
        cancelDialogue(dialogue, body.reason, by.seen, doer),
      ),
  }
}
