import type { Handlers } from '#lambda/api.ts'
import { createCommentEvaluation } from '../../application/evaluations/comment-evaluation.ts'
import {
  createListEvaluations,
  createListProductEvaluations,
  createReadEvaluation,
} from '../../application/evaluations/read-evaluations.ts'
import { createRecordEvaluation } from '../../application/evaluations/record-evaluation.ts'
import type { CatalogueRefusalCode } from '../../refusals.ts'
import type { EvaluationsRoutes } from '../../routes/evaluations.ts'
import type { CatalogueParts } from '../parts.ts'

export const evaluationsHandlers = ({ offer }: CatalogueParts): Handlers<EvaluationsRoutes, CatalogueRefusalCode> => {
  const recordEvaluation = createRecordEvaluation(offer)
  const listEvaluations = createListEvaluations(offer)
  const readEvaluation = createReadEvaluation(offer)
  const commentEvaluation = createCommentEvaluation(offer)
  const listProductEvaluations = createListProductEvaluations(offer)
  return {
    recordEvaluation: ({ body, actor, context }) => recordEvaluation({ ...body, actor }, context),
    listEvaluations: ({ query, context }) => listEvaluations(query, context.now),
    readEvaluation: ({ parameters, actor, context }) => readEvaluation({ ...parameters, actor }, context.now),
    commentEvaluation: ({ parameters, body, actor, context }) => commentEvaluation({ ...parameters, ...body, actor }, context),
    listProductEvaluations: ({ parameters, query, actor, context }) =>
      listProductEvaluations({ ...parameters, ...query, actor }, context.now),
  }
}
