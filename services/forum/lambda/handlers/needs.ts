import type { Handlers } from '#lambda/api.ts'
import { createCommunityParts } from '../../adapters/community-repositories.ts'
import { createFollowTopics, createReadTopics } from '../../application/needs/follow-topics.ts'
import {
  createListFollowedNeeds,
  createListNeeds,
  createListOwnNeeds,
  createReadNeed,
} from '../../application/needs/read-needs.ts'
import {
  createListInterests,
  createListOwnInterests,
  createReadOwnInterest,
  createShowInterest,
  createWithdrawInterest,
} from '../../application/needs/show-interest.ts'
import { createChangeNeed, createDraftNeed, createEndNeed, createPublishNeed } from '../../application/needs/write-need.ts'
import type { ForumRefusalCode } from '../../refusals.ts'
import type { NeedsRoutes } from '../../routes/needs.ts'
import type { ForumParts } from '../parts.ts'

/** From a parsed request to one use case. */
export const needsHandlers = (forum: ForumParts): Handlers<NeedsRoutes, ForumRefusalCode> => {
  const parts = createCommunityParts(forum)
  const listNeeds = createListNeeds(parts)
  const listOwnNeeds = createListOwnNeeds(parts)
  const listFollowedNeeds = createListFollowedNeeds(parts)
  const draftNeed = createDraftNeed(parts)
  const readNeed = createReadNeed(parts)
  const changeNeed = createChangeNeed(parts)
  const publishNeed = createPublishNeed(parts)
  const endNeed = createEndNeed(parts)
  const listInterests = createListInterests(parts)
  const readOwnInterest = createReadOwnInterest(parts)
  const showInterest = createShowInterest(parts)
  const withdrawInterest = createWithdrawInterest(parts)
  const listOwnInterests = createListOwnInterests(parts)
  const readTopics = createReadTopics(parts)
  const followTopics = createFollowTopics(parts)
  return {
    // The gateway asks nobody for a token at a public address, so there is no telling who reads.
    listNeeds: ({ query }) => listNeeds(query, undefined),
    listOwnNeeds: ({ query, actor }) => listOwnNeeds(query, actor),
    listFollowedNeeds: ({ query, actor }) => listFollowedNeeds(query, actor),
    draftNeed: ({ body, actor, context }) => draftNeed(body, actor, context),
    readNeed: ({ parameters }) => readNeed(parameters.needId, undefined),
    readNeedAsMember: ({ parameters, actor }) => readNeed(parameters.needId, actor),
    changeNeed: ({ parameters, body, ifMatch, actor, context }) => changeNeed(body, { ...parameters, ifMatch, actor }, context),
    publishNeed: ({ parameters, ifMatch, actor, context }) => publishNeed({ ...parameters, ifMatch, actor }, context),
    endNeed: ({ parameters, body, ifMatch, actor, context }) => endNeed(body, { ...parameters, ifMatch, actor }, context),
    listInterests: ({ parameters, query, actor }) => listInterests(parameters.needId, query, actor),
    readOwnInterest: ({ parameters, actor }) => readOwnInterest(parameters.needId, actor),
    showInterest: ({ parameters, body, actor, context }) => showInterest(body, parameters.needId, actor, context),
    withdrawInterest: ({ parameters, actor, context }) => withdrawInterest(parameters.needId, actor, context),
    listOwnInterests: ({ query, actor }) => listOwnInterests(query, actor),
    readTopics: ({ actor }) => readTopics(actor),
    followTopics: ({ body, actor, context }) => followTopics(body, actor, context),
  }
}
