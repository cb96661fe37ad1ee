import type { CareStep, TargetGroup } from '#contracts/market.ts'
import { matchMethod } from './match-weights.ts'
import type { AssurancePart, RelevancePart } from './match-weights.ts'
import type { NeedProfile, ProductProfile } from './profiles.ts'
import { careStepFit, targetGroupFit } from './shared-words.ts'

/** A part of a match: how well it is, 0-1, and the share that it takes off when it is not at all. */
export interface WeighedPart<Part extends string> {
  readonly part: Part
  readonly value: number
  readonly share: number
}

/** What the need is silent about is left out, and takes nothing off. */
export type PartValues<Part extends string> = { readonly [P in Part]: number | undefined }

const decimals = 1e6
/** As exact as a score is told, so that the last bits of a sum decide nothing. */
export const rounded = (value: number): number => Math.round(value * decimals) / decimals

const weighed = <Part extends string>(
  shares: Readonly<Record<Part, number>>,
  values: PartValues<Part>,
): readonly WeighedPart<Part>[] =>
  // The keys of a table are its parts.
  (Object.entries(shares) as [Part, number][]).flatMap(([part, share]) => {
    const value = values[part]
    return value === undefined ? [] : [{ part, value: rounded(value), share }]
  })

/** What is left of a whole when each part has taken its share. */
const leftBy = (parts: readonly WeighedPart<string>[]): number =>
  parts.reduce((left, { value, share }) => left - share * (1 - value), 1)

/** What one part takes off. */
export const takenOffBy = (part: RelevancePart, value: number | undefined): number =>
  value === undefined ? 0 : matchMethod.relevance[part] * (1 - value)

/**
 * The share of its bound - the relevance, were every function offered - that a product's score can lack at most: to
 * functions that it has not, and to what is not known of it.
 */
export const mostTakenOff = ({ functions, requirements }: NeedProfile): number => {
  const { relevance, assurance } = matchMethod
  const forFunctions = functions.length === 0 ? 0 : relevance.functions / (1 - relevance.targetGroups - relevance.careSteps)
  const known = assurance.openness + assurance.evaluations + assurance.callOff
  const forAssurance = known + (requirements.length === 0 ? 0 : assurance.requirements)
  return 1 - (1 - forFunctions) * (1 - forAssurance)
}

export interface Relevance {
  /** 0-1: how well what the product is for is what is needed. */
  readonly relevance: number
  /** 0-1: how much of what the need says the product says. */
  readonly words: number
  readonly relevanceParts: readonly WeighedPart<RelevancePart>[]
}

/**
 * @param said how much of what the need says is said, 0-1. Its root is the measure: people who have never met share few words,
 * and the first that they share tell most.
 */
export const relevanceOf = (said: number, values: PartValues<RelevancePart>): Relevance => {
  const relevanceParts = weighed(matchMethod.relevance, values)
  const words = rounded(Math.sqrt(said))
  return { words, relevanceParts, relevance: rounded(words * leftBy(relevanceParts)) }
}

export interface Assured {
  readonly score: number
  readonly assuranceParts: readonly WeighedPart<AssurancePart>[]
}

/** The relevance, less what is not known or not met. Never more than the relevance. */
export const assuredBy = (relevance: number, values: PartValues<AssurancePart>): Assured => {
  const assuranceParts = weighed(matchMethod.assurance, values)
  return { assuranceParts, score: rounded(relevance * leftBy(assuranceParts)) }
}

/** Undefined where the need names no group. */
export const targetGroupsFit = ({ targetGroups }: NeedProfile, offered: readonly TargetGroup[]): number | undefined =>
  targetGroups.length === 0 ? undefined : targetGroupFit(targetGroups, offered)

/** Undefined where the need names no step. */
export const careStepsFit = ({ careSteps }: NeedProfile, offered: readonly CareStep[]): number | undefined =>
  careSteps.length === 0 ? undefined : careStepFit(careSteps, offered)

/** The parts that need and product state in the same closed words. */
export const statedFit = (
  need: NeedProfile,
  product: ProductProfile,
): Pick<PartValues<RelevancePart>, 'targetGroups' | 'careSteps'> => ({
  targetGroups: targetGroupsFit(need, product.targetGroups),
  careSteps: careStepsFit(need, product.careSteps),
})

export const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length
