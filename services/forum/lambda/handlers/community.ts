import type { Handlers } from '#lambda/api.ts'
import { createCommunityParts } from '../../adapters/community-repositories.ts'
import {
  createCancelCall,
  createChangeCall,
  createListCalls,
  createPublishCall,
  createReadCall,
} from '../../application/community/calls.ts'
import {
  createChangeFocusGroup,
  createDraftFocusGroup,
  createEndFocusGroup,
  createListFocusGroups,
  createListOwnFocusGroups,
  createOpenFocusGroup,
  createPublishResults,
  createReadFocusGroup,
} from '../../application/community/focus-groups.ts'
import { createDecideReport, createListReports, createReportContent } from '../../application/community/moderation.ts'
import {
  createListSignUps,
  createRemoveSignUp,
  createSignUp,
  createWithdrawSignUp,
} from '../../application/community/sign-ups.ts'
import {
  createChangeTeam,
  createFormTeam,
  createInviteToTeam,
  createJoinTeam,
  createLeaveTeam,
  createListOwnTeams,
  createListTeams,
  createListTeamsForNeed,
  createReadTeam,
  createWithdrawInvitation,
} from '../../application/community/teams.ts'
import type { ForumRefusalCode } from '../../refusals.ts'
import type { CommunityRoutes } from '../../routes/community.ts'
import type { ForumParts } from '../parts.ts'

/** From a parsed request to one use case. */
export const communityHandlers = (forum: ForumParts): Handlers<CommunityRoutes, ForumRefusalCode> => {
  const parts = createCommunityParts(forum)
  const listTeams = createListTeams(parts)
  const listTeamsForNeed = createListTeamsForNeed(parts)
  const listOwnTeams = createListOwnTeams(parts)
  const formTeam = createFormTeam(parts)
  const readTeam = createReadTeam(parts)
  const changeTeam = createChangeTeam(parts)
  const inviteToTeam = createInviteToTeam(parts)
  const withdrawInvitation = createWithdrawInvitation(parts)
  const joinTeam = createJoinTeam(parts)
  const leaveTeam = createLeaveTeam(parts)
  const listCalls = createListCalls(parts)
  const publishCall = createPublishCall(parts)
  const readCall = createReadCall(parts)
  const changeCall = createChangeCall(parts)
  const cancelCall = createCancelCall(parts)
  const listFocusGroups = createListFocusGroups(parts)
  const listOwnFocusGroups = createListOwnFocusGroups(parts)
  const draftFocusGroup = createDraftFocusGroup(parts)
  const readFocusGroup = createReadFocusGroup(parts)
  const changeFocusGroup = createChangeFocusGroup(parts)
  const openFocusGroup = createOpenFocusGroup(parts)
  const endFocusGroup = createEndFocusGroup(parts)
  const publishResults = createPublishResults(parts)
  const signUp = createSignUp(parts)
  const withdrawSignUp = createWithdrawSignUp(parts)
  const listSignUps = createListSignUps(parts)
  const removeSignUp = createRemoveSignUp(parts)
  const reportContent = createReportContent(parts)
  const listReports = createListReports(parts)
  const decideReport = createDecideReport(parts)
  return {
    // The gateway asks nobody for a token at a public address, so there is no telling who reads.
    listTeams: ({ query }) => listTeams(query, undefined),
    listTeamsForNeed: ({ parameters, query }) => listTeamsForNeed(parameters.needId, query, undefined),
    listOwnTeams: ({ query, actor }) => listOwnTeams(query, actor),
    formTeam: ({ body, actor, context }) => formTeam(body, actor, context),
    readTeam: ({ parameters, query }) => readTeam(parameters.teamId, query.code, undefined),
    readTeamAsMember: ({ parameters, query, actor }) => readTeam(parameters.teamId, query.code, actor),
    changeTeam: ({ parameters, body, ifMatch, actor, context }) => changeTeam(body, { ...parameters, ifMatch, actor }, context),
    inviteToTeam: ({ parameters, body, actor, context }) => inviteToTeam(body.company, { ...parameters, actor }, context),
    withdrawInvitation: ({ parameters, actor, context }) =>
      withdrawInvitation(parameters.invitationId, { teamId: parameters.teamId, actor }, context),
    joinTeam: ({ parameters, body, actor, context }) => joinTeam(body, { ...parameters, actor }, context),
    leaveTeam: ({ parameters, actor, context }) => leaveTeam({ ...parameters, actor }, context),
    listCalls: ({ query, context }) => listCalls(query, context.now),
    publishCall: ({ body, actor, context }) => publishCall(body, actor, context),
    readCall: ({ parameters }) => readCall(parameters.callId, undefined),
    readCallAsMember: ({ parameters, actor }) => readCall(parameters.callId, actor),
    changeCall: ({ parameters, body, ifMatch, actor, context }) => changeCall(body, { ...parameters, ifMatch, actor }, context),
    cancelCall: ({ parameters, body, ifMatch, actor, context }) =>
      cancelCall(body.reason, { ...parameters, ifMatch, actor }, context),
    listFocusGroups: ({ query }) => listFocusGroups(query, undefined),
    listOwnFocusGroups: ({ query, actor }) => listOwnFocusGroups(query, actor),
    draftFocusGroup: ({ body, actor, context }) => draftFocusGroup(body, actor, context),
    readFocusGroup: ({ parameters }) => readFocusGroup(parameters.focusGroupId, undefined),
    readFocusGroupAsMember: ({ parameters, actor }) => readFocusGroup(parameters.focusGroupId, actor),
    changeFocusGroup: ({ parameters, body, ifMatch, actor, context }) =>
      changeFocusGroup(body, { ...parameters, ifMatch, actor }, context),
    openFocusGroup: ({ parameters, ifMatch, actor, context }) => openFocusGroup({ ...parameters, ifMatch, actor }, context),
    endFocusGroup: ({ parameters, body, ifMatch, actor, context }) =>
      endFocusGroup(body, { ...parameters, ifMatch, actor }, context),
    publishFocusGroupResults: ({ parameters, body, ifMatch, actor, context }) =>
      publishResults(body.text, { ...parameters, ifMatch, actor }, context),
    signUp: ({ parameters, body, context }) => signUp(body, parameters.focusGroupId, context),
    withdrawSignUp: ({ parameters, body, context }) => withdrawSignUp(body.receipt, parameters.focusGroupId, context),
    listSignUps: ({ parameters, actor, context }) => listSignUps(parameters.focusGroupId, actor, context.now),
    removeSignUp: ({ parameters, actor, context }) => removeSignUp({ ...parameters, actor }, context),
    reportContent: ({ body, actor, context }) => reportContent(body, actor, context),
    listReports: ({ query: { list, ...page } }) => listReports({ isDecided: list === 'decided', ...page }),
    decideReport: ({ parameters, body, actor, context }) => decideReport(body, parameters.reportId, actor, context),
  }
}
