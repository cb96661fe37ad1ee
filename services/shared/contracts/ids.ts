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
