import { careStepNames, targetGroupNames } from '#contracts/market.ts'
import {
  contractKindNames,
  hostingNames,
  integrationDirectionNames,
  optionStatusNames,
  systemCategoryNames,
  systemStatusNames,
} from '#contracts/system-map.ts'
import type { Text } from '#contracts/language.ts'
import { systemContents, systemView } from '../../api/system-views.ts'
import type { SystemVersion } from '../../api/system-views.ts'
import { organisationName } from '../../layout/names.ts'
import { words } from '../../language/words.ts'
import type { WrittenTable } from '../../tables/cells.ts'
import { sendTable } from '../../tables/send-table.ts'
import type { TableFormat } from '../../tables/send-table.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { systemApi } from './load-system.ts'
import { withQuery } from './map-filter.tsx'
import { selectionOf } from './map-selection.ts'
import { integrationColumn, optionNumbers, systemColumnNames, systemColumns } from './system-columns.ts'
import type { SystemColumn } from './system-columns.ts'

/** The map as a file: to fill in, or with what stands on it. */

type Cell = string | number | null
type Cells = Partial<Record<SystemColumn, Cell>>

const orePerKrona = 100
const listSeparator = '; '

const joined = (parts: readonly string[]): string | null => (parts.length > 0 ? parts.join(listSeparator) : null)

const systemCells = ({ locale: { t } }: Visit, { content }: SystemVersion): Cells => ({
  name: content.name,
  purpose: content.purpose,
  category: t(systemCategoryNames[content.category]),
  status: t(systemStatusNames[content.status]),
  functions: joined(content.functions),
  careSteps: joined(content.careSteps.map((one) => t(careStepNames[one]))),
  targetGroups: joined(content.targetGroups.map((one) => t(targetGroupNames[one]))),
  supplier: content.supplier.name,
  owner: content.owner ?? null,
  users: content.users ?? null,
  inUseSince: content.inUseSince ?? null,
  hosting: content.hosting ? t(hostingNames[content.hosting]) : null,
  confidentiality: content.informationClass?.confidentiality ?? null,
  integrity: content.informationClass?.integrity ?? null,
  availability: content.informationClass?.availability ?? null,
})

/** Days, also of options that stand in months: as the service has reckoned them. */
interface ReckonedOptions {
  readonly options: readonly { readonly until?: string | undefined; readonly decideBy?: string | undefined }[]
}

const contractCells = (
  visit: Visit,
  given: SystemVersion['content']['contracts'][number],
  reckoned: ReckonedOptions | undefined,
): Cells => {
  const { t } = visit.locale
  return {
    contractNumber: given.contractNumber ?? null,
    diaryNumber: given.diaryNumber ?? null,
    contractSupplier: given.supplier ?? null,
    contractKind: t(contractKindNames[given.kind]),
    value: given.value === undefined ? null : given.value / orePerKrona,
    start: given.start,
    end: given.end ?? null,
    callOff: joined(given.callOff.map((one) => organisationName(visit, one))),
    cpv: joined(given.cpv),
    ...Object.fromEntries(
      optionNumbers.flatMap((number) => {
        const [option, days] = [given.options[number - 1], reckoned?.options[number - 1]]
        return option
          ? [
              [`option${number}Until`, option.until ?? days?.until ?? null],
              [`option${number}DecideBy`, option.decideBy ?? days?.decideBy ?? null],
              [`option${number}Status`, t(optionStatusNames[option.status])],
            ]
          : []
      }),
    ),
  }
}

const loadContents = async (visit: Visit): Promise<SystemVersion[]> => {
  const found: SystemVersion[] = []
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const read = await visit.api.read(
      withQuery('/v1/catalogue/system-contents', { ...selectionOf(visit), limit: '100', cursor }),
      systemContents,
    )
    found.push(...read.value.systems)
    cursor = read.nextCursor
  }
  return found
}

const hasMonths = ({ content }: SystemVersion): boolean =>
  content.contracts.some(({ options }) =>
    options.some(({ months, noticeMonths }) => months !== undefined || noticeMonths !== undefined),
  )

/** The service reckons days from months; those systems are read one by one. */
const reckonedContracts = async (visit: Visit, system: SystemVersion): Promise<readonly ReckonedOptions[]> =>
  hasMonths(system) ? (await visit.api.read(systemApi(system.systemId), systemView)).value.contracts : []

const rowsOf = async (visit: Visit, system: SystemVersion): Promise<Cells[]> => {
  const { contracts } = system.content
  const reckoned = await reckonedContracts(visit, system)
  const rows = contracts.map((one, index) => contractCells(visit, one, reckoned[index]))
  const [first = {}, ...rest] = rows
  return [{ ...systemCells(visit, system), ...first }, ...rest.map((row) => ({ name: system.content.name, ...row }))]
}

const integrationsOf = ({ locale: { t } }: Visit, { content }: SystemVersion, names: ReadonlyMap<string, string>) =>
  joined(
    content.integrations.map(
      ({ systemId, standard, direction }) =>
        `${t(integrationDirectionNames[direction])} ${names.get(systemId) ?? systemId} (${standard})`,
    ),
  )

const fileName = (visit: Visit): string => `${visit.locale.t({ sv: 'systemkarta', en: 'system-map' })}-${visit.locale.today}`

const headings = ({ locale: { t } }: Visit): WrittenTable['columns'] =>
  systemColumnNames.map((column) => ({ label: t(systemColumns[column].label), width: systemColumns[column].width }))

const sheetName: Text = { sv: 'Systemkarta', en: 'System map' }

export const systemExport = (format: TableFormat) => async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const systems = await loadContents(visit)
  const names = new Map(systems.map(({ systemId, content }) => [systemId as string, content.name]))
  const rows: Cell[][] = []
  for (const system of systems) {
    // One after the other: a file may hold hundreds.
    // oxlint-disable-next-line no-await-in-loop
    for (const cells of await rowsOf(visit, system))
      rows.push([
        ...systemColumnNames.map((column) => cells[column] ?? null),
        organisationName(visit, system.organisation),
        integrationsOf(visit, system, names),
      ])
  }
  const columns = [
    ...headings(visit),
    { label: t(words.organisation), width: 24 },
    { label: t(integrationColumn.label), width: integrationColumn.width },
  ]
  return sendTable(c, { name: t(sheetName), columns, rows }, fileName(visit), format)
}

/** The same as the API has it, for those who keep a copy. */
export const exportAsJson = async (c: PageContext) => {
  const visit = visitOf(c)
  return c.body(JSON.stringify({ systems: await loadContents(visit) }, undefined, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName(visit)}.json"`,
    'cache-control': 'no-store',
  })
}

export const systemTemplate = (format: TableFormat) => (c: PageContext) => {
  const visit = visitOf(c)
  const name = visit.locale.t({ sv: 'mall-systemkarta', en: 'system-map-template' })
  return sendTable(c, { name: visit.locale.t(sheetName), columns: headings(visit), rows: [] }, name, format)
}
