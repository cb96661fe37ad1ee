import * as z from 'zod'
import { callId, focusGroupId, needId, teamId, timestamp } from '#contracts/ids.ts'
import { roles, staffRoles } from '#contracts/words.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { callQuery, callView } from '../application/community/calls.ts'
import { focusGroupView } from '../application/community/focus-groups.ts'
import { receiptView, signUpView } from '../application/community/sign-ups.ts'
import { teamView } from '../application/community/teams.ts'
import { callContent } from '../domain/community/call.ts'
import { focusGroupContent } from '../domain/community/focus-group.ts'
import { report, reportBody, reportDecision, reportOutcomes } from '../domain/community/report.ts'
import { signUpContent, signUpId } from '../domain/community/sign-up.ts'
import { membership, teamContent } from '../domain/community/team.ts'
import { forumLimits } from '../domain/forum-limits.ts'

const suppliers = ['supplier'] as const satisfies readonly Role[]
const facilitators = ['forumFacilitator'] as const satisfies readonly Role[]
const members = [...staffRoles, 'supplier'] as const satisfies readonly Role[]
const pageFields = { limit: pageLimit, cursor: pageCursor.optional() }
const page = z.strictObject(pageFields)
const secret = z.string().regex(/^[\w-]{32}$/)
const reason = z.string().trim().min(1).max(forumLimits.reasonCharacters)

const ofTeam = z.strictObject({ teamId })
const teams = z.object({ teams: z.array(teamView) })
const team = { response: { status: 200, body: teamView }, hasETag: true } as const
const memberRefusals = ['teamNotFound', 'notYourTeam'] as const

const ofCall = z.strictObject({ callId })
const call = { response: { status: 200, body: callView }, hasETag: true } as const

const ofFocusGroup = z.strictObject({ focusGroupId })
const focusGroups = z.object({ focusGroups: z.array(focusGroupView) })
const focusGroup = { response: { status: 200, body: focusGroupView }, hasETag: true } as const
const holderRefusals = ['focusGroupNotFound', 'notYourFocusGroup', 'staleVersion'] as const
const nothing = z.object({})

/** Companies that want to deliver together. */
const teamRoutes = defineRoutes({
  listTeams: {
    method: 'GET',
    path: '/v1/forum/teams',
    summary: { sv: 'Samarbeten som visas för alla', en: 'Teams that are shown to everybody' },
    access: 'public',
    query: page,
    response: { status: 200, body: teams },
    refusals: [],
  },
  listTeamsForNeed: {
    method: 'GET',
    path: '/v1/forum/needs/{needId}/teams',
    summary: { sv: 'Samarbeten kring ett behov', en: 'Teams for a need' },
    access: 'public',
    parameters: z.strictObject({ needId }),
    query: page,
    response: { status: 200, body: teams },
    refusals: ['needNotFound'],
  },
  listOwnTeams: {
    method: 'GET',
    path: '/v1/forum/own-teams',
    summary: { sv: 'Samarbeten som du är med i', en: 'Teams that you are in' },
    access: suppliers,
    query: page,
    response: { status: 200, body: teams },
    refusals: [],
  },
  formTeam: {
    method: 'POST',
    path: '/v1/forum/teams',
    summary: { sv: 'Bilda ett samarbete kring ett behov', en: 'Form a team for a need' },
    access: suppliers,
    body: z.strictObject({ needId, ...teamContent.shape, ...membership.shape }),
    response: { status: 201, body: teamView },
    hasETag: true,
    refusals: ['needNotFound', 'needNotOpen', 'dailyLimitReached'],
  },
  readTeam: {
    method: 'GET',
    path: '/v1/forum/teams/{teamId}',
    summary: { sv: 'Ett samarbete', en: 'A team' },
    access: 'public',
    parameters: ofTeam,
    query: z.strictObject({ code: secret.optional() }),
    ...team,
    refusals: ['teamNotFound'],
  },
  readTeamAsMember: {
    method: 'GET',
    path: '/v1/forum/teams/{teamId}/member-view',
    summary: {
      sv: 'Som alla läser samarbetet; för den som är med även inbjudningar och kontaktpersoner',
      en: 'As all read the team; for those who are in it invitations and contact persons too',
    },
    access: members,
    parameters: ofTeam,
    query: z.strictObject({ code: secret.optional() }),
    ...team,
    refusals: ['teamNotFound'],
  },
  changeTeam: {
    method: 'PUT',
    path: '/v1/forum/teams/{teamId}',
    summary: { sv: 'Ändra samarbetet, eller vem som ser det', en: 'Change the team, or who sees it' },
    access: suppliers,
    parameters: ofTeam,
    body: teamContent,
    ...team,
    needsIfMatch: true,
    refusals: [...memberRefusals, 'staleVersion'],
  },
  inviteToTeam: {
    method: 'POST',
    path: '/v1/forum/teams/{teamId}/invitations',
    summary: { sv: 'Bjud in ett företag', en: 'Invite a company' },
    access: suppliers,
    parameters: ofTeam,
    body: z.strictObject({ company: z.string().trim().min(1).max(forumLimits.lineCharacters) }),
    ...team,
    refusals: [...memberRefusals, 'tooManyInvitations', 'dailyLimitReached'],
  },
  withdrawInvitation: {
    method: 'POST',
    path: '/v1/forum/teams/{teamId}/invitations/{invitationId}/withdrawals',
    summary: { sv: 'Ta tillbaka en inbjudan', en: 'Take an invitation back' },
    access: suppliers,
    parameters: z.strictObject({ teamId, invitationId: z.uuid() }),
    ...team,
    refusals: [...memberRefusals, 'invitationNotFound'],
  },
  joinTeam: {
    method: 'POST',
    path: '/v1/forum/teams/{teamId}/members',
    summary: { sv: 'Gå med med en inbjudan', en: 'Join by an invitation' },
    access: suppliers,
    parameters: ofTeam,
    body: membership.extend({ code: secret }),
    ...team,
    refusals: ['teamNotFound', 'invitationNotFound', 'alreadyMember', 'teamFull'],
  },
  leaveTeam: {
    method: 'POST',
    path: '/v1/forum/teams/{teamId}/departures',
    summary: { sv: 'Lämna samarbetet', en: 'Leave the team' },
    access: suppliers,
    parameters: ofTeam,
    ...team,
    refusals: memberRefusals,
  },
})

/** Calls for proposals, funding and events. */
const callRoutes = defineRoutes({
  listCalls: {
    method: 'GET',
    path: '/v1/forum/calls',
    summary: {
      sv: 'Utlysningar, finansiering och evenemang i tidsordning',
      en: 'Calls, funding and events in order of time',
    },
    access: 'public',
    query: callQuery,
    response: { status: 200, body: z.object({ calls: z.array(callView) }) },
    refusals: [],
  },
  publishCall: {
    method: 'POST',
    path: '/v1/forum/calls',
    summary: { sv: 'Publicera en utlysning eller ett evenemang', en: 'Publish a call or an event' },
    access: facilitators,
    body: callContent,
    response: { status: 201, body: callView },
    hasETag: true,
    refusals: ['callDatesWrong'],
  },
  readCall: {
    method: 'GET',
    path: '/v1/forum/calls/{callId}',
    summary: { sv: 'En utlysning eller ett evenemang', en: 'A call or an event' },
    access: 'public',
    parameters: ofCall,
    ...call,
    refusals: ['callNotFound'],
  },
  readCallAsMember: {
    method: 'GET',
    path: '/v1/forum/calls/{callId}/member-view',
    summary: {
      sv: 'Som alla läser utlysningen eller evenemanget; för samordnare även det som är dolt',
      en: 'As all read the call or the event; for facilitators what is hidden too',
    },
    access: members,
    parameters: ofCall,
    ...call,
    refusals: ['callNotFound'],
  },
  changeCall: {
    method: 'PUT',
    path: '/v1/forum/calls/{callId}',
    summary: { sv: 'Ändra en utlysning eller ett evenemang', en: 'Change a call or an event' },
    access: facilitators,
    parameters: ofCall,
    body: callContent,
    ...call,
    needsIfMatch: true,
    refusals: ['callNotFound', 'callDatesWrong', 'callCancelledAlready', 'staleVersion'],
  },
  cancelCall: {
    method: 'POST',
    path: '/v1/forum/calls/{callId}/cancellations',
    summary: { sv: 'Ställ in', en: 'Cancel' },
    access: facilitators,
    parameters: ofCall,
    body: z.strictObject({ reason }),
    ...call,
    needsIfMatch: true,
    refusals: ['callNotFound', 'callCancelledAlready', 'staleVersion'],
  },
})

/** Residents and staff who help to understand a need. */
const focusGroupRoutes = defineRoutes({
  listFocusGroups: {
    method: 'GET',
    path: '/v1/forum/focus-groups',
    summary: { sv: 'Fokusgrupper som söker eller har haft deltagare', en: 'Focus groups that seek or have had participants' },
    access: 'public',
    query: z.strictObject({ status: z.enum(['open', 'held', 'cancelled']).optional(), ...pageFields }),
    response: { status: 200, body: focusGroups },
    refusals: [],
  },
  listOwnFocusGroups: {
    method: 'GET',
    path: '/v1/forum/own-focus-groups',
    summary: {
      sv: 'Den egna organisationens fokusgrupper, även utkast',
      en: "One's own organisation's focus groups, drafts too",
    },
    access: facilitators,
    query: page,
    response: { status: 200, body: focusGroups },
    refusals: ['noOrganisation'],
  },
  draftFocusGroup: {
    method: 'POST',
    path: '/v1/forum/focus-groups',
    summary: { sv: 'Börja planera en fokusgrupp', en: 'Begin to plan a focus group' },
    access: facilitators,
    body: focusGroupContent,
    response: { status: 201, body: focusGroupView },
    hasETag: true,
    refusals: ['noOrganisation', 'focusGroupDatesWrong'],
  },
  readFocusGroup: {
    method: 'GET',
    path: '/v1/forum/focus-groups/{focusGroupId}',
    summary: { sv: 'En fokusgrupp', en: 'A focus group' },
    access: 'public',
    parameters: ofFocusGroup,
    ...focusGroup,
    refusals: ['focusGroupNotFound'],
  },
  readFocusGroupAsMember: {
    method: 'GET',
    path: '/v1/forum/focus-groups/{focusGroupId}/member-view',
    summary: {
      sv: 'Som alla läser fokusgruppen; för organisationen som har den även utkastet',
      en: 'As all read the focus group; for the organisation that has it the draft too',
    },
    access: members,
    parameters: ofFocusGroup,
    ...focusGroup,
    refusals: ['focusGroupNotFound'],
  },
  changeFocusGroup: {
    method: 'PUT',
    path: '/v1/forum/focus-groups/{focusGroupId}',
    summary: { sv: 'Ändra en fokusgrupp', en: 'Change a focus group' },
    access: facilitators,
    parameters: ofFocusGroup,
    body: focusGroupContent,
    ...focusGroup,
    needsIfMatch: true,
    refusals: [...holderRefusals, 'focusGroupDatesWrong', 'focusGroupTermsFixed', 'focusGroupEndedAlready'],
  },
  openFocusGroup: {
    method: 'POST',
    path: '/v1/forum/focus-groups/{focusGroupId}/openings',
    summary: { sv: 'Öppna för anmälan', en: 'Open for sign-up' },
    access: facilitators,
    parameters: ofFocusGroup,
    ...focusGroup,
    needsIfMatch: true,
    refusals: [...holderRefusals, 'focusGroupDatesWrong', 'focusGroupEndedAlready'],
  },
  endFocusGroup: {
    method: 'POST',
    path: '/v1/forum/focus-groups/{focusGroupId}/endings',
    summary: { sv: 'Markera som genomförd, eller ställ in', en: 'Mark as held, or cancel' },
    access: facilitators,
    parameters: ofFocusGroup,
    body: z.discriminatedUnion('why', [
      z.strictObject({ why: z.literal('held') }),
      z.strictObject({ why: z.literal('cancelled'), reason }),
    ]),
    ...focusGroup,
    needsIfMatch: true,
    refusals: [...holderRefusals, 'focusGroupEndedAlready', 'focusGroupNotHeld'],
  },
  publishFocusGroupResults: {
    method: 'PUT',
    path: '/v1/forum/focus-groups/{focusGroupId}/results',
    summary: { sv: 'Publicera vad som kom fram', en: 'Publish what was said' },
    access: facilitators,
    parameters: ofFocusGroup,
    body: z.strictObject({ text: z.string().trim().min(1).max(forumLimits.descriptionCharacters) }),
    ...focusGroup,
    needsIfMatch: true,
    refusals: [...holderRefusals, 'focusGroupNotHeld'],
  },
  signUp: {
    method: 'POST',
    path: '/v1/forum/focus-groups/{focusGroupId}/sign-ups',
    summary: { sv: 'Anmäl dig till en fokusgrupp', en: 'Sign up for a focus group' },
    access: 'public',
    parameters: ofFocusGroup,
    body: signUpContent,
    response: { status: 201, body: receiptView },
    refusals: ['focusGroupNotFound', 'focusGroupNotOpen', 'signUpTooLate', 'focusGroupFull'],
  },
  withdrawSignUp: {
    method: 'POST',
    path: '/v1/forum/focus-groups/{focusGroupId}/sign-up-withdrawals',
    summary: { sv: 'Ta tillbaka din anmälan', en: 'Take your sign-up back' },
    access: 'public',
    parameters: ofFocusGroup,
    body: z.strictObject({ receipt: secret }),
    response: { status: 200, body: nothing },
    refusals: ['focusGroupNotFound', 'signUpNotFound'],
  },
  listSignUps: {
    method: 'GET',
    path: '/v1/forum/focus-groups/{focusGroupId}/sign-ups',
    summary: { sv: 'Vilka som har anmält sig', en: 'Who has signed up' },
    access: facilitators,
    parameters: ofFocusGroup,
    response: { status: 200, body: z.object({ signUps: z.array(signUpView) }) },
    refusals: ['focusGroupNotFound', 'notYourFocusGroup'],
  },
  removeSignUp: {
    method: 'POST',
    path: '/v1/forum/focus-groups/{focusGroupId}/sign-ups/{signUpId}/removals',
    summary: { sv: 'Ta bort en anmälan', en: 'Remove a sign-up' },
    access: facilitators,
    parameters: z.strictObject({ focusGroupId, signUpId }),
    response: { status: 200, body: nothing },
    refusals: ['focusGroupNotFound', 'notYourFocusGroup', 'signUpNotFound'],
  },
})

const moderationRoutes = defineRoutes({
  reportContent: {
    method: 'POST',
    path: '/v1/forum/reports',
    summary: { sv: 'Anmäl något som inte borde stå i forumet', en: 'Report something that should not stand in the forum' },
    access: roles,
    body: reportBody,
    response: { status: 201, body: z.object({ reportId: z.uuid() }) },
    refusals: ['reportedThingNotFound', 'dailyLimitReached'],
  },
  listReports: {
    method: 'GET',
    path: '/v1/forum/reports',
    summary: { sv: 'Granskningskön', en: 'The review queue' },
    access: facilitators,
    query: z.strictObject({ list: z.enum(['waiting', 'decided']).default('waiting'), ...pageFields }),
    response: {
      status: 200,
      body: z.object({
        reports: z.array(
          report.omit({ reportedBy: true, decided: true }).extend({
            /** What is complained about, as it stands now. */
            text: z.string(),
            reportedBy: z.string(),
            decided: reportDecision.extend({ by: z.string(), at: timestamp }).optional(),
          }),
        ),
      }),
    },
    refusals: [],
  },
  decideReport: {
    method: 'POST',
    path: '/v1/forum/reports/{reportId}/decisions',
    summary: { sv: 'Dölj det anmälda, eller låt det stå', en: 'Hide what was reported, or let it stand' },
    access: facilitators,
    parameters: z.strictObject({ reportId: z.uuid() }),
    body: reportDecision,
    response: { status: 200, body: z.object({ reportId: z.uuid(), outcome: z.enum(reportOutcomes) }) },
    refusals: ['reportNotFound', 'reportDecidedAlready'],
  },
})

export const communityRoutes = defineRoutes({ ...teamRoutes, ...callRoutes, ...focusGroupRoutes, ...moderationRoutes })
export type CommunityRoutes = typeof communityRoutes
