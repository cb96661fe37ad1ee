import * as z from 'zod'

/** What the pages read of the matching phase's own sections. A draft may lack anything: what a row lacks is undefined. */

export type Content = Readonly<Record<string, unknown>>

const word = z.string().trim().min(1).optional().catch(undefined)
const sum = z.number().optional().catch(undefined)

const rowsOf = <S extends z.ZodType>(content: Content, key: string, row: S): z.infer<S>[] => {
  const rows = content[key]
  return (Array.isArray(rows) ? rows : []).map((found) => row.parse(found))
}

const requirement = z.looseObject({
  id: word,
  text: word,
  kind: word,
  level: z.enum(['must', 'weighted']).optional().catch(undefined),
  weight: sum,
  verification: word,
  source: word,
  libraryReference: word,
  functions: z.array(z.string()).catch([]),
})
export type RequirementRow = z.infer<typeof requirement>
export const requirementRows = (content: Content): RequirementRow[] => rowsOf(content, 'requirements', requirement)

const supplier = z.looseObject({
  id: word,
  supplier: word,
  organisationNumber: word,
  solution: word,
  size: word,
  ability: word,
  priceLow: sum,
  priceHigh: sum,
})
export type SupplierRow = z.infer<typeof supplier>
export const supplierRows = (content: Content): SupplierRow[] => rowsOf(content, 'suppliers', supplier)

const coverage = z.looseObject({ requirement: word, answer: word, basis: word })
export type CoverageRow = z.infer<typeof coverage>
const product = z.looseObject({ candidate: word, coverage: z.array(coverage).catch([]) })
export type ProductRow = z.infer<typeof product>
export const productRows = (content: Content): ProductRow[] => rowsOf(content, 'products', product)

const talk = z.looseObject({ company: word, heldOn: word, form: word })
export const talkRows = (content: Content): z.infer<typeof talk>[] => rowsOf(content, 'talks', talk)

const other = z.looseObject({ organisation: word, contract: word, contractEndsOn: word })
export const otherRows = (content: Content): z.infer<typeof other>[] => rowsOf(content, 'others', other)

/** The number after the last one in use: `K8` after `K1` and `K7`. */
export const nextNumber = (letter: string, ids: readonly (string | undefined)[]): number =>
  1 +
  Math.max(
    0,
    ...ids.map((id) => (id?.startsWith(letter) && /^\d+$/.test(id.slice(letter.length)) ? Number(id.slice(letter.length)) : 0)),
  )
