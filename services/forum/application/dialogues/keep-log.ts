import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import type { DialogueId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { addDocument, correctEntry, declareConflict, noteMeeting, summariseAnswers } from '../../domain/dialogues/keep-log.ts'
import { limits } from '../../domain/dialogues/limits.ts'
import { mayDecide, mayLead, worksWith } from '../../domain/dialogues/permissions.ts'
import type { DocumentBody } from '../../domain/dialogues/plan.ts'
import { answerQuestion, setQuestionAside } from '../../domain/dialogues/questions.ts'
import { drawLots } from '../../domain/dialogues/take-part.ts'
import { changeAllowedDialogue } from './change-dialogue.ts'
import type { DialogueParts } from './dialogue-parts.ts'

const note = z.string().trim().min(1).max(limits.note)
const reason = z.string().trim().min(1).max(limits.reason)

export const meetingNoteBody = z.strictObject({
  shown: note,
  ours: z.string().trim().min(1).max(limits.roles),
  /** The numbers of the registrations of those who came. */
  registrations: z.array(z.int().positive()).max(limits.participants),
})
export const questionAnswerBody = z.strictObject({
  answer: z.string().trim().min(1).max(limits.answer),
  /** The question as everybody is to read it, when a secret or a name has to go; the asker is told why. */
  edited: z.strictObject({ text: z.string().trim().min(1).max(limits.question), because: reason }).optional(),
})
export const setAsideBody = z.strictObject({ reason })
export const summaryBody = z.strictObject({ text: note })
export const correctionBody = z.strictObject({ entry: z.int().positive(), text: note })
export const conflictBody = z.strictObject({
  company: z.string().trim().min(1).max(limits.company),
  tie: reason,
})

interface Keeping {
  readonly dialogueId: DialogueId
  readonly actor: Actor
}

/** What the organisation adds to the log. To answer, summarise and draw is to decide; to note and correct is not. */
export const createKeepLog = (parts: DialogueParts) => {
  const { county } = parts
  const change = ({ dialogueId, actor }: Keeping, context: Context) => ({ parts, dialogueId, actor, context })
  type Dialogue = Parameters<typeof mayDecide>[1]
  const deciding =
    ({ actor }: Keeping) =>
    (dialogue: Dialogue) =>
      mayDecide(actor, dialogue, county)
  const leading =
    ({ actor }: Keeping) =>
    ({ state }: Dialogue) =>
      mayLead(actor, state, county)
  return {
    addDocument: (by: Keeping, body: DocumentBody, context: Context) =>
      changeAllowedDialogue(change(by, context), leading(by), (dialogue, doer) => addDocument(dialogue, body, doer)),

    noteMeeting: (by: Keeping, body: z.infer<typeof meetingNoteBody>, context: Context) =>
      changeAllowedDialogue(change(by, context), leading(by), (dialogue, doer) => noteMeeting(dialogue, body, doer)),

    answerQuestion: (by: Keeping, question: number, body: z.infer<typeof questionAnswerBody>, context: Context) =>
      changeAllowedDialogue(change(by, context), deciding(by), (dialogue, doer) =>
        answerQuestion(dialogue, { question, ...body }, doer),
      ),

    setQuestionAside: (by: Keeping, question: number, body: z.infer<typeof setAsideBody>, context: Context) =>
      changeAllowedDialogue(change(by, context), deciding(by), (dialogue, doer) =>
        setQuestionAside(dialogue, { question, ...body }, doer),
      ),

    summariseAnswers: (by: Keeping, { text }: z.infer<typeof summaryBody>, context: Context) =>
      changeAllowedDialogue(change(by, context), deciding(by), (dialogue, doer) => summariseAnswers(dialogue, text, doer)),

    drawLots: (by: Keeping, context: Context) => {
      const seed = context.newId()
      return changeAllowedDialogue(change(by, context), deciding(by), (dialogue, doer) => drawLots(dialogue, seed, doer))
    },

    correct: (by: Keeping, body: z.infer<typeof correctionBody>, context: Context) =>
      changeAllowedDialogue(change(by, context), leading(by), (dialogue, doer) => correctEntry(dialogue, body, doer)),

    /** Anybody who works for the organisation declares a tie of their own. */
    declareConflict: (by: Keeping, body: z.infer<typeof conflictBody>, context: Context) =>
      changeAllowedDialogue(
        change(by, context),
        ({ state }) => (worksWith(by.actor, state, county) ? undefined : refused('notYourDialogue')),
        (dialogue, doer) => declareConflict(dialogue, body, doer),
      ),
  }
}
