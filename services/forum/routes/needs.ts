import * as z from 'zod'
import { needId, organisationId } from '#contracts/ids.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { needSummary, needView } from '../application/needs/present-need.ts'
import { interestView, ownInterestView } from '../application/needs/show-interest.ts'
import { forumLimits } from '../domain/forum-limits.ts'
import { interestContent } from '../domain/needs/interest.ts'
import { needDraft, needEndings } from '../domain/needs/need.ts'
import { needWriters } from '../domain/needs/permissions.ts'
import { topics } from '../domain/needs/topics.ts'

const suppliers = ['supplier'] as const satisfies readonly Role[]
const members = [...staffRoles, 'supplier'] as const satisfies readonly Role[]
const parameters = z.strictObject({ needId })
const pageFields = { limit: pageLimit, cursor: pageCursor.optional() }
const page = z.strictObject(pageFields)
const needs = z.object({ needs: z.array(needSummary) })
const writing = ['needNotFound', 'notYourNeed', 'needEnded', 'staleVersion'] as const

export const needsRoutes = defineRoutes({
  listNeeds: {
    method: 'GET',
    path: '/v1/forum/needs',
    summary: { sv: 'Publicerade behov, de senaste först', en: 'Published needs, the latest first' },
    access: 'public',
    query: z.strictObject({
      list: z.enum(['open', 'ended']).default('open'),
      organisation: organisationId.optional(),
      targetGroup: targetGroup.optional(),
      careStep: careStep.optional(),
      word: z.string().trim().min(2).max(forumLimits.wordCharacters).optional(),
      ...pageFields,
    }),
    response: { status: 200, body: needs },
    refusals: [],
  },
  listOwnNeeds: {
    method: 'GET',
    path: '/v1/forum/own-needs',
    summary: { sv: 'Den egna organisationens behov, även utkast', en: "One's own organisation's needs, drafts too" },
    access: staffRoles,
    query: page,
    response: { status: 200, body: needs },
    refusals: ['noOrganisation'],
  },
  listFollowedNeeds: {
    method: 'GET',
    path: '/v1/forum/followed-needs',
    summary: { sv: 'Öppna behov inom det som du följer', en: 'Open needs about what you follow' },
    access: members,
    query: page,
    response: { status: 200, body: needs },
    refusals: [],
  },
  draftNeed: {
    method: 'POST',
    path: '/v1/forum/needs',
    summary: { sv: 'Börja beskriva ett behov', en: 'Begin to describe a need' },
    access: needWriters,
    body: needDraft,
    response: { status: 201, body: needView },
    hasETag: true,
    refusals: ['noOrganisation', 'caseNotYours', 'periodBackwards', 'dailyLimitReached'],
  },
  readNeed: {
    method: 'GET',
    path: '/v1/forum/needs/{needId}',
    summary: { sv: 'Ett behov', en: 'A need' },
    access: 'public',
    parameters,
    response: { status: 200, body: needView },
    hasETag: true,
    refusals: ['needNotFound'],
  },
  readNeedAsMember: {
    method: 'GET',
    path: '/v1/forum/needs/{needId}/member-view',
    summary: {
      sv: 'Som alla läser behovet; för organisationen som har det även utkastet',
      en: 'As all read the need; for the organisation that has it the draft too',
    },
    access: members,
    parameters,
    response: { status: 200, body: needView },
    hasETag: true,
    refusals: ['needNotFound'],
  },
  changeNeed: {
    method: 'PUT',
    path: '/v1/forum/needs/{needId}',
    summary: { sv: 'Ändra ett behov', en: 'Change a need' },
    access: needWriters,
    parameters,
    body: needDraft,
    response: { status: 200, body: needView },
    hasETag: true,
    needsIfMatch: true,
    refusals: [...writing, 'noOrganisation', 'caseNotYours', 'periodBackwards', 'needIncomplete'],
  },
  publishNeed: {
    method: 'POST',
    path: '/v1/forum/needs/{needId}/publications',
    summary: { sv: 'Publicera behovet för alla', en: 'Publish the need to everybody' },
    access: needWriters,
    parameters,
    response: { status: 200, body: needView },
    hasETag: true,
    needsIfMatch: true,
    refusals: [...writing, 'needIncomplete'],
  },
  endNeed: {
    method: 'POST',
    path: '/v1/forum/needs/{needId}/endings',
    summary: { sv: 'Avsluta eller dra tillbaka behovet', en: 'Close or withdraw the need' },
    access: needWriters,
    parameters,
    body: z.strictObject({
      why: z.enum(needEndings),
      reason: z.string().trim().min(1).max(forumLimits.reasonCharacters),
    }),
    response: { status: 200, body: needView },
    hasETag: true,
    needsIfMatch: true,
    refusals: writing,
  },
  listInterests: {
    method: 'GET',
    path: '/v1/forum/needs/{needId}/interests',
    summary: { sv: 'Vilka som har visat intresse', en: 'Who has shown interest' },
    access: needWriters,
    parameters,
    query: page,
    response: { status: 200, body: z.object({ interests: z.array(interestView) }) },
    refusals: ['needNotFound', 'notYourNeed'],
  },
  readOwnInterest: {
    method: 'GET',
    path: '/v1/forum/needs/{needId}/interest',
    summary: { sv: 'Ditt eget intresse för behovet', en: 'Your own interest in the need' },
    access: suppliers,
    parameters,
    response: { status: 200, body: ownInterestView },
    refusals: ['needNotFound'],
  },
  showInterest: {
    method: 'PUT',
    path: '/v1/forum/needs/{needId}/interest',
    summary: { sv: 'Visa intresse för behovet', en: 'Show interest in the need' },
    access: suppliers,
    parameters,
    body: interestContent,
    response: { status: 200, body: ownInterestView },
    refusals: ['needNotFound', 'needNotOpen', 'dailyLimitReached'],
  },
  withdrawInterest: {
    method: 'POST',
    path: '/v1/forum/needs/{needId}/interest/withdrawals',
    summary: { sv: 'Ta tillbaka intresset', en: 'Take the interest back' },
    access: suppliers,
    parameters,
    response: { status: 200, body: ownInterestView },
    refusals: ['needNotFound'],
  },
  listOwnInterests: {
    method: 'GET',
    path: '/v1/forum/interests',
    summary: { sv: 'Behov som du har visat intresse för', en: 'Needs that you have shown interest in' },
    access: suppliers,
    query: page,
    response: { status: 200, body: z.object({ interests: z.array(ownInterestView.extend({ title: z.string() })) }) },
    refusals: [],
  },
  readTopics: {
    method: 'GET',
    path: '/v1/forum/topics',
    summary: { sv: 'Det som du följer', en: 'What you follow' },
    access: members,
    response: { status: 200, body: topics },
    refusals: [],
  },
  followTopics: {
    method: 'PUT',
    path: '/v1/forum/topics',
    summary: { sv: 'Välj vad du följer', en: 'Choose what you follow' },
    access: members,
    body: topics,
    response: { status: 200, body: topics },
    refusals: [],
  },
})
export type NeedsRoutes = typeof needsRoutes
