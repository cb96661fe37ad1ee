import { gateOf } from '#contracts/flow.ts'
import { gateNames, outcomeNames, phaseNames, phases } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { phaseStories } from '../language/phase-stories.ts'
import { words } from '../language/words.ts'
import { DataTable } from '../layout/data-table.tsx'
import { Page, show } from '../layout/page.tsx'
import { visitOf } from '../visit.ts'
import type { PageContext } from '../visit.ts'

/** What the flow is, what the county promises, and how personal data and public access are handled. */

const text = {
  title: { sv: 'Om Behovsflödet', en: 'About Behovsflödet' },
  lead: {
    sv: 'Behovsflödet bär ett behov i vård och omsorg från den första idén till en nytta som har kommit. Modellen kommer från projektet RUVeS vid eHälsoinstitutet, Linnéuniversitetet.',
    en: 'Behovsflödet carries a need in health and social care from the first idea to a benefit that has come true. The model comes from the project RUVeS at the eHealth Institute, Linnaeus University.',
  },
  phasesTitle: { sv: 'De sju faserna', en: 'The seven phases' },
  happens: { sv: 'Vad som händer', en: 'What happens' },
  promise: { sv: 'Länets löfte', en: "The county's promise" },
  decisionsTitle: { sv: 'Besluten', en: 'The decisions' },
  decisions: {
    sv: 'Varje fas slutar med ett beslut. Det fattas av en namngiven person som har rätt till det enligt delegationsordningen, och det motiveras. Beslutet är ett av fyra:',
    en: 'Each phase ends in a decision. It is made by a named person who has the right to it under the delegation order, and it is given with a reason. It is one of four:',
  },
  publicTitle: { sv: 'Allmänna handlingar', en: 'Public records' },
  public: {
    sv: 'Idéer, ärenden och beslut är allmänna handlingar och registreras. Allt som händer i ett ärende förs in i ett diarium som bara kan fyllas på.',
    en: 'Ideas, cases and decisions are public records and are registered. Everything that happens in a case is entered in a register that can only be added to.',
  },
  dataTitle: { sv: 'Personuppgifter', en: 'Personal data' },
  data: {
    sv: 'Ett ärende innehåller inga uppgifter om patienter. Text med personnummer tas inte emot. Kontaktuppgifter som du lämnar med en idé används bara för att fråga om idén.',
    en: 'A case holds no data about patients. Text with personal identity numbers is not accepted. Contact details that you leave with an idea are used only to ask about the idea.',
  },
  cookiesTitle: { sv: 'Kakor', en: 'Cookies' },
  cookies: {
    sv: 'Webbplatsen använder bara nödvändiga kakor: en som minns språket, och när du är inloggad en som minns inloggningen. Inget besök följs eller mäts.',
    en: 'The site uses only necessary cookies: one that remembers the language and, when you are signed in, one that remembers the sign-in. No visit is followed or measured.',
  },
  contactTitle: { sv: 'Kontakt', en: 'Contact' },
} as const satisfies Record<string, Text>

export const aboutPage = (c: PageContext) => {
  const visit = visitOf(c)
  const { locale, county } = visit
  const { t } = locale
  return show(
    c,
    <Page visit={visit} title={t(text.title)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      <p class="lead">{t(text.lead)}</p>
      <section>
        <h2 class="ds-heading" data-size="sm">
          {t(text.phasesTitle)}
        </h2>
        <DataTable
          caption={t(text.phasesTitle)}
          isCaptionHidden
          columns={[
            { label: t(words.phase) },
            { label: t(text.happens) },
            { label: t(words.gate) },
            { label: t(text.promise), isNumber: true },
          ]}
          rows={phases.map((phase) => [
            t(phaseNames[phase]),
            t(phaseStories[phase]),
            t(gateNames[gateOf[phase]]),
            `${county.promises.phases[phase]} ${t(words.workingDays)}`,
          ])}
        />
      </section>
      <section class="measure">
        <h2 class="ds-heading" data-size="sm">
          {t(text.decisionsTitle)}
        </h2>
        <p>
          {t(text.decisions)} {locale.list(Object.values(outcomeNames).map((name) => t(name).toLowerCase()))}.
        </p>
        <h2 class="ds-heading" data-size="sm">
          {t(text.publicTitle)}
        </h2>
        <p>{t(text.public)}</p>
        <h2 class="ds-heading" data-size="sm">
          {t(text.dataTitle)}
        </h2>
        <p>{t(text.data)}</p>
        <h2 class="ds-heading" data-size="sm">
          {t(text.cookiesTitle)}
        </h2>
        <p>{t(text.cookies)}</p>
        <h2 class="ds-heading" data-size="sm">
          {t(text.contactTitle)}
        </h2>
        <p>
          <a class="ds-link" href={`mailto:${county.contact.email}`}>
            {county.contact.email}
          </a>
          , {county.contact.phone},{' '}
          <a class="ds-link" href={county.contact.web}>
            {county.contact.web}
          </a>
        </p>
      </section>
    </Page>,
  )
}
