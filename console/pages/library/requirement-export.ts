import type { Requirement } from '../../api/library-views.ts'
import type { WrittenTable } from '../../tables/cells.ts'
import { sendTable } from '../../tables/send-table.ts'
import type { ExportFormat } from './export-formats.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { writeCondition } from './condition-text.ts'
import { loadRequirements } from './load-requirements.ts'
import { columnKeys, requirementColumns } from './requirement-columns.ts'
import type { RequirementColumn } from './requirement-columns.ts'
import { writeSources } from './source-text.ts'

/** What a search has found, as a file: the same columns that an import reads. */

const cellsOf = (one: Requirement): Readonly<Record<RequirementColumn, string | null>> => ({
  id: one.id,
  textSv: one.text.sv,
  textEn: one.text.en,
  kind: one.kind,
  force: one.force,
  sources: writeSources(one.sources),
  validFrom: one.validFrom,
  validTo: one.validTo ?? null,
  appliesWhen: writeCondition(one.appliesWhen),
  verification: one.verification,
  barrier: one.barrier.level,
  whySv: one.barrier.why?.sv ?? null,
  whyEn: one.barrier.why?.en ?? null,
  askSv: one.barrier.askInstead?.sv ?? null,
  askEn: one.barrier.askInstead?.en ?? null,
  servesWords: one.servesWords.join(', '),
})

const name = { sv: 'Kravbibliotek', en: 'Requirement library' } as const
const fileName = 'kravbibliotek'

export const requirementTable = (requirements: readonly Requirement[], { locale: { t } }: Visit): WrittenTable => ({
  name: t(name),
  columns: columnKeys.map((key) => ({ label: t(requirementColumns[key].label), width: requirementColumns[key].width })),
  rows: requirements.map((one) => {
    const cells = cellsOf(one)
    return columnKeys.map((key) => cells[key])
  }),
})

const sendJson = async (c: PageContext): Promise<Response> => {
  const requirements = await loadRequirements(visitOf(c))
  return c.body(JSON.stringify({ requirements }, null, 2), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName}.json"`,
    'cache-control': 'no-store',
  })
}

export const libraryExport = (format: ExportFormat) => async (c: PageContext) => {
  if (format === 'json') return sendJson(c)
  const visit = visitOf(c)
  return sendTable(c, requirementTable(await loadRequirements(visit), visit), fileName, format)
}
