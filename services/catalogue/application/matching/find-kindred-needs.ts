import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { calendarDate } from '#contracts/ids.ts'
import { answer } from '#lambda/outcome.ts'
import type { Answer } from '#lambda/outcome.ts'
import { kindredNeeds } from '../../domain/matching/kindred-needs.ts'
import { matchMethod } from '../../domain/matching/match-weights.ts'
import { knownNeedView, maySee, presentKnownNeed } from './known-need-view.ts'
import type { Market } from './market.ts'
import { matchLimit, needBody } from './need-body.ts'
import type { KnownNeed } from './need-repository.ts'

export const kindredBody = z.strictObject({ need: needBody, limit: matchLimit })

export const kindredView = z.object({
  needs: z.array(
    z.object({
      need: knownNeedView,
      /** 0-1, the same from either side. */
      likeness: z.number(),
      isLikelyDuplicate: z.boolean(),
      /** Functions of the need asked about that the other one touches on too. */
      functions: z.array(z.object({ id: z.string(), name: z.string(), coverage: z.number() })),
    }),
  ),
  methodFrom: calendarDate,
})
export type KindredView = z.infer<typeof kindredView>

/** A case and the need that it has published are one need, told twice. */
const isSameCase = (asked: string, caseOfAsked: string | undefined, { needId, caseId }: KnownNeed): boolean =>
  needId === asked || caseId === asked || (caseOfAsked !== undefined && caseId === caseOfAsked)

/** Needs of all organisations that are like one, likest first, of those that the caller may see. Nothing is stored. */
export const createFindKindredNeeds =
  (market: Market) =>
  async ({ need, limit }: z.infer<typeof kindredBody>, actor: Actor, now: string): Promise<Answer<KindredView>> => {
    const { needs, known } = await market.asOf(now)
    const caseOfAsked = known.get(need.needId)?.caseId
    const published = new Set(
      [...known.values()].flatMap(({ visibility, caseId }) => (visibility === 'everybody' && caseId ? [caseId] : [])),
    )
    const shown = (other: KnownNeed): boolean =>
      maySee(actor, other) &&
      !isSameCase(need.needId, caseOfAsked, other) &&
      !(other.visibility === 'staff' && other.caseId !== undefined && published.has(other.caseId))
    const found = kindredNeeds(
      needs,
      need,
      (other) => {
        const one = known.get(other)
        return one !== undefined && shown(one)
      },
      limit,
    )
    return answer({
      needs: found.flatMap(({ need: other, likeness, isLikelyDuplicate, functions }) => {
        const one = known.get(other.needId)
        return one
          ? [{ need: presentKnownNeed(one), likeness, isLikelyDuplicate, functions: functions.map((each) => ({ ...each })) }]
          : []
      }),
      methodFrom: matchMethod.validFrom,
    })
  }
