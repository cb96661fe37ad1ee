import { phaseNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { portfolioCaseList } from '../../api/measure-views.ts'
import type { PortfolioCase, Sums } from '../../api/measure-views.ts'
import { words } from '../../language/words.ts'
import { organisationName } from '../../layout/names.ts'
import type { WrittenColumn } from '../../tables/cells.ts'
import { sendTable } from '../../tables/send-table.ts'
import type { TableFormat } from '../../tables/send-table.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { kindNames, kinds, partNames, parts, sideNames, sides } from './portfolio-parts.ts'

/** The portfolio as a table to work on: a row for each case and organisation, every sum in a column of its own. */

const text = {
  name: { sv: 'Nyttoportfölj', en: 'Benefits' },
  owner: { sv: 'Ägande organisation', en: 'Owning organisation' },
  organisation: { sv: 'Vem det gäller', en: 'Whom it concerns' },
  basis: { sv: 'Nyttovärdering', en: 'Assessment' },
  planned: { sv: 'Planerade mätningar i ärendet', en: 'Measurements planned in the case' },
  missed: { sv: 'Försenade mätningar i ärendet', en: 'Measurements overdue in the case' },
  perYear: { sv: 'kr per år', en: 'SEK a year' },
  lines: { sv: 'antal', en: 'number' },
} as const satisfies Record<string, Text>

const orePerKrona = 100
const pageSize = 100

const loadCases = async (visit: Visit): Promise<PortfolioCase[]> => {
  const found: PortfolioCase[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const query = new URLSearchParams({ limit: String(pageSize), ...(cursor && { cursor }) })
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const read = await visit.api.read(`/v1/benefits/portfolio/cases?${query.toString()}`, portfolioCaseList)
    found.push(...read.value.cases)
    cursor = read.nextCursor
  }
  return found
}

const places = parts.flatMap((part) => kinds.flatMap((kind) => sides.map((side) => ({ part, kind, side }))))

const amountOf = (sums: Sums, kind: keyof Sums, side: keyof Sums['financial']): number =>
  kind === 'qualitative' ? sums[kind][side] : sums[kind][side] / orePerKrona

const columnsFor = ({ locale: { t } }: Visit): WrittenColumn[] => [
  { label: t(words.number), width: 16 },
  { label: t(words.case), width: 40 },
  { label: t(words.phase), width: 14 },
  { label: t(text.owner), width: 24 },
  { label: t(text.basis), width: 14 },
  { label: t(text.organisation), width: 24 },
  ...places.map(({ part, kind, side }) => ({
    label: `${t(partNames[part])}: ${t(kindNames[kind])}, ${t(sideNames[side])} (${t(kind === 'qualitative' ? text.lines : text.perYear)})`,
    width: 18,
  })),
  { label: t(text.planned), width: 14 },
  { label: t(text.missed), width: 14 },
]

const rowsOf = (visit: Visit, { case: of, phase, promisedIn, shares, measures }: PortfolioCase) =>
  shares.map((share) => [
    of.caseNumber,
    of.title,
    visit.locale.t(phaseNames[phase]),
    organisationName(visit, of.organisation),
    promisedIn ?? null,
    organisationName(visit, share.organisation),
    ...places.map(({ part, kind, side }) => amountOf(share[part], kind, side)),
    measures.planned,
    measures.missed,
  ])

export const portfolioExport = (format: TableFormat) => async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, today } = visit.locale
  const rows = (await loadCases(visit)).flatMap((one) => rowsOf(visit, one))
  const fileName = `${t({ sv: 'nyttoportfolj', en: 'benefits' })}-${visit.county.id}-${today}`
  return sendTable(c, { name: t(text.name), columns: columnsFor(visit), rows }, fileName, format)
}
