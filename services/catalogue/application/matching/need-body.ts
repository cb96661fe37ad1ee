import * as z from 'zod'
import { caseId, libraryRequirementId, needId } from '#contracts/ids.ts'
import { careStep, careSteps, targetGroup, targetGroups } from '#contracts/market.ts'

/** A need as it is sent to be matched. Nothing of it is stored. */

const most = {
  title: 200,
  description: 10_000,
  functions: 50,
  functionName: 300,
  requirements: 150,
  requirementText: 2_000,
} as const

const localId = z.string().trim().min(1).max(40)
const named = z.strictObject({ id: localId, name: z.string().trim().min(1).max(most.functionName) })

const hasDistinctIds = (items: readonly { readonly id: string }[]): boolean =>
  new Set(items.map(({ id }) => id)).size === items.length

const requirement = z.strictObject({
  id: localId,
  text: z.string().trim().min(1).max(most.requirementText),
  level: z.enum(['must', 'weighted']),
  weight: z.int().min(1).max(10).optional(),
  libraryId: libraryRequirementId.optional(),
  functions: z.array(localId).max(most.functions).default([]),
})

const distinct = { params: { rule: 'repeated' } }

export const needBody = z.strictObject({
  /** Of the case or of the published need: equal products are put in an order that is drawn for it. */
  needId: z.union([needId, caseId]),
  title: z.string().trim().min(1).max(most.title),
  description: z.string().trim().max(most.description).default(''),
  functions: z.array(named).max(most.functions).refine(hasDistinctIds, distinct).default([]),
  targetGroups: z.array(targetGroup).max(targetGroups.length).default([]),
  careSteps: z.array(careStep).max(careSteps.length).default([]),
  requirements: z.array(requirement).max(most.requirements).refine(hasDistinctIds, distinct).default([]),
})

export const mostMatches = 50
export const matchLimit = z.int().min(1).max(mostMatches).default(20)
/** As a query. */
export const matchLimitQuery = z.coerce.number().int().min(1).max(mostMatches).default(20)
