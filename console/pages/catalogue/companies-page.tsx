import { companySizes } from '#contracts/company-sizes.ts'
import type { Text } from '#contracts/language.ts'
import { companyList } from '../../api/catalogue-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'
import { loadForms, optionName } from './catalogue-forms.ts'
import { ClaimTag } from './claim-tag.tsx'

/** The companies of the catalogue, by name. */

const text = {
  title: { sv: 'Företag i katalogen', en: 'Companies in the catalogue' },
  company: { sv: 'Företag', en: 'Company' },
  size: { sv: 'Storlek', en: 'Size' },
  regions: { sv: 'Levererar till', en: 'Delivers to' },
  registration: { sv: 'Registrering', en: 'Registration' },
  none: { sv: 'Inga företag här.', en: 'No companies here.' },
} as const satisfies Record<string, Text>

export const companiesPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, list } = visit.locale
  const cursor = visit.query.get('sida')
  const [read, forms] = await Promise.all([
    visit.api.read(`/v1/catalogue/companies?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, companyList),
    loadForms(visit),
  ])
  const { companies } = read.value
  return show(
    c,
    <Page
      visit={visit}
      title={t(text.title)}
      crumbs={[
        { href: '/marknad', label: t(words.market) },
        { href: '/katalog', label: t(words.catalogue) },
      ]}
    >
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      {companies.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(text.title)}
          isCaptionHidden
          columns={[text.company, text.size, text.regions, text.registration].map((label) => ({ label: t(label) }))}
          rows={companies.map(({ companyId, name, size, regions, verification }) => [
            <a class="ds-link" href={`/katalog/foretag/${companyId}`}>
              {name}
            </a>,
            size ? t(companySizes[size]) : '–',
            list(regions.map((region) => optionName(forms.company.fields, 'regions', region, visit))),
            <ClaimTag status={verification.status} locale={visit.locale} />,
          ])}
        />
      )}
      {read.nextCursor && (
        <p>
          <a class="ds-button" data-variant="secondary" href={`/katalog/foretag?sida=${encodeURIComponent(read.nextCursor)}`}>
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </Page>,
  )
}
