import { assessmentNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { assessmentList } from '../../api/benefit-views.ts'
import type { AssessmentStatus } from '../../api/benefit-views.ts'
import { at } from '../../api/client.ts'
import { words } from '../../language/words.ts'
import type { Locale } from '../../language/locale.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext } from '../../visit.ts'
import { CaseSubpage } from '../case/case-frame.tsx'
import { loadCase } from '../case/load-case.ts'
import { CompareForm } from './compare-page.tsx'

/** The four assessments of a case, and the way to compare and to measure. */

const text = {
  lead: {
    sv: 'Nyttan värderas fyra gånger. Samma rad följer med hela vägen, så att löfte och utfall kan jämföras.',
    en: 'The benefit is assessed four times. The same line follows all the way, so that promise and outcome can be compared.',
  },
  table: { sv: 'Nyttovärderingar', en: 'Benefit assessments' },
  benefits: { sv: 'Ekonomisk nytta', en: 'Financial benefit' },
  costs: { sv: 'Kostnader', en: 'Costs' },
  lines: { sv: 'Rader', en: 'Lines' },
  measurements: { sv: 'Mätningar', en: 'Measurements' },
  toMeasurements: { sv: 'Se och registrera mätningar', en: 'See and record measurements' },
  saved: { sv: 'Sparat', en: 'Saved' },
  calculation: { sv: 'Kalkyl för', en: 'Calculation of' },
} as const satisfies Record<string, Text>

export const assessmentStatusNames = {
  empty: { sv: 'Tom', en: 'Empty' },
  draft: { sv: 'Utkast', en: 'Draft' },
  complete: { sv: 'Klar', en: 'Complete' },
  frozen: { sv: 'Fryst', en: 'Frozen' },
} as const satisfies Record<AssessmentStatus, Text>

const colors = { empty: 'neutral', draft: 'warning', complete: 'success', frozen: 'info' } as const

export const AssessmentTag = ({ status, locale }: { status: AssessmentStatus; locale: Locale }) => (
  <Tag color={colors[status]} {...(status === 'frozen' && { icon: 'lock' as const })}>
    {locale.t(assessmentStatusNames[status])}
  </Tag>
)

export const benefitsPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { locale } = visit
  const { t } = locale
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '')
  const { caseId } = loaded.record
  const { assessments } = (await visit.api.read(at`/v1/benefits/cases/${caseId}/assessments`, assessmentList)).value
  const written = assessments.filter(({ status }) => status !== 'empty').map(({ kind }) => kind)
  return show(
    c,
    <CaseSubpage visit={visit} loaded={loaded} title={t(words.benefits)}>
      <p class="measure">{t(text.lead)}</p>
      <DataTable
        caption={t(text.table)}
        isCaptionHidden
        columns={[
          { label: t(words.assessment) },
          { label: t(words.status) },
          { label: t(text.saved) },
          { label: t(text.lines), isNumber: true },
          { label: t(text.benefits), isNumber: true },
          { label: t(text.costs), isNumber: true },
        ]}
        rows={assessments.map(({ kind, status, lines, totals, savedAt, savedBy }) => [
          <>
            <a class="ds-link" href={`/arenden/${caseId}/nytta/${kind}`}>
              {t(assessmentNames[kind])} ({kind})
            </a>
            {status !== 'empty' && (
              <a class="ds-link block" href={`/arenden/${caseId}/nytta/${kind}/kalkyl`}>
                {t(text.calculation)} {kind}
              </a>
            )}
          </>,
          <AssessmentTag status={status} locale={locale} />,
          savedAt ? `${locale.moment(savedAt)}, ${savedBy?.name ?? ''}` : '–',
          status === 'empty' ? '–' : String(lines),
          status === 'empty' ? '–' : locale.money(totals.financial.benefits.likely),
          status === 'empty' ? '–' : locale.money(totals.financial.costs.likely),
        ])}
      />
      {written.length > 1 && (
        <CompareForm visit={visit} caseId={caseId} kinds={written} from={written.at(-2)} to={written.at(-1)} />
      )}
      <section aria-labelledby="matningar">
        <h2 class="ds-heading" data-size="sm" id="matningar">
          {t(text.measurements)}
        </h2>
        <p>
          <a class="ds-link" href={`/arenden/${caseId}/nytta/matningar`}>
            {t(text.toMeasurements)}
          </a>
        </p>
      </section>
    </CaseSubpage>,
  )
}
