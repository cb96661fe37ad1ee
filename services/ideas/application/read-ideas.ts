import type { CaseId } from '#contracts/ids.ts'
import { sha256 } from '#lambda/digest.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { ideaLimits } from '../domain/idea-limits.ts'
import type { Idea, IdeaState, IdeaStatus } from '../domain/idea.ts'
import { mostAlike } from '../domain/likeness.ts'
import type { IdeaParts } from './idea-parts.ts'
import { presentIdea, presentReceipt, summariseIdea } from './present-idea.ts'

export const createListIdeas =
  ({ ideas }: IdeaParts) =>
  async ({ status, limit, cursor }: { status: IdeaStatus; limit: number; cursor?: string | undefined }) => {
    const page = await ideas.list(status, { limit, cursor })
    return {
      ...answer({ submissions: page.states.map(summariseIdea) }),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    }
  }

const textOf = ({ title, description }: Idea): string => `${title} ${description}`

/** An idea with the ones most like it among those that wait or have become cases. */
export const createReadIdea =
  ({ ideas }: IdeaParts) =>
  async ({ ideaId }: { ideaId: CaseId }) => {
    const state = await ideas.find(ideaId)
    if (!state) return refused('ideaNotFound')
    const pages = await Promise.all(
      (['submitted', 'accepted'] as const).map((status) => ideas.list(status, { limit: ideaLimits.compared })),
    )
    const others = pages.flatMap(({ states }) => states).filter(({ idea }) => idea.ideaId !== ideaId)
    const similar = mostAlike(textOf(state.idea), others, ({ idea }) => textOf(idea), ideaLimits.similarShown)
    return answer(
      presentIdea(
        state,
        similar.map(({ item: { idea }, likeness }) => ({
          ideaId: idea.ideaId,
          title: idea.title,
          likeness,
          ...(idea.caseNumber && { caseNumber: idea.caseNumber }),
          status: idea.status,
        })),
      ),
      state.version,
    )
  }

/** From a receipt to how the idea fares; a merged idea shows the case that carries it. */
export const createReadReceipt = ({ ideas }: IdeaParts) => {
  const carrierOf = async (state: IdeaState, depth: number): Promise<IdeaState> => {
    const { mergedInto } = state.idea
    const next = mergedInto && depth < ideaLimits.mergeDepth ? await ideas.find(mergedInto) : undefined
    return next ? carrierOf(next, depth + 1) : state
  }
  return async ({ receipt }: { receipt: string }) => {
    const state = await ideas.findByReceipt(sha256(receipt))
    return state ? answer(presentReceipt(state, await carrierOf(state, 0))) : refused('receiptNotFound')
  }
}
