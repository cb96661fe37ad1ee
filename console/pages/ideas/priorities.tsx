import { phaseStatusNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { priorities } from '../../api/idea-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { organisationName } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'

/** The order among the cases on their way to BP1, by the county's weighted criteria. */

const text = {
  lead: {
    sv: 'Ärenden på väg till BP1 vars prioritering är klarmarkerad, högst poäng först. Lika poäng delar plats.',
    en: 'Cases on their way to BP1 whose priority is marked complete, highest score first. Equal scores share a place.',
  },
  none: { sv: 'Inget ärende har en klarmarkerad prioritering än.', en: 'No case has a completed priority yet.' },
  rank: { sv: 'Plats', en: 'Rank' },
  score: { sv: 'Poäng', en: 'Score' },
  order: { sv: 'Prioriteringsordning', en: 'Order of priority' },
  weights: { sv: 'Länets kriterier och vikter', en: "The county's criteria and weights" },
  criterion: { sv: 'Kriterium', en: 'Criterion' },
  weight: { sv: 'Vikt', en: 'Weight' },
} as const satisfies Record<string, Text>

export const prioritiesPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { locale, county } = visit
  const { t } = locale
  const { cases } = (await visit.api.read('/v1/ideas/priorities', priorities)).value
  return show(
    c,
    <Page visit={visit} title={t(words.priorities)}>
      <h1 class="ds-heading" data-size="lg">
        {t(words.priorities)}
      </h1>
      <p class="measure">{t(text.lead)}</p>
      {cases.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(text.order)}
          columns={[
            { label: t(words.case) },
            { label: t(words.organisation) },
            { label: t(words.status) },
            { label: t(text.score), isNumber: true },
            { label: t(text.rank), isNumber: true },
          ]}
          rows={cases.map(({ caseId, caseNumber, title, organisation, status, score, rank }) => [
            <>
              <a class="ds-link" href={`/arenden/${caseId}/ideas/priority`}>
                {title}
              </a>
              <span class="note block">{caseNumber}</span>
            </>,
            organisationName(visit, organisation),
            t(phaseStatusNames[status]),
            locale.number(score),
            String(rank),
          ])}
        />
      )}
      <section aria-labelledby="vikter">
        <h2 class="ds-heading" data-size="sm" id="vikter">
          {t(text.weights)}
        </h2>
        <DataTable
          caption={t(text.weights)}
          isCaptionHidden
          columns={[{ label: t(text.criterion) }, { label: t(words.what) }, { label: t(text.weight), isNumber: true }]}
          rows={county.priorityCriteria.map(({ name, help, weight }) => [t(name), t(help), locale.share(weight / 100)])}
        />
      </section>
    </Page>,
  )
}
