import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import type { DialogueId } from '#contracts/ids.ts'
import { isOrganisationNumber } from '#lambda/swedish-numbers.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { limits } from '../../domain/dialogues/limits.ts'
import { askQuestion } from '../../domain/dialogues/questions.ts'
import { giveAnswers, giveComment, register, withdrawRegistration } from '../../domain/dialogues/take-part.ts'
import { changeDialogue } from './change-dialogue.ts'
import type { DialogueParts } from './dialogue-parts.ts'

const company = z.strictObject({
  name: z.string().trim().min(1).max(limits.company),
  /** Left out by companies that have none in Sweden. */
  organisationNumber: z
    .string()
    .refine(isOrganisationNumber, { params: { rule: 'organisationNumber' } })
    .optional(),
})

export const registrationBody = z.strictObject({
  company,
  /** Which roles come, for example product manager: no names of persons. */
  roles: z.string().trim().min(1).max(limits.roles),
  /** Whether the package may name the company among those that were there. */
  mayBeNamed: z.boolean(),
})
export const questionBody = z.strictObject({ text: z.string().trim().min(1).max(limits.question) })
export const answersBody = z.strictObject({
  company,
  answers: z
    .array(z.strictObject({ question: z.int().positive(), text: z.string().trim().min(1).max(limits.answer) }))
    .min(1)
    .max(limits.rfiQuestions),
})
export const commentBody = z.strictObject({ company, text: z.string().trim().min(1).max(limits.answer) })

interface Taking {
  readonly dialogueId: DialogueId
  readonly actor: Actor
}

/** What suppliers do. */
export const createTakePart = (parts: DialogueParts) => {
  const change = ({ dialogueId, actor }: Taking, context: Context) => ({ parts, dialogueId, actor, context })
  return {
    register: (by: Taking, body: z.infer<typeof registrationBody>, context: Context) =>
      changeDialogue(change(by, context), (dialogue, doer) => register(dialogue, body, doer)),

    withdraw: (by: Taking, context: Context) =>
      changeDialogue(change(by, context), (dialogue, doer) => withdrawRegistration(dialogue, doer)),

    ask: (by: Taking, { text }: z.infer<typeof questionBody>, context: Context) =>
      changeDialogue(change(by, context), (dialogue, doer) => askQuestion(dialogue, text, doer)),

    answer: (by: Taking, body: z.infer<typeof answersBody>, context: Context) =>
      changeDialogue(change(by, context), (dialogue, doer) => giveAnswers(dialogue, body, doer)),

    comment: (by: Taking, body: z.infer<typeof commentBody>, context: Context) =>
      changeDialogue(change(by, context), (dialogue, doer) => giveComment(dialogue, body, doer)),
  }
}
