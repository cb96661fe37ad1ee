import type { Actor } from '#contracts/actor.ts'
import type { DialogueStatus } from '#contracts/dialogue.ts'
import type { DialogueId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { worksWith } from '../../domain/dialogues/permissions.ts'
import type { DialogueParts } from './dialogue-parts.ts'
import { pageWhere } from '../documents.ts'
import { presentDialogue, summariseDialogue } from './present-dialogue.ts'

/** A plan is there only for those who work with it. */
export const createReadDialogue =
  ({ county, dialogues }: DialogueParts) =>
  async ({ dialogueId }: { dialogueId: DialogueId }, actor: Actor | undefined, { now }: Context) => {
    const dialogue = await dialogues.find(dialogueId)
    if (!dialogue || (dialogue.state.openedAt === undefined && !worksWith(actor, dialogue.state, county)))
      return refused('dialogueNotFound')
    return answer(presentDialogue(dialogue, { actor, county, now }), dialogue.version)
  }

/** The same list for everybody; plans are seen by those who work with them. */
export const createListDialogues =
  ({ county, dialogues }: DialogueParts) =>
  async (
    { status, limit, cursor }: { status: DialogueStatus; limit: number; cursor?: string | undefined },
    actor: Actor | undefined,
  ) => {
    const page = await pageWhere(
      (wanted) => dialogues.list(status, wanted),
      (state) => state.openedAt !== undefined || worksWith(actor, state, county),
      { limit, cursor },
    )
    return {
      ...answer({ dialogues: page.found.map(summariseDialogue) }),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    }
  }
