import { capabilityStatuses, capabilityStatusNames, componentNames, components, phaseNames, phases } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { phaseDescription } from '../api/case-views.ts'
import type { PhaseDescription, SectionDescription } from '../api/case-views.ts'
import { words } from '../language/words.ts'
import { DataTable } from '../layout/data-table.tsx'
import { Page, show } from '../layout/page.tsx'
import { CapabilityTag } from '../layout/tag.tsx'
import { visitOf } from '../visit.ts'
import type { PageContext, Visit } from '../visit.ts'

/** How far the county has come with each activity of the flow (RUVeS figure 2). */

const text = {
  title: { sv: 'Förmågor', en: 'Capabilities' },
  lead: {
    sv: 'Aktiviteterna i varje fas och hur långt länet har kommit med att kunna utföra dem. Grunden är länets egen bedömning.',
    en: "The activities of each phase and how far the county has come in being able to carry them out. It rests on the county's own judgement.",
  },
  meaning: { sv: 'Vad färgerna betyder', en: 'What the colours mean' },
  exists: { sv: 'finns och används', en: 'exists and is used' },
  developing: { sv: 'finns delvis och behöver utvecklas', en: 'exists in part and needs development' },
  missing: { sv: 'saknas', en: 'is missing' },
  byComponent: { sv: 'Per komponent', en: 'By component' },
  component: { sv: 'Komponent', en: 'Component' },
} as const satisfies Record<string, Text>

const meanings = { exists: text.exists, developing: text.developing, missing: text.missing }

const PhaseCard = ({ visit, description }: { visit: Visit; description: PhaseDescription }) => {
  const { locale } = visit
  const { t } = locale
  return (
    <section class="map__phase" aria-labelledby={`fas-${description.phase}`}>
      <h2 class="ds-heading" data-size="xs" id={`fas-${description.phase}`}>
        {t(phaseNames[description.phase])}
      </h2>
      <p class="note">{t(description.purpose)}</p>
      <ul>
        {description.sections.map(({ name, component, capability }) => (
          <li>
            <span>
              {t(name)}
              <span class="note block">{t(componentNames[component])}</span>
            </span>
            <CapabilityTag status={capability} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const countOf = (sections: readonly SectionDescription[], component: string, capability: string): number =>
  sections.filter((section) => section.component === component && section.capability === capability).length

export const capabilitiesPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { locale } = visit
  const { t } = locale
  const read = await Promise.all(phases.map((phase) => visit.api.read(`/v1/${phase}/description`, phaseDescription)))
  const descriptions = read.map(({ value }) => value)
  const sections = descriptions.flatMap((description) => description.sections)
  return show(
    c,
    <Page visit={visit} title={t(text.title)} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(text.title)}
      </h1>
      <p class="measure">{t(text.lead)}</p>
      <h2 class="ds-heading" data-size="2xs">
        {t(text.meaning)}
      </h2>
      <ul class="legend">
        {capabilityStatuses.map((status) => (
          <li>
            <CapabilityTag status={status} locale={locale} /> {t(meanings[status])}
          </li>
        ))}
      </ul>
      <DataTable
        caption={t(text.byComponent)}
        columns={[
          { label: t(text.component) },
          ...capabilityStatuses.map((status) => ({ label: t(capabilityStatusNames[status]), isNumber: true })),
        ]}
        rows={components.map((component) => [
          t(componentNames[component]),
          ...capabilityStatuses.map((status) => String(countOf(sections, component, status))),
        ])}
      />
      <div class="map">
        {descriptions.map((description) => (
          <PhaseCard visit={visit} description={description} />
        ))}
      </div>
      <p class="note no-print">
        <a class="ds-link" href="/arenden">
          {t(words.cases)}
        </a>
      </p>
    </Page>,
  )
}
