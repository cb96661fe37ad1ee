import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import { importPreview, importResult } from '../../api/library-views.ts'
import type { ImportPreview, ImportResult } from '../../api/library-views.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { TableLinks } from '../../layout/table-links.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CompletionAlert, ConfirmForm, FileForm, ToPutRight, UnfitAlert } from '../file-import/import-parts.tsx'
import { importText } from '../file-import/import-text.ts'
import { carriedRows, readPostedTable } from '../file-import/posted-file.ts'
import type { Unfit } from '../file-import/posted-file.ts'
import { maxRows, readRequirementFile } from './read-requirement-file.ts'
import type { FileProblem, RequirementRow } from './read-requirement-file.ts'
import { columnAt, requirementColumns } from './requirement-columns.ts'
import { libraryWords } from './words.ts'

/** Requirements from a CSV or Excel file: a preview that stores nothing, and then all or nothing. */

const text = {
  ...importText,
  lead: {
    sv: 'Hämta biblioteket som fil, ändra eller lägg till rader och lämna filen här. Rader med nummer ger kravet en ny version, rader utan nummer blir nya krav. Du får se vad som händer innan något sparas.',
    en: 'Download the library as a file, change or add rows and hand the file in here. Rows with a number give the requirement a new version, rows without one become new. You see what happens before anything is stored.',
  },
  fileHelp: {
    sv: `CSV eller Excel (.xlsx), högst 0,9 MB och ${maxRows} krav.`,
    en: `CSV or Excel (.xlsx), at most 0.9 MB and ${maxRows} requirements.`,
  },
  template: { sv: 'Hämta som mall:', en: 'Take as a template:' },
  notYet: { sv: 'Filen kan inte läsas in än', en: 'The file cannot be imported yet' },
  rows: { sv: 'Filens krav', en: "The file's requirements" },
  noRows: { sv: 'Filen har inga krav.', en: 'The file has no requirements.' },
  nothingNew: { sv: 'Allt i filen står redan i biblioteket.', en: 'Everything in the file stands in the library already.' },
  store: { sv: 'Läs in', en: 'Import' },
  done: { sv: 'Kraven är inlästa', en: 'The requirements have been imported' },
  partly: { sv: 'Alla krav kunde inte läsas in', en: 'Not every requirement could be imported' },
  partlyHelp: {
    sv: 'Lämna samma fil igen. Det som redan är inläst ändras inte en gång till.',
    en: 'Hand in the same file again. What has been imported is not changed once more.',
  },
} as const satisfies Record<string, Text>

const verdicts = {
  new: { sv: 'Nytt krav', en: 'New requirement' },
  changed: { sv: 'Ny version', en: 'New version' },
  unchanged: { sv: 'Ingen ändring', en: 'No change' },
  refused: { sv: 'Måste rättas', en: 'To be put right' },
} as const satisfies Record<ImportPreview['rows'][number]['verdict'], Text>

const verdictColors = { new: 'success', changed: 'success', unchanged: 'neutral', refused: 'danger' } as const

const outcomes = {
  added: verdicts.new,
  changed: verdicts.changed,
  unchanged: verdicts.unchanged,
  failed: { sv: 'Inte inläst: kravet ändrades samtidigt', en: 'Not imported: the requirement was changed at the same time' },
} as const satisfies Record<ImportResult['rows'][number]['outcome'], Text>

const page = '/kravbibliotek/import'
const checkPage = `${page}/granskning`

const Frame = ({ visit, children }: { visit: Visit; children: Child }) => {
  const { t } = visit.locale
  return (
    <Page
      visit={visit}
      title={t(libraryWords.import)}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/kravbibliotek', label: t(words.requirementLibrary) },
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {t(libraryWords.import)}
      </h1>
      {children}
    </Page>
  )
}

const presentForm = (c: PageContext, unfit?: Unfit) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return show(
    c,
    <Frame visit={visit}>
      <UnfitAlert visit={visit} text={text} unfit={unfit} hasPointers />
      <p class="measure">{t(text.lead)}</p>
      <p>
        {t(text.template)} <TableLinks of={(format) => `/kravbibliotek/export.${format}?tid=alla`} />
      </p>
      <FileForm visit={visit} text={text} action={checkPage} unfit={unfit} />
    </Frame>,
    unfit ? 422 : 200,
  )
}

export const importPage = (c: PageContext) => presentForm(c)

const allProblems = (preview: ImportPreview | undefined, problems: readonly FileProblem[]): FileProblem[] => {
  const found = (preview?.rows ?? []).flatMap(({ row, problems: ofRow }) =>
    ofRow.map(({ pointer, message }) => ({ row, column: columnAt(pointer), message })),
  )
  return [...problems, ...found].toSorted((a, b) => a.row - b.row)
}

interface Checked {
  readonly rows: readonly RequirementRow[]
  readonly preview: ImportPreview | undefined
  readonly problems: readonly FileProblem[]
}

const placed = ({ row, column, message }: FileProblem) => ({ row, place: requirementColumns[column].label, message })

const RowTable = ({ visit, preview }: { visit: Visit; preview: ImportPreview }) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={t(text.rows)}
      columns={[text.row, libraryWords.number, libraryWords.requirement, text.verdict].map((label) => ({ label: t(label) }))}
      rows={preview.rows.map(({ row, id, text: words_, verdict }) => [
        String(row),
        id ?? '–',
        t(words_),
        <Tag color={verdictColors[verdict]}>{t(verdicts[verdict])}</Tag>,
      ])}
    />
  )
}

const presentPreview = (c: PageContext, { rows, preview, problems }: Checked) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const isClean = problems.length === 0
  const stored = (preview?.new ?? 0) + (preview?.changed ?? 0)
  return show(
    c,
    <Frame visit={visit}>
      {isClean && rows.length === 0 && <Alert color="warning" title={t(text.noRows)} />}
      {isClean && rows.length > 0 && stored === 0 && <Alert title={t(text.nothingNew)} />}
      <ToPutRight visit={visit} text={text} problems={problems.map(placed)} />
      {preview && preview.rows.length > 0 && <RowTable visit={visit} preview={preview} />}
      {isClean && stored > 0 ? (
        <ConfirmForm visit={visit} text={text} page={page} carried={{ rows: JSON.stringify(rows) }} count={stored} />
      ) : (
        <FileForm visit={visit} text={text} action={checkPage} />
      )}
    </Frame>,
    isClean ? 200 : 422,
  )
}

export const checkImport = async (c: PageContext) => {
  const visit = visitOf(c)
  const { fil } = await c.req.parseBody()
  const read = await readPostedTable(fil, text)
  if (!read.ok) return presentForm(c, read.unfit)
  const { rows, problems } = readRequirementFile(read.grid)
  if (rows.length === 0) return presentPreview(c, { rows, problems, preview: undefined })
  const tried = await visit.api.write('POST', '/v1/catalogue/library/imports/previews', { rows }, importPreview)
  if (!tried.ok) return presentForm(c, { kind: 'refused', problem: tried.problem })
  return presentPreview(c, { rows, preview: tried.value, problems: allProblems(tried.value, problems) })
}

const presentResult = (c: PageContext, result: ImportResult) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return show(
    c,
    <Frame visit={visit}>
      <CompletionAlert visit={visit} text={text} isComplete={result.isComplete} />
      <DataTable
        caption={t(text.outcome)}
        columns={[text.row, libraryWords.number, text.outcome].map((label) => ({ label: t(label) }))}
        rows={result.rows.map(({ row, id, outcome }) => [
          String(row),
          id ? (
            <a class="ds-link" href={`/kravbibliotek/${id}`}>
              {id}
            </a>
          ) : (
            '–'
          ),
          t(outcomes[outcome]),
        ])}
      />
    </Frame>,
  )
}

export const confirmImport = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const rows = carriedRows(entered.get('rows'))
  if (!rows) return presentForm(c, { kind: 'fault', message: text.noFile })
  const done = await visit.api.write('POST', '/v1/catalogue/library/imports', { rows }, importResult, {
    idempotencyKey: entered.get('key') ?? undefined,
  })
  return done.ok ? presentResult(c, done.value) : presentForm(c, { kind: 'refused', problem: done.problem })
}
