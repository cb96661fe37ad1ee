import * as z from 'zod'
import { evaluationId, libraryRequirementId, organisationId } from '#contracts/ids.ts'
import { careStep, claimStatus, targetGroup } from '#contracts/market.ts'
import { coverages } from '../../domain/matching/requirement-coverage.ts'
import type { Grounds, RequirementAnswer } from '../../domain/matching/requirement-coverage.ts'
import type { Match } from '../../domain/matching/match-product.ts'

/** How a match is told: the score, and all that it is made of. Shares and values are 0-1. */

const grounds = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), status: claimStatus }),
  z.object({ kind: z.literal('evaluation'), evaluationId }),
  /** The supplier's own words, found by a machine: somebody has to look. */
  z.object({ kind: z.literal('passage'), text: z.string() }),
]) satisfies z.ZodType<Grounds>

const part = <const Parts extends readonly string[]>(parts: Parts) =>
  z.object({ part: z.enum(parts), value: z.number(), share: z.number() })

const relevanceParts = ['functions', 'targetGroups', 'careSteps'] as const
const assuranceParts = ['requirements', 'openness', 'evaluations', 'callOff'] as const

export const matchView = z.object({
  /** `relevance`, less what is not known or not met. */
  score: z.number(),
  /** How well what the product is for is what is needed. */
  relevance: z.number(),
  /** How much of what the need says the product says. */
  words: z.number(),
  /** What `words` was lowered by to be the relevance: of each part, its share times what its value lacks to 1. */
  relevanceParts: z.array(part(relevanceParts)),
  /** What the relevance was lowered by to be the score: of each part, its share times what its value lacks to 1. */
  assuranceParts: z.array(part(assuranceParts)),
  functions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      coverage: z.number(),
      isOffered: z.boolean(),
      passages: z.array(
        z.object({ kind: z.enum(['function', 'needMet', 'summary', 'interface']), text: z.string(), score: z.number() }),
      ),
    }),
  ),
  requirements: z.array(
    z.object({
      id: z.string(),
      level: z.enum(['must', 'weighted']),
      libraryId: libraryRequirementId.optional(),
      coverage: z.enum(coverages),
      grounds: z.array(grounds),
    }),
  ),
  targetGroups: z.array(targetGroup),
  careSteps: z.array(careStep),
  interfaces: z.array(z.object({ standard: z.string(), status: claimStatus })),
  /** Valid ones that came out well, to reuse. */
  evaluations: z.array(evaluationId),
  /** Who has a contract that lets others call off. */
  callOff: z.array(organisationId),
})
export type MatchView = z.infer<typeof matchView>

const toRequirement = ({ requirement: { id, level, libraryId }, coverage, grounds: said }: RequirementAnswer) => ({
  id,
  level,
  ...(libraryId !== undefined && { libraryId }),
  coverage,
  grounds: [...said],
})

export const presentMatch = (match: Match): MatchView => ({
  score: match.score,
  relevance: match.relevance,
  words: match.words,
  relevanceParts: match.relevanceParts.map((one) => ({ ...one })),
  assuranceParts: match.assuranceParts.map((one) => ({ ...one })),
  functions: match.functions.map((one) => ({ ...one, passages: one.passages.map((passage) => ({ ...passage })) })),
  requirements: match.requirements.map(toRequirement),
  targetGroups: [...match.targetGroups],
  careSteps: [...match.careSteps],
  interfaces: match.interfaces.map((one) => ({ ...one })),
  evaluations: [...match.evaluations],
  callOff: [...match.callOff],
})
