import * as z from 'zod'
import { benefitParameters } from '#counties/benefits/parameters.ts'
import { benefitLineId, calendarDate, organisationId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'

/**
 * How a benefit assessment is reckoned, as the console reads it: each line's method and drivers, what they all stand on,
 * the chain of effects, and what it comes to. Sums are öre, shares 0 to 1. Drafts may lack anything.
 */

const figure = z.number().optional()
export const figures = z.object({ low: figure, likely: figure, high: figure })
export type Figures = z.infer<typeof figures>

export const driver = z.looseObject({
  ...figures.shape,
  unit: z.string(),
  parameter: z.string().optional(),
  byYear: z.array(z.object({ year: z.number(), ...figures.shape })).optional(),
  priceYear: z.number().optional(),
  source: z.string().optional(),
  takenOn: calendarDate.optional(),
  isAssumption: z.boolean().optional(),
  group: z.string().optional(),
})
export type Driver = z.infer<typeof driver>

export const usageEffects = ['scales', 'scalesRest', 'until'] as const
const usageEffect = z.enum(usageEffects)
export type UsageEffect = z.infer<typeof usageEffect>

export const lineCalculation = z.looseObject({
  method: z.string(),
  drivers: z.record(z.string(), driver),
  usage: z.looseObject({ curve: z.string(), effect: usageEffect, share: z.number().optional() }).optional(),
})
export type LineCalculation = z.infer<typeof lineCalculation>

const shareByYear = z.object({ year: z.number(), ...figures.shape })
const curveName = { id: z.string(), name: z.string().optional() }

export const usageCurve = z.discriminatedUnion('form', [
  z.looseObject({ ...curveName, form: z.literal('table'), years: z.array(shareByYear) }),
  z.looseObject({
    ...curveName,
    form: z.literal('logistic'),
    ceiling: figures,
    midpointYear: z.number().optional(),
    rampYears: z.number().optional(),
    startYear: z.number().optional(),
  }),
])
export type UsageCurve = z.infer<typeof usageCurve>

export const basis = z.looseObject({
  investmentStartsOn: calendarDate.optional(),
  horizonYears: z.number().optional(),
  priceYear: z.number().optional(),
  parametersOn: calendarDate.optional(),
  distribution: z.enum(['triangular', 'pert']).optional(),
  seed: z.number().optional(),
  correlations: z.array(z.object({ group: z.string(), coefficient: z.number() })).optional(),
  curves: z.array(usageCurve).optional(),
})
export type Basis = z.infer<typeof basis>

const follows = z.array(z.string()).optional()

export const effectChain = z.looseObject({
  change: z.string().optional(),
  effects: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      actorGroup: z.string().optional(),
      organisation: organisationId.optional(),
      follows,
    }),
  ),
  goals: z.array(z.looseObject({ id: z.string(), strategyGoal: z.string().optional(), name: z.string().optional(), follows })),
})
export type EffectChain = z.infer<typeof effectChain>

const method = z.object({
  id: z.string(),
  name: text,
  help: text,
  isOnce: z.boolean(),
  drivers: z.array(
    z.object({
      key: z.string(),
      name: text,
      unit: z.string(),
      unitName: text,
      parameters: z.enum(['staffRates', 'unitPrices']).optional(),
    }),
  ),
})
export type Method = z.infer<typeof method>
export type MethodDriver = Method['drivers'][number]

/** How lines can be reckoned, and the county's own figures with their sources. */
export const reckoningParameters = z.object({ methods: z.array(method), parameters: benefitParameters })
export type ReckoningParameters = z.infer<typeof reckoningParameters>

const question = z.object({ key: z.string(), text, help: text.optional(), unit: z.string(), unitName: text })
export type Question = z.infer<typeof question>

const template = z.object({ id: z.string(), name: text, about: text, use: text, questions: z.array(question) })
export type ServiceTemplate = z.infer<typeof template>

export const templateList = z.object({ templates: z.array(template) })

const band = z.object({ low: z.number(), likely: z.number(), high: z.number() })
export type Band = z.infer<typeof band>

const workings = z.object({
  lineId: z.string(),
  drivers: z.array(z.object({ key: z.string(), ...band.shape })),
  divisor: z.number(),
  product: band,
  years: z.array(z.object({ year: z.number(), ...band.shape, use: z.number().optional(), running: z.number() })),
})
export type Workings = z.infer<typeof workings>

const keyFigures = z.object({ net: z.array(z.number()), netPresentValue: z.number() })

const fieldProblem = z.object({ pointer: z.string(), code: z.string(), message: text })

/** What a line and the whole come to; the page of the calculation itself reads more of the same answer. */
export const reckoning = z.object({
  basis,
  parameters: z.array(z.string()),
  discountRate: z.number(),
  bands: z.array(z.object({ lineId: benefitLineId, ...band.shape })),
  curves: z.array(z.object({ id: z.string(), shares: z.array(band) })),
  workings: z.array(workings),
  calculation: z.object({ inHand: keyFigures, withFreedResources: keyFigures }),
  problems: z.array(fieldProblem),
})
export type Reckoning = z.infer<typeof reckoning>
