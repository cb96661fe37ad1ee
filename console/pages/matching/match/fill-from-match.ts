import type { Coverage, RankedProduct } from '../../../api/matching-views.ts'
import { nextNumber, productRows, supplierRows } from '../section-rows.ts'
import type { Content, CoverageRow } from '../section-rows.ts'

/** From ranked products to rows of the sections marketAssessment and marketMatch. What stands there is never written over. */

const longest = { supplier: 150, solution: 150 } as const

/** What the officer gives a supplier; a public body's size has to be told by hand. */
export interface Supply {
  readonly productId: string
  readonly name: string
  readonly companyName: string
  readonly companySize?: string | undefined
  readonly organisationNumber?: string | undefined
  readonly ability?: string | undefined
  readonly priceFrom?: number | undefined
  readonly priceTo?: number | undefined
  readonly comment?: string | undefined
}

const rowOf = (supply: Supply) => ({
  supplier: supply.companyName.slice(0, longest.supplier),
  ...(supply.organisationNumber !== undefined && { organisationNumber: supply.organisationNumber }),
  solution: supply.name.slice(0, longest.solution),
  ...(supply.companySize !== undefined && { size: supply.companySize }),
  ...(supply.ability !== undefined && { ability: supply.ability }),
  ...(supply.priceFrom !== undefined && { priceLow: supply.priceFrom }),
  ...(supply.priceTo !== undefined && { priceHigh: supply.priceTo }),
  ...(supply.comment !== undefined && { comment: supply.comment }),
})

const isSame = (row: { supplier?: string | undefined; solution?: string | undefined }, supply: Supply): boolean =>
  row.supplier === supply.companyName.slice(0, longest.supplier) && row.solution === supply.name.slice(0, longest.solution)

/** The numbers that the solutions have in the section, by product; of those that are there. */
export const numbersOf = (content: Content, supplies: readonly Supply[]): ReadonlyMap<string, string> => {
  const rows = supplierRows(content)
  return new Map(
    supplies.flatMap((supply) => {
      const id = rows.find((row) => isSame(row, supply))?.id
      return id === undefined ? [] : [[supply.productId, id]]
    }),
  )
}

/** The section with the solutions: new ones numbered on from the last, those that are there completed where they lack something. */
export const withSuppliers = (content: Content, supplies: readonly Supply[]): Content => {
  const rows = supplierRows(content)
  const first = nextNumber(
    'L',
    rows.map(({ id }) => id),
  )
  const added = supplies.filter((supply) => !rows.some((row) => isSame(row, supply)))
  return {
    ...content,
    suppliers: [
      ...rows.map((row) => {
        const supply = supplies.find((one) => isSame(row, one))
        const told = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined))
        return supply ? { ...rowOf(supply), ...told } : told
      }),
      ...added.map((supply, index) => ({ id: `L${first + index}`, ...rowOf(supply) })),
    ],
  }
}

/** What an answer rests on, as far as the catalogue tells; of what nobody has said, people judge. */
const basisOf = {
  verified: 'verified',
  declared: 'declared',
  unknown: undefined,
  // Somebody has looked, and it was not so.
  missing: 'verified',
} as const satisfies Record<Coverage, string | undefined>

/** Only what somebody has looked at answers itself, and only when the officer asks for it. */
const answerOf = { verified: 'yes', missing: 'no', declared: undefined, unknown: undefined } as const satisfies Record<
  Coverage,
  string | undefined
>

const coverageRow = (
  { id, coverage }: RankedProduct['requirements'][number],
  { fillsAnswers }: { fillsAnswers: boolean },
): CoverageRow => {
  const answer = fillsAnswers ? answerOf[coverage] : undefined
  const basis = basisOf[coverage]
  return { requirement: id, ...(answer && { answer }), ...(basis && { basis }) }
}

/**
 * The section with the chosen products after those that are compared already, each with a row for every requirement. A product
 * that is there keeps its answers and gets rows for the requirements that it lacks.
 * @param numbers the solutions' numbers in the market assessment, by product
 */
export const withProducts = (
  content: Content,
  chosen: readonly RankedProduct[],
  { numbers, fillsAnswers }: { numbers: ReadonlyMap<string, string>; fillsAnswers: boolean },
): Content => {
  const rows = productRows(content)
  const found = chosen.flatMap((product) => {
    const candidate = numbers.get(product.productId)
    return candidate === undefined
      ? []
      : [{ candidate, coverage: product.requirements.map((one) => coverageRow(one, { fillsAnswers })) }]
  })
  return {
    ...content,
    products: [
      ...rows.map((row) => {
        const again = found.find(({ candidate }) => candidate === row.candidate)
        if (!again) return row
        const lacking = again.coverage.filter(({ requirement }) => !row.coverage.some((had) => had.requirement === requirement))
        return { ...row, coverage: [...row.coverage, ...lacking] }
      }),
      ...found.filter(({ candidate }) => !rows.some((row) => row.candidate === candidate)),
    ],
  }
}
