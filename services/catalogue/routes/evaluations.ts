import * as z from 'zod'
import { caseId, evaluationId, productId } from '#contracts/ids.ts'
import { staffRoles } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { evaluationView } from '../application/evaluations/present-evaluation.ts'
import { evaluationContent } from '../domain/evaluations/evaluation-fields.ts'
import { commentLimit } from '../domain/evaluations/evaluation.ts'

const parameters = z.strictObject({ evaluationId })
const page = z.strictObject({ limit: pageLimit, cursor: pageCursor.optional() })
const list = z.object({ evaluations: z.array(evaluationView) })

export const evaluationsRoutes = defineRoutes({
  recordEvaluation: {
    method: 'POST',
    path: '/v1/catalogue/evaluations',
    summary: { sv: 'Registrera en bedömning av en produkt', en: 'Record an evaluation of a product' },
    access: staffRoles,
    body: z.strictObject({
      productId,
      content: evaluationContent.complete,
      /** The case that it was made in. */
      caseId: caseId.optional(),
      /** One of the same organisation that this takes the place of. */
      supersedes: evaluationId.optional(),
    }),
    response: { status: 201, body: evaluationView },
    refusals: [
      'productNotFound',
      'organisationMissing',
      'evaluationPeriodWrong',
      'requirementRepeated',
      'tooManyEvaluations',
      'evaluationNotYours',
      'evaluationNotInForce',
    ],
  },
  listEvaluations: {
    method: 'GET',
    path: '/v1/catalogue/evaluations',
    summary: { sv: 'Bedömningar som gäller', en: 'Evaluations in force' },
    access: staffRoles,
    query: page,
    response: { status: 200, body: list },
    refusals: [],
  },
  readEvaluation: {
    method: 'GET',
    path: '/v1/catalogue/evaluations/{evaluationId}',
    summary: { sv: 'En bedömning', en: 'An evaluation' },
    access: [...staffRoles, 'supplier'],
    parameters,
    response: { status: 200, body: evaluationView },
    hasETag: true,
    refusals: ['evaluationNotFound'],
  },
  commentEvaluation: {
    method: 'PUT',
    path: '/v1/catalogue/evaluations/{evaluationId}/comment',
    summary: { sv: 'Kommentera en bedömning av en egen produkt', en: 'Comment on an evaluation of a product of your own' },
    access: ['supplier'],
    parameters,
    body: z.strictObject({ comment: z.string().trim().min(1).max(commentLimit) }),
    response: { status: 200, body: evaluationView },
    refusals: ['evaluationNotFound'],
  },
  listProductEvaluations: {
    method: 'GET',
    path: '/v1/catalogue/products/{productId}/evaluations',
    summary: { sv: 'Bedömningar av en produkt', en: 'Evaluations of a product' },
    access: [...staffRoles, 'supplier'],
    parameters: z.strictObject({ productId }),
    query: page,
    response: { status: 200, body: list },
    refusals: ['productNotFound'],
  },
})
export type EvaluationsRoutes = typeof evaluationsRoutes
