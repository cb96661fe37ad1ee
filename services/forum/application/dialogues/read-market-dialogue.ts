import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { calendarDate, dialogueId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { marketDialogueRows } from '../../domain/dialogues/market-dialogue-rows.ts'
import { worksWith } from '../../domain/dialogues/permissions.ts'
import type { DialogueParts } from './dialogue-parts.ts'

export const marketDialogueView = z.object({
  talks: z.array(
    z.object({
      dialogueId,
      title: z.string(),
      company: z.string(),
      heldOn: calendarDate,
      form: z.enum(['meeting', 'forum', 'rfi', 'draftReview']),
      participants: z.string(),
      informationGiven: z.string(),
      learnt: z.string(),
    }),
  ),
})

/**
 * A case's dialogues as rows for matching's section marketDialogue, to be looked through and completed by people. They
 * name the companies, so they are for those who work with the case.
 */
export const createReadMarketDialogue =
  ({ county, cases, dialogues }: DialogueParts) =>
  async ({ caseId }: { caseId: CaseId }, actor: Actor) => {
    const found = await cases.find(caseId)
    if (!found) return refused('caseUnknown')
    if (!worksWith(actor, found.known.case, county)) return refused('notYourDialogue')
    const known = (await dialogues.findPackage(caseId))?.dialogues ?? []
    const held = await Promise.all(known.map(({ dialogueId: id }) => dialogues.find(id)))
    return answer({
      talks: held.flatMap((dialogue) =>
        dialogue
          ? marketDialogueRows(dialogue).map((row) => ({
              dialogueId: dialogue.state.dialogueId,
              title: dialogue.state.plan.title,
              ...row,
            }))
          : [],
      ),
    })
  }
