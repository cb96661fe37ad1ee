import * as z from 'zod'
import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { benefitLineId } from '#contracts/ids.ts'
import type { BenefitLineId, CaseId } from '#contracts/ids.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { benefitLine } from '../domain/benefit-line.ts'
import { calculationBasis } from '../domain/calculation/basis.ts'
import type { AssessmentContent } from '../domain/case-benefits.ts'
import { effectChain } from '../domain/effect-chain.ts'
import { limits } from '../domain/limits.ts'
import { mayAssess } from '../domain/permissions.ts'
import { saveAssessment } from '../domain/save-assessment.ts'
import type { BenefitsParts } from './benefits-parts.ts'
import { changeBenefits } from './change-benefits.ts'
import { presentAssessment } from './present-assessment.ts'

/** A new line may come with a new id of the client's own, or without one. */
export const assessmentBody = z.strictObject({
  summary: z.string().trim().max(limits.summaryCharacters),
  noCostsReason: z.string().trim().max(limits.reasonCharacters).optional(),
  lines: z.array(benefitLine.extend({ id: benefitLineId.optional() })).max(limits.linesPerAssessment),
  chain: effectChain.optional(),
  basis: calculationBasis.optional(),
})
export type AssessmentBody = z.infer<typeof assessmentBody>

/** What was sent, with an id for each line. */
export const withLineIds = (body: AssessmentBody, { newId }: Pick<Context, 'newId'>): AssessmentContent => {
  const { summary, noCostsReason, chain, basis, lines } = body
  // UUIDv7s by the runtime's promise.
  const newLineId = (): BenefitLineId => newId() as BenefitLineId
  return { summary, noCostsReason, chain, basis, lines: lines.map((line) => ({ ...line, id: line.id ?? newLineId() })) }
}

export interface SaveAssessmentCommand extends AssessmentBody {
  readonly caseId: CaseId
  readonly kind: AssessmentKind
  readonly expectedVersion: number
  readonly actor: Actor
}

/** Saves a new draft version, and answers with it as it was stored. */
export const createSaveAssessment = (parts: BenefitsParts) => (command: SaveAssessmentCommand, context: Context) => {
  const { caseId, kind, expectedVersion, actor } = command
  // Made once, so that a retry saves the same lines.
  const content = withLineIds(command, context)
  return changeBenefits(parts, caseId, context, {
    decide: (record) =>
      mayAssess(actor, record, parts.county) ??
      saveAssessment(
        record,
        { kind, content, expectedVersion },
        { county: parts.county, now: context.now, author: authorOf(actor) },
      ),
    present: (record) => {
      const value = presentAssessment(record, kind)
      return { value, version: value.version }
    },
  })
}
