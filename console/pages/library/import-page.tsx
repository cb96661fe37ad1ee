import type { Child } from 'hono/jsx'
import * as z from 'zod'
import type { Text } from '#contracts/language.ts'
import type { ApiProblem } from '../../api/client.ts'
import { importPreview, importResult } from '../../api/library-views.ts'
import type { ImportPreview, ImportResult } from '../../api/library-views.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { newSecret } from '../../session/pkce.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { maxRows, readRequirementFile } from './read-requirement-file.ts'
import type { FileProblem, RequirementRow } from './read-requirement-file.ts'
import { columnAt, requirementColumns } from './requirement-columns.ts'
import { libraryWords } from './words.ts'

/** Requirements from a CSV or Excel file: a preview that stores nothing, and then all or nothing. */

const text = {
  lead: {
    sv: 'Hämta biblioteket som fil, ändra eller lägg till rader och lämna filen här. Rader med nummer ger kravet en ny version, rader utan nummer blir nya krav. Du får se vad som händer innan något sparas.',
    en: 'Download the library as a file, change or add rows and hand the file in here. Rows with a number give the requirement a new version, rows without one become new. You see what happens before anything is stored.',
  },
  file: { sv: 'Fil', en: 'File' },
  fileHelp: {
    sv: `CSV eller Excel (.xlsx), högst 0,9 MB och ${maxRows} krav.`,
    en: `CSV or Excel (.xlsx), at most 0.9 MB and ${maxRows} requirements.`,
  },
  template: { sv: 'Hämta som mall:', en: 'Take as a template:' },
  check: { sv: 'Granska filen', en: 'Check the file' },
  noFile: { sv: 'Välj en fil.', en: 'Choose a file.' },
  tooLarge: { sv: 'Filen är för stor. Dela upp den.', en: 'The file is too large. Split it.' },
  nothingStored: { sv: 'Inget har sparats.', en: 'Nothing has been stored.' },
  notYet: { sv: 'Filen kan inte läsas in än', en: 'The file cannot be imported yet' },
  problemsLead: {
    sv: 'Rätta raderna i filen och granska den igen. Inget har sparats.',
    en: 'Put the rows right in the file and check it again. Nothing has been stored.',
  },
  toPutRight: { sv: 'Att rätta i filen', en: 'To put right in the file' },
  row: { sv: 'Rad', en: 'Row' },
  column: { sv: 'Kolumn', en: 'Column' },
  remedy: { sv: 'Vad som är fel och hur det rättas', en: 'What is wrong and how to put it right' },
  rows: { sv: 'Filens krav', en: "The file's requirements" },
  verdict: { sv: 'Vad som händer', en: 'What happens' },
  noRows: { sv: 'Filen har inga krav.', en: 'The file has no requirements.' },
  nothingNew: { sv: 'Allt i filen står redan i biblioteket.', en: 'Everything in the file stands in the library already.' },
  store: { sv: 'Läs in', en: 'Import' },
  another: { sv: 'Välj en annan fil', en: 'Choose another file' },
  done: { sv: 'Kraven är inlästa', en: 'The requirements have been imported' },
  partly: { sv: 'Alla krav kunde inte läsas in', en: 'Not every requirement could be imported' },
  partlyHelp: {
    sv: 'Lämna samma fil igen. Det som redan är inläst ändras inte en gång till.',
    en: 'Hand in the same file again. What has been imported is not changed once more.',
  },
  outcome: { sv: 'Utfall', en: 'Outcome' },
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

/** Below what the console takes of any form, so that it is told here and not by the frame. */
const largestFileBytes = 900_000

const page = '/kravbibliotek/import'

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

const FileForm = ({ visit, fault }: { visit: Visit; fault?: string | undefined }) => {
  const { t } = visit.locale
  return (
    <form method="post" action={`${page}/granskning`} enctype="multipart/form-data" class="form no-print" novalidate>
      <div class="ds-field">
        <label class="ds-label" for="fil">
          {t(text.file)}
        </label>
        <p class="note" id="fil-help">
          {t(text.fileHelp)}
        </p>
        <input
          class="ds-input"
          type="file"
          id="fil"
          name="fil"
          accept=".csv,.xlsx,text/csv"
          aria-describedby={fault ? 'fil-help fil-error' : 'fil-help'}
          aria-invalid={fault ? 'true' : undefined}
        />
        {fault && (
          <p class="ds-validation-message" data-color="danger" id="fil-error">
            {fault}
          </p>
        )}
      </div>
      <p class="actions">
        <button class="ds-button" type="submit">
          {t(text.check)}
        </button>
      </p>
    </form>
  )
}

const presentForm = (c: PageContext, fault?: Text, alert?: Child) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return show(
    c,
    <Frame visit={visit}>
      {alert}
      <p class="measure">{t(text.lead)}</p>
      <p>
        {t(text.template)}{' '}
        <a class="ds-link" href="/kravbibliotek/export.xlsx?tid=alla">
          Excel
        </a>{' '}
        <a class="ds-link" href="/kravbibliotek/export.csv?tid=alla">
          CSV
        </a>
      </p>
      <FileForm visit={visit} fault={fault && t(fault)} />
    </Frame>,
    fault || alert ? 422 : 200,
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

const ProblemTable = ({ visit, problems }: { visit: Visit; problems: readonly FileProblem[] }) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={t(text.toPutRight)}
      columns={[text.row, text.column, text.remedy].map((label) => ({ label: t(label) }))}
      rows={problems.map(({ row, column, message }) => [String(row), t(requirementColumns[column].label), t(message)])}
    />
  )
}

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
  const { t, number } = visit.locale
  const isClean = problems.length === 0
  const stored = (preview?.new ?? 0) + (preview?.changed ?? 0)
  return show(
    c,
    <Frame visit={visit}>
      {!isClean && (
        <Alert color="danger" title={t(text.notYet)}>
          <p class="ds-paragraph">{t(text.problemsLead)}</p>
        </Alert>
      )}
      {isClean && rows.length === 0 && <Alert color="warning" title={t(text.noRows)} />}
      {isClean && rows.length > 0 && stored === 0 && <Alert title={t(text.nothingNew)} />}
      {!isClean && <ProblemTable visit={visit} problems={problems} />}
      {preview && preview.rows.length > 0 && <RowTable visit={visit} preview={preview} />}
      {isClean && stored > 0 ? (
        <form method="post" action={page} class="no-print">
          <input type="hidden" name="rows" value={JSON.stringify(rows)} />
          <input type="hidden" name="key" value={newSecret()} />
          <p class="actions">
            <button class="ds-button" type="submit">
              {t(text.store)} ({number(stored)})
            </button>
            <a class="ds-button" data-variant="secondary" href={page}>
              {t(text.another)}
            </a>
          </p>
        </form>
      ) : (
        <FileForm visit={visit} />
      )}
    </Frame>,
    isClean ? 200 : 422,
  )
}

const RefusalAlert = ({ visit, problem }: { visit: Visit; problem: ApiProblem }) => {
  const { language, t } = visit.locale
  return (
    <Alert color="danger" title={problem.translations?.[language].title ?? problem.title}>
      <p class="ds-paragraph">{t(text.nothingStored)}</p>
      <ul>
        {(problem.errors ?? []).map(({ pointer, detail, translations }) => (
          <li>
            {pointer}: {translations?.[language] ?? detail}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

export const checkImport = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const { fil } = await c.req.parseBody()
  if (!(fil instanceof File) || fil.name === '') return presentForm(c, text.noFile)
  if (fil.size > largestFileBytes) return presentForm(c, text.tooLarge)
  // A file of its own in the cloud: most pages do without.
  const { readTable } = await import('../../tables/read-table.ts')
  const read = await readTable(new Uint8Array(await fil.arrayBuffer()))
  if (!read.ok) {
    const { title, remedy } = read.because
    return presentForm(
      c,
      undefined,
      <Alert color="danger" title={t(title)}>
        <p class="ds-paragraph">
          {t(remedy)} {t(text.nothingStored)}
        </p>
      </Alert>,
    )
  }
  const { rows, problems } = readRequirementFile(read.grid)
  if (rows.length === 0) return presentPreview(c, { rows, problems, preview: undefined })
  const tried = await visit.api.write('POST', '/v1/catalogue/library/imports/previews', { rows }, importPreview)
  if (!tried.ok) return presentForm(c, undefined, <RefusalAlert visit={visit} problem={tried.problem} />)
  return presentPreview(c, { rows, preview: tried.value, problems: allProblems(tried.value, problems) })
}

const sentRows = z
  .string()
  .transform((sent, context): unknown => {
    try {
      return JSON.parse(sent)
    } catch {
      context.addIssue({ code: 'custom' })
      return z.NEVER
    }
  })
  .pipe(z.array(z.unknown()).min(1))

const presentResult = (c: PageContext, result: ImportResult) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return show(
    c,
    <Frame visit={visit}>
      {result.isComplete ? (
        <Alert color="success" title={t(text.done)} />
      ) : (
        <Alert color="warning" title={t(text.partly)}>
          <p class="ds-paragraph">{t(text.partlyHelp)}</p>
        </Alert>
      )}
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
  const rows = sentRows.safeParse(entered.get('rows'))
  if (!rows.success) return presentForm(c, text.noFile)
  const done = await visit.api.write('POST', '/v1/catalogue/library/imports', { rows: rows.data }, importResult, {
    idempotencyKey: entered.get('key') ?? undefined,
  })
  return done.ok ? presentResult(c, done.value) : presentForm(c, undefined, <RefusalAlert visit={visit} problem={done.problem} />)
}
