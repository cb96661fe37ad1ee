import * as z from 'zod'
import { companySize } from '#contracts/company-sizes.ts'
import { calendarDate } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { careStep, claimStatus, targetGroup } from '#contracts/market.ts'
import { barrierLevel, conditionTerm, libraryKind, verification } from '#contracts/requirement-library.ts'

/** What the console reads when a case is held against the library, the catalogue and the forum, as a tolerant reader. */

const named = z.object({ term: conditionTerm, name: text })

export const requirementProposal = z.object({
  on: calendarDate,
  proposed: z.array(
    z.object({
      requirementId: z.string(),
      text,
      kind: libraryKind,
      phaseKind: z.string(),
      sources: z.array(z.object({ document: z.string(), clause: z.string() })),
      verification,
      barrier: z.object({ level: barrierLevel, why: text.optional(), askInstead: text.optional() }),
      because: z.array(named),
      serves: z.array(z.object({ functionId: z.string(), word: z.string() })),
      level: z.enum(['must', 'weighted']),
      levelReason: text,
    }),
  ),
  unanswered: z.array(named.extend({ requirements: z.number() })),
  uncovered: z.array(z.string()),
})
export type RequirementProposal = z.infer<typeof requirementProposal>
export type ProposedRequirement = RequirementProposal['proposed'][number]

export const coverages = ['verified', 'declared', 'unknown', 'missing'] as const
export type Coverage = (typeof coverages)[number]

const grounds = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), status: claimStatus }),
  z.object({ kind: z.literal('evaluation'), evaluationId: z.string() }),
  z.object({ kind: z.literal('passage'), text: z.string() }),
])
export type Grounds = z.infer<typeof grounds>

const part = z.object({ part: z.string(), value: z.number(), share: z.number() })

const rankedProduct = z.object({
  rank: z.number(),
  productId: z.string(),
  name: z.string(),
  summary: z.string(),
  companyId: z.string(),
  companyName: z.string(),
  companySize: companySize.optional(),
  priceFrom: z.number().optional(),
  priceTo: z.number().optional(),
  readiness: z.number().optional(),
  score: z.number(),
  relevance: z.number(),
  relevanceParts: z.array(part),
  assuranceParts: z.array(part),
  functions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      coverage: z.number(),
      isOffered: z.boolean(),
      passages: z.array(z.object({ kind: z.string(), text: z.string() })),
    }),
  ),
  requirements: z.array(
    z.object({ id: z.string(), level: z.enum(['must', 'weighted']), coverage: z.enum(coverages), grounds: z.array(grounds) }),
  ),
  targetGroups: z.array(targetGroup),
  careSteps: z.array(careStep),
  evaluations: z.array(z.string()),
  callOff: z.array(z.string()),
})
export type RankedProduct = z.infer<typeof rankedProduct>

const gaps = z.object({ functions: z.array(z.string()), requirements: z.array(z.string()) })
export type Gaps = z.infer<typeof gaps>

export const ranking = z.object({ products: z.array(rankedProduct), outOf: z.number(), gaps, methodFrom: calendarDate })
export type Ranking = z.infer<typeof ranking>

export const abilities = ['now', 'adaptation', 'development', 'no'] as const
export const maturities = ['established', 'emerging', 'prototypes', 'none'] as const

const reasons = ['mustsMissing', 'fewFunctions', 'notFinished', 'functionsLacking', 'mustsUnknown', 'readinessUnknown'] as const
export type AbilityReason = (typeof reasons)[number]

const assessedSupplier = z.object({
  companyId: z.string(),
  companyName: z.string(),
  organisationNumber: z.string().optional(),
  companySize: companySize.optional(),
  productId: z.string(),
  productName: z.string(),
  rank: z.number(),
  ability: z.enum(abilities),
  because: z.array(z.object({ kind: z.enum(reasons), ids: z.array(z.string()) })),
  musts: z.object({ verified: z.number(), declared: z.number(), unknown: z.number(), missing: z.number() }),
  functionsOffered: z.number(),
  priceFrom: z.number().optional(),
  priceTo: z.number().optional(),
  readiness: z.number().optional(),
  hasTalked: z.boolean(),
})
export type AssessedSupplier = z.infer<typeof assessedSupplier>

export const marketAssessment = z.object({
  on: calendarDate,
  ruleFrom: calendarDate,
  suppliers: z.array(assessedSupplier),
  able: z.number(),
  ableNow: z.number(),
  ableSmall: z.number(),
  ableOfUnknownSize: z.number(),
  maturity: z.enum(maturities),
  readiness: z.object({ lowest: z.number().optional(), highest: z.number().optional(), told: z.number() }),
  price: z.object({ from: z.number().optional(), to: z.number().optional(), told: z.number() }),
  gaps,
  onlyInDialogue: z.array(z.string()),
  outOf: z.number(),
})
export type MarketAssessment = z.infer<typeof marketAssessment>

const talk = z.object({
  dialogueId: z.string(),
  title: z.string(),
  company: z.string(),
  heldOn: calendarDate,
  form: z.string(),
  participants: z.string(),
  informationGiven: z.string(),
  learnt: z.string(),
})
export type ForumTalk = z.infer<typeof talk>
export const marketDialogueProposal = z.object({ talks: z.array(talk) })
