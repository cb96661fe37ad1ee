import type { Child } from 'hono/jsx'
import type { Text } from '#contracts/language.ts'
import { ownCompanyView, productImportPreview, productImportResult } from '../../api/catalogue-views.ts'
import type { CatalogueForms, OwnCompanyView, ProductImportPreview, ProductImportResult } from '../../api/catalogue-views.ts'
import { at } from '../../api/client.ts'
import { createFieldLabels } from '../../forms/field-labels.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { TableLinks } from '../../layout/table-links.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadForms } from '../catalogue/catalogue-forms.ts'
import { CompletionAlert, ConfirmForm, FileForm, ToPutRight, UnfitAlert } from '../file-import/import-parts.tsx'
import { importText } from '../file-import/import-text.ts'
import { carriedRows, chosenFile, readTableFile } from '../file-import/posted-file.ts'
import type { RowProblem, Unfit } from '../file-import/posted-file.ts'
import { readProductGrid, readProductJson } from './read-product-file.ts'
import type { ProductFile, ProductRow } from './read-product-file.ts'

/** Products from a file: looked through first, with every fault by its row, and stored when all of it holds. */

const text = {
  ...importText,
  title: { sv: 'Importera produkter', en: 'Import products' },
  lead: {
    sv: 'Lämna en fil i Excel, CSV eller JSON. Du ser först vad som skulle hända; inget sparas förrän du bekräftar. En produkt med samma id eller namn ändras, andra läggs till.',
    en: 'Hand in a file in Excel, CSV or JSON. You first see what would happen; nothing is stored until you confirm. A product with the same id or name is changed, others are added.',
  },
  template: { sv: 'Utgå från företagets nuvarande produkter:', en: "Begin with the company's present products:" },
  fileHelp: { sv: 'Högst 200 kB och 40 produkter.', en: 'At most 200 kB and 40 products.' },
  shouldPublish: { sv: 'Publicera produkterna direkt', en: 'Publish the products at once' },
  notYet: { sv: 'Filen behöver rättas', en: 'The file needs to be put right' },
  problemsLead: importText.nothingStored,
  toPutRight: { sv: 'Att rätta', en: 'To put right' },
  column: { sv: 'Uppgift', en: 'Field' },
  preview: { sv: 'Filens produkter', en: "The file's products" },
  product: { sv: 'Produkt', en: 'Product' },
  nothingNew: {
    sv: 'Allt i filen står redan så. Det finns inget att göra.',
    en: 'Everything in the file stands so already. There is nothing to do.',
  },
  noRows: { sv: 'Filen har inga produkter.', en: 'The file has no products.' },
  store: { sv: 'Importera', en: 'Import' },
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

const ProductFileForm = ({ loaded, unfit }: { loaded: Loaded; unfit?: Unfit | undefined }) => {
  const { visit, company } = loaded
  return (
    <FileForm
      visit={visit}
      text={text}
      action={`/mitt-foretag/import/granskning?foretag=${encodeURIComponent(company.company.companyId)}`}
      accept=".csv,.xlsx,.json,text/csv,application/json"
      unfit={unfit}
    >
      <div class="ds-field">
        <input class="ds-input" type="checkbox" id="publicera" name="publicera" value="ja" />
        <label class="ds-label" data-weight="regular" for="publicera">
          {visit.locale.t(text.shouldPublish)}
        </label>
      </div>
    </FileForm>
  )
}

const presentForm = (c: PageContext, loaded: Loaded, unfit?: Unfit) => {
  const { t } = loaded.visit.locale
  const own = `/mitt-foretag/${loaded.company.company.companyId}/produkter`
  return show(
    c,
    <Frame loaded={loaded}>
      <UnfitAlert visit={loaded.visit} text={text} unfit={unfit} />
      <p class="measure">{t(text.lead)}</p>
      <p>
        {t(text.template)} <TableLinks of={(format) => `${own}.${format}`} />
      </p>
      <ProductFileForm loaded={loaded} unfit={unfit} />
    </Frame>,
    unfit ? 422 : 200,
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

/** What the service found, named as the form names it. */
const serviceProblems = ({ rows }: ProductImportPreview, { forms, visit }: Loaded): RowProblem[] => {
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
        <Tag color={verdictColors[verdict]}>{t(isClean || verdict === 'refused' ? verdicts[verdict] : text.fitsSoFar)}</Tag>,
      ])}
    />
  )
}

interface Checked {
  readonly rows: readonly ProductRow[]
  readonly shouldPublish: boolean
  readonly preview: ProductImportPreview | undefined
  readonly problems: readonly RowProblem[]
}

const presentPreview = (c: PageContext, loaded: Loaded, { rows, shouldPublish, preview, problems }: Checked) => {
  const { visit } = loaded
  const { t } = visit.locale
  const isClean = problems.length === 0
  const toStore = preview ? preview.new + preview.changed : 0
  return show(
    c,
    <Frame loaded={loaded}>
      {isClean && toStore === 0 && (
        <Alert>
          <p class="ds-paragraph">{t(rows.length === 0 ? text.noRows : text.nothingNew)}</p>
        </Alert>
      )}
      <ToPutRight visit={visit} text={text} problems={problems} />
      {preview && <PreviewTable visit={visit} preview={preview} isClean={isClean} />}
      {isClean && toStore > 0 ? (
        <ConfirmForm
          visit={visit}
          text={text}
          page={addressOf(loaded)}
          carried={{ rows: JSON.stringify(rows), publicera: shouldPublish ? 'ja' : '' }}
          count={toStore}
          back={words.cancel}
        />
      ) : (
        <ProductFileForm loaded={loaded} />
      )}
    </Frame>,
    isClean ? 200 : 422,
  )
}

/** A file of JSON is known by how it begins, whatever it is called. */
const readFile = async (file: File, { forms }: Loaded): Promise<ProductFile | Unfit> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const first = new TextDecoder()
    .decode(bytes.slice(0, 20))
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (first.startsWith('{') || first.startsWith('[')) return readProductJson(new TextDecoder().decode(bytes))
  const read = await readTableFile(bytes)
  return read.ok ? readProductGrid(read.grid, forms.product.fields) : read.unfit
}

const bodyOf = ({ company }: Loaded, rows: readonly unknown[], shouldPublish: boolean) => ({
  companyId: company.company.companyId,
  shouldPublish,
  products: rows,
})

export const checkImport = async (c: PageContext) => {
  const loaded = await load(c)
  const { visit } = loaded
  const { fil, publicera } = await c.req.parseBody()
  const chosen = chosenFile(fil, text, largestFileBytes)
  if (!chosen.ok) return presentForm(c, loaded, chosen.unfit)
  const read = await readFile(chosen.file, loaded)
  if ('kind' in read) return presentForm(c, loaded, read)
  const shouldPublish = publicera === 'ja'
  const { rows, problems } = read
  if (rows.length === 0) return presentPreview(c, loaded, { rows, shouldPublish, problems, preview: undefined })
  const tried = await visit.api.write(
    'POST',
    '/v1/catalogue/product-imports/previews',
    bodyOf(loaded, rows, shouldPublish),
    productImportPreview,
  )
  if (!tried.ok) return presentForm(c, loaded, { kind: 'refused', problem: tried.problem })
  const all = [...problems, ...serviceProblems(tried.value, loaded)].toSorted((a, b) => a.row - b.row)
  return presentPreview(c, loaded, { rows, shouldPublish, preview: tried.value, problems: all })
}

const presentResult = (c: PageContext, loaded: Loaded, { isComplete, products }: ProductImportResult) => {
  const { visit, company } = loaded
  const { t } = visit.locale
  return show(
    c,
    <Frame loaded={loaded}>
      <CompletionAlert visit={visit} text={text} isComplete={isComplete} />
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
  const rows = carriedRows(sent.get('rows'))
  if (!rows) return presentForm(c, loaded, { kind: 'fault', message: text.noFile })
  const done = await loaded.visit.api.write(
    'POST',
    '/v1/catalogue/product-imports',
    bodyOf(loaded, rows, sent.get('publicera') === 'ja'),
    productImportResult,
    { idempotencyKey: sent.get('key') ?? undefined },
  )
  return done.ok ? presentResult(c, loaded, done.value) : presentForm(c, loaded, { kind: 'refused', problem: done.problem })
}
