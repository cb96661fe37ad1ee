import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import { importPreview, importResult } from '../../api/measure-views.ts'
import type { ImportPreview, ImportResult } from '../../api/measure-views.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { TableLinks } from '../../layout/table-links.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CompletionAlert, ConfirmForm, FileSection, ProblemTable, ToPutRight, UnfitAlert } from '../file-import/import-parts.tsx'
import { importText } from '../file-import/import-text.ts'
import { carriedRows, readPostedTable } from '../file-import/posted-file.ts'
import type { Unfit } from '../file-import/posted-file.ts'
import { measurementColumns } from './measurement-columns.ts'
import type { MeasurementColumn } from './measurement-columns.ts'
import { maxRows, readMeasurementFile } from './read-measurement-file.ts'
import type { FileProblem, MeasurementRow } from './read-measurement-file.ts'

/** Measurements from a CSV or Excel file: a template, a preview that stores nothing, and then all or nothing. */

const text = {
  ...importText,
  title: { sv: 'Registrera mätningar från en fil', en: 'Record measurements from a file' },
  lead: {
    sv: 'Hämta mallen, fyll i dag, värde och källa, och lämna filen här. Du får se vad som kommer att registreras innan något sparas.',
    en: 'Take the template, fill in day, value and source, and hand the file in here. You see what will be recorded before anything is stored.',
  },
  template: { sv: 'Hämta mallen', en: 'Take the template' },
  templateOfCase: {
    sv: 'Mallen har en rad för varje mätning som är planerad i ärendet. Rader som du lämnar tomma hoppas över.',
    en: 'The template has a row for every measurement that is planned in the case. Rows that you leave empty are passed by.',
  },
  templateHelp: {
    sv: 'Mallen har en rad för varje mätning som är försenad eller ska göras inom 30 dagar. Rader som du lämnar tomma hoppas över.',
    en: 'The template has a row for every measurement that is overdue or due within 30 days. Rows that you leave empty are passed by.',
  },
  own: { sv: 'Min organisations ärenden', en: "My organisation's cases" },
  every: { sv: 'Alla organisationers ärenden', en: "Every organisation's cases" },
  thisCase: { sv: 'Det här ärendet', en: 'This case' },
  handIn: { sv: 'Lämna den ifyllda filen', en: 'Hand in the file, filled in' },
  fileHelp: {
    sv: `CSV eller Excel (.xlsx), högst 0,9 MB och ${maxRows} mätningar.`,
    en: `CSV or Excel (.xlsx), at most 0.9 MB and ${maxRows} measurements.`,
  },
  unusable: { sv: 'Filen kunde inte användas', en: 'The file could not be used' },
  notYet: { sv: 'Filen kan inte registreras än', en: 'The file cannot be recorded yet' },
  preview: { sv: 'Filens mätningar', en: "The file's measurements" },
  previewProblems: { sv: 'Filens rader', en: "The file's rows" },
  blank: { sv: 'rader utan värde hoppas över', en: 'rows without a value are passed by' },
  blankOne: { sv: 'rad utan värde hoppas över', en: 'row without a value is passed by' },
  noRows: {
    sv: 'Filen har inga ifyllda mätningar. Fyll i dag, värde och källa på minst en rad.',
    en: 'The file has no measurements filled in. Fill in day, value and source on at least one row.',
  },
  nothingNew: {
    sv: 'Allt i filen är redan registrerat. Det finns inget att göra.',
    en: 'Everything in the file has been recorded already. There is nothing to do.',
  },
  store: { sv: 'Registrera', en: 'Record' },
  value: { sv: 'Värde', en: 'Value' },
  day: { sv: 'Mätt den', en: 'Measured on' },
  line: { sv: 'Nytta eller kostnad', en: 'Benefit or cost' },
  done: { sv: 'Mätningarna är registrerade', en: 'The measurements have been recorded' },
  partly: { sv: 'Alla mätningar kunde inte registreras', en: 'Not every measurement could be recorded' },
  partlyHelp: {
    sv: 'Lämna samma fil igen när du har rättat det som står nedan. Det som redan är registrerat läggs inte till en gång till.',
    en: 'Hand in the same file again when you have put right what stands below. What has been recorded is not added once more.',
  },
  recorded: { sv: 'Registrerade', en: 'Recorded' },
  already: { sv: 'Fanns redan', en: 'Already there' },
  measures: { sv: 'Mätningar att göra', en: 'Measurements to take' },
} as const satisfies Record<string, Text>

const verdicts = {
  new: { sv: 'Registreras', en: 'Is recorded' },
  alreadyRecorded: { sv: 'Finns redan, läggs inte till', en: 'Already there, not added' },
  refused: { sv: 'Måste rättas', en: 'To be put right' },
} as const satisfies Record<ImportPreview['rows'][number]['verdict'], Text>

const outcomes = {
  recorded: { sv: 'Registrerat', en: 'Recorded' },
  alreadyRecorded: { sv: 'Fanns redan', en: 'Already there' },
  refused: { sv: 'Inte registrerat: ärendet ändrades samtidigt', en: 'Not recorded: the case was changed at the same time' },
  busy: { sv: 'Inte registrerat: andra skrev i ärendet', en: 'Not recorded: others were writing in the case' },
} as const satisfies Record<ImportResult['cases'][number]['outcome'], Text>

const page = '/nytta/matningar/import'
const checkPage = `${page}/granskning`

const Frame = ({ visit, children }: { visit: Visit; children: Child }) => {
  const { t } = visit.locale
  return (
    <Page visit={visit} title={t(text.title)} crumbs={[{ href: '/nytta/matningar', label: t(text.measures) }]}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      {children}
    </Page>
  )
}

/** The templates that are worth offering: of the case one has come from, else of one's organisation and of all. */
const templatesFor = ({ query, user }: Visit): readonly { readonly label: Text; readonly query: string }[] => {
  const caseId = query.get('arende')
  if (caseId) return [{ label: text.thisCase, query: `?${new URLSearchParams({ arende: caseId }).toString()}` }]
  return [
    ...(user?.organisation === undefined
      ? []
      : [{ label: text.own, query: `?${new URLSearchParams({ organisation: user.organisation }).toString()}` }]),
    { label: text.every, query: '' },
  ]
}

const Templates = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  return (
    <section aria-labelledby="mall">
      <h2 class="ds-heading" data-size="sm" id="mall">
        {t(text.template)}
      </h2>
      <p>{t(visit.query.has('arende') ? text.templateOfCase : text.templateHelp)}</p>
      <ul>
        {templatesFor(visit).map(({ label, query }) => (
          <li>
            {t(label)}: <TableLinks of={(format) => `/nytta/matningar/mall.${format}${query}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const presentForm = (c: PageContext, visit: Visit, unfit?: Unfit) => {
  const { t } = visit.locale
  return show(
    c,
    <Frame visit={visit}>
      <UnfitAlert visit={visit} text={text} unfit={unfit} />
      <p>{t(text.lead)}</p>
      <Templates visit={visit} />
      <FileSection id="lamna" heading={text.handIn} visit={visit} text={text} action={checkPage} unfit={unfit} />
    </Frame>,
    unfit ? 422 : 200,
  )
}

export const importPage = (c: PageContext) => presentForm(c, visitOf(c))

/** Problems that the service found and those that the file has in itself, in the order of the file. */
const allProblems = (preview: ImportPreview | undefined, problems: readonly FileProblem[]): FileProblem[] => {
  const found = (preview?.rows ?? []).flatMap(({ row, problems: ofRow }) =>
    ofRow.map(({ field, message }) => ({ row, column: columnOf(field), message })),
  )
  return [...problems, ...found].toSorted((a, b) => a.row - b.row)
}

/** The service's fields have the names of the columns; one that this console does not know is shown at the line. */
const columnOf = (field: string): MeasurementColumn =>
  Object.hasOwn(measurementColumns, field) ? (field as MeasurementColumn) : 'lineId' // hasOwn has just said so

const placed = ({ row, column, message }: FileProblem) => ({ row, place: measurementColumns[column].label, message })

const RowTable = ({ visit, preview, isClean }: { visit: Visit; preview: ImportPreview; isClean: boolean }) => {
  const { locale } = visit
  const { t } = locale
  return (
    <DataTable
      caption={t(isClean ? text.preview : text.previewProblems)}
      columns={[
        { label: t(text.row) },
        { label: t(text.line) },
        { label: t(words.case) },
        { label: t(text.day) },
        { label: t(text.value), isNumber: true },
        { label: t(text.verdict) },
      ]}
      rows={preview.rows.map(({ row, lineName, measure, caseNumber, measuredOn, value, unit, verdict }) => [
        String(row),
        <>
          {lineName ?? '–'}
          {measure && <span class="note block">{measure}</span>}
        </>,
        caseNumber ?? '–',
        locale.shortDay(measuredOn),
        `${locale.number(value)}${unit ? ` ${unit}` : ''}`,
        <Tag color={verdict === 'new' ? 'success' : verdict === 'refused' ? 'danger' : 'neutral'}>
          {t(verdict === 'new' && !isClean ? text.fitsSoFar : verdicts[verdict])}
        </Tag>,
      ])}
    />
  )
}

interface Checked {
  readonly rows: readonly MeasurementRow[]
  readonly blankRows: number
  readonly preview: ImportPreview | undefined
  readonly problems: readonly FileProblem[]
}

const presentPreview = (c: PageContext, visit: Visit, { rows, blankRows, preview, problems }: Checked) => {
  const { t, number } = visit.locale
  const isClean = problems.length === 0
  return show(
    c,
    <Frame visit={visit}>
      {isClean && rows.length === 0 && (
        <Alert color="warning" title={t(text.unusable)}>
          <p class="ds-paragraph">{t(text.noRows)}</p>
        </Alert>
      )}
      {isClean && rows.length > 0 && preview?.new === 0 && (
        <Alert>
          <p class="ds-paragraph">{t(text.nothingNew)}</p>
        </Alert>
      )}
      <ToPutRight visit={visit} text={text} problems={problems.map(placed)} />
      {preview && preview.rows.length > 0 && <RowTable visit={visit} preview={preview} isClean={isClean} />}
      {blankRows > 0 && (
        <p class="note">
          {number(blankRows)} {t(blankRows === 1 ? text.blankOne : text.blank)}.
        </p>
      )}
      {isClean && preview && preview.new > 0 ? (
        <ConfirmForm visit={visit} text={text} page={page} carried={{ rows: JSON.stringify(rows) }} count={preview.new} />
      ) : (
        <FileSection id="igen" heading={text.another} visit={visit} text={text} action={checkPage} />
      )}
    </Frame>,
    isClean ? 200 : 422,
  )
}

export const checkImport = async (c: PageContext) => {
  const visit = visitOf(c)
  const { fil } = await c.req.parseBody()
  const read = await readPostedTable(fil, text)
  if (!read.ok) return presentForm(c, visit, read.unfit)
  const { rows, problems, blankRows } = readMeasurementFile(read.grid)
  if (rows.length === 0) return presentPreview(c, visit, { rows, problems, blankRows, preview: undefined })
  const tried = await visit.api.write('POST', '/v1/benefits/measurement-imports/previews', { rows }, importPreview)
  if (!tried.ok) return presentForm(c, visit, { kind: 'refused', problem: tried.problem })
  return presentPreview(c, visit, { rows, blankRows, preview: tried.value, problems: allProblems(tried.value, problems) })
}

const presentResult = (c: PageContext, visit: Visit, result: ImportResult) => {
  const { t, number } = visit.locale
  const problems = result.cases.flatMap((one) =>
    one.problems.map(({ row, field, message }) => ({ row, column: columnOf(field), message })),
  )
  return show(
    c,
    <Frame visit={visit}>
      <CompletionAlert visit={visit} text={text} isComplete={result.isComplete} />
      <DataTable
        caption={t(text.outcome)}
        columns={[
          { label: t(words.case) },
          { label: t(text.outcome) },
          { label: t(text.recorded), isNumber: true },
          { label: t(text.already), isNumber: true },
        ]}
        rows={result.cases.map(({ caseId, caseNumber, caseTitle, outcome, recorded, alreadyRecorded }) => [
          <>
            <a class="ds-link" href={`/arenden/${caseId}/nytta/matningar`}>
              {caseTitle}
            </a>
            <span class="note block">{caseNumber}</span>
          </>,
          t(outcomes[outcome]),
          number(recorded),
          number(alreadyRecorded),
        ])}
      />
      {problems.length > 0 && <ProblemTable visit={visit} text={text} problems={problems.map(placed)} />}
      <p>
        <a class="ds-link" href="/nytta/matningar">
          {t(text.measures)}
        </a>
      </p>
    </Frame>,
  )
}

export const confirmImport = async (c: PageContext) => {
  const visit = visitOf(c)
  const sent = new URLSearchParams(await c.req.text())
  const rows = carriedRows(sent.get('rows'), maxRows)
  if (!rows) return presentForm(c, visit, { kind: 'fault', message: text.noFile })
  const idempotencyKey = sent.get('key') ?? undefined
  const done = await visit.api.write('POST', '/v1/benefits/measurement-imports', { rows }, importResult, { idempotencyKey })
  return done.ok ? presentResult(c, visit, done.value) : presentForm(c, visit, { kind: 'refused', problem: done.problem })
}
