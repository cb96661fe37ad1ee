import type * as z from 'zod'
import { evaluation, statusOn } from '../../domain/evaluations/evaluation.ts'
import type { Evaluation } from '../../domain/evaluations/evaluation.ts'

/** Who wrote it is told by the organisation alone. */
export const evaluationView = evaluation
  .omit({ recordedBy: true })
  .extend({ comment: evaluation.shape.comment.unwrap().omit({ writtenBy: true }).optional() })

export const presentEvaluation = (of: Evaluation, today: string): z.infer<typeof evaluationView> => {
  const { recordedBy: _, comment, ...told } = of
  return {
    ...told,
    status: statusOn(of, today),
    ...(comment && { comment: { text: comment.text, writtenAt: comment.writtenAt } }),
  }
}
