import { careStepNames, targetGroupNames } from '#contracts/market.ts'
import type { Text } from '#contracts/language.ts'
import { companySizes } from '#contracts/company-sizes.ts'
import { productList } from '../../api/catalogue-views.ts'
import type { CatalogueForms, ProductView } from '../../api/catalogue-views.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { hasRole, isSupplier } from '../../session/user.ts'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { loadForms, optionsOf } from './catalogue-forms.ts'

/** Everything that is published, to be searched by everybody. */

const text = {
  lead: {
    sv: 'Produkter och tjänster som företagen själva beskriver. Det som någon annan har kontrollerat är märkt. Listan är i bokstavsordning.',
    en: 'Products and services that companies describe themselves. What somebody else has checked is marked. The list is alphabetical.',
  },
  search: { sv: 'Sök i katalogen', en: 'Search the catalogue' },
  text: { sv: 'Ord', en: 'Words' },
  textHelp: { sv: 'I namn, beskrivning, funktioner och företag.', en: 'In name, description, functions and company.' },
  targetGroup: { sv: 'Målgrupp', en: 'Target group' },
  careStep: { sv: 'Steg i vårdprocessen', en: 'Step of the care process' },
  region: { sv: 'Levereras till', en: 'Delivered to' },
  standard: { sv: 'Standard', en: 'Standard' },
  cpv: { sv: 'CPV-kod eller dess början', en: 'CPV code or its beginning' },
  show: { sv: 'Sök', en: 'Search' },
  clear: { sv: 'Rensa', en: 'Clear' },
  none: { sv: 'Ingen produkt i katalogen stämmer med sökningen.', en: 'No product in the catalogue matches the search.' },
  found: { sv: 'Produkter och tjänster', en: 'Products and services' },
  verified: { sv: 'verifierade uppgifter', en: 'claims verified' },
  verifiedOne: { sv: 'verifierad uppgift', en: 'claim verified' },
  evaluations: { sv: 'gällande bedömningar', en: 'evaluations in force' },
  evaluation: { sv: 'gällande bedömning', en: 'evaluation in force' },
  export: { sv: 'Hämta hela katalogen:', en: 'Download the whole catalogue:' },
  companies: { sv: 'Företagen', en: 'The companies' },
  review: { sv: 'Att kontrollera', en: 'To be checked' },
} as const satisfies Record<string, Text>

/** What the address says, by the name that the service has for it. */
const filterNames = {
  ord: 'text',
  malgrupp: 'targetGroup',
  steg: 'careStep',
  lan: 'region',
  standard: 'standard',
  cpv: 'cpv',
} as const

const askedOf = ({ query }: Visit): URLSearchParams => {
  const asked = new URLSearchParams()
  for (const [name, of] of Object.entries(filterNames)) {
    const value = query.get(name)?.trim()
    if (value) asked.set(of, value)
  }
  return asked
}

const hereWith = ({ query }: Visit, cursor: string): string => {
  const kept = new URLSearchParams()
  for (const name of Object.keys(filterNames)) {
    const value = query.get(name)
    if (value) kept.set(name, value)
  }
  kept.set('sida', cursor)
  return `/katalog?${kept.toString()}`
}

const Choice = ({
  visit,
  name,
  label,
  options,
}: {
  visit: Visit
  name: keyof typeof filterNames
  label: string
  options: readonly { readonly value: string; readonly label: string }[]
}) => (
  <div class="ds-field">
    <label class="ds-label" for={name}>
      {label}
    </label>
    <select class="ds-input" id={name} name={name}>
      <option value="">{visit.locale.t(words.all)}</option>
      {options.map((option) => (
        <option value={option.value} selected={option.value === visit.query.get(name)}>
          {option.label}
        </option>
      ))}
    </select>
  </div>
)

const namesOf = (names: Readonly<Record<string, Text>>, { locale: { t } }: Visit) =>
  Object.entries(names).map(([value, label]) => ({ value, label: t(label) }))

const Words = ({ visit, name, label, help }: { visit: Visit; name: keyof typeof filterNames; label: string; help?: string }) => (
  <div class="ds-field">
    <label class="ds-label" for={name}>
      {label}
    </label>
    <input
      class="ds-input"
      id={name}
      name={name}
      value={visit.query.get(name) ?? ''}
      maxlength={100}
      aria-describedby={help ? `${name}-help` : undefined}
    />
    {help && (
      <p class="note" id={`${name}-help`}>
        {help}
      </p>
    )}
  </div>
)

const SearchForm = ({ visit, forms }: { visit: Visit; forms: CatalogueForms }) => {
  const { t } = visit.locale
  return (
    <form method="get" action="/katalog" class="filter no-print" role="search" aria-label={t(text.search)}>
      <Words visit={visit} name="ord" label={t(text.text)} help={t(text.textHelp)} />
      <Choice visit={visit} name="malgrupp" label={t(text.targetGroup)} options={namesOf(targetGroupNames, visit)} />
      <Choice visit={visit} name="steg" label={t(text.careStep)} options={namesOf(careStepNames, visit)} />
      <Choice visit={visit} name="lan" label={t(text.region)} options={optionsOf(forms.company.fields, 'regions', visit)} />
      <Words visit={visit} name="standard" label={t(text.standard)} />
      <Words visit={visit} name="cpv" label={t(text.cpv)} />
      <button class="ds-button" data-variant="secondary" type="submit">
        {t(text.show)}
      </button>
      <a class="ds-link" href="/katalog">
        {t(text.clear)}
      </a>
    </form>
  )
}

/** As lists of products show one, here and on the page of its company. */
export const ProductItem = ({ visit, product }: { visit: Visit; product: ProductView }) => {
  const { t, number } = visit.locale
  const { company, claims, content } = product
  const verified = claims.filter(({ status }) => status === 'verified').length
  return (
    <li>
      <h3 class="ds-heading" data-size="2xs">
        <a class="ds-link" href={`/katalog/produkter/${product.productId}`}>
          {content.name}
        </a>
      </h3>
      <p class="note">
        <a class="ds-link" data-color="neutral" href={`/katalog/foretag/${company.companyId}`}>
          {company.name}
        </a>
        {company.size && `, ${t(companySizes[company.size]).toLowerCase()}`}
      </p>
      <p class="measure">{content.summary}</p>
      {(verified > 0 || product.evaluations > 0) && (
        <p class="note">
          {[
            ...(verified > 0 ? [`${number(verified)} ${t(verified === 1 ? text.verifiedOne : text.verified)}`] : []),
            ...(product.evaluations > 0
              ? [`${number(product.evaluations)} ${t(product.evaluations === 1 ? text.evaluation : text.evaluations)}`]
              : []),
          ].join(' · ')}
        </p>
      )}
    </li>
  )
}

const Ways = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  const { user } = visit
  const ways = [
    { href: '/katalog/foretag', label: text.companies },
    ...(isSupplier(user) ? [{ href: '/mitt-foretag', label: words.myCompany }] : []),
    ...(hasRole(user, 'curator') ? [{ href: '/katalog/granskning', label: text.review }] : []),
  ]
  return (
    <nav aria-label={t(words.catalogue)} class="no-print">
      <ul class="links">
        {ways.map(({ href, label }) => (
          <li>
            <a class="ds-link" href={href}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const pageSize = '20'

export const cataloguePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const asked = askedOf(visit)
  asked.set('limit', pageSize)
  const cursor = visit.query.get('sida')
  if (cursor) asked.set('cursor', cursor)
  const [read, forms] = await Promise.all([
    visit.api.read(`/v1/catalogue/products?${asked.toString()}`, productList),
    loadForms(visit),
  ])
  const { products } = read.value
  return show(
    c,
    <Page visit={visit} title={t(words.catalogue)} crumbs={[{ href: '/marknad', label: t(words.market) }]}>
      <h1 class="ds-heading" data-size="lg">
        {t(words.catalogue)}
      </h1>
      <p class="lead">{t(text.lead)}</p>
      <Ways visit={visit} />
      <SearchForm visit={visit} forms={forms} />
      <h2 class="ds-heading" data-size="sm">
        {t(text.found)}
      </h2>
      {products.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <ul class="plain">
          {products.map((product) => (
            <ProductItem visit={visit} product={product} />
          ))}
        </ul>
      )}
      {read.nextCursor && (
        <p>
          <a class="ds-button" data-variant="secondary" href={hereWith(visit, read.nextCursor)}>
            {t(words.nextPage)}
          </a>
        </p>
      )}
      <p class="no-print">
        {t(text.export)}{' '}
        {(['xlsx', 'csv', 'json'] as const).map((format) => (
          <>
            <a class="ds-link" href={`/katalog/produkter.${format}`}>
              {{ xlsx: 'Excel', csv: 'CSV', json: 'JSON' }[format]}
            </a>{' '}
          </>
        ))}
      </p>
    </Page>,
  )
}
