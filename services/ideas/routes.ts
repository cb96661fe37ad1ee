import * as z from 'zod'
import { calendarDate, caseId, caseNumber, organisationId } from '#contracts/ids.ts'
import { caseHeader } from '#contracts/case-header.ts'
import { phaseStatus, sender, staffRoles } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { phaseRoutes } from '#phase/routes.ts'
import { ideaSummary, ideaView, receiptView } from './application/present-idea.ts'
import { ideaLimits } from './domain/idea-limits.ts'
import { ideaStatus } from './domain/idea.ts'

const ideaParameters = z.strictObject({ ideaId: caseId })
const textOf = (max: number) => z.string().trim().min(1).max(max)

/** The one way in, and triage; on top of what every phase has. */
const wayInRoutes = defineRoutes({
  submitIdea: {
    method: 'POST',
    path: '/v1/ideas/submissions',
    summary: { sv: 'Skicka in en idé', en: 'Submit an idea' },
    access: 'public',
    body: z.strictObject({
      title: textOf(ideaLimits.titleCharacters),
      description: textOf(ideaLimits.descriptionCharacters),
      affected: z.string().trim().max(ideaLimits.affectedCharacters).optional(),
      sender,
      organisation: organisationId.optional(),
      contact: z
        .strictObject({
          name: z.string().trim().max(ideaLimits.contactCharacters).optional(),
          email: z.email().max(ideaLimits.contactCharacters).optional(),
        })
        .optional(),
    }),
    response: { status: 201, body: z.object({ ideaId: caseId, receipt: z.string(), answerDueOn: calendarDate }) },
    refusals: ['organisationUnknown'],
  },
  readReceipt: {
    method: 'GET',
    path: '/v1/ideas/receipts/{receipt}',
    summary: { sv: 'Följ en idé med dess kvitto', en: 'Follow an idea by its receipt' },
    access: 'public',
    parameters: z.strictObject({ receipt: z.string().regex(/^[\w-]{32}$/) }),
    response: { status: 200, body: receiptView },
    refusals: ['receiptNotFound'],
  },
  listIdeas: {
    method: 'GET',
    path: '/v1/ideas/submissions',
    summary: { sv: 'Inkomna idéer', en: 'Submitted ideas' },
    access: staffRoles,
    query: z.strictObject({ status: ideaStatus.default('submitted'), limit: pageLimit, cursor: pageCursor.optional() }),
    response: { status: 200, body: z.object({ submissions: z.array(ideaSummary) }) },
    refusals: [],
  },
  readIdea: {
    method: 'GET',
    path: '/v1/ideas/submissions/{ideaId}',
    summary: { sv: 'En inkommen idé med liknande idéer', en: 'A submitted idea with similar ones' },
    access: staffRoles,
    parameters: ideaParameters,
    response: { status: 200, body: ideaView },
    hasETag: true,
    refusals: ['ideaNotFound'],
  },
  acceptIdea: {
    method: 'POST',
    path: '/v1/ideas/submissions/{ideaId}/acceptances',
    summary: { sv: 'Gör idén till ett ärende', en: 'Make the idea a case' },
    access: ['caseOfficer'],
    parameters: ideaParameters,
    body: z.strictObject({ organisation: organisationId, title: textOf(ideaLimits.titleCharacters).optional() }),
    response: { status: 201, body: z.object({ caseId, caseNumber }) },
    refusals: ['ideaNotFound', 'ideaAlreadyTriaged', 'organisationUnknown'],
  },
  mergeIdea: {
    method: 'POST',
    path: '/v1/ideas/submissions/{ideaId}/merges',
    summary: { sv: 'Slå ihop idén med en annan', en: 'Merge the idea into another' },
    access: ['caseOfficer'],
    parameters: ideaParameters,
    body: z.strictObject({ into: caseId, reason: textOf(ideaLimits.answerCharacters) }),
    response: { status: 201, body: ideaView },
    hasETag: true,
    refusals: ['ideaNotFound', 'ideaAlreadyTriaged', 'mergeTargetNotFound', 'mergedIntoItself', 'mergeTargetClosed'],
  },
  answerIdea: {
    method: 'POST',
    path: '/v1/ideas/submissions/{ideaId}/answers',
    summary: { sv: 'Besvara idén med skäl', en: 'Answer the idea with reasons' },
    access: ['caseOfficer'],
    parameters: ideaParameters,
    body: z.strictObject({ answer: textOf(ideaLimits.answerCharacters) }),
    response: { status: 201, body: ideaView },
    hasETag: true,
    refusals: ['ideaNotFound', 'ideaAlreadyTriaged'],
  },
  rankCases: {
    method: 'GET',
    path: '/v1/ideas/priorities',
    summary: { sv: 'Prioriteringsordning vid BP1', en: 'Order of priority at BP1' },
    access: staffRoles,
    response: {
      status: 200,
      body: z.object({
        cases: z.array(z.object({ ...caseHeader.shape, status: phaseStatus, score: z.number(), rank: z.int().positive() })),
      }),
    },
    refusals: [],
  },
})

export const ideaRoutes = { ...phaseRoutes('ideas'), ...wayInRoutes }

export type IdeaRoutes = typeof ideaRoutes
