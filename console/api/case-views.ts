import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { assessmentSnapshot } from '#contracts/assessment.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { decision } from '#contracts/decision.ts'
import { dossier } from '#contracts/dossier.ts'
import { informationPackage } from '#contracts/dialogue.ts'
import { judgedCriterion } from '#contracts/evidence.ts'
import { calendarDate, digest, opinionId, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import {
  capabilityStatus,
  component,
  gate,
  opinionAnswer,
  opinionUnit,
  phase,
  phaseStatus,
  role,
  sectionStatus,
} from '#contracts/words.ts'
import type { FormField } from '#phase/field.ts'

/** What the console reads of a case in a phase: services/shared/phase/routes.ts, as a tolerant reader. */

export type GroupField = Extract<FormField, { kind: 'group' }>

/** The description is made from the same type by the service; its many kinds are not taken apart a second time here. */
const form = z.custom<GroupField>(
  (value) => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'group' && 'fields' in value,
)

export const phaseDescription = z.object({
  phase,
  gate,
  name: text,
  purpose: text,
  owner: role,
  components: z.array(component),
  opinions: z.array(opinionUnit),
  sections: z.array(
    z.object({
      key: z.string(),
      name: text,
      help: text,
      component,
      capability: capabilityStatus,
      isMandatory: z.boolean(),
      isAfterDecision: z.boolean(),
      writers: z.array(role),
      form,
    }),
  ),
  criteria: z.array(
    z.object({ id: z.string(), name: text, isMandatory: z.boolean(), source: z.string(), evidence: z.array(z.string()) }),
  ),
})
export type PhaseDescription = z.infer<typeof phaseDescription>
export type SectionDescription = PhaseDescription['sections'][number]

/** Who has the ball, as phases and insight both say it. */
export const ball = z.object({
  with: z.string(),
  role: role.optional(),
  person: z.union([author, z.string()]).optional(),
  units: z.array(opinionUnit).optional(),
  offices: z.array(z.string()).optional(),
})
export type Ball = z.infer<typeof ball>

export const opinion = z.object({
  id: opinionId,
  unit: opinionUnit,
  question: z.string(),
  requestedAt: timestamp,
  requestedBy: author,
  dueOn: calendarDate,
  answer: opinionAnswer.optional(),
  comment: z.string().optional(),
  answeredAt: timestamp.optional(),
  answeredBy: author.optional(),
  withdrawnAt: timestamp.optional(),
  withdrawnBecause: z.string().optional(),
})
export type Opinion = z.infer<typeof opinion>

export const isOpen = ({ answer, withdrawnAt }: Opinion): boolean => answer === undefined && withdrawnAt === undefined

export const caseView = z.object({
  ...caseHeader.shape,
  phase,
  gate,
  status: phaseStatus,
  version: z.number(),
  receivedAt: timestamp,
  dueOn: calendarDate,
  assignee: author.optional(),
  round: z.number(),
  sections: z.array(
    z.object({
      key: z.string(),
      name: text,
      isMandatory: z.boolean(),
      isAfterDecision: z.boolean(),
      status: sectionStatus,
      version: z.number(),
      savedAt: timestamp.optional(),
      savedBy: author.optional(),
    }),
  ),
  opinions: z.array(opinion),
  assessment: assessmentSnapshot.optional(),
  informationPackage: informationPackage.optional(),
  criteria: z.array(judgedCriterion),
  pending: z.object({ requestId: z.string(), round: z.number(), requestedAt: timestamp }).optional(),
  decisions: z.array(z.object({ requestId: z.string(), round: z.number(), decision })),
  missing: z.array(z.string()),
  wakeOn: calendarDate.optional(),
  dossier,
  nextStep: z.object({ ball, text }),
})
export type CaseView = z.infer<typeof caseView>

export const sectionContent = z.object({
  key: z.string(),
  status: sectionStatus,
  version: z.number(),
  content: z.record(z.string(), z.unknown()),
  digest: digest.optional(),
  savedAt: timestamp.optional(),
  savedBy: author.optional(),
})
export type SectionContent = z.infer<typeof sectionContent>

export const sectionVersions = z.object({
  versions: z.array(z.object({ version: z.number(), status: sectionStatus, digest, savedAt: timestamp, savedBy: author })),
})
