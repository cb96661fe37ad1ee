import type { Text } from '#contracts/language.ts'
import { reviewList } from '../../api/catalogue-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'

/** What waits for a curator, what has waited longest first. */

const text = {
  title: { sv: 'Att kontrollera', en: 'To be checked' },
  lead: {
    sv: 'Registreringar och uppgifter som ingen annan än leverantören har stått för. Det som har väntat längst står först.',
    en: 'Registrations and claims that nobody but the supplier has vouched for. What has waited longest comes first.',
  },
  what: { sv: 'Vad', en: 'What' },
  waits: { sv: 'Väntar på', en: 'Waits for' },
  since: { sv: 'Sedan', en: 'Since' },
  registration: { sv: 'kontroll av registreringen', en: 'a check of the registration' },
  claim: { sv: 'uppgift att kontrollera', en: 'claim to check' },
  claims: { sv: 'uppgifter att kontrollera', en: 'claims to check' },
  none: { sv: 'Ingenting väntar.', en: 'Nothing waits.' },
} as const satisfies Record<string, Text>

export const reviewPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t, number, moment } = visit.locale
  const cursor = visit.query.get('sida')
  const read = await visit.api.read(
    `/v1/catalogue/reviews?limit=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    reviewList,
  )
  const { reviews } = read.value
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
      <p class="measure">{t(text.lead)}</p>
      {reviews.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(text.title)}
          isCaptionHidden
          columns={[text.what, text.waits, text.since].map((label) => ({ label: t(label) }))}
          rows={reviews.map((review) => [
            review.kind === 'company' ? (
              <a class="ds-link" href={`/katalog/foretag/${review.companyId}`}>
                {review.companyName}
              </a>
            ) : (
              <>
                <a class="ds-link" href={`/katalog/produkter/${review.productId}#uppgifter`}>
                  {review.productName}
                </a>
                <span class="note block">{review.companyName}</span>
              </>
            ),
            review.kind === 'company'
              ? t(text.registration)
              : `${number(review.claims)} ${t(review.claims === 1 ? text.claim : text.claims)}`,
            moment(review.since),
          ])}
        />
      )}
      {read.nextCursor && (
        <p>
          <a class="ds-button" data-variant="secondary" href={`/katalog/granskning?sida=${encodeURIComponent(read.nextCursor)}`}>
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </Page>,
  )
}
