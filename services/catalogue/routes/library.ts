import * as z from 'zod'
import { calendarDate, libraryRequirementId, librarySuggestionId } from '#contracts/ids.ts'
import { conditionTerm, force, libraryKind } from '#contracts/requirement-library.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { changeBody, retireBody } from '../application/library/change-library.ts'
import { checkBody, checkView } from '../application/library/check-requirements.ts'
import { importBody, importPreview, importResult } from '../application/library/import-requirements.ts'
import { requirementList, requirementVersionList, requirementView } from '../application/library/present-requirement.ts'
import { proposalBody, proposalView } from '../application/library/propose-requirements.ts'
import { declineBody, suggestionList, suggestionView } from '../application/library/suggestions.ts'
import { requirementContent } from '../domain/library/requirement.ts'
import { suggestionBody, suggestionStatus } from '../domain/library/suggestion.ts'

const curators = ['curator'] as const satisfies readonly Role[]

const requirementParameters = z.strictObject({ requirementId: libraryRequirementId })
const suggestionParameters = z.strictObject({ suggestionId: librarySuggestionId })
const page = { limit: pageLimit, cursor: pageCursor.optional() }

export const libraryRoutes = defineRoutes({
  listLibraryRequirements: {
    method: 'GET',
    path: '/v1/catalogue/library/requirements',
    summary: {
      sv: 'Kravbiblioteket: sök på ord, slag, källa och villkor',
      en: 'The requirement library: search by word, kind, source and condition',
    },
    access: 'public',
    query: z.strictObject({
      ...page,
      text: z.string().trim().max(200).optional(),
      kind: libraryKind.optional(),
      force: force.optional(),
      source: z.string().trim().max(160).optional(),
      condition: conditionTerm.optional(),
      /** Only those in force on the day. */
      inForceOn: calendarDate.optional(),
    }),
    response: { status: 200, body: requirementList },
    refusals: [],
  },
  readLibraryRequirement: {
    method: 'GET',
    path: '/v1/catalogue/library/requirements/{requirementId}',
    summary: { sv: 'Ett krav i biblioteket', en: 'A requirement of the library' },
    access: 'public',
    parameters: requirementParameters,
    response: { status: 200, body: requirementView },
    hasETag: true,
    refusals: ['requirementNotFound'],
  },
  listLibraryRequirementVersions: {
    method: 'GET',
    path: '/v1/catalogue/library/requirements/{requirementId}/versions',
    summary: { sv: 'Ett kravs alla versioner, den senaste först', en: 'All versions of a requirement, the newest first' },
    access: 'public',
    parameters: requirementParameters,
    response: { status: 200, body: requirementVersionList },
    refusals: ['requirementNotFound'],
  },
  addLibraryRequirement: {
    method: 'POST',
    path: '/v1/catalogue/library/requirements',
    summary: { sv: 'Lägg till ett krav', en: 'Add a requirement' },
    access: curators,
    body: requirementContent,
    response: { status: 201, body: requirementView },
    hasETag: true,
    refusals: ['requirementInvalid', 'libraryFull'],
  },
  changeLibraryRequirement: {
    method: 'PUT',
    path: '/v1/catalogue/library/requirements/{requirementId}',
    summary: { sv: 'Ge ett krav en ny version', en: 'Give a requirement a new version' },
    access: curators,
    parameters: requirementParameters,
    body: changeBody,
    response: { status: 200, body: requirementView },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['requirementNotFound', 'requirementInvalid', 'requirementRetired'],
  },
  retireLibraryRequirement: {
    method: 'POST',
    path: '/v1/catalogue/library/requirements/{requirementId}/retirements',
    summary: {
      sv: 'Avsluta ett krav: sista dag, skäl och vad som ersätter det',
      en: 'Retire a requirement: last day, reason and what takes over',
    },
    access: curators,
    parameters: requirementParameters,
    body: retireBody,
    response: { status: 200, body: requirementView },
    hasETag: true,
    needsIfMatch: true,
    refusals: ['requirementNotFound', 'requirementInvalid', 'requirementRetired', 'successorNotFound'],
  },
  previewLibraryImport: {
    method: 'POST',
    path: '/v1/catalogue/library/imports/previews',
    summary: { sv: 'Pröva många krav, rad för rad; inget sparas', en: 'Try many requirements, row by row; nothing is stored' },
    access: curators,
    body: importBody,
    response: { status: 200, body: importPreview },
    refusals: [],
  },
  importLibraryRequirements: {
    method: 'POST',
    path: '/v1/catalogue/library/imports',
    summary: { sv: 'Lägg in många krav på en gång', en: 'Add many requirements at once' },
    access: curators,
    body: importBody,
    response: { status: 200, body: importResult },
    refusals: ['libraryImportRefused'],
  },
  makeLibrarySuggestion: {
    method: 'POST',
    path: '/v1/catalogue/library/suggestions',
    summary: { sv: 'Föreslå ett krav till biblioteket', en: 'Suggest a requirement for the library' },
    access: staffRoles,
    body: suggestionBody,
    response: { status: 201, body: suggestionView },
    hasETag: true,
    refusals: [],
  },
  listLibrarySuggestions: {
    method: 'GET',
    path: '/v1/catalogue/library/suggestions',
    summary: { sv: 'Förslag till biblioteket, de senaste först', en: 'Suggestions for the library, the newest first' },
    access: curators,
    query: z.strictObject({ ...page, status: suggestionStatus.default('open') }),
    response: { status: 200, body: suggestionList },
    refusals: [],
  },
  listOwnLibrarySuggestions: {
    method: 'GET',
    path: '/v1/catalogue/library/my-suggestions',
    summary: { sv: 'Mina förslag till biblioteket, med svar', en: 'My suggestions for the library, with answers' },
    access: staffRoles,
    query: z.strictObject(page),
    response: { status: 200, body: suggestionList },
    refusals: [],
  },
  readLibrarySuggestion: {
    method: 'GET',
    path: '/v1/catalogue/library/suggestions/{suggestionId}',
    summary: {
      sv: 'Ett förslag, för den som lämnade det och för redaktörer',
      en: 'A suggestion, for its sender and for curators',
    },
    access: staffRoles,
    parameters: suggestionParameters,
    response: { status: 200, body: suggestionView },
    hasETag: true,
    refusals: ['suggestionNotFound'],
  },
  acceptLibrarySuggestion: {
    method: 'POST',
    path: '/v1/catalogue/library/suggestions/{suggestionId}/acceptances',
    summary: {
      sv: 'Ta in ett förslag i biblioteket, som redaktören har skrivit det',
      en: 'Take a suggestion into the library, as the curator has written it',
    },
    access: curators,
    parameters: suggestionParameters,
    body: requirementContent,
    response: { status: 200, body: suggestionView },
    hasETag: true,
    refusals: ['suggestionNotFound', 'suggestionAnswered', 'requirementInvalid', 'libraryFull'],
  },
  declineLibrarySuggestion: {
    method: 'POST',
    path: '/v1/catalogue/library/suggestions/{suggestionId}/refusals',
    summary: { sv: 'Avböj ett förslag, med skäl', en: 'Decline a suggestion, with the reason' },
    access: curators,
    parameters: suggestionParameters,
    body: declineBody,
    response: { status: 200, body: suggestionView },
    hasETag: true,
    refusals: ['suggestionNotFound', 'suggestionAnswered'],
  },
  proposeLibraryRequirements: {
    method: 'POST',
    path: '/v1/catalogue/library/proposals',
    summary: {
      sv: 'Krav som passar ett ärendes svar, med varför; inget sparas',
      en: "Requirements that fit a case's answers, with why; nothing is stored",
    },
    access: staffRoles,
    body: proposalBody,
    response: { status: 200, body: proposalView },
    refusals: [],
  },
  checkRequirementBarriers: {
    method: 'POST',
    path: '/v1/catalogue/library/requirement-checks',
    summary: {
      sv: 'Pröva krav mot lagen och mot vad som stänger ute små företag; inget sparas',
      en: 'Try requirements against the law and against what shuts out small companies; nothing is stored',
    },
    access: 'public',
    body: checkBody,
    response: { status: 200, body: checkView },
    refusals: [],
  },
})
export type LibraryRoutes = typeof libraryRoutes
