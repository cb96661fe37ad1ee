import * as z from 'zod'
import { assessmentSnapshot } from './assessment.ts'
import { caseHeader } from './case-header.ts'
import { informationPackage } from './dialogue.ts'
import { calendarDate, digest, opinionId, timestamp } from './ids.ts'
import { text } from './language.ts'
import { criterionStatus, gate, opinionAnswer, opinionUnit, phase, sectionStatus } from './words.ts'

export const evidenceSection = z.object({
  key: z.string(),
  name: text,
  isMandatory: z.boolean(),
  status: sectionStatus,
  version: z.int().nonnegative(),
  /** Of the section's canonical content; absent while the section is empty. */
  digest: digest.optional(),
})

export const judgedCriterion = z.object({
  id: z.string(),
  name: text,
  isMandatory: z.boolean(),
  status: criterionStatus,
  because: text,
  /** Where the answer stands: section keys, `opinions` or `assessment`. */
  evidence: z.array(z.string()),
  source: z.string(),
})
export type JudgedCriterion = z.infer<typeof judgedCriterion>

export const evidenceOpinion = z.object({
  id: opinionId,
  unit: opinionUnit,
  question: z.string(),
  dueOn: calendarDate,
  answer: opinionAnswer.optional(),
  comment: z.string().optional(),
  answeredBy: z.string().optional(),
  answeredAt: timestamp.optional(),
})

/** The frozen picture that a gate is decided on. The digest covers everything here. */
export const evidence = z.object({
  case: caseHeader,
  phase,
  gate,
  round: z.int().positive(),
  frozenAt: timestamp,
  frozenBy: z.string(),
  /**
   * Öre. What the delegation order weighs: the contract value, or the yearly cost where none is known yet.
   * Absent while neither is known, which is not the same as 0.
   */
  value: z.int().nonnegative().optional(),
  sections: z.array(evidenceSection),
  opinions: z.array(evidenceOpinion),
  assessment: assessmentSnapshot.optional(),
  /** What all suppliers have been told in the forum's dialogues; left out while there have been none (LOU 4:8). */
  informationPackage: informationPackage.optional(),
  criteria: z.array(judgedCriterion).min(1),
})
export type Evidence = z.infer<typeof evidence>

export const frozenEvidence = z.object({ evidence, digest })
export type FrozenEvidence = z.infer<typeof frozenEvidence>
