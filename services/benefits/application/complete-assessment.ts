import { authorOf } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { completeAssessment } from '../domain/complete-assessment.ts'
import { mayCarry } from '../domain/permissions.ts'
import { reopenAssessment } from '../domain/reopen-assessment.ts'
import type { BenefitsParts } from './benefits-parts.ts'
import { changeBenefits } from './change-benefits.ts'
import { presentAssessment } from './present-assessment.ts'

export interface MarkAssessmentCommand {
  readonly caseId: CaseId
  readonly kind: AssessmentKind
  readonly expectedVersion: number
  readonly actor: Actor
}

const createMarkAssessment =
  (mark: typeof completeAssessment) => (parts: BenefitsParts) => (command: MarkAssessmentCommand, context: Context) => {
    const { caseId, kind, actor } = command
    return changeBenefits(parts, caseId, context, {
      decide: (record) =>
        mayCarry(actor, record, parts.county) ??
        mark(record, command, { now: context.now, author: authorOf(actor), county: parts.county }),
      present: (record) => {
        const value = presentAssessment(record, kind)
        return { value, version: value.version }
      },
    })
  }

/** Marks the version that the caller has read complete, when it is whole. */
export const createCompleteAssessment = createMarkAssessment(completeAssessment)

/** Makes it a draft again. */
export const createReopenAssessment = createMarkAssessment(reopenAssessment)
