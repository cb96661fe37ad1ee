import * as z from 'zod'
import { breakEven, breakEvenOf } from './break-even.ts'
import { likely, scenarioOf } from './evaluate.ts'
import type { Model } from './model.ts'
import { yearsOf } from './model.ts'
import { flowsOf, inHand, money, moneyOf, organisationMoney, organisationsOf } from './money.ts'
import { withOptimismBias } from './optimism-bias.ts'
import type { OptimismBias } from './optimism-bias.ts'
import { sum } from './present-value.ts'
import { influence, tornadoOf } from './tornado.ts'
import { simulate, spread } from './uncertainty.ts'

/** Net present value, öre, when everything goes badly, as expected, and well. */
const scenarios = z.object({ low: z.int(), likely: z.int(), high: z.int() })

/** Öre by year, not discounted: what has come in less what has gone out so far. */
const cumulativeBand = z.object({ low: z.array(z.int()), high: z.array(z.int()) })

export const calculation = z.object({
  years: z.array(z.int()),
  lines: z.array(z.object({ lineId: z.string(), flow: z.array(z.int()), presentValue: z.int() })),
  /** Money in hand: financial lines alone. Only this is money that somebody can spend. */
  inHand: money,
  /** Freed resources counted, at what they are valued to. */
  withFreedResources: money,
  organisations: z.array(organisationMoney),
  /** Somebody loses while all together win. */
  needsFinancingAgreement: z.boolean(),
  scenarios: z.object({ inHand: scenarios, withFreedResources: scenarios }),
  /** Beside the likely course, which `inHand` and `withFreedResources` have. */
  cumulativeBands: z.object({ inHand: cumulativeBand, withFreedResources: cumulativeBand }),
  /** With costs raised and benefits lowered as the stage calls for. */
  afterOptimismBias: z.object({ inHand: z.int(), withFreedResources: z.int() }).optional(),
  uncertainty: z.object({ inHand: spread, withFreedResources: spread, seed: z.int(), draws: z.int() }),
  tornado: z.array(influence),
  breakEven,
})
export type Calculation = z.infer<typeof calculation>

/** Everything that a decision is weighed on, from the same model: equal models give equal answers, to the öre. */
export const calculate = (model: Model, optimismBias?: OptimismBias): Calculation => {
  const flows = flowsOf(model, likely)
  const ofScenario = (scenario: 'low' | 'high') => {
    const of = flowsOf(model, scenarioOf(model, scenario))
    return { inHand: moneyOf(model, inHand(of)), withFreedResources: moneyOf(model, of) }
  }
  const low = ofScenario('low')
  const high = ofScenario('high')
  const moneyInHand = moneyOf(model, inHand(flows))
  const withFreedResources = moneyOf(model, flows)
  const organisations = organisationsOf(flows)
  const spreads = simulate(model)
  const biased = optimismBias && flowsOf(withOptimismBias(model, optimismBias), likely)
  return {
    years: yearsOf(model),
    lines: flows.map(({ line, flow, present }) => ({ lineId: line.id, flow: [...flow], presentValue: sum(present) })),
    inHand: moneyInHand,
    withFreedResources,
    organisations,
    needsFinancingAgreement: organisations.some(({ isLosing }) => isLosing),
    scenarios: {
      inHand: {
        low: low.inHand.netPresentValue,
        likely: moneyInHand.netPresentValue,
        high: high.inHand.netPresentValue,
      },
      withFreedResources: {
        low: low.withFreedResources.netPresentValue,
        likely: withFreedResources.netPresentValue,
        high: high.withFreedResources.netPresentValue,
      },
    },
    cumulativeBands: {
      inHand: { low: low.inHand.cumulative, high: high.inHand.cumulative },
      withFreedResources: { low: low.withFreedResources.cumulative, high: high.withFreedResources.cumulative },
    },
    ...(biased && {
      afterOptimismBias: {
        inHand: moneyOf(model, inHand(biased)).netPresentValue,
        withFreedResources: moneyOf(model, biased).netPresentValue,
      },
    }),
    uncertainty: {
      inHand: spreads.financial,
      withFreedResources: spreads.withFreedResources,
      seed: model.seed,
      draws: model.draws,
    },
    tornado: tornadoOf(model),
    breakEven: breakEvenOf(model),
  }
}
