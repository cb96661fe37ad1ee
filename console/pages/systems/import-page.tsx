import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import { systemImportPreview, systemImportResult } from '../../api/system-views.ts'
import type { SystemImportPreview, SystemImportResult } from '../../api/system-views.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { TableLinks } from '../../layout/table-links.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CompletionAlert, ConfirmForm, FileSection, ToPutRight, UnfitAlert } from '../file-import/import-parts.tsx'
import { importText } from '../file-import/import-text.ts'
import { carriedRows, readPostedTable } from '../file-import/posted-file.ts'
import type { Unfit } from '../file-import/posted-file.ts'
import { notStaffPage } from '../problem.tsx'
import { withQuery } from './map-filter.tsx'
import { keptOrganisation } from './may-edit.ts'
import { columnOfPointer, mostSystems, readSystemFile } from './read-system-file.ts'
import type { FileProblem, FiledSystem } from './read-system-file.ts'
import { systemColumns } from './system-columns.ts'
import { mapCrumbs, mapPath, systemPath, systemWords } from './system-words.ts'

/** Systems from a file: chosen, looked through with what to put right, and stored when somebody says so. */

const text = {
  ...importText,
  lead: {
    sv: 'Lägg in eller skriv om organisationens system och avtal från Excel eller CSV. Filen granskas först. Inget sparas förrän du säger till.',
    en: "Enter or rewrite the organisation's systems and contracts from Excel or CSV. The file is looked through first. Nothing is saved until you say so.",
  },
  template: { sv: '1. Hämta en fil att fylla i', en: '1. Get a file to fill in' },
  templateHelp: {
    sv: 'En rad för varje avtal. Har ett system flera avtal följer raderna på varandra, och bara den första behöver uppgifterna om systemet. Flera värden i en cell skiljs med semikolon. Ett system känns igen på sitt namn.',
    en: 'A row for each contract. When a system has several the rows follow each other, and only the first needs the details of the system. Several values in a cell have semicolons between. A system is known by its name.',
  },
  empty: { sv: 'Tom mall', en: 'Empty template' },
  filled: { sv: 'Med det som står på kartan', en: 'With what stands on the map' },
  handIn: { sv: '2. Lämna filen', en: '2. Hand in the file' },
  file: { sv: 'Fil med system', en: 'File of systems' },
  fileHelp: { sv: 'Excel (.xlsx) eller CSV, högst 100 system.', en: 'Excel (.xlsx) or CSV, at most 100 systems.' },
  check: { sv: 'Granska filen', en: 'Look through the file' },
  tooLarge: {
    sv: 'Filen är för stor. Dela upp den i filer på högst 900 kB.',
    en: 'The file is too large. Split it into files of at most 900 kB.',
  },
  noRows: {
    sv: 'Filen har inga ifyllda rader. Fyll i dem och lämna filen igen.',
    en: 'The file has no rows filled in. Fill them in and hand in the file again.',
  },
  notYet: { sv: 'Filen behöver rättas', en: 'The file needs to be put right' },
  nothingStored: { sv: 'Inget har sparats.', en: 'Nothing has been saved.' },
  problemsLead: {
    sv: 'Inget har sparats. Rätta det som står här i filen och lämna den igen.',
    en: 'Nothing has been saved. Put right in the file what stands here and hand it in again.',
  },
  toPutRight: { sv: 'Att rätta', en: 'To put right' },
  preview: { sv: 'Det här händer när du sparar', en: 'This happens when you save' },
  previewProblems: { sv: 'Systemen i filen', en: 'The systems of the file' },
  store: { sv: 'Spara', en: 'Save' },
  nothingNew: {
    sv: 'Allt i filen står redan på kartan. Det finns inget att spara.',
    en: 'Everything in the file stands on the map already. There is nothing to save.',
  },
  done: { sv: 'Systemen är sparade', en: 'The systems have been saved' },
  partly: { sv: 'Alla system kunde inte sparas', en: 'Not every system could be saved' },
  partlyHelp: {
    sv: 'Andra ändrade samtidigt. Lämna samma fil igen: det som redan är sparat läggs inte in en gång till.',
    en: 'Others were making changes. Hand in the same file again: what has been saved is not entered once more.',
  },
} as const satisfies Record<string, Text>

const verdicts = {
  new: { sv: 'Läggs in', en: 'Is entered' },
  changed: { sv: 'Skrivs om', en: 'Is rewritten' },
  unchanged: { sv: 'Står redan så', en: 'Stands so already' },
  refused: { sv: 'Måste rättas', en: 'To be put right' },
} as const satisfies Record<SystemImportPreview['systems'][number]['verdict'], Text>

const outcomes = {
  registered: { sv: 'Inlagt', en: 'Entered' },
  changed: { sv: 'Omskrivet', en: 'Rewritten' },
  unchanged: { sv: 'Stod redan så', en: 'Stood so already' },
  notStored: { sv: 'Inte sparat', en: 'Not saved' },
} as const satisfies Record<SystemImportResult['systems'][number]['outcome'], Text>

const page = `${mapPath}/import`
const checkPage = `${page}/granskning`

const Frame = ({ visit, children }: { visit: Visit; children: Child }) => {
  const { t } = visit.locale
  return (
    <Page visit={visit} title={t(systemWords.import)} crumbs={mapCrumbs(t)}>
      <h1 class="ds-heading" data-size="lg">
        {t(systemWords.import)}
      </h1>
      {children}
    </Page>
  )
}

const Templates = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  const own = { organisation: keptOrganisation(visit) }
  const files = [
    { label: text.empty, of: (format: string) => `${mapPath}/mall.${format}` },
    { label: text.filled, of: (format: string) => withQuery(`${mapPath}/export.${format}`, own) },
  ]
  return (
    <section aria-labelledby="mall">
      <h2 class="ds-heading" data-size="sm" id="mall">
        {t(text.template)}
      </h2>
      <p>{t(text.templateHelp)}</p>
      <ul>
        {files.map(({ label, of }) => (
          <li>
            {t(label)}: <TableLinks of={of} />
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
      <p class="lead">{t(text.lead)}</p>
      <Templates visit={visit} />
      <FileSection id="lamna" heading={text.handIn} visit={visit} text={text} action={checkPage} unfit={unfit} />
    </Frame>,
    unfit ? 422 : 200,
  )
}

export const systemImportPage = (c: PageContext) => {
  const visit = visitOf(c)
  return keptOrganisation(visit) === undefined ? notStaffPage(c) : presentForm(c, visit)
}

const placed = ({ row, column, message }: FileProblem) => ({ row, place: systemColumns[column].label, message })

const SystemTable = ({ visit, preview, isClean }: { visit: Visit; preview: SystemImportPreview; isClean: boolean }) => {
  const { t, number } = visit.locale
  return (
    <DataTable
      caption={t(isClean ? text.preview : text.previewProblems)}
      columns={[
        { label: t(text.row) },
        { label: t(systemWords.system) },
        { label: t(systemWords.supplier) },
        { label: t(systemWords.contracts), isNumber: true },
        { label: t(text.verdict) },
      ]}
      rows={preview.systems.map(({ row, name, supplier, contracts, verdict }) => [
        String(row),
        name,
        supplier,
        number(contracts),
        <Tag color={verdict === 'refused' ? 'danger' : verdict === 'unchanged' ? 'neutral' : 'success'}>
          {t(isClean || verdict === 'refused' ? verdicts[verdict] : text.fitsSoFar)}
        </Tag>,
      ])}
    />
  )
}

interface Checked {
  readonly systems: readonly FiledSystem[]
  readonly preview: SystemImportPreview | undefined
  readonly problems: readonly FileProblem[]
}

const presentPreview = (c: PageContext, visit: Visit, { systems, preview, problems }: Checked) => {
  const { t } = visit.locale
  const isClean = problems.length === 0
  const toStore = (preview?.new ?? 0) + (preview?.changed ?? 0)
  return show(
    c,
    <Frame visit={visit}>
      {isClean && systems.length === 0 && (
        <Alert color="warning">
          <p class="ds-paragraph">{t(text.noRows)}</p>
        </Alert>
      )}
      {isClean && preview && toStore === 0 && (
        <Alert>
          <p class="ds-paragraph">{t(text.nothingNew)}</p>
        </Alert>
      )}
      <ToPutRight visit={visit} text={text} problems={problems.map(placed)} />
      {preview && <SystemTable visit={visit} preview={preview} isClean={isClean} />}
      {isClean && toStore > 0 ? (
        <ConfirmForm visit={visit} text={text} page={page} carried={{ systems: JSON.stringify(systems) }} count={toStore} />
      ) : (
        <FileSection id="igen" heading={text.another} visit={visit} text={text} action={checkPage} />
      )}
    </Frame>,
    isClean ? 200 : 422,
  )
}

/** What the service found, at the columns of the file. */
const problemsOf = (preview: SystemImportPreview): FileProblem[] =>
  preview.systems.flatMap(({ problems }) =>
    problems.map(({ row, pointer, message }) => ({ row, column: columnOfPointer(pointer), message })),
  )

export const checkSystemImport = async (c: PageContext) => {
  const visit = visitOf(c)
  if (keptOrganisation(visit) === undefined) return notStaffPage(c)
  const { fil } = await c.req.parseBody()
  const read = await readPostedTable(fil, text)
  if (!read.ok) return presentForm(c, visit, read.unfit)
  const { systems, problems } = readSystemFile(read.grid, visit.county)
  const inOrder = (found: readonly FileProblem[]) => found.toSorted((a, b) => a.row - b.row)
  // What cannot be read cannot be tried: the file is put right first.
  if (systems.length === 0 || problems.length > 0)
    return presentPreview(c, visit, { systems, preview: undefined, problems: inOrder(problems) })
  const tried = await visit.api.write('POST', '/v1/catalogue/system-imports/previews', { systems }, systemImportPreview)
  if (!tried.ok) return presentForm(c, visit, { kind: 'refused', problem: tried.problem })
  return presentPreview(c, visit, { systems, preview: tried.value, problems: inOrder(problemsOf(tried.value)) })
}

const presentResult = (c: PageContext, visit: Visit, result: SystemImportResult) => {
  const { t } = visit.locale
  return show(
    c,
    <Frame visit={visit}>
      <CompletionAlert visit={visit} text={text} isComplete={result.isComplete} />
      <DataTable
        caption={t(text.outcome)}
        columns={[text.row, systemWords.system, text.outcome].map((label) => ({ label: t(label) }))}
        rows={result.systems.map(({ row, name, systemId, outcome }) => [
          String(row),
          systemId ? (
            <a class="ds-link" href={systemPath(systemId)}>
              {name}
            </a>
          ) : (
            name
          ),
          t(outcomes[outcome]),
        ])}
      />
    </Frame>,
  )
}

export const confirmSystemImport = async (c: PageContext) => {
  const visit = visitOf(c)
  const sent = new URLSearchParams(await c.req.text())
  const systems = carriedRows(sent.get('systems'), mostSystems)
  if (!systems) return presentForm(c, visit, { kind: 'fault', message: text.noFile })
  const idempotencyKey = sent.get('key') ?? undefined
  const done = await visit.api.write('POST', '/v1/catalogue/system-imports', { systems }, systemImportResult, { idempotencyKey })
  return done.ok ? presentResult(c, visit, done.value) : presentForm(c, visit, { kind: 'refused', problem: done.problem })
}
