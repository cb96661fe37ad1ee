import { caseId } from '#contracts/ids.ts'
import type { Item, Page, Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import type { EvaluationPage, EvaluationRepository } from '../application/evaluations/evaluation-repository.ts'
import { evaluation } from '../domain/evaluations/evaluation.ts'
import type { EvaluationState } from '../domain/evaluations/evaluation.ts'
import { evaluationKey, listings } from './catalogue-rows.ts'

const ownerOf = (productId: string): string => `product:${productId}`

export const evaluationItem = ({ evaluation: of, version }: EvaluationState): Item => ({
  ...evaluationKey(of.evaluationId),
  version,
  status: of.status,
  attributes: {
    owner: ownerOf(of.productId),
    ownerOrder: `${of.recordedAt}#${of.evaluationId}`,
    ...(of.status === 'inForce' && {
      listing: listings.evaluations,
      listingOrder: `${of.content.validTo}#${of.evaluationId}`,
    }),
  },
  body: of,
})

const toPage = ({ items, cursor }: Page): EvaluationPage => ({
  evaluations: items.map(({ body }) => evaluation.parse(body)),
  ...(cursor !== undefined && { cursor }),
})

/** Sorts after every id, so that the whole of a day is on this side of it. */
const endOfDay = '#\uffff'

const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

export const createEvaluationTable = (table: Table, unitOfWork: UnitOfWork): EvaluationRepository => ({
  find: async (id) => {
    const item = await table.get(evaluationKey(id))
    return item && { evaluation: evaluation.parse(item.body), version: item.version ?? 0 }
  },

  ofProduct: async (id, { limit, cursor }) =>
    toPage(
      await table.query({
        index: 'by-owner',
        partition: ownerOf(id),
        isDescending: true,
        limit,
        ...(cursor !== undefined && { cursor }),
      }),
    ),

  inForce: async ({ limit, cursor }) =>
    toPage(
      await table.query({
        index: 'by-listing',
        partition: listings.evaluations,
        isDescending: true,
        limit,
        ...(cursor !== undefined && { cursor }),
      }),
    ),

  outlived: async (today, limit) =>
    toPage(
      await table.query({
        index: 'by-listing',
        partition: listings.evaluations,
        sortUpTo: `${dayBefore(today)}${endOfDay}`,
        limit,
      }),
    ).evaluations,

  save: (before, { state, facts }, context, once) =>
    unitOfWork.save(
      {
        // An evaluation has a journal of its own: it is the subject of its events.
        caseId: caseId.parse(state.evaluation.evaluationId),
        puts: [{ item: evaluationItem(state), expects: { version: before.version } }],
        facts,
        once,
      },
      context,
    ),
})
