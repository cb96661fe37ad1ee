import * as z from 'zod'
import type { Actor } from '#contracts/actor.ts'
import { companyId, productId } from '#contracts/ids.ts'
import type { CompanyId, ProductId } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { parse, pointerTo } from '#lambda/field-problem.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { Refused } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { isListed, isRepresentative } from '../../domain/companies/company.ts'
import type { CompanyState } from '../../domain/companies/company.ts'
import { createProduct, missingIn, publishProduct, saveProduct } from '../../domain/products/keep-product.ts'
import { productDraft } from '../../domain/products/product-fields.ts'
import type { ProductDraft } from '../../domain/products/product-fields.ts'
import { productLimits } from '../../domain/products/product.ts'
import type { ProductState } from '../../domain/products/product.ts'
import type { OfferParts } from '../offer-parts.ts'
import { explainDraft } from './explain-draft.ts'

/** Products from a file or a partner's system: looked at first, stored when everything in it holds. */

export const importBody = z.strictObject({
  companyId,
  /** Whether they are published as they are stored; without it they become drafts. */
  shouldPublish: z.boolean().default(false),
  products: z
    .array(
      z.strictObject({
        /** In the file that it comes from; counted from 1 where it is left out. */
        row: z.int().positive().max(100_000).optional(),
        /** Of one to change; without it, a product of the same name is changed, and otherwise there is a new one. */
        productId: productId.optional(),
        content: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1)
    .max(productLimits.perCompany),
})
export type ImportBody = z.infer<typeof importBody>

const verdictsOfRows = ['new', 'changed', 'unchanged', 'refused'] as const
type Verdict = (typeof verdictsOfRows)[number]

const rowView = z.object({
  row: z.int().positive(),
  verdict: z.enum(verdictsOfRows),
  name: z.string(),
  productId: productId.optional(),
  problems: z.array(z.object({ pointer: z.string(), code: z.string(), message: text })),
})

/** What would be stored. Nothing has been. */
export const importPreview = z.object({
  new: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  refused: z.int().nonnegative(),
  rows: z.array(rowView),
})

export const importResult = z.object({
  stored: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  /** False when somebody else changed a product meanwhile: send the same again. */
  isComplete: z.boolean(),
  products: z.array(
    z.object({ row: z.int().positive(), name: z.string(), productId, outcome: z.enum(['stored', 'unchanged', 'busy']) }),
  ),
})

interface JudgedRow {
  readonly row: number
  readonly verdict: Verdict
  readonly name: string
  readonly draft?: ProductDraft
  readonly before?: ProductState
  readonly problems: readonly FieldProblem[]
}

const problem = (pointer: string, code: string, sv: string, en: string): FieldProblem => ({ pointer, code, message: { sv, en } })

const notYours = problem(
  '/productId',
  'productNotFound',
  'Företaget har ingen sådan produkt. Lämna id tomt för en ny.',
  'The company has no such product. Leave the id empty for a new one.',
)
const twice = problem(
  '/name',
  'repeated',
  'Samma produkt står på en annan rad också.',
  'The same product stands on another row too.',
)
const tooMany = problem(
  '/name',
  'tooManyProducts',
  `Ett företag har högst ${productLimits.perCompany} produkter.`,
  `A company has at most ${productLimits.perCompany} products.`,
)

const sameName = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('sv') === b.trim().toLocaleLowerCase('sv')

const nameIn = (content: Readonly<Record<string, unknown>>): string =>
  typeof content['name'] === 'string' ? content['name'].slice(0, 200) : ''

const judgeRows = ({ products: rows, shouldPublish }: ImportBody, known: readonly ProductState[]): JudgedRow[] => {
  const taken = new Set<string>()
  let room = productLimits.perCompany - known.length
  return rows.map(({ row: given, productId: asked, content }, index): JudgedRow => {
    const row = given ?? index + 1
    const name = nameIn(content)
    const read = parse(productDraft, content)
    if (!read.ok) return { row, verdict: 'refused', name, problems: read.problems }
    const draft = read.value
    const before = known.find(({ product }) =>
      asked === undefined ? sameName(product.draft.name, draft.name) : product.productId === asked,
    )
    if (asked !== undefined && !before) return { row, verdict: 'refused', name, problems: [notYours] }
    const place = before?.product.productId ?? draft.name.trim().toLocaleLowerCase('sv')
    if (taken.has(place)) return { row, verdict: 'refused', name, problems: [twice] }
    taken.add(place)
    if (!before) room -= 1
    if (room < 0) return { row, verdict: 'refused', name, problems: [tooMany] }
    const whole = shouldPublish ? missingIn(draft, explainDraft) : { content: undefined }
    if ('problems' in whole) return { row, verdict: 'refused', name, problems: whole.problems }
    const isAsBefore =
      before !== undefined &&
      JSON.stringify(before.product.draft) === JSON.stringify(draft) &&
      (!shouldPublish ||
        (before.product.withdrawnAt === undefined &&
          JSON.stringify(before.product.published?.content) === JSON.stringify(whole.content)))
    return {
      row,
      name,
      draft,
      ...(before && { before }),
      verdict: before ? (isAsBefore ? 'unchanged' : 'changed') : 'new',
      problems: [],
    }
  })
}

type MayNot = Refused<'companyNotFound' | 'notYourCompany' | 'companyDeactivated' | 'companyHidden'>

const loadFor = async (
  { companies, products }: OfferParts,
  { companyId: of, shouldPublish }: { companyId: CompanyId; shouldPublish: boolean },
  actor: Actor,
): Promise<{ readonly company: CompanyState; readonly known: readonly ProductState[] } | MayNot> => {
  const company = await companies.find(of)
  if (!company) return refused('companyNotFound')
  if (!isRepresentative(company.company, actor.subject)) return refused('notYourCompany')
  if (company.company.status === 'deactivated') return refused('companyDeactivated')
  if (shouldPublish && !isListed(company.company)) return refused('companyHidden')
  return { company, known: await products.ofCompany(of) }
}

export const createPreviewProductImport =
  (parts: OfferParts) =>
  async ({ body, actor }: { body: ImportBody; actor: Actor }) => {
    const loaded = await loadFor(parts, body, actor)
    if ('kind' in loaded) return loaded
    const rows = judgeRows(body, loaded.known)
    const count = (wanted: Verdict): number => rows.filter(({ verdict }) => verdict === wanted).length
    return answer({
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      rows: rows.map(({ row, verdict, name, before, problems }) => ({
        row,
        verdict,
        name,
        ...(before && { productId: before.product.productId }),
        problems: problems.map(({ pointer, code, message }) => ({ pointer, code, message })),
      })),
    })
  }

const asRowProblem = ({ row, problems }: JudgedRow, index: number): FieldProblem[] =>
  problems.map(({ pointer, code, message }) => ({
    pointer: `${pointerTo(['products', index])}${pointer === '/productId' ? '' : '/content'}${pointer}`,
    code,
    message: { sv: `Rad ${row}: ${message.sv}`, en: `Row ${row}: ${message.en}` },
  }))

interface Stored {
  readonly after: ProductState
  readonly facts: Parameters<OfferParts['products']['save']>[0]['facts']
}

/** As the row says: made or changed, and published where that was asked for. Undefined when nothing is to be done. */
const stored = (
  { draft, before }: JudgedRow,
  { company }: CompanyState,
  { id, now, shouldPublish }: { id: ProductId; now: string; shouldPublish: boolean },
): Stored | undefined => {
  if (!draft) return undefined
  const made = before
    ? saveProduct(before, draft, { ifMatch: before.product.edition, now })
    : createProduct(draft, { id, of: company.companyId, now })
  if (made.kind !== 'applied') return undefined
  if (!shouldPublish) return { after: made.state, facts: made.facts }
  const shown = publishProduct(made.state, {
    ifMatch: made.state.product.edition,
    now,
    isCompanyListed: true,
    explain: explainDraft,
  })
  if (shown.kind !== 'applied') return { after: made.state, facts: made.facts }
  // One write: the row goes from what was read to what is to be, and its version counts that once.
  return { after: { ...shown.state, version: made.state.version }, facts: [...made.facts, ...shown.facts] }
}

/** Nothing is stored while a row is refused; each product is then stored whole or not at all, and a repeat adds nothing. */
export const createImportProducts =
  (parts: OfferParts) =>
  async ({ body, actor }: { body: ImportBody; actor: Actor }, context: Context) => {
    const loaded = await loadFor(parts, body, actor)
    if ('kind' in loaded) return loaded
    const rows = judgeRows(body, loaded.known)
    const problems = rows.flatMap(asRowProblem)
    if (problems.length > 0) return refused('productImportRefused', problems)
    const results: z.infer<typeof importResult>['products'] = []
    for (const row of rows) {
      const id = row.before?.product.productId ?? productId.parse(context.newId())
      const change =
        row.verdict === 'unchanged'
          ? undefined
          : stored(row, loaded.company, { id, now: context.now, shouldPublish: body.shouldPublish })
      // oxlint-disable no-await-in-loop -- one after the other: they all ask for the company's version
      const saved = change
        ? await parts.products.save({ company: loaded.company, before: row.before, ...change, once: undefined }, context)
        : undefined
      // oxlint-enable no-await-in-loop
      const outcome = saved === undefined ? 'unchanged' : saved === 'saved' ? 'stored' : 'busy'
      if (outcome !== 'busy' || row.before) results.push({ row: row.row, name: row.name, productId: id, outcome })
    }
    return answer({
      stored: results.filter(({ outcome }) => outcome === 'stored').length,
      unchanged: results.filter(({ outcome }) => outcome === 'unchanged').length,
      isComplete: results.length === rows.length && results.every(({ outcome }) => outcome !== 'busy'),
      products: results,
    })
  }
