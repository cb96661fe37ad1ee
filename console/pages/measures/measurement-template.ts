import { caseMeasures } from '../../api/measure-views.ts'
import type { CaseMeasures, Measure } from '../../api/measure-views.ts'
import { at } from '../../api/client.ts'
import { sendTable } from '../../tables/send-table.ts'
import type { TableFormat } from '../../tables/send-table.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadDueMeasures } from './load-measures.ts'
import { measurementColumnNames, measurementColumns } from './measurement-columns.ts'
import type { MeasurementColumn } from './measurement-columns.ts'
import { maxRows } from './read-measurement-file.ts'

/** A file to fill in: a row for each line that is to be measured, of one case or of an organisation's cases. */

const cellsOf = ({ case: of }: CaseMeasures, one: Measure): Record<MeasurementColumn, string | null> => ({
  caseNumber: of.caseNumber,
  caseTitle: of.title,
  lineName: one.name,
  measure: one.measure,
  unit: one.unit ?? null,
  measuredOn: null,
  value: null,
  source: null,
  comment: null,
  dueOn: one.dueOn,
  caseId: of.caseId,
  lineId: one.lineId,
})

/** Everything of one case, planned or late; of many cases what is due. */
const loadCases = async (visit: Visit): Promise<CaseMeasures[]> => {
  const caseId = visit.query.get('arende')
  if (caseId) return [(await visit.api.read(at`/v1/benefits/cases/${caseId}/measures`, caseMeasures)).value]
  return loadDueMeasures(visit, { organisation: visit.query.get('organisation') ?? undefined }, maxRows)
}

export const measurementTemplate = (format: TableFormat) => async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const rows = (await loadCases(visit)).flatMap((one) => one.measures.map((measure) => cellsOf(one, measure)))
  return sendTable(
    c,
    {
      name: t({ sv: 'Mätningar', en: 'Measurements' }),
      columns: measurementColumnNames.map((column) => ({
        label: t(measurementColumns[column].label),
        width: measurementColumns[column].width,
      })),
      rows: rows.slice(0, maxRows).map((row) => measurementColumnNames.map((column) => row[column])),
    },
    t({ sv: 'matningar', en: 'measurements' }),
    format,
  )
}
