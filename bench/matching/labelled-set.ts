import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { NeedId, ProductId } from '#contracts/ids.ts'
import { careStep, targetGroup } from '#contracts/market.ts'
import type { NeedProfile, ProductProfile } from '../../services/catalogue/domain/matching/profiles.ts'

/** Needs, products, and how well the one answers the other as people have judged: bench/matching/data/README.md. */

const labelledProduct = z.object({
  id: z.string(),
  name: z.string(),
  summary: z.string(),
  needsMet: z.array(z.string()),
  functions: z.array(z.string()),
  targetGroups: z.array(targetGroup),
  careSteps: z.array(careStep),
  interfaces: z.array(z.object({ standard: z.string() })),
})
export type LabelledProduct = z.infer<typeof labelledProduct>

const labelledNeed = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  functions: z.array(z.object({ id: z.string(), name: z.string() })),
  targetGroups: z.array(targetGroup),
  careSteps: z.array(careStep),
})
export type LabelledNeed = z.infer<typeof labelledNeed>

/** 3 answers the need, 2 a good part of it, 1 touches it; what is not judged does not answer it. */
const judgements = z.record(z.string(), z.record(z.string(), z.int().min(0).max(3)))
export type Judgements = z.infer<typeof judgements>

const halves = z.object({ tuning: z.array(z.string()), test: z.array(z.string()) })
export type Half = keyof z.infer<typeof halves>

const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> =>
  schema.parse(JSON.parse(readFileSync(new URL(`data/${name}.json`, import.meta.url), 'utf8')))

export interface LabelledSet {
  readonly products: readonly LabelledProduct[]
  /** By half: how the needs are split was written down before anything was tuned. */
  readonly needsOf: (half: Half) => readonly LabelledNeed[]
  readonly judgements: Judgements
}

export const readLabelledSet = (): LabelledSet => {
  const needs = read('needs', z.array(labelledNeed))
  const split = read('split', halves)
  return {
    products: read('products', z.array(labelledProduct)),
    needsOf: (half) => needs.filter(({ id }) => split[half].includes(id)),
    judgements: read('judgements', judgements),
  }
}

export const profileOf = ({ interfaces, id, ...product }: LabelledProduct): ProductProfile => ({
  ...product,
  productId: id as ProductId, // the engine only compares it
  interfaces: interfaces.map(({ standard }) => ({ standard, status: 'declared' })),
  claims: [],
  evaluations: [],
  callOff: [],
})

export const needProfileOf = ({ id, ...need }: LabelledNeed): NeedProfile => ({
  ...need,
  needId: id as NeedId, // as above
  requirements: [],
})
