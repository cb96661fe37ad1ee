import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { careStep, targetGroup } from '#contracts/market.ts'

/** The labelled set of bench/matching/data, held against the rules of its README. */

const text = z.string().trim().min(1)
const needs = z.array(
  z.strictObject({
    id: z.string().regex(/^n\d{2}$/),
    title: text,
    description: z.string().min(80),
    functions: z.array(z.strictObject({ id: z.string().regex(/^N\d$/), name: text })).min(2),
    targetGroups: z.array(targetGroup).min(1),
    careSteps: z.tuple([careStep], careStep),
    source: text,
  }),
)
const products = z.array(
  z.strictObject({
    id: z.string().regex(/^p\d{3}$/),
    name: text,
    summary: text,
    needsMet: z.array(text).min(1),
    functions: z.array(text).min(1),
    targetGroups: z.array(targetGroup).min(1),
    careSteps: z.array(careStep).min(1),
    interfaces: z.array(z.strictObject({ standard: text })),
  }),
)
const grade = z.union([z.literal(1), z.literal(2), z.literal(3)])

const fileOf = (name: string): string => readFileSync(new URL(`../../bench/matching/data/${name}`, import.meta.url), 'utf8')
const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> =>
  schema.parse(JSON.parse(fileOf(`${name}.json`)))

const theNeeds = read('needs', needs)
const theProducts = read('products', products)
const judgements = read('judgements', z.record(z.string(), z.record(z.string(), grade)))
const split = read('split', z.strictObject({ tuning: z.array(z.string()), test: z.array(z.string()) }))

const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id)
const digest = (id: string): string => createHash('sha256').update(id).digest('hex')
const byText = (left: string, right: string): number => (left < right ? -1 : Number(left > right))
const wordsOf = (product: (typeof theProducts)[number]): ReadonlySet<string> =>
  new Set(
    [product.summary, ...product.needsMet, ...product.functions]
      .join(' ')
      .toLowerCase()
      .split(/[^\p{L}\d]+/u),
  )

it('has at least 60 needs and 400 products, each with an id of its own', () => {
  expect(theNeeds.length).toBeGreaterThanOrEqual(60)
  expect(theProducts.length).toBeGreaterThanOrEqual(400)
  expect(new Set(idsOf(theNeeds)).size).toBe(theNeeds.length)
  expect(new Set(idsOf(theProducts)).size).toBe(theProducts.length)
  for (const { functions } of theNeeds) expect(new Set(idsOf(functions)).size).toBe(functions.length)
})

it('names no group and no step twice', () => {
  for (const { id, targetGroups, careSteps } of [...theNeeds, ...theProducts]) {
    expect(new Set(targetGroups).size, id).toBe(targetGroups.length)
    expect(new Set(careSteps).size, id).toBe(careSteps.length)
  }
})

it('judges every need, by products that exist, with five to 25 of them', () => {
  expect(Object.keys(judgements).toSorted()).toEqual(idsOf(theNeeds).toSorted())
  const known = new Set(idsOf(theProducts))
  for (const [needId, grades] of Object.entries(judgements)) {
    expect(
      Object.keys(grades).filter((id) => !known.has(id)),
      needId,
    ).toEqual([])
    expect(Object.keys(grades).length, needId).toBeGreaterThanOrEqual(5)
    expect(Object.keys(grades).length, needId).toBeLessThanOrEqual(25)
    expect(Math.max(...Object.values(grades)), needId).toBeGreaterThanOrEqual(2)
  }
})

it('has products that meet no need, so that finding nothing in them can be right', () => {
  const judged = new Set(Object.values(judgements).flatMap((grades) => Object.keys(grades)))
  expect(theProducts.filter(({ id }) => !judged.has(id)).length).toBeGreaterThanOrEqual(40)
})

it('is split by the rule that was written down, not by choice', () => {
  const inOrder = theNeeds
    .map(({ id, careSteps: [step] }) => ({ id, key: `${step} ${digest(id)}` }))
    .toSorted((left, right) => byText(left.key, right.key))
  expect(split.tuning).toEqual(idsOf(inOrder.filter((_, place) => place % 2 === 0)))
  expect(split.test).toEqual(idsOf(inOrder.filter((_, place) => place % 2 === 1)))
})

it('says what each product does in words of its own', () => {
  expect(new Set(theProducts.map(({ name }) => name)).size).toBe(theProducts.length)
  const words = theProducts.map((product) => ({ id: product.id, words: wordsOf(product) }))
  const alike = words.flatMap((one, place) =>
    words.slice(place + 1).flatMap((other) => {
      const shared = [...one.words].filter((word) => other.words.has(word)).length
      return shared / (one.words.size + other.words.size - shared) > 0.4 ? [`${one.id} ${other.id}`] : []
    }),
  )
  expect(alike).toEqual([])
})

it('holds no number, address or page that could be somebody\u2019s', () => {
  for (const name of ['needs.json', 'products.json']) {
    const content = fileOf(name)
    expect(content.match(/\b(?:19|20)?\d{6}[-+]?\d{4}\b/g), name).toBeNull() // a personal or organisation number
    expect(content.match(/[\w.]+@[\w.]+/g), name).toBeNull()
    expect(content.match(/https?:|www\./g), name).toBeNull()
    expect(content.match(/\b0\d{1,3}[- ]\d{2,3} ?\d{2} ?\d{2}\b/g), name).toBeNull() // a telephone number
  }
})

it('counts in its README what the files hold', () => {
  const grades = Object.values(judgements).flatMap((graded) => Object.values(graded))
  const countOf = (value: number): number => grades.filter((given) => given === value).length
  const judged = new Set(Object.values(judgements).flatMap((graded) => Object.keys(graded))).size
  const readme = fileOf('README.md').replaceAll(/\s+/g, ' ')
  expect(readme).toContain(`${theProducts.length} products and services`)
  expect(readme).toContain(`${theNeeds.length} needs in Swedish`)
  expect(readme).toContain(
    `${grades.length} judgements: ${countOf(3)} of grade 3, ${countOf(2)} of grade 2, ${countOf(1)} of grade 1`,
  )
  expect(readme).toContain(`${judged} of the products meet some need and ${theProducts.length - judged} meet none`)
})
