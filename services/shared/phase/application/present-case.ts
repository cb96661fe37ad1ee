import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { assessmentSnapshot } from '#contracts/assessment.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { informationPackage as informationPackageSchema } from '#contracts/dialogue.ts'
import { dossier } from '#contracts/dossier.ts'
import { judgedCriterion } from '#contracts/evidence.ts'
import { calendarDate, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { gate, opinionUnit, phase, phaseStatus, role, sectionStatus } from '#contracts/words.ts'
import { opinion, pastDecision, recordHead } from '../domain/case-record.ts'
import type { CaseRecord } from '../domain/case-record.ts'
import { judgeCriteria } from '../domain/judge-criteria.ts'
import { nextStep } from '../domain/next-step.ts'
import { evidenceOfRecord } from '../domain/request-decision.ts'
import type { PhaseParts } from './phase-parts.ts'

/** A case in its phase, as the API shows it: the record's index, the criteria judged as it stands, who has the ball. */

export const nextStepView = z.object({
  ball: z.union([
    z.object({ with: z.literal('role'), role }),
    z.object({ with: z.literal('person'), person: author }),
    z.object({ with: z.literal('units'), units: z.array(opinionUnit) }),
    z.object({ with: z.enum(['deciders', 'calendar', 'nobody']) }),
  ]),
  text,
})

export const sectionView = z.object({
  key: z.string(),
  name: text,
  isMandatory: z.boolean(),
  isAfterDecision: z.boolean(),
  status: sectionStatus,
  version: z.int().nonnegative(),
  savedAt: timestamp.optional(),
  savedBy: author.optional(),
})

export const caseView = z.object({
  ...caseHeader.shape,
  phase,
  gate,
  status: phaseStatus,
  version: z.int().positive(),
  receivedAt: timestamp,
  dueOn: calendarDate,
  assignee: author.optional(),
  round: z.int().nonnegative(),
  sections: z.array(sectionView),
  opinions: z.array(opinion),
  assessment: assessmentSnapshot.optional(),
  informationPackage: informationPackageSchema.optional(),
  criteria: z.array(judgedCriterion),
  pending: recordHead.shape.pending,
  decisions: z.array(pastDecision),
  missing: z.array(z.string()),
  wakeOn: calendarDate.optional(),
  dossier,
  nextStep: nextStepView,
})
export type CaseView = z.infer<typeof caseView>

export const presentCase = (record: CaseRecord, { phase: definition, county }: PhaseParts): CaseView => {
  const { head, version, sections, dossier: carried, assessment, informationPackage } = record
  const criteria = judgeCriteria(definition, evidenceOfRecord(record, county))
  const { case: header, assessmentHeardOf: _, ...rest } = head
  return {
    ...header,
    ...rest,
    gate: definition.gate,
    version,
    dossier: carried,
    ...(assessment && { assessment }),
    ...(informationPackage && { informationPackage }),
    criteria,
    sections: definition.sections.map(({ key, name, isMandatory, isAfterDecision }) => {
      const state = sections[key]
      return {
        key,
        name,
        isMandatory,
        isAfterDecision,
        status: state?.status ?? 'empty',
        version: state?.version ?? 0,
        ...(state && { savedAt: state.savedAt, savedBy: state.savedBy }),
      }
    }),
    // The view's union and the domain's are the same; zod's arrays are only not readonly.
    nextStep: nextStep(record, definition, criteria) as z.infer<typeof nextStepView>,
  }
}

export const caseSummary = z.object({
  ...caseHeader.shape,
  phase,
  status: phaseStatus,
  version: z.int().positive(),
  receivedAt: timestamp,
  dueOn: calendarDate,
  assignee: author.optional(),
  round: z.int().nonnegative(),
})
