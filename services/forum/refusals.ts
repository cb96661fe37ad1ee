import { communityProblems } from './refusals/community.ts'
import { dialoguesProblems } from './refusals/dialogues.ts'
import { needsProblems } from './refusals/needs.ts'
import { subscriptionsProblems } from './refusals/subscriptions.ts'

/** Why the service says no, area by area. */
export const forumProblems = {
  ...needsProblems,
  ...dialoguesProblems,
  ...communityProblems,
  ...subscriptionsProblems,
}
export type ForumRefusalCode = keyof typeof forumProblems
