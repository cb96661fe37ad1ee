import { isSmallCompany } from '#contracts/company-sizes.ts'
import type { CompanySize } from '#contracts/company-sizes.ts'
import type { CompanyId, ProductId } from '#contracts/ids.ts'
import type { FunctionMatch } from './match-product.ts'
import type { Coverage, RequirementAnswer } from './requirement-coverage.ts'

/**
 * What the market can do for a need, as far as the catalogue tells: a proposal for people to complete. Size and price are
 * read here, after the rank is made, and never by what makes it.
 */

/** By what a proposal is reckoned. A new rule gets a new date and a line in the service's README. */
export const assessmentRule = {
  validFrom: '2026-11-20',
  /** A product that says less of the functions than this does not answer the need. */
  leastShareOfFunctions: 0.5,
  /** Technology readiness, Horizon 2020 annex G: 8 is complete and qualified, 9 proven in operation. */
  finishedFrom: 8,
  provenFrom: 9,
  /** So many suppliers with proven products are a supply in wide use. */
  wideSupply: 3,
} as const

/** The words of matching's section marketAssessment. */
export const abilities = ['now', 'adaptation', 'development', 'no'] as const
export type Ability = (typeof abilities)[number]
export const maturities = ['established', 'emerging', 'prototypes', 'none'] as const
export type Maturity = (typeof maturities)[number]

/** Why an ability is not `now`; the requirements or functions that it is about. */
export const reasonKinds = [
  'mustsMissing',
  'fewFunctions',
  'notFinished',
  'functionsLacking',
  'mustsUnknown',
  'readinessUnknown',
] as const
export interface AbilityReason {
  readonly kind: (typeof reasonKinds)[number]
  readonly ids: readonly string[]
}

/** A ranked product, and what is shown beside its rank. */
export interface Offer {
  readonly rank: number
  readonly productId: ProductId
  readonly name: string
  readonly companyId: CompanyId
  readonly companyName: string
  readonly companySize?: CompanySize | undefined
  /** Öre a year. */
  readonly priceFrom?: number | undefined
  readonly priceTo?: number | undefined
  readonly readiness?: number | undefined
  readonly functions: readonly Pick<FunctionMatch, 'id' | 'isOffered'>[]
  readonly requirements: readonly Pick<RequirementAnswer, 'requirement' | 'coverage'>[]
}

export interface AssessedOffer extends Offer {
  readonly ability: Ability
  readonly because: readonly AbilityReason[]
  readonly musts: Readonly<Record<Coverage, number>>
}

const mustsWith = ({ requirements }: Pick<Offer, 'requirements'>, wanted: Coverage): string[] =>
  requirements.flatMap(({ requirement: { id, level }, coverage }) => (level === 'must' && coverage === wanted ? [id] : []))

/**
 * Able is who is not known to miss a must, and says at least half of the functions. `now` takes more: every function, every
 * must at least declared, and a finished product. What nobody has said is never taken for a yes.
 */
export const abilityOf = (offer: Offer): { readonly ability: Ability; readonly because: readonly AbilityReason[] } => {
  const { functions, readiness } = offer
  const reason = (kind: AbilityReason['kind'], ids: readonly string[] = []): AbilityReason => ({ kind, ids })
  const missing = mustsWith(offer, 'missing')
  if (missing.length > 0) return { ability: 'no', because: [reason('mustsMissing', missing)] }
  const lacking = functions.filter(({ isOffered }) => !isOffered).map(({ id }) => id)
  if (functions.length > 0 && 1 - lacking.length / functions.length < assessmentRule.leastShareOfFunctions)
    return { ability: 'no', because: [reason('fewFunctions', lacking)] }

  const unknown = mustsWith(offer, 'unknown')
  const open = [
    ...(lacking.length > 0 ? [reason('functionsLacking', lacking)] : []),
    ...(unknown.length > 0 ? [reason('mustsUnknown', unknown)] : []),
    ...(readiness === undefined ? [reason('readinessUnknown')] : []),
  ]
  if (readiness !== undefined && readiness < assessmentRule.finishedFrom)
    return { ability: 'development', because: [reason('notFinished'), ...open] }
  return { ability: open.length > 0 ? 'adaptation' : 'now', because: open }
}

const assessed = (offer: Offer): AssessedOffer => ({
  ...offer,
  ...abilityOf(offer),
  musts: {
    verified: mustsWith(offer, 'verified').length,
    declared: mustsWith(offer, 'declared').length,
    unknown: mustsWith(offer, 'unknown').length,
    missing: mustsWith(offer, 'missing').length,
  },
})

const answersAnything = ({ functions }: Offer): boolean => functions.length === 0 || functions.some(({ isOffered }) => isOffered)

/** Each supplier once, by the product with which it can deliver soonest; of equal ones by the one ranked best. */
const onePerSupplier = (offers: readonly AssessedOffer[]): AssessedOffer[] => {
  const soonest = offers.toSorted((a, b) => abilities.indexOf(a.ability) - abilities.indexOf(b.ability) || a.rank - b.rank)
  return soonest.filter(({ companyId }, index) => soonest.findIndex((other) => other.companyId === companyId) === index)
}

const maturityOf = (able: readonly AssessedOffer[]): Maturity => {
  if (able.length === 0) return 'none'
  const proven = able.filter(({ readiness }) => readiness !== undefined && readiness >= assessmentRule.provenFrom)
  if (proven.length >= assessmentRule.wideSupply) return 'established'
  return able.some(({ readiness }) => readiness !== undefined && readiness >= assessmentRule.finishedFrom)
    ? 'emerging'
    : 'prototypes'
}

const least = (figures: readonly number[]): number | undefined => (figures.length > 0 ? Math.min(...figures) : undefined)
const greatest = (figures: readonly number[]): number | undefined => (figures.length > 0 ? Math.max(...figures) : undefined)
const known = (figures: readonly (number | undefined)[]): number[] => figures.filter((figure) => figure !== undefined)

export interface MarketAssessment {
  /** Those that offer any of the functions, those able first. */
  readonly suppliers: readonly AssessedOffer[]
  readonly able: number
  readonly ableNow: number
  /** Small and medium companies (eSME) among those able, of those whose size is known. */
  readonly ableSmall: number
  readonly ableOfUnknownSize: number
  readonly maturity: Maturity
  /** Of those able; what nobody has told is left out. */
  readonly readiness: { readonly lowest?: number | undefined; readonly highest?: number | undefined; readonly told: number }
  /** Öre a year, as those able indicate it. */
  readonly price: { readonly from?: number | undefined; readonly to?: number | undefined; readonly told: number }
}

/** What the ranked products say of the market: who is able, how mature the supply is and what it may cost. */
export const assessMarket = (offers: readonly Offer[]): MarketAssessment => {
  const suppliers = onePerSupplier(offers.filter(answersAnything).map(assessed))
  const able = suppliers.filter(({ ability }) => ability !== 'no')
  const levels = known(able.map(({ readiness }) => readiness))
  const priced = able.filter(({ priceFrom, priceTo }) => priceFrom !== undefined || priceTo !== undefined)
  return {
    suppliers,
    able: able.length,
    ableNow: able.filter(({ ability }) => ability === 'now').length,
    ableSmall: able.filter(({ companySize }) => companySize !== undefined && isSmallCompany(companySize)).length,
    ableOfUnknownSize: able.filter(({ companySize }) => companySize === undefined).length,
    maturity: maturityOf(able),
    readiness: { lowest: least(levels), highest: greatest(levels), told: levels.length },
    price: {
      from: least(known(priced.map(({ priceFrom, priceTo }) => priceFrom ?? priceTo))),
      to: greatest(known(priced.map(({ priceFrom, priceTo }) => priceTo ?? priceFrom))),
      told: priced.length,
    },
  }
}
