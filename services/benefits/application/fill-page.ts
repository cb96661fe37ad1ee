import type { BenefitOutlook } from '../domain/benefit-outlook.ts'
import type { BenefitsRepository, OutlookFilter, PageRequest } from './benefits-repository.ts'

/** Enough to go past many cases that show nothing, and little enough to answer in time; the cursor tells where to go on. */
const maxReads = 20

export interface OutlookPage<Row> {
  readonly rows: readonly Row[]
  readonly cursor?: string
}

/**
 * Reads on until the page is full, since not every case has something to show under every filter. A page can have fewer
 * rows than its limit and still have a cursor.
 */
export const fillPage = async <Row>(
  repository: Pick<BenefitsRepository, 'listOutlooks'>,
  filter: OutlookFilter,
  { limit, cursor }: PageRequest,
  show: (outlook: BenefitOutlook) => Row | undefined,
): Promise<OutlookPage<Row>> => {
  const rows: Row[] = []
  let next = cursor
  for (let reads = 0; reads < maxReads; reads += 1) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const page = await repository.listOutlooks(filter, { limit: limit - rows.length, cursor: next })
    rows.push(...page.outlooks.flatMap((outlook) => show(outlook) ?? []))
    next = page.cursor
    if (next === undefined || rows.length === limit) break
  }
  return { rows, ...(next !== undefined && { cursor: next }) }
}
