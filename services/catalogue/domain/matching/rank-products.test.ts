import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EvaluationId, LibraryRequirementId, OrganisationId } from '#contracts/ids.ts'
import { careSteps, targetGroups } from '#contracts/market.ts'
import { indexOf, must, need, product, productIdOf, smallCatalogue } from '../../testing/market-profiles.ts'
import { matchProduct } from './match-product.ts'
import { leastRelevance, matchMethod } from './match-weights.ts'
import type { NeedProfile, ProductProfile } from './profiles.ts'
import { askProducts, rankProducts } from './rank-products.ts'

const order = (products: readonly ProductProfile[], asked: NeedProfile, limit = 10) =>
  rankProducts(indexOf(products), asked, limit).products.map(({ product: found }) => found.productId)
const scores = (products: readonly ProductProfile[], asked: NeedProfile) =>
  new Map(rankProducts(indexOf(products), asked, 50).products.map(({ product: found, score }) => [found.productId, score]))

describe('what is found', () => {
  it.each([
    ['in a compound', 'Larm', 1],
    ['of a compound', 'Positioneringslarm', 1],
    ['in another form', 'Bokningar av patienterna', 4],
    ['by a synonym', 'Medicinautomat', 2],
    ['by a synonym of several words', 'Distansmonitorering med nattillsyn', 5],
    ['although misspelled', 'Trygetslarm', 1],
    ['by an abbreviation', 'AK', 3],
  ])('%s', (_, title, expected) => {
    expect(order(smallCatalogue, need(title))[0]).toBe(productIdOf(expected))
  })

  it('is nothing, when nobody has any of it', () => {
    const { products, outOf } = rankProducts(indexOf(smallCatalogue), need('Torkskåp för stövlar'), 10)
    expect(products).toEqual([])
    expect(outOf).toBe(smallCatalogue.length)
  })

  it('is nothing in an empty catalogue', () => {
    expect(rankProducts(indexOf([]), need('Larm', { functions: ['Larma'] }), 10)).toEqual({
      products: [],
      outOf: 0,
      gaps: { functions: ['N1'], requirements: [] },
    })
  })
})

describe('functions', () => {
  const asked = need('Digitala doseringsbesked', {
    functions: ['Skicka doseringsbrev digitalt', 'Se att patienten har läst brevet', 'Svetsa rör under vatten'],
  })

  it('are told with the passages that say so, and those that nobody offers are gaps', () => {
    const { products, gaps } = rankProducts(indexOf(smallCatalogue), asked, 1)
    const [first, second, third] = products[0]?.functions ?? []
    expect(first).toMatchObject({ id: 'N1', isOffered: true })
    expect(first?.passages[0]).toMatchObject({ kind: 'function', text: 'Skickar ordination digitalt till patienten' })
    expect(second?.passages[0]).toMatchObject({ text: 'Visar när patienten har läst brevet' })
    expect(third).toEqual({ id: 'N3', name: 'Svetsa rör under vatten', coverage: 0, isOffered: false, passages: [] })
    expect(gaps.functions).toEqual(['N3'])
  })

  it('count one by one: who offers more of them stands above', () => {
    const two = need('Stöd hemma', { functions: ['Påminnelse om dos', 'Kameratillsyn nattetid'] })
    const both = product(9, { functions: ['Påminnelse om dos', 'Kameratillsyn'] })
    expect(order([...smallCatalogue, both], two)[0]).toBe(both.productId)
  })
})

const library = (number: number) => `KB-INT-${String(number).padStart(3, '0')}` as LibraryRequirementId // the form of one
const evaluationId = '01a30000-0000-7000-8000-000000000001' as EvaluationId // a UUID
const alike = { summary: 'Trygghetslarm för äldre', functions: ['Larma'] }
const larm = (given: Partial<NeedProfile> = {}) => need('Trygghetslarm', { ...given, functions: ['Larma'] })

describe('requirements', () => {
  const asked = larm({ requirements: [must('K1', { libraryId: library(1) })] })
  const verified = product(1, { ...alike, claims: [{ requirementId: library(1), status: 'verified' }] })
  const declared = product(2, { ...alike, claims: [{ requirementId: library(1), status: 'declared' }] })
  const unknown = product(3, alike)
  const refuted = product(4, { ...alike, claims: [{ requirementId: library(1), status: 'refuted' }] })

  it('met and verified stand above declared, above unknown, above missing', () => {
    const all = [refuted, unknown, declared, verified]
    expect(order(all, asked)).toEqual([verified, declared, unknown, refuted].map(({ productId }) => productId))
    expect(
      rankProducts(indexOf(all), asked, 4).products.map(({ requirements }) => requirements.map(({ coverage }) => coverage)),
    ).toEqual([['verified'], ['declared'], ['unknown'], ['missing']])
  })

  it('weigh: a must that is known not to be met costs more than a light one', () => {
    const two = larm({
      requirements: [must('K1', { libraryId: library(1) }), must('K2', { libraryId: library(2), level: 'weighted', weight: 2 })],
    })
    const lacksLight = product(5, {
      ...alike,
      claims: [
        { requirementId: library(1), status: 'declared' },
        { requirementId: library(2), status: 'refuted' },
      ],
    })
    const lacksMust = product(6, {
      ...alike,
      claims: [
        { requirementId: library(1), status: 'refuted' },
        { requirementId: library(2), status: 'declared' },
      ],
    })
    expect(order([lacksMust, lacksLight], two)[0]).toBe(lacksLight.productId)
  })

  it('are verified by a good evaluation, and missing by a bad one, whatever is declared', () => {
    const evaluated = (isPositive: boolean) =>
      product(7, {
        ...alike,
        claims: [{ requirementId: library(1), status: 'declared' }],
        evaluations: [{ evaluationId, requirementIds: [library(1)], isPositive }],
      })
    const answerOf = (one: ProductProfile) => rankProducts(indexOf([one]), asked, 1).products[0]
    expect(answerOf(evaluated(true))).toMatchObject({
      evaluations: [evaluationId],
      requirements: [
        {
          coverage: 'verified',
          grounds: [
            { kind: 'claim', status: 'declared' },
            { kind: 'evaluation', evaluationId },
          ],
        },
      ],
    })
    expect(answerOf(evaluated(false))).toMatchObject({ evaluations: [], requirements: [{ coverage: 'missing' }] })
  })

  it('of ones own are read out of the text, as the supplier declares it', () => {
    const own = larm({ requirements: [must('K1', { text: 'Larma' }), must('K2', { text: 'Tåla saltvatten' })] })
    const { products, gaps } = rankProducts(indexOf([unknown]), own, 1)
    expect(products[0]?.requirements).toMatchObject([
      { coverage: 'declared', grounds: [{ kind: 'passage', text: 'Larma' }] },
      { coverage: 'unknown', grounds: [] },
    ])
    expect(gaps.requirements).toEqual(['K2'])
  })

  it('never lift what answers another need above what answers this one', () => {
    const proven = product(8, {
      summary: 'Webbtidbok med larmknapp',
      claims: [{ requirementId: library(1), status: 'verified' }],
      interfaces: [{ standard: 'HL7 FHIR R4', status: 'verified' }],
      evaluations: [{ evaluationId, requirementIds: [library(1)], isPositive: true }],
      callOff: ['region-kalmar' as OrganisationId], // an organisation of the county
    })
    expect(order([proven, refuted], asked)[0]).toBe(refuted.productId)
  })
})

describe('what is known beside the text', () => {
  it.each([
    ['an open interface', { interfaces: [{ standard: 'OpenAPI', status: 'verified' as const }] }],
    ['an evaluation to reuse', { evaluations: [{ evaluationId, requirementIds: [], isPositive: true }] }],
    ['a contract to call off', { callOff: ['region-kalmar' as OrganisationId] }], // an organisation of the county
    ['the same target group', { targetGroups: ['olderPeople' as const] }],
    ['the same step of care', { careSteps: ['careAtHome' as const] }],
  ])('%s puts one of two alike first', (_, more) => {
    const better = product(2, { ...alike, ...more })
    const asked = larm({ targetGroups: ['olderPeople'], careSteps: ['careAtHome'] })
    expect(order([product(1, alike), better, product(3, alike)], asked)[0]).toBe(better.productId)
  })

  it('to tick every group and step does not help', () => {
    const asked = larm({ targetGroups: ['olderPeople'], careSteps: ['careAtHome'] })
    const plain = product(1, { ...alike, targetGroups: ['olderPeople'], careSteps: ['careAtHome'] })
    const everything = product(2, { ...alike, targetGroups: [...targetGroups], careSteps: [...careSteps] })
    expect(order([everything, plain], asked)).toEqual([plain.productId, everything.productId])
  })

  it('two contracts to call off count as one', () => {
    const one = product(1, { ...alike, callOff: ['region-kalmar' as OrganisationId] }) // organisations of the county
    const many = product(2, { ...alike, callOff: ['region-kalmar', 'kalmar-kommun', 'vasterviks-kommun'] as OrganisationId[] })
    const found = scores([one, many], larm())
    expect(found.get(one.productId)).toBe(found.get(many.productId))
  })
})

describe('stuffing', () => {
  const asked = need('Trygghetslarm', { functions: ['Larma när någon faller'] })
  const honest = product(1, { summary: 'Trygghetslarm för den som bor hemma.', functions: ['Larmar när någon faller'] })

  it('a passage with a word a hundred times says no more than with it once', () => {
    const stuffed = product(1, {
      summary: 'Trygghetslarm för den som bor hemma.',
      functions: ['Larmar när någon faller '.repeat(100)],
    })
    const others = smallCatalogue.slice(1)
    expect(scores([stuffed, ...others], asked).get(stuffed.productId)).toBeLessThanOrEqual(
      scores([honest, ...others], asked).get(honest.productId) ?? 0,
    )
  })

  it('a hundred passages with the same word come to little more than three', () => {
    const times = (count: number) =>
      product(1, { ...honest, functions: Array.from({ length: count }, () => 'Larmar när någon faller') })
    const others = smallCatalogue.slice(1)
    const three = scores([times(3), ...others], asked).get(honest.productId) ?? 0
    const hundred = scores([times(100), ...others], asked).get(honest.productId) ?? 0
    expect(hundred).toBeLessThanOrEqual(three * 1.1)
  })

  it('a list of everything stands below what was written about the thing', () => {
    const everything = product(9, {
      functions: [smallCatalogue.flatMap(({ functions, summary }) => [...functions, summary]).join(' ')],
    })
    expect(order([everything, ...smallCatalogue], need('Kameratillsyn nattetid', { functions: ['Kameratillsyn'] }))[0]).toBe(
      productIdOf(5),
    )
  })
})

const phrases = smallCatalogue.flatMap(({ functions, needsMet, summary }) => [...functions, ...needsMet, summary])
const someProducts = fc
  .array(
    fc.record({
      summary: fc.constantFrom(...phrases),
      functions: fc.array(fc.constantFrom(...phrases), { maxLength: 4 }),
      targetGroups: fc.uniqueArray(fc.constantFrom(...targetGroups), { maxLength: 3 }),
      careSteps: fc.uniqueArray(fc.constantFrom(...careSteps), { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((given) => given.map((one, position) => product(position + 1, one)))
const someNeed = fc
  .record({
    title: fc.constantFrom(...phrases),
    functions: fc.array(fc.constantFrom(...phrases), { maxLength: 3 }),
    targetGroups: fc.uniqueArray(fc.constantFrom(...targetGroups), { maxLength: 2 }),
  })
  .map(({ title, ...given }) => need(title, given))

describe('fairness', () => {
  it('the order in which products came, changed and went changes nothing', () => {
    fc.assert(
      fc.property(someProducts, someNeed, fc.infiniteStream(fc.nat()), (products, asked, numbers) => {
        const shuffled = products.map((one) => [numbers.next().value ?? 0, one] as const).toSorted(([a], [b]) => a - b)
        const index = indexOf(products.toReversed())
        // Somebody was there before and is gone, and everybody has changed once.
        index.put(product(99, { summary: phrases.join(' '), functions: ['Nödlarm', 'brevutskick'] }))
        index.remove(productIdOf(99))
        for (const [, one] of shuffled) index.put(one)
        expect(rankProducts(index, asked, 10)).toEqual(rankProducts(indexOf(products), asked, 10))
      }),
      { numRuns: 25 },
    )
  })

  it('what a product is called changes nothing', () => {
    fc.assert(
      fc.property(someProducts, someNeed, fc.string(), (products, asked, name) => {
        const renamed = products.map((one) => ({ ...one, name: `${name} ${asked.title}` }))
        expect(scores(renamed, asked)).toEqual(scores(products, asked))
      }),
      { numRuns: 25 },
    )
  })

  it('size, history, references, price and payment cannot be seen: a profile has no place for them', () => {
    const seen: Record<keyof ProductProfile, true> = {
      productId: true,
      name: true,
      summary: true,
      needsMet: true,
      functions: true,
      targetGroups: true,
      careSteps: true,
      interfaces: true,
      claims: true,
      evaluations: true,
      callOff: true,
    }
    const sold = {
      companyId: 'x',
      companySize: 'large',
      employees: 10_000,
      foundedOn: '1950-01-01',
      references: ['Region A', 'Region B'],
      priceFrom: 1,
      readiness: 9,
      paid: 100_000,
    }
    expect(Object.keys(sold).filter((key) => key in seen)).toEqual([])
    // And what is put beside a profile all the same is not read.
    const [first, ...others] = smallCatalogue
    const asked = need('Trygghetslarm', { functions: ['Larma'] })
    expect(order([{ ...first, ...sold } as ProductProfile, ...others], asked)).toEqual(order(smallCatalogue, asked))
  })

  it('of equal ones another is first for another need', () => {
    const equals = [1, 2, 3, 4].map((number) => product(number, alike))
    const firsts = Array.from({ length: 40 }, (_, number) => order(equals, need('Trygghetslarm', { number }))[0])
    const counts = equals.map(({ productId }) => firsts.filter((first) => first === productId).length)
    expect(Math.min(...counts)).toBeGreaterThan(2)
    expect(order(equals, need('Trygghetslarm', { number: 7 }))).toEqual(
      order(equals.toReversed(), need('Trygghetslarm', { number: 7 })),
    )
  })
})

describe('the score', () => {
  it('is what its parts say, between 0 and 1, and falls with the rank', () => {
    fc.assert(
      fc.property(someProducts, someNeed, (products, asked) => {
        const ranked = rankProducts(indexOf(products), asked, 20).products
        const taken = (parts: readonly { value: number; share: number }[]) =>
          parts.reduce((total, { value, share }) => total + share * (1 - value), 0)
        for (const { score, relevance, words, relevanceParts, assuranceParts } of ranked) {
          expect(relevance).toBeCloseTo(words * (1 - taken(relevanceParts)), 5)
          expect(score).toBeCloseTo(relevance * (1 - taken(assuranceParts)), 5)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(relevance)
          expect(words).toBeLessThanOrEqual(1)
        }
        expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a))
      }),
      { numRuns: 25 },
    )
  })

  it('ranks as if every product had been looked at, though few are', () => {
    const claims = [
      [],
      [{ requirementId: library(1), status: 'verified' as const }],
      [{ requirementId: library(1), status: 'refuted' as const }],
    ]
    const many = fc
      .array(
        fc.tuple(
          fc.constantFrom(...phrases),
          fc.constantFrom(...phrases),
          fc.constantFrom(...claims),
          fc.constantFrom(...careSteps),
        ),
        {
          minLength: 120,
          maxLength: 160,
        },
      )
      .map((given) =>
        given.map(([summary, said, claimed, step], position) =>
          product(position + 1, { summary, functions: [said], claims: claimed, careSteps: [step] }),
        ),
      )
    fc.assert(
      fc.property(many, someNeed, fc.integer({ min: 1, max: 5 }), fc.boolean(), (products, given, limit, isDemanding) => {
        const asked = {
          ...given,
          careSteps: ['careAtHome' as const],
          requirements: isDemanding ? [must('K1', { libraryId: library(1) }), must('K2', { text: 'Avbokning' })] : [],
        }
        const index = indexOf(products)
        const question = askProducts(index, asked)
        const all = products
          .map((one) => matchProduct(index, question, index.texts.slotOf(one.productId) ?? -1, one))
          .filter(({ relevance }) => relevance >= leastRelevance)
          .map(({ score }) => score)
          .toSorted((a, b) => b - a)
        expect(rankProducts(index, asked, limit).products.map(({ score }) => score)).toEqual(all.slice(0, limit))
      }),
      { numRuns: 15 },
    )
  })

  it('lets in what is far down by its words and first by what is known of it', () => {
    const refuted = Array.from({ length: 70 }, (_, position) =>
      product(position + 1, {
        ...alike,
        careSteps: ['careAtHome'],
        claims: [{ requirementId: library(1), status: 'refuted' }],
      }),
    )
    const verified = product(99, { ...alike, claims: [{ requirementId: library(1), status: 'verified' }] })
    const asked = larm({ careSteps: ['careAtHome'], requirements: [must('K1', { libraryId: library(1) })] })
    expect(order([...refuted, verified], asked, 1)).toEqual([verified.productId])
  })

  it('cannot lose more to what is not known than the shares say', () => {
    expect(Object.values(matchMethod.assurance).reduce((sum, share) => sum + share, 0)).toBeLessThan(0.5)
  })
})
