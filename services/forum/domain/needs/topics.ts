import * as z from 'zod'
import { careStep, careSteps, targetGroup, targetGroups } from '#contracts/market.ts'
import { forumLimits } from '../forum-limits.ts'
import type { Need } from './need.ts'

/** What somebody wants to hear of: care steps, target groups and words of their own. */
export const topics = z.strictObject({
  targetGroups: z.array(targetGroup).max(targetGroups.length).default([]),
  careSteps: z.array(careStep).max(careSteps.length).default([]),
  words: z.array(z.string().trim().min(2).max(forumLimits.wordCharacters)).max(forumLimits.topicWords).default([]),
})
export type Topics = z.infer<typeof topics>

const textOf = ({ draft, functions }: Need): string =>
  [draft.title, draft.summary, draft.description, ...functions.map(({ name }) => name)].join('\n').toLocaleLowerCase('sv')

/** A word is found inside longer ones too: Swedish writes `trygghetslarm`, and who follows `larm` wants to see it. */
export const holdsWord = (need: Need, word: string): boolean => textOf(need).includes(word.toLocaleLowerCase('sv'))

/** Whether the need is about any of the topics. */
export const isAbout = (need: Need, { targetGroups: groups, careSteps: steps, words }: Topics): boolean =>
  (need.draft.targetGroups ?? []).some((group) => groups.includes(group)) ||
  (need.draft.careSteps ?? []).some((step) => steps.includes(step)) ||
  words.some((word) => holdsWord(need, word))
