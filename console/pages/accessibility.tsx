import type { Text } from '#contracts/language.ts'
import { Page, show } from '../layout/page.tsx'
import { visitOf } from '../visit.ts'
import type { PageContext } from '../visit.ts'

/** The accessibility statement of the county's instance (lag 2018:1937 om tillgänglighet till digital offentlig service, 13 §). */

const text = {
  title: { sv: 'Tillgänglighet för Behovsflödet', en: 'Accessibility of Behovsflödet' },
  lead: {
    sv: 'Här står hur Behovsflödet uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister som är kända och hur du rapporterar problem.',
    en: 'This page says how Behovsflödet meets the Swedish act on the accessibility of digital public services, which faults are known and how to report problems.',
  },
  howTitle: { sv: 'Hur tillgänglig är webbplatsen?', en: 'How accessible is the site?' },
  how: {
    sv: 'Målet är WCAG 2.1 nivå AA. Sidorna fungerar med tangentbord, med skärmläsare, i 200 procents förstoring, på smala skärmar och utan JavaScript.',
    en: 'The aim is WCAG 2.1 level AA. The pages work with a keyboard, with a screen reader, at 200 per cent magnification, on narrow screens and without JavaScript.',
  },
  testedTitle: { sv: 'Hur vi har kontrollerat', en: 'How we have checked' },
  tested: {
    sv: 'Varje sidtyp prövas automatiskt med axe-core i en webbläsare när programmet byggs. En automatisk kontroll hittar inte allt: webbplatsen är ännu inte granskad av en utomstående och inte prövad med skärmläsare av användare.',
    en: 'Every kind of page is tested automatically with axe-core in a browser when the software is built. An automatic check does not find everything: the site has not yet been reviewed by an outside party, nor tried by screen reader users.',
  },
  knownTitle: { sv: 'Kända brister', en: 'Known faults' },
  known: [
    {
      sv: 'Text som människor skriver i ärenden och idéer kan vara på ett annat språk än sidan utan att det är märkt.',
      en: 'Text that people write in cases and ideas can be in another language than the page without being marked as such.',
    },
    {
      sv: 'Länkar och dokument som hör till andra webbplatser kan ha brister som vi inte råder över.',
      en: 'Links and documents that belong to other sites can have faults beyond our control.',
    },
    {
      sv: 'Datumfält ser olika ut i olika webbläsare. I en webbläsare utan datumväljare skrivs datum som 2026-11-20.',
      en: 'Date fields look different in different browsers. In a browser without a date picker, dates are written like 2026-11-20.',
    },
  ],
  burdenTitle: { sv: 'Oskäligt betungande anpassning', en: 'Disproportionate burden' },
  burden: {
    sv: 'Länet åberopar inget undantag för oskäligt betungande anpassning (12 §).',
    en: 'The county claims no exemption for disproportionate burden (section 12).',
  },
  reportTitle: { sv: 'Rapportera problem', en: 'Report problems' },
  report: {
    sv: 'Har du hittat något som inte fungerar, eller behöver du innehållet i ett annat format? Hör av dig:',
    en: 'Have you found something that does not work, or do you need the content in another format? Get in touch:',
  },
  supervisionTitle: { sv: 'Tillsyn', en: 'Supervision' },
  supervision: {
    sv: 'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur vi hanterar dina synpunkter kan du anmäla det till Digg.',
    en: 'The Agency for Digital Government (Digg) supervises the act. If you are not satisfied with how we deal with your comments you can report it to Digg.',
  },
  complain: { sv: 'Anmäl till Digg', en: 'Report to Digg' },
} as const satisfies Record<string, Text | readonly Text[]>

const complaintAddress = 'https://www.digg.se/tdosanmalan'

export const accessibilityPage = (c: PageContext) => {
  const visit = visitOf(c)
  const { locale, county } = visit
  const { t } = locale
  return show(
    c,
    <Page visit={visit} title={t(text.title)}>
      <article class="measure">
        <h1 class="ds-heading" data-size="lg">
          {t(text.title)}
        </h1>
        <p class="lead">
          {county.name}. {t(text.lead)}
        </p>
        <h2 class="ds-heading" data-size="sm">
          {t(text.howTitle)}
        </h2>
        <p>{t(text.how)}</p>
        <h2 class="ds-heading" data-size="sm">
          {t(text.testedTitle)}
        </h2>
        <p>{t(text.tested)}</p>
        <h2 class="ds-heading" data-size="sm">
          {t(text.knownTitle)}
        </h2>
        <ul>
          {text.known.map((fault) => (
            <li>{t(fault)}</li>
          ))}
        </ul>
        <h2 class="ds-heading" data-size="sm">
          {t(text.burdenTitle)}
        </h2>
        <p>{t(text.burden)}</p>
        <h2 class="ds-heading" data-size="sm">
          {t(text.reportTitle)}
        </h2>
        <p>
          {t(text.report)}{' '}
          <a class="ds-link" href={`mailto:${county.contact.email}`}>
            {county.contact.email}
          </a>
          , {county.contact.phone}.
        </p>
        <h2 class="ds-heading" data-size="sm">
          {t(text.supervisionTitle)}
        </h2>
        <p>{t(text.supervision)}</p>
        <p>
          <a class="ds-link" href={complaintAddress}>
            {t(text.complain)}
          </a>
        </p>
      </article>
    </Page>,
  )
}
