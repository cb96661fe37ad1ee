import type { CaseEvidence } from '#phase/criterion.ts'
import { supplierDialogue } from '../sections/supplier-dialogue.ts'

/**
 * The day on which a service that goes on is followed up again; undefined while the dialogue is not complete or
 * the service does not go on.
 */
export const nextFollowUpOn = (evidence: CaseEvidence): string | undefined => {
  const dialogue = evidence.completed(supplierDialogue)
  return dialogue?.continuation === 'goesOn' ? dialogue.nextFollowUpOn : undefined
}
