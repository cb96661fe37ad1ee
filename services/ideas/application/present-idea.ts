import * as z from 'zod'
import { caseId, caseNumber } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { stopReasonNames } from '#contracts/words.ts'
import { idea, ideaStatus, progress } from '../domain/idea.ts'
import type { IdeaState } from '../domain/idea.ts'

const { shape } = idea

export const ideaSummary = idea.pick({
  ideaId: true,
  title: true,
  sender: true,
  submittedAt: true,
  answerDueOn: true,
  status: true,
  organisation: true,
})

export const similarIdea = z.object({
  ideaId: caseId,
  title: z.string(),
  likeness: z.number().min(0).max(1),
  caseNumber: caseNumber.optional(),
  status: ideaStatus,
})

export const ideaView = ideaSummary.extend({
  description: z.string(),
  affected: shape.affected,
  contact: shape.contact,
  caseNumber: shape.caseNumber,
  answer: shape.answer,
  mergedInto: shape.mergedInto,
  version: z.int().positive(),
  similar: z.array(similarIdea),
})

export const summariseIdea = ({
  idea: { ideaId, title, sender, submittedAt, answerDueOn, status, organisation },
}: IdeaState) => ({
  ideaId,
  title,
  sender,
  submittedAt,
  answerDueOn,
  status,
  ...(organisation && { organisation }),
})

export const presentIdea = (state: IdeaState, similar: z.infer<typeof similarIdea>[] = []): z.infer<typeof ideaView> => {
  const { description, affected, contact, caseNumber: number, answer, mergedInto } = state.idea
  return {
    ...summariseIdea(state),
    description,
    ...(affected && { affected }),
    ...(contact && { contact }),
    ...(number && { caseNumber: number }),
    ...(answer && { answer }),
    ...(mergedInto && { mergedInto }),
    version: state.version,
    similar,
  }
}

/** What whoever holds the receipt may see: nothing of the record, no names, the stop reason in plain words. */
export const receiptView = z.object({
  title: z.string(),
  submittedAt: shape.submittedAt,
  answerDueOn: shape.answerDueOn,
  status: ideaStatus,
  answer: z.string().optional(),
  case: z
    .object({
      caseNumber,
      phase: progress.shape.phase,
      status: progress.shape.status,
      stopped: z.object({ reason: text, explanation: z.string() }).optional(),
    })
    .optional(),
})

/**
 * @param carrying the idea whose case carries this one: itself, or the one that it was merged into. When that one is
 * answered without becoming a case, so is this one.
 */
export const presentReceipt = ({ idea: own }: IdeaState, { idea: carrying }: IdeaState): z.infer<typeof receiptView> => {
  const { status, answer } = carrying.status === 'answered' ? carrying : own
  return {
    title: own.title,
    submittedAt: own.submittedAt,
    answerDueOn: own.answerDueOn,
    status,
    ...(answer && { answer }),
    ...(carrying.caseNumber &&
      carrying.progress && {
        case: {
          caseNumber: carrying.caseNumber,
          phase: carrying.progress.phase,
          status: carrying.progress.status,
          ...(carrying.progress.stopped && {
            stopped: {
              reason: stopReasonNames[carrying.progress.stopped.reason],
              explanation: carrying.progress.stopped.explanation,
            },
          }),
        },
      }),
  }
}
