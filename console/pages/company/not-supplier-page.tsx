import type { Text } from '#contracts/language.ts'
import { words } from '../../language/words.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'

const text = {
  title: { sv: 'Sidan är för leverantörer', en: 'This page is for suppliers' },
  detail: {
    sv: 'Logga in som leverantör för att hålla ett företags uppgifter aktuella. I katalogen ser du det som är publicerat.',
    en: "Sign in as a supplier to keep a company's details up to date. In the catalogue you see what has been published.",
  },
} as const satisfies Record<string, Text>

/** For those who take part in the market without being a supplier. */
export const notSupplierPage = (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return show(
    c,
    <Page visit={visit} title={t(text.title)} crumbs={[{ href: '/marknad', label: t(words.market) }]}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      <p class="measure">{t(text.detail)}</p>
      <p>
        <a class="ds-link" href="/katalog">
          {t(words.catalogue)}
        </a>
      </p>
    </Page>,
    403,
  )
}
