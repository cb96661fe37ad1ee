import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { calendarDate, caseId, caseNumber, needId, organisationId, timestamp } from '#contracts/ids.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import { phase } from '#contracts/words.ts'
import { hidden } from '../../domain/hidden.ts'
import { caseStanding } from '../../domain/known-case.ts'
import type { KnownCase } from '../../domain/known-case.ts'
import { needStatuses } from '../../domain/needs/need.ts'
import type { Need } from '../../domain/needs/need.ts'
import { isFacilitator, isOfItsOrganisation } from '../../domain/needs/permissions.ts'

/** In lists. What a draft lacks is left out. */
export const needSummary = z.object({
  needId,
  title: z.string(),
  summary: z.string().optional(),
  organisation: organisationId,
  status: z.enum(needStatuses),
  targetGroups: z.array(targetGroup),
  careSteps: z.array(careStep),
  functions: z.array(z.object({ id: z.string(), name: z.string() })),
  wantedFrom: calendarDate.optional(),
  wantedTo: calendarDate.optional(),
  caseNumber: caseNumber.optional(),
  createdAt: timestamp,
  publishedAt: timestamp.optional(),
  changedAt: timestamp.optional(),
  /** How many suppliers have shown interest: the same figure for everybody. */
  interested: z.int(),
  /** Only for its organisation and the facilitator. */
  hidden: hidden.optional(),
})
export type NeedSummary = z.infer<typeof needSummary>

export const needView = needSummary.extend({
  /** Markdown. */
  description: z.string().optional(),
  contact: z.object({ name: z.string(), email: z.string() }).optional(),
  ended: z.object({ at: timestamp, reason: z.string() }).optional(),
  /** Where the case stands that the need belongs to, and what came of it. */
  case: z.object({ caseId, caseNumber, phase, standing: caseStanding.optional() }).optional(),
})
export type NeedView = z.infer<typeof needView>

export interface NeedSurroundings {
  readonly interested: number
  readonly known: KnownCase | undefined
  readonly actor: Actor | undefined
}

const mayKnowOfHiding = (need: Need, actor: Actor | undefined): boolean =>
  isOfItsOrganisation(need, actor) || isFacilitator(actor)

export const summariseNeed = (need: Need, interested: number, actor: Actor | undefined): NeedSummary => {
  const { draft } = need
  return {
    needId: need.needId,
    title: draft.title,
    summary: draft.summary,
    organisation: need.organisation,
    status: need.status,
    targetGroups: draft.targetGroups ?? [],
    careSteps: draft.careSteps ?? [],
    functions: need.functions,
    wantedFrom: draft.wantedFrom,
    wantedTo: draft.wantedTo,
    caseNumber: need.case?.caseNumber,
    createdAt: need.createdAt,
    publishedAt: need.publishedAt,
    changedAt: need.changedAt,
    interested,
    ...(need.hidden && mayKnowOfHiding(need, actor) && { hidden: need.hidden }),
  }
}

export const presentNeed = (need: Need, { interested, known, actor }: NeedSurroundings): NeedView => ({
  ...summariseNeed(need, interested, actor),
  description: need.draft.description,
  contact: need.draft.contact,
  ended: need.ended,
  ...(need.case && { case: { ...need.case, phase: known?.phase ?? 'ideas', standing: known?.standing } }),
})
