import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { refusalOf } from '../api/client.ts'
import type { Text } from '#contracts/language.ts'
import { words } from '../language/words.ts'
import { Page, show } from '../layout/page.tsx'
import { visitOf } from '../visit.ts'
import type { PageContext, Visit } from '../visit.ts'

const text = {
  notFoundTitle: { sv: 'Sidan finns inte', en: 'There is no such page' },
  notFoundText: {
    sv: 'Kontrollera adressen. Länken kan vara gammal, eller så har du hamnat fel.',
    en: 'Check the address. The link may be old, or you may have come to the wrong place.',
  },
  notStaffTitle: { sv: 'Sidan är till för dem som arbetar i flödet', en: 'This page is for those who work in the flow' },
  notStaffText: {
    sv: 'Ditt konto saknar den roll som behövs. Be den som förvaltar behörigheter om du ska ha den.',
    en: 'Your account lacks the role that is needed. Ask whoever manages permissions if you should have it.',
  },
  faultTitle: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
  faultText: {
    sv: 'Försök igen om en stund. Kontakta länet om det inte hjälper.',
    en: 'Try again in a moment. Contact the county if that does not help.',
  },
  reference: { sv: 'Uppge det här numret om du kontaktar supporten:', en: 'Give this number if you contact support:' },
  crossSiteTitle: { sv: 'Formuläret kom från en annan webbplats', en: 'The form came from another site' },
  crossSiteText: {
    sv: 'Av säkerhetsskäl tas det inte emot. Öppna sidan här och försök igen.',
    en: 'For safety it is not accepted. Open the page here and try again.',
  },
  code: { sv: 'Problemkod', en: 'Problem code' },
  howTitle: { sv: 'Så läser du svaret', en: 'How to read the answer' },
  howText: {
    sv: 'API:ets svar har samma kod i fältet code, med rubrik och råd på svenska och engelska under translations. Fel i enskilda fält står under errors, med en pekare (JSON Pointer) till fältet. Uppge correlationId om du ber om hjälp.',
    en: "The API's answer has the same code in the field code, with a title and advice in Swedish and English under translations. Faults in single fields stand under errors, with a JSON Pointer to the field. Give correlationId if you ask for help.",
  },
  status: { sv: 'HTTP-status', en: 'HTTP status' },
} as const satisfies Record<string, Text>

interface Message {
  readonly title: string
  readonly detail: string
  readonly reference?: string | undefined
}

const ProblemPage = ({ visit, message }: { visit: Visit; message: Message }) => {
  const { t } = visit.locale
  return (
    <Page visit={visit} title={message.title}>
      <h1 class="ds-heading" data-size="lg">
        {message.title}
      </h1>
      <p class="lead">{message.detail}</p>
      {message.reference && (
        <p class="note">
          {t(text.reference)} <code>{message.reference}</code>
        </p>
      )}
      <p>
        <a class="ds-link" href="/">
          {t(words.start)}
        </a>
      </p>
    </Page>
  )
}

const messagePage = (c: PageContext, title: Text, detail: Text, status: ContentfulStatusCode) => {
  const visit = visitOf(c)
  return show(c, <ProblemPage visit={visit} message={{ title: visit.locale.t(title), detail: visit.locale.t(detail) }} />, status)
}

export const notFoundPage = (c: PageContext) => messagePage(c, text.notFoundTitle, text.notFoundText, 404)
export const notStaffPage = (c: PageContext) => messagePage(c, text.notStaffTitle, text.notStaffText, 403)
export const faultPage = (c: PageContext) => messagePage(c, text.faultTitle, text.faultText, 500)
export const crossSitePage = (c: PageContext) => messagePage(c, text.crossSiteTitle, text.crossSiteText, 403)

/** A refusal that no form stands behind, told as a page of its own. */
export const refusedPage = (c: PageContext, error: unknown) => {
  const found = refusalOf(error)
  if (!found) return faultPage(c)
  const visit = visitOf(c)
  const told = found.translations?.[visit.locale.language] ?? found
  // An HTTP status from a service is one that a page can carry too.
  const status = found.status as ContentfulStatusCode
  return show(
    c,
    <ProblemPage
      visit={visit}
      message={{ title: told.title, detail: told.detail, ...(found.status >= 500 && { reference: found.correlationId }) }}
    />,
    status,
  )
}

/** What the services' problem types mean, by their kebab-case code; made from the services' own declarations. */
export type ProblemCatalogue = Readonly<Record<string, { readonly status: number; readonly title: Text; readonly detail: Text }>>

/** The page that a problem's `type` points at. */
export const createProblemTypePage = (catalogue: ProblemCatalogue) => (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const code = c.req.param('code') ?? ''
  const known = Object.hasOwn(catalogue, code) ? catalogue[code] : undefined
  if (!known) return notFoundPage(c)
  return show(
    c,
    <Page visit={visit} title={t(known.title)}>
      <h1 class="ds-heading" data-size="lg">
        {t(known.title)}
      </h1>
      <p class="lead">{t(known.detail)}</p>
      <dl class="facts">
        <div>
          <dt>{t(text.code)}</dt>
          <dd>
            <code>{code}</code>
          </dd>
        </div>
        <div>
          <dt>{t(text.status)}</dt>
          <dd>{known.status}</dd>
        </div>
      </dl>
      <h2 class="ds-heading" data-size="xs">
        {t(text.howTitle)}
      </h2>
      <p class="measure">{t(text.howText)}</p>
    </Page>,
  )
}
