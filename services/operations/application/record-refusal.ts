import * as z from 'zod'
import { eventDefinitions, eventRefused } from '#contracts/events.ts'
import { text } from '#contracts/language.ts'
import type { Text } from '#contracts/language.ts'
import { on } from '#lambda/inbox.ts'
import type { Consumer } from '#lambda/inbox.ts'
import { answer } from '#lambda/outcome.ts'
import { problemType } from '#lambda/problem.ts'
import { refusal } from './refusal-repository.ts'
import type { RefusalRepository } from './refusal-repository.ts'

export const refusalsView = z.object({
  refusals: z.array(
    refusal.extend({
      name: text.optional(),
      /** Where the code is explained in both languages. */
      problem: z.string(),
    }),
  ),
})

const nameOf = new Map<string, Text>(eventDefinitions.map(({ type, summary }) => [type, summary]))

/** Services tell themselves what they have refused, in the transaction that refuses it. */
export const createRefusalConsumer = (refusals: RefusalRepository): Consumer =>
  on(eventRefused, async ({ data, subject, time }, context) => {
    const { service, eventId, eventType, code } = data
    const saved = await refusals.add(
      { service, eventId, eventType, caseId: subject, code, refusedAt: time },
      context.once?.(undefined, undefined),
      context,
    )
    if (saved === 'conflict') return { kind: 'refused', code: 'busy', details: [] }
    return { kind: saved === 'repeated' ? 'repeated' : 'answer' }
  })

/** Events that no service will take, however often they come: the newest first. */
export const createListRefusals =
  (refusals: RefusalRepository) => async (page: { limit: number; cursor?: string | undefined }) => {
    const { refusals: found, cursor } = await refusals.list(page)
    const value = {
      refusals: found.map((one) => {
        const name = nameOf.get(one.eventType)
        return { ...one, ...(name && { name }), problem: problemType(one.code) }
      }),
    }
    return { ...answer(value), ...(cursor !== undefined && { cursor }) }
  }
