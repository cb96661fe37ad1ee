import type { CaseId } from '#contracts/ids.ts'
import { sha256 } from '#lambda/digest.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { IdeaState } from '../domain/idea.ts'
import { submitIdea } from '../domain/submit-idea.ts'
import type { Submission } from '../domain/submit-idea.ts'
import type { IdeaParts } from './idea-parts.ts'

/**
 * Takes an idea in and gives a receipt: who has the word may follow the idea. The idea keeps only the word's digest;
 * an answer that is kept for an Idempotency-Key holds the word itself for as long as it is kept.
 */
export const createSubmitIdea =
  ({ ideas, county, newReceipt }: IdeaParts) =>
  (submission: Submission, context: Context) => {
    const ideaId = context.newId() as CaseId // a UUIDv7 by the runtime's promise
    const receipt = newReceipt()
    return perform(
      {
        load: () => ideas.find(ideaId),
        decide: () => submitIdea(submission, { ideaId, receiptDigest: sha256(receipt), county, now: context.now }),
        save: (before, change, once) => ideas.save(before, change, context, { once }),
        present: (state: IdeaState | undefined) => ({ value: { ideaId, receipt, answerDueOn: state?.idea.answerDueOn ?? '' } }),
      },
      context,
    )
  }
