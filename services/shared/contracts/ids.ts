import * as z from 'zod'

/** A UUIDv7. An idea and the case that it may become share one id, so that their journal is one chain. */
export const caseId = z.uuid().brand<'CaseId'>()
export type CaseId = z.infer<typeof caseId>

export const eventId = z.uuid().brand<'EventId'>()
export type EventId = z.infer<typeof eventId>

/** One id through NV1-NV4, so that promise and outcome can be compared row by row. */
export const benefitLineId = z.uuid().brand<'BenefitLineId'>()
export type BenefitLineId = z.infer<typeof benefitLineId>

export const opinionId = z.uuid().brand<'OpinionId'>()
export type OpinionId = z.infer<typeof opinionId>

/** A redrive belongs to no case: its id is also the subject of its events, so that it has a journal of its own. */
export const redriveId = z.uuid().brand<'RedriveId'>()
export type RedriveId = z.infer<typeof redriveId>

/** What lives in the market has a journal of its own, as a redrive has: its id is the subject of its events. */
export const companyId = z.uuid().brand<'CompanyId'>()
export type CompanyId = z.infer<typeof companyId>

export const productId = z.uuid().brand<'ProductId'>()
export type ProductId = z.infer<typeof productId>

export const evaluationId = z.uuid().brand<'EvaluationId'>()
export type EvaluationId = z.infer<typeof evaluationId>

export const systemId = z.uuid().brand<'SystemId'>()
export type SystemId = z.infer<typeof systemId>

export const needId = z.uuid().brand<'NeedId'>()
export type NeedId = z.infer<typeof needId>

export const dialogueId = z.uuid().brand<'DialogueId'>()
export type DialogueId = z.infer<typeof dialogueId>

export const teamId = z.uuid().brand<'TeamId'>()
export type TeamId = z.infer<typeof teamId>

export const callId = z.uuid().brand<'CallId'>()
export type CallId = z.infer<typeof callId>

export const focusGroupId = z.uuid().brand<'FocusGroupId'>()
export type FocusGroupId = z.infer<typeof focusGroupId>

/** A watch on the forum, by mail or webhook. */
export const subscriptionId = z.uuid().brand<'SubscriptionId'>()
export type SubscriptionId = z.infer<typeof subscriptionId>

/** A requirement of the library, the same in every version of it, for example `KB-INT-012`. */
export const libraryRequirementId = z
  .stringFormat('libraryRequirementId', /^KB-[A-Z]{2,5}-\d{3}$/)
  .brand<'LibraryRequirementId'>()
export type LibraryRequirementId = z.infer<typeof libraryRequirementId>

/** What somebody has sent in for the library. It becomes the journal of the requirement that it may lead to. */
export const librarySuggestionId = z.uuid().brand<'LibrarySuggestionId'>()
export type LibrarySuggestionId = z.infer<typeof librarySuggestionId>

/** `<county prefix>-<year>-<running number>`, for example KLM-2026-0042. */
export const caseNumber = z.stringFormat('caseNumber', /^[A-Z]{2,5}-\d{4}-\d{4,6}$/).brand<'CaseNumber'>()
export type CaseNumber = z.infer<typeof caseNumber>

/** An organisation of the county, as its configuration names it, for example `region-kalmar`. */
export const organisationId = z.stringFormat('organisationId', /^[a-z][a-z0-9-]{1,40}$/).brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof organisationId>

/** `<caseId>-<gate>-<round>`: names the attempt at a gate and its state machine execution alike. */
export const decisionRequestId = z
  .stringFormat('decisionRequestId', /^[0-9a-f-]{36}-(BP[1-5]|handover|review)-\d{1,4}$/)
  .brand<'DecisionRequestId'>()
export type DecisionRequestId = z.infer<typeof decisionRequestId>

/** Lower-case hexadecimal SHA-256. */
export const digest = z.stringFormat('sha256', /^[0-9a-f]{64}$/).brand<'Digest'>()
export type Digest = z.infer<typeof digest>

/** RFC 3339 in UTC with milliseconds, as `Date.toISOString` writes it. */
export const timestamp = z.iso.datetime()
export const calendarDate = z.iso.date()
