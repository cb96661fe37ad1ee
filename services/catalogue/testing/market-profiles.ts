import type { CareStep, TargetGroup } from '#contracts/market.ts'
import type { NeedId, ProductId } from '#contracts/ids.ts'
import { createProductIndex } from '../domain/matching/product-index.ts'
import type { ProductIndex } from '../domain/matching/product-index.ts'
import type { NeededRequirement, NeedProfile, ProductProfile } from '../domain/matching/profiles.ts'

/** Products and needs for tests: what a test does not name is empty. */

export const productIdOf = (number: number): ProductId =>
  `01a10000-0000-7000-8000-${String(number).padStart(12, '0')}` as ProductId // a UUID

export const product = (number: number, given: Partial<Omit<ProductProfile, 'productId'>> = {}): ProductProfile => ({
  productId: productIdOf(number),
  name: `Produkt ${number}`,
  summary: '',
  needsMet: [],
  functions: [],
  targetGroups: [],
  careSteps: [],
  interfaces: [],
  claims: [],
  evaluations: [],
  callOff: [],
  ...given,
})

export const need = (
  title: string,
  {
    functions = [],
    number = 1,
    ...given
  }: Partial<Omit<NeedProfile, 'needId' | 'title' | 'functions'>> & { functions?: readonly string[]; number?: number } = {},
): NeedProfile => ({
  needId: `01a20000-0000-7000-8000-${String(number).padStart(12, '0')}` as NeedId, // a UUID
  title,
  description: '',
  functions: functions.map((name, position) => ({ id: `N${position + 1}`, name })),
  targetGroups: [],
  careSteps: [],
  requirements: [],
  ...given,
})

export const must = (id: string, given: Partial<NeededRequirement> = {}): NeededRequirement => ({
  id,
  text: '',
  level: 'must',
  functions: [],
  ...given,
})

export const indexOf = (products: readonly ProductProfile[]): ProductIndex => {
  const index = createProductIndex()
  for (const one of products) index.put(one)
  return index
}

const olderPeople: readonly TargetGroup[] = ['olderPeople']
const atHome: readonly CareStep[] = ['careAtHome']

/** A small catalogue: one of each of five sorts of products, and nothing about who sells them. */
export const smallCatalogue: readonly ProductProfile[] = [
  product(1, {
    summary: 'Mobilt trygghetslarm med positionering för den som bor hemma.',
    functions: ['Tvåvägskommunikation', 'Positionering av larmet'],
    needsMet: ['Äldre ska kunna kalla på hjälp'],
    targetGroups: olderPeople,
    careSteps: atHome,
  }),
  product(2, {
    summary: 'Läkemedelsrobot som påminner och delar ut doser i hemmet.',
    functions: ['Påminnelse om dos', 'Avisering till anhörig vid missad dos'],
    targetGroups: olderPeople,
    careSteps: ['medication'],
  }),
  product(3, {
    summary: 'Tjänst för doseringsbrev vid antikoagulationsbehandling.',
    functions: ['Skickar ordination digitalt till patienten', 'Visar när patienten har läst brevet'],
    needsMet: ['AK-mottagningar skickar brev på papper'],
    targetGroups: ['peopleWithChronicIllness'],
    careSteps: ['medication'],
  }),
  product(4, {
    summary: 'Webbtidbok med ombokning och påminnelser.',
    functions: ['Patienten bokar själv', 'Avbokning'],
    targetGroups: ['allResidents'],
    careSteps: ['contact'],
  }),
  product(5, {
    summary: 'Trygghetskamera för tillsyn nattetid.',
    functions: ['Kameratillsyn'],
    targetGroups: olderPeople,
    careSteps: atHome,
  }),
]
