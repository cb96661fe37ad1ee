import * as z from 'zod'
import { organisationId } from '#contracts/ids.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import { createEvaluation, signOf } from './evaluate.ts'
import type { Choice } from './evaluate.ts'
import type { Model, ModelLine } from './model.ts'
import { yearsOf } from './model.ts'
import { annuity, cumulative, discounted, paybackYears, sum, toOre } from './present-value.ts'

/** Öre, by year from the investment year. */
const flow = z.array(z.int())

/** What a set of lines gives and takes. */
export const money = z.object({
  benefits: flow,
  costs: flow,
  net: flow,
  cumulative: flow,
  /** Present values, öre. */
  presentBenefits: z.int(),
  presentCosts: z.int(),
  netPresentValue: z.int(),
  /** Present benefits for each krona of present costs; left out where there are no costs. */
  benefitCostRatio: z.number().optional(),
  /** From the investment; left out where it is not earned back within the horizon. */
  paybackYears: z.number().optional(),
  annuity: z.int(),
})
export type Money = z.infer<typeof money>

export const organisationMoney = z.object({
  organisation: organisationId,
  /** Present values, öre. */
  pays: z.int(),
  gainsMoney: z.int(),
  gainsFreedResources: z.int(),
  givesUpResources: z.int(),
  netInHand: z.int(),
  net: z.int(),
  /** It loses where all together win: freed resources counted. */
  isLosing: z.boolean(),
})
export type OrganisationMoney = z.infer<typeof organisationMoney>

export interface LineFlow {
  readonly line: ModelLine
  /** Whole öre for each year, never negative. */
  readonly flow: readonly number[]
  /** The same in today's value. */
  readonly present: readonly number[]
}

/** Every line's amounts, rounded to whole öre line by line and year by year: all sums are sums of these. */
export const flowsOf = (model: Model, choice: Choice): LineFlow[] => {
  const flows = model.lines.map(() => yearsOf(model).map(() => 0))
  createEvaluation(model)(choice, (line, year, amount) => {
    const of = flows[line]
    if (of) of[year] = toOre(amount)
  })
  return model.lines.map((line, index) => {
    const of = flows[index] ?? []
    return { line, flow: of, present: discounted(of, model.discountRate) }
  })
}

const total = (model: Model, flows: readonly LineFlow[], of: 'flow' | 'present'): number[] =>
  yearsOf(model).map((year) => sum(flows.map((line) => line[of][year] ?? 0)))

export const moneyOf = (model: Model, flows: readonly LineFlow[]): Money => {
  const onSide = (side: ModelLine['side']): LineFlow[] => flows.filter(({ line }) => line.side === side)
  const benefits = total(model, onSide('benefit'), 'flow')
  const costs = total(model, onSide('cost'), 'flow')
  const net = benefits.map((benefit, year) => benefit - (costs[year] ?? 0))
  const presentBenefits = sum(total(model, onSide('benefit'), 'present'))
  const presentCosts = sum(total(model, onSide('cost'), 'present'))
  const netPresentValue = presentBenefits - presentCosts
  const payback = paybackYears(net)
  return {
    benefits,
    costs,
    net,
    cumulative: cumulative(net),
    presentBenefits,
    presentCosts,
    netPresentValue,
    ...(presentCosts > 0 && { benefitCostRatio: presentBenefits / presentCosts }),
    ...(payback !== undefined && { paybackYears: payback }),
    annuity: annuity(netPresentValue, model.discountRate, model.horizonYears),
  }
}

export const inHand = (flows: readonly LineFlow[]): LineFlow[] => flows.filter(({ line }) => line.kind === 'financial')

const presentOf = (flows: readonly LineFlow[], side: ModelLine['side'], kind: ModelLine['kind']): number =>
  sum(flows.filter(({ line }) => line.side === side && line.kind === kind).map(({ present }) => sum(present)))

/**
 * Who pays and who gains: each organisation's own present values, in the order in which the lines name them. Their nets
 * add up to the whole. One that loses while all together win needs an agreement on who finances what (seed 001: benefits
 * of a whole are hard to find, and their costs hard to share).
 */
export const organisationsOf = (flows: readonly LineFlow[]): OrganisationMoney[] => {
  const names = [...new Set(flows.map(({ line }) => line.organisation))]
  const whole = sum(flows.map(({ line, present }) => signOf(line) * sum(present)))
  return names.map((organisation: OrganisationId) => {
    const own = flows.filter(({ line }) => line.organisation === organisation)
    const pays = presentOf(own, 'cost', 'financial')
    const gainsMoney = presentOf(own, 'benefit', 'financial')
    const gainsFreedResources = presentOf(own, 'benefit', 'redistributed')
    const givesUpResources = presentOf(own, 'cost', 'redistributed')
    const netInHand = gainsMoney - pays
    const net = netInHand + gainsFreedResources - givesUpResources
    return {
      organisation,
      pays,
      gainsMoney,
      gainsFreedResources,
      givesUpResources,
      netInHand,
      net,
      isLosing: net < 0 && whole > 0,
    }
  })
}
