import type { Child } from 'hono/jsx'
import * as z from 'zod'
import type { Text } from '#contracts/language.ts'
import { ownCompanyView, productImportPreview, productImportResult } from '../../api/catalogue-views.ts'
import type { CatalogueForms, OwnCompanyView, ProductImportPreview, ProductImportResult } from '../../api/catalogue-views.ts'
import { at } from '../../api/client.ts'
import type { ApiProblem } from '../../api/client.ts'
import { createFieldLabels } from '../../forms/field-labels.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { newSecret } from '../../session/pkce.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadForms } from '../catalogue/catalogue-forms.ts'
import { readProductGrid, readProductJson } from './read-product-file.ts'
import type { FileProblem, ProductFile, ProductRow } from './read-product-file.ts'

/** Products from a file: looked through first, with every fault by its row, and stored when all of it holds. */

const text = {
  title: { sv: 'Importera produkter', en: 'Import products' },
  lead: {
    sv: 'Lämna en fil i Excel, CSV eller JSON. Du ser först vad som skulle hända; inget sparas förrän du bekräftar. En produkt med samma id eller namn ändras, andra läggs till.',
    en: 'Hand in a file in Excel, CSV or JSON. You first see what would happen; nothing is stored until you confirm. A product with the same id or name is changed, others are added.',
  },
  template: { sv: 'Utgå från företagets nuvarande produkter:', en: "Begin with the company's present products:" },
  file: { sv: 'Fil', en: 'File' },
  fileHelp: { sv: 'Högst 200 kB och 40 produkter.', en: 'At most 200 kB and 40 products.' },
  shouldPublish: { sv: 'Publicera produkterna direkt', en: 'Publish the products at once' },
  check: { sv: 'Granska filen', en: 'Check the file' },
  noFile: { sv: 'Välj en fil.', en: 'Choose a file.' },
  tooLarge: { sv: 'Filen är för stor. Dela upp den.', en: 'The file is too large. Split it.' },
  notYet: { sv: 'Filen behöver rättas', en: 'The file needs to be put right' },
  nothingStored: { sv: 'Inget har sparats.', en: 'Nothing has been stored.' },
  toPutRight: { sv: 'Att rätta', en: 'To put right' },
  row: { sv: 'Rad', en: 'Row' },
  place: { sv: 'Uppgift', en: 'Field' },
  remedy: { sv: 'Vad som är fel och hur det rättas', en: 'What is wrong and how to put it right' },
  preview: { sv: 'Filens produkter', en: "The file's products" },
  product: { sv: 'Produkt', en: 'Product' },
  verdict: { sv: 'Vad som händer', en: 'What happens' },
  nothingNew: {
    sv: 'Allt i filen står redan så. Det finns inget att göra.',
    en: 'Everything in the file stands so already. There is nothing to do.',
  },
  noRows: { sv: 'Filen har inga produkter.', en: 'The file has no products.' },
  import: { sv: 'Importera', en: 'Import' },
  done: { sv: 'Produkterna är importerade', en: 'The products have been imported' },
  partly: { sv: 'Alla produkter kunde inte sparas', en: 'Not every product could be stored' },
  partlyHelp: {
    sv: 'Någon annan ändrade samtidigt. Lämna samma fil igen; det som redan är sparat ändras inte en gång till.',
    en: 'Somebody else made changes at the same time. Hand in the same file again; what has been stored is not changed once more.',
  },
  back: { sv: 'Till företaget', en: 'To the company' },
} as const satisfies Record<string, Text>

const verdicts = {
  new: { sv: 'Läggs till', en: 'Is added' },
  changed: { sv: 'Ändras', en: 'Is changed' },
  unchanged: { sv: 'Står redan så', en: 'Stands so already' },
  refused: { sv: 'Måste rättas', en: 'To be put right' },
} as const satisfies Record<ProductImportPreview['rows'][number]['verdict'], Text>
const verdictColors = { new: 'success', changed: 'info', unchanged: 'neutral', refused: 'danger' } as const

/** While something is to be put right, nothing of the file is stored. */
const fitsSoFar: Text = { sv: 'Inget att rätta', en: 'Nothing to put right' }

const outcomes = {
  stored: { sv: 'Sparad', en: 'Stored' },
  unchanged: { sv: 'Stod redan så', en: 'Stood so already' },
  busy: { sv: 'Inte sparad', en: 'Not stored' },
} as const satisfies Record<ProductImportResult['products'][number]['outcome'], Text>

/** With room for the rest of the request in what the service takes. */
const largestFileBytes = 200_000

interface Loaded {
  readonly visit: Visit
  readonly company: OwnCompanyView
  readonly forms: CatalogueForms
}

const addressOf = ({ company }: Loaded): string => `/mitt-foretag/import?foretag=${encodeURIComponent(company.company.companyId)}`

const Frame = ({ loaded, children }: { loaded: Loaded; children: Child }) => {
  const { visit, company } = loaded
  const { t } = visit.locale
  return (
    <Page
      visit={visit}
      title={t(text.title)}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/mitt-foretag', label: t(words.myCompany) },
        { href: `/mitt-foretag/${company.company.companyId}`, label: company.company.name },
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      {children}
    </Page>
  )
}

const FileForm = ({ loaded, fault }: { loaded: Loaded; fault?: Text | undefined }) => {
  const { t } = loaded.visit.locale
  return (
    <form
      method="post"
      action={`/mitt-foretag/import/granskning?foretag=${encodeURIComponent(loaded.company.company.companyId)}`}
      enctype="multipart/form-data"
      class="form no-print"
      novalidate
    >
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
          accept=".csv,.xlsx,.json,text/csv,application/json"
          aria-describedby={fault ? 'fil-help fil-error' : 'fil-help'}
          aria-invalid={fault ? 'true' : undefined}
        />
        {fault && (
          <p class="ds-validation-message" data-color="danger" id="fil-error">
            {t(fault)}
          </p>
        )}
      </div>
      <div class="ds-field">
        <input class="ds-input" type="checkbox" id="publicera" name="publicera" value="ja" />
        <label class="ds-label" data-weight="regular" for="publicera">
          {t(text.shouldPublish)}
        </label>
      </div>
      <p class="actions">
        <button class="ds-button" type="submit">
          {t(text.check)}
        </button>
      </p>
    </form>
  )
}

const presentForm = (c: PageContext, loaded: Loaded, { fault, alert }: { fault?: Text; alert?: Child } = {}) => {
  const { t } = loaded.visit.locale
  const own = `/mitt-foretag/${loaded.company.company.companyId}/produkter`
  return show(
    c,
    <Frame loaded={loaded}>
      {alert}
      <p class="measure">{t(text.lead)}</p>
      <p>
        {t(text.template)}{' '}
        <a class="ds-link" href={`${own}.xlsx`}>
          Excel
        </a>{' '}
        <a class="ds-link" href={`${own}.csv`}>
          CSV
        </a>
      </p>
      <FileForm loaded={loaded} fault={fault} />
    </Frame>,
    fault || alert ? 422 : 200,
  )
}

const load = async (c: PageContext): Promise<Loaded> => {
  const visit = visitOf(c)
  const [company, forms] = await Promise.all([
    visit.api.read(at`/v1/catalogue/own-companies/${visit.query.get('foretag') ?? ''}`, ownCompanyView),
    loadForms(visit),
  ])
  return { visit, company: company.value, forms }
}

export const importPage = async (c: PageContext) => presentForm(c, await load(c))

const ProblemTable = ({ visit, problems }: { visit: Visit; problems: readonly FileProblem[] }) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={t(text.toPutRight)}
      columns={[text.row, text.place, text.remedy].map((label) => ({ label: t(label) }))}
      rows={problems.map(({ row, place, message }) => [String(row), t(place), t(message)])}
    />
  )
}

/** What the service found, named as the form names it. */
const serviceProblems = ({ rows }: ProductImportPreview, { forms, visit }: Loaded): FileProblem[] => {
  const labels = createFieldLabels(forms.product.fields, visit.locale)
  return rows.flatMap(({ row, problems }) =>
    problems.map(({ pointer, message }) => {
      const label = labels(pointer) ?? pointer.slice(1)
      return { row, place: { sv: label, en: label }, message }
    }),
  )
}

const PreviewTable = ({ visit, preview, isClean }: { visit: Visit; preview: ProductImportPreview; isClean: boolean }) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={t(text.preview)}
      columns={[text.row, text.product, text.verdict].map((label) => ({ label: t(label) }))}
      rows={preview.rows.map(({ row, name, verdict }) => [
        String(row),
        name || '–',
        <Tag color={verdictColors[verdict]}>{t(isClean || verdict === 'refused' ? verdicts[verdict] : fitsSoFar)}</Tag>,
      ])}
    />
  )
}

interface Checked {
  readonly rows: readonly ProductRow[]
  readonly shouldPublish: boolean
  readonly preview: ProductImportPreview | undefined
  readonly problems: readonly FileProblem[]
}

const presentPreview = (c: PageContext, loaded: Loaded, { rows, shouldPublish, preview, problems }: Checked) => {
  const { visit } = loaded
  const { t, number } = visit.locale
  const isClean = problems.length === 0
  const toStore = preview ? preview.new + preview.changed : 0
  return show(
    c,
    <Frame loaded={loaded}>
      {!isClean && (
        <Alert color="danger" title={t(text.notYet)}>
          <p class="ds-paragraph">{t(text.nothingStored)}</p>
        </Alert>
      )}
      {isClean && toStore === 0 && (
        <Alert>
          <p class="ds-paragraph">{t(rows.length === 0 ? text.noRows : text.nothingNew)}</p>
        </Alert>
      )}
      {!isClean && <ProblemTable visit={visit} problems={problems} />}
      {preview && <PreviewTable visit={visit} preview={preview} isClean={isClean} />}
      {isClean && toStore > 0 ? (
        <form method="post" action={addressOf(loaded)} class="no-print">
          <input type="hidden" name="rows" value={JSON.stringify(rows)} />
          <input type="hidden" name="publicera" value={shouldPublish ? 'ja' : ''} />
          <input type="hidden" name="key" value={newSecret()} />
          <p class="actions">
            <button class="ds-button" type="submit">
              {t(text.import)} ({number(toStore)})
            </button>
            <a class="ds-button" data-variant="secondary" href={addressOf(loaded)}>
              {t(words.cancel)}
            </a>
          </p>
        </form>
      ) : (
        <FileForm loaded={loaded} />
      )}
    </Frame>,
    isClean ? 200 : 422,
  )
}

const presentRefusal = (c: PageContext, loaded: Loaded, problem: ApiProblem) => {
  const { language, t } = loaded.visit.locale
  return presentForm(c, loaded, {
    alert: (
      <Alert color="danger" title={problem.translations?.[language].title ?? problem.title}>
        <p class="ds-paragraph">{t(text.nothingStored)}</p>
        <ul>
          {(problem.errors ?? []).map(({ detail, translations }) => (
            <li>{translations?.[language] ?? detail}</li>
          ))}
        </ul>
      </Alert>
    ),
  })
}

const readFile = async (file: File, { forms }: Loaded): Promise<ProductFile | { readonly because: readonly [Text, Text] }> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const first = new TextDecoder()
    .decode(bytes.slice(0, 20))
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (first.startsWith('{') || first.startsWith('[')) return readProductJson(new TextDecoder().decode(bytes))
  // A file of its own in the cloud: most pages do without.
  const { readTable } = await import('../../tables/read-table.ts')
  const read = await readTable(bytes)
  return read.ok ? readProductGrid(read.grid, forms.product.fields) : { because: [read.because.title, read.because.remedy] }
}

const bodyOf = ({ company }: Loaded, rows: readonly unknown[], shouldPublish: boolean) => ({
  companyId: company.company.companyId,
  shouldPublish,
  products: rows,
})

export const checkImport = async (c: PageContext) => {
  const loaded = await load(c)
  const { visit } = loaded
  const { t } = visit.locale
  const { fil, publicera } = await c.req.parseBody()
  if (!(fil instanceof File) || fil.name === '') return presentForm(c, loaded, { fault: text.noFile })
  if (fil.size > largestFileBytes) return presentForm(c, loaded, { fault: text.tooLarge })
  const read = await readFile(fil, loaded)
  if ('because' in read) {
    const [title, remedy] = read.because
    return presentForm(c, loaded, {
      alert: (
        <Alert color="danger" title={t(title)}>
          <p class="ds-paragraph">
            {t(remedy)} {t(text.nothingStored)}
          </p>
        </Alert>
      ),
    })
  }
  const shouldPublish = publicera === 'ja'
  const { rows, problems } = read
  if (rows.length === 0) return presentPreview(c, loaded, { rows, shouldPublish, problems, preview: undefined })
  const tried = await visit.api.write(
    'POST',
    '/v1/catalogue/product-imports/previews',
    bodyOf(loaded, rows, shouldPublish),
    productImportPreview,
  )
  if (!tried.ok) return presentRefusal(c, loaded, tried.problem)
  const all = [...problems, ...serviceProblems(tried.value, loaded)].toSorted((a, b) => a.row - b.row)
  return presentPreview(c, loaded, { rows, shouldPublish, preview: tried.value, problems: all })
}

const sentRows = z.array(z.unknown()).min(1)

const parsedRows = (sent: string): readonly unknown[] | undefined => {
  try {
    return sentRows.parse(JSON.parse(sent))
  } catch {
    return undefined
  }
}

const presentResult = (c: PageContext, loaded: Loaded, { isComplete, products }: ProductImportResult) => {
  const { visit, company } = loaded
  const { t } = visit.locale
  return show(
    c,
    <Frame loaded={loaded}>
      {isComplete ? (
        <Alert color="success" title={t(text.done)} />
      ) : (
        <Alert color="warning" title={t(text.partly)}>
          <p class="ds-paragraph">{t(text.partlyHelp)}</p>
        </Alert>
      )}
      <DataTable
        caption={t(text.preview)}
        columns={[text.row, text.product, words.status].map((label) => ({ label: t(label) }))}
        rows={products.map(({ row, name, productId, outcome }) => [
          String(row),
          <a class="ds-link" href={`/mitt-foretag/produkter/${productId}`}>
            {name}
          </a>,
          t(outcomes[outcome]),
        ])}
      />
      <p>
        <a class="ds-link" href={`/mitt-foretag/${company.company.companyId}`}>
          {t(text.back)}
        </a>
      </p>
    </Frame>,
  )
}

export const confirmImport = async (c: PageContext) => {
  const loaded = await load(c)
  const sent = new URLSearchParams(await c.req.text())
  // What the preview page carried; anything else has not come from it.
  const rows = parsedRows(sent.get('rows') ?? '')
  if (!rows) return presentForm(c, loaded, { fault: text.noFile })
  const done = await loaded.visit.api.write(
    'POST',
    '/v1/catalogue/product-imports',
    bodyOf(loaded, rows, sent.get('publicera') === 'ja'),
    productImportResult,
    { idempotencyKey: sent.get('key') ?? undefined },
  )
  return done.ok ? presentResult(c, loaded, done.value) : presentRefusal(c, loaded, done.problem)
}
