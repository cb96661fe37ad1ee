import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { frozenEvidence } from '#contracts/evidence.ts'
import { calendarDate, caseId, opinionId } from '#contracts/ids.ts'
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
  staffRoles,
} from '#contracts/words.ts'
import type { Phase, Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { caseSummary, caseView } from './application/present-case.ts'
import { sectionContentView } from './application/read-section.ts'
import { sectionState } from './domain/case-record.ts'
import { limits } from './domain/limits.ts'

const carriers = ['caseOfficer', 'procurementOfficer'] as const satisfies readonly Role[]
const writers = ['caseOfficer', 'procurementOfficer', 'specialist'] as const satisfies readonly Role[]

const caseParameters = z.strictObject({ caseId })
const opinionParameters = z.strictObject({ caseId, opinionId })
const sectionParameters = z.strictObject({ caseId, section: z.string().max(60) })

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
      /** A form field of kind `group`; see services/shared/phase/field.ts. */
      form: z.record(z.string(), z.unknown()),
    }),
  ),
  criteria: z.array(
    z.object({ id: z.string(), name: text, isMandatory: z.boolean(), source: z.string(), evidence: z.array(z.string()) }),
  ),
})

/** The API that all seven phases have, each under its own name. */
export const phaseRoutes = (name: Phase) =>
  defineRoutes({
    describePhase: {
      method: 'GET',
      path: `/v1/${name}/description`,
      summary: { sv: 'Fasens avsnitt, formulär och kriterier', en: "The phase's sections, forms and criteria" },
      access: staffRoles,
      response: { status: 200, body: phaseDescription },
      refusals: [],
    },
    listCases: {
      method: 'GET',
      path: `/v1/${name}/cases`,
      summary: { sv: 'Fasens ärenden i ett läge', en: "The phase's cases of one status" },
      access: staffRoles,
      query: z.strictObject({ status: phaseStatus.default('inProgress'), limit: pageLimit, cursor: pageCursor.optional() }),
      response: { status: 200, body: z.object({ cases: z.array(caseSummary) }) },
      refusals: [],
    },
    readCase: {
      method: 'GET',
      path: `/v1/${name}/cases/{caseId}`,
      summary: { sv: 'Ett ärende i fasen', en: 'A case in the phase' },
      access: staffRoles,
      parameters: caseParameters,
      response: { status: 200, body: caseView },
      hasETag: true,
      refusals: ['caseNotFound'],
    },
    assignCase: {
      method: 'POST',
      path: `/v1/${name}/cases/{caseId}/assignments`,
      summary: { sv: 'Ta emot ärendet, eller ge det till en kollega', en: 'Take on the case, or give it to a colleague' },
      access: carriers,
      parameters: caseParameters,
      body: z.strictObject({ assignee: z.strictObject(author.shape).optional() }),
      response: { status: 200, body: caseView },
      hasETag: true,
      refusals: ['caseNotFound', 'notYourCase', 'wrongStatus'],
    },
    readSection: {
      method: 'GET',
      path: `/v1/${name}/cases/{caseId}/sections/{section}`,
      summary: { sv: 'Ett avsnitt, senaste eller angiven version', en: 'A section, latest or given version' },
      access: staffRoles,
      parameters: sectionParameters,
      query: z.strictObject({ version: z.coerce.number().int().positive().optional() }),
      response: { status: 200, body: sectionContentView },
      hasETag: true,
      refusals: ['caseNotFound', 'sectionNotFound', 'versionNotFound'],
    },
    listSectionVersions: {
      method: 'GET',
      path: `/v1/${name}/cases/{caseId}/sections/{section}/versions`,
      summary: { sv: 'Avsnittets historik', en: "The section's history" },
      access: staffRoles,
      parameters: sectionParameters,
      response: { status: 200, body: z.object({ versions: z.array(sectionState) }) },
      refusals: ['caseNotFound', 'sectionNotFound'],
    },
    saveSection: {
      method: 'PUT',
      path: `/v1/${name}/cases/{caseId}/sections/{section}`,
      summary: { sv: 'Spara ett avsnitt som utkast eller klart', en: 'Save a section as draft or complete' },
      access: writers,
      parameters: sectionParameters,
      body: z.strictObject({ status: z.enum(['draft', 'complete']), content: z.record(z.string(), z.unknown()) }),
      response: { status: 200, body: sectionContentView },
      hasETag: true,
      needsIfMatch: true,
      refusals: [
        'caseNotFound',
        'sectionNotFound',
        'notYourCase',
        'notYourSection',
        'recordLocked',
        'sectionInvalid',
        'sectionTooLarge',
      ],
    },
    requestOpinion: {
      method: 'POST',
      path: `/v1/${name}/cases/{caseId}/opinions`,
      summary: { sv: 'Begär ett yttrande', en: 'Ask for an opinion' },
      access: carriers,
      parameters: caseParameters,
      body: z.strictObject({
        unit: opinionUnit,
        question: z.string().trim().min(1).max(limits.questionCharacters),
        dueOn: calendarDate.optional(),
      }),
      response: { status: 201, body: caseView },
      hasETag: true,
      refusals: ['caseNotFound', 'notYourCase', 'recordLocked', 'tooManyOpinions', 'dueDateNotAhead', 'recordTooLarge'],
    },
    giveOpinion: {
      method: 'POST',
      path: `/v1/${name}/cases/{caseId}/opinions/{opinionId}/answers`,
      summary: { sv: 'Lämna ett yttrande', en: 'Give an opinion' },
      access: writers,
      parameters: opinionParameters,
      body: z.strictObject({ answer: opinionAnswer, comment: z.string().trim().min(1).max(limits.commentCharacters) }),
      response: { status: 201, body: caseView },
      hasETag: true,
      refusals: [
        'caseNotFound',
        'opinionNotFound',
        'opinionAlreadyAnswered',
        'opinionWithdrawn',
        'notYourUnit',
        'recordLocked',
        'recordTooLarge',
      ],
    },
    withdrawOpinion: {
      method: 'POST',
      path: `/v1/${name}/cases/{caseId}/opinions/{opinionId}/withdrawals`,
      summary: { sv: 'Ta tillbaka en begäran om yttrande', en: 'Withdraw a request for an opinion' },
      access: carriers,
      parameters: opinionParameters,
      body: z.strictObject({ reason: z.string().trim().min(1).max(limits.reasonCharacters) }),
      response: { status: 201, body: caseView },
      hasETag: true,
      refusals: ['caseNotFound', 'notYourCase', 'opinionNotFound', 'opinionAlreadyAnswered', 'opinionWithdrawn', 'recordLocked'],
    },
    requestDecision: {
      method: 'POST',
      path: `/v1/${name}/cases/{caseId}/decision-requests`,
      summary: { sv: 'Frys underlaget och begär beslut', en: 'Freeze the evidence and request a decision' },
      access: carriers,
      parameters: caseParameters,
      response: { status: 202, body: caseView },
      hasETag: true,
      needsIfMatch: true,
      refusals: [
        'caseNotFound',
        'notYourCase',
        'wrongStatus',
        'tooManyRounds',
        'recordTooLarge',
        'sectionOutdated',
        'dossierTooLarge',
      ],
    },
    readEvidence: {
      method: 'GET',
      path: `/v1/${name}/cases/{caseId}/decision-requests/{round}`,
      summary: { sv: 'Beslutsunderlaget som det frystes', en: 'The evidence as it was frozen' },
      access: staffRoles,
      parameters: z.strictObject({ caseId, round: z.coerce.number().int().positive() }),
      response: { status: 200, body: frozenEvidence },
      refusals: ['evidenceNotFound'],
    },
    wakeCase: {
      method: 'POST',
      path: `/v1/${name}/cases/{caseId}/wake-ups`,
      summary: { sv: 'Väck ett vilande ärende', en: 'Wake a resting case' },
      access: carriers,
      parameters: caseParameters,
      body: z.strictObject({ reason: z.string().trim().min(1).max(limits.reasonCharacters) }),
      response: { status: 200, body: caseView },
      hasETag: true,
      refusals: ['caseNotFound', 'notYourCase', 'wrongStatus'],
    },
  })

export type PhaseRoutes = ReturnType<typeof phaseRoutes>
