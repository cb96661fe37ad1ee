import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import { evaluationCommented, evaluationExpired, evaluationRecorded } from '#contracts/catalogue-events.ts'
import { fact } from '#contracts/event.ts'
import { caseId, companyId, evaluationId, organisationId, productId, timestamp } from '#contracts/ids.ts'
import type { CaseId, EvaluationId, OrganisationId } from '#contracts/ids.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { productLimits, shownOf } from '../products/product.ts'
import type { EvaluationOutcome, Product, ProductState } from '../products/product.ts'
import { evaluationContent } from './evaluation-fields.ts'
import type { EvaluationContent } from './evaluation-fields.ts'

/**
 * What a public organisation has found out about a product, done once and offered again until it expires:
 * `inForce` → `expired` | `superseded`.
 */

export const evaluationStatuses = ['inForce', 'expired', 'superseded'] as const

export const evaluation = z.object({
  evaluationId,
  productId,
  companyId,
  productName: z.string(),
  organisation: organisationId,
  caseId: caseId.optional(),
  content: evaluationContent.complete,
  /** The published revision that was looked at. */
  revision: z.int().positive(),
  status: z.enum(evaluationStatuses),
  supersedes: evaluationId.optional(),
  supersededBy: evaluationId.optional(),
  /** The supplier's own words on it. */
  comment: z.object({ text: z.string(), writtenAt: timestamp, writtenBy: author }).optional(),
  recordedAt: timestamp,
  recordedBy: author,
})
export type Evaluation = z.infer<typeof evaluation>

export interface EvaluationState {
  readonly evaluation: Evaluation
  readonly version: number
}

export const commentLimit = 2_000

export type EvaluationRefusal =
  | 'productNotFound'
  | 'evaluationPeriodWrong'
  | 'tooManyEvaluations'
  | 'evaluationNotYours'
  | 'evaluationNotInForce'
  | 'requirementRepeated'

const at = (pointer: string, sv: string, en: string): FieldProblem => ({ pointer, code: 'invalid', message: { sv, en } })

const outcomeOf = ({ evaluationId: id, organisation, content, recordedAt }: Evaluation): EvaluationOutcome => ({
  evaluationId: id,
  organisation,
  verdict: content.verdict,
  results: (content.results ?? []).map(({ requirementId, result }) => ({ requirementId, result })),
  validTo: content.validTo,
  recordedAt,
})

/** What changes together: the evaluation, the one that it takes the place of, and what the product shows of them. */
export interface Recorded {
  readonly recorded: Evaluation
  readonly superseded?: EvaluationState
  readonly product: Product
}

const periodProblem = ({ validFrom, validTo }: EvaluationContent, today: string): FieldProblem | undefined => {
  if (validFrom > today)
    return at(
      '/content/validFrom',
      'En bedömning gäller tidigast från i dag.',
      'An evaluation is valid from today at the latest.',
    )
  return validTo < today || validTo < validFrom
    ? at('/content/validTo', 'Slutdagen har redan passerat.', 'The last day has passed already.')
    : undefined
}

/** Nothing → `inForce`; one of the same organisation on the same product that it replaces → `superseded`. */
export const recordEvaluation = (
  { product }: ProductState,
  replaced: EvaluationState | undefined,
  {
    id,
    organisation,
    content,
    caseId: of,
    supersedes,
  }: {
    id: EvaluationId
    organisation: OrganisationId
    content: EvaluationContent
    caseId?: CaseId | undefined
    supersedes?: EvaluationId | undefined
  },
  { by, now, today }: { by: Author; now: string; today: string },
): Applied<Recorded> | Refused<EvaluationRefusal> => {
  const shown = shownOf(product)
  if (!shown) return refused('productNotFound')
  const wrongPeriod = periodProblem(content, today)
  if (wrongPeriod) return refused('evaluationPeriodWrong', [wrongPeriod])
  const asked = (content.results ?? []).map(({ requirementId }) => requirementId)
  if (new Set(asked).size !== asked.length)
    return refused('requirementRepeated', [at('/content/results', 'Ange varje krav en gång.', 'Give each requirement once.')])
  if (supersedes !== undefined) {
    if (replaced?.evaluation.organisation !== organisation || replaced.evaluation.productId !== product.productId)
      return refused('evaluationNotYours')
    if (replaced.evaluation.status !== 'inForce') return refused('evaluationNotInForce')
  }
  const kept = product.evaluations.filter((one) => one.evaluationId !== supersedes && one.validTo >= today)
  if (kept.length >= productLimits.evaluations) return refused('tooManyEvaluations')
  const recorded: Evaluation = {
    evaluationId: id,
    productId: product.productId,
    companyId: product.companyId,
    productName: shown.content.name,
    organisation,
    ...(of && { caseId: of }),
    content,
    revision: shown.revision,
    status: 'inForce',
    ...(supersedes && { supersedes }),
    recordedAt: now,
    recordedBy: by,
  }
  return applied(
    {
      recorded,
      ...(supersedes &&
        replaced && {
          superseded: {
            evaluation: { ...replaced.evaluation, status: 'superseded' as const, supersededBy: id },
            version: replaced.version + 1,
          },
        }),
      product: { ...product, evaluations: [...kept, outcomeOf(recorded)] },
    },
    fact(evaluationRecorded, {
      evaluationId: id,
      productId: product.productId,
      organisation,
      verdict: content.verdict,
      validTo: content.validTo,
      ...(of && { evaluatedCase: of }),
      ...(supersedes && { supersedes }),
    }),
  )
}

/** The supplier's own words, once or again; they change nothing of what was found. */
export const commentEvaluation = (
  { evaluation: of, version }: EvaluationState,
  { text, by, now }: { text: string; by: Author; now: string },
): Transition<EvaluationState, never> =>
  of.comment?.text === text
    ? unchanged
    : applied(
        { evaluation: { ...of, comment: { text, writtenAt: now, writtenBy: by } }, version: version + 1 },
        fact(evaluationCommented, { evaluationId: of.evaluationId, productId: of.productId }),
      )

/** `inForce` → `expired`, from the day after its last. */
export const expireEvaluation = (
  { evaluation: of, version }: EvaluationState,
  today: string,
): Transition<EvaluationState, never> =>
  of.status !== 'inForce' || of.content.validTo >= today
    ? unchanged
    : applied(
        { evaluation: { ...of, status: 'expired' }, version: version + 1 },
        fact(evaluationExpired, { evaluationId: of.evaluationId, productId: of.productId }),
      )

/** On a day: one whose time is out is not in force, also before the schedule has seen it. */
export const statusOn = ({ status, content: { validTo } }: Evaluation, today: string): Evaluation['status'] =>
  status === 'inForce' && validTo < today ? 'expired' : status
