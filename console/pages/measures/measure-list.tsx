import type { Text } from '#contracts/language.ts'
import type { CaseMeasures, Measure } from '../../api/measure-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Due } from '../../layout/due.tsx'
import { organisationName } from '../../layout/names.ts'
import type { Visit } from '../../visit.ts'

const text = {
  line: { sv: 'Nytta eller kostnad', en: 'Benefit or cost' },
  due: { sv: 'Mäts senast', en: 'Due on' },
  owner: { sv: 'Ansvarig', en: 'Owner' },
  latest: { sv: 'Senast mätt', en: 'Measured last' },
  target: { sv: 'Mål', en: 'Target' },
} as const satisfies Record<string, Text>

const kinds = {
  baseline: { sv: 'Utgångsvärdet', en: 'The baseline' },
  followUp: { sv: 'Uppföljning', en: 'Follow-up' },
  target: { sv: 'På måldagen', en: "On the target's day" },
} as const satisfies Record<Measure['kind'], Text>

const point = ({ locale }: Visit, value: number, unit: string | undefined, date: string | undefined): string =>
  `${locale.number(value)}${unit ? ` ${unit}` : ''}${date ? ` (${locale.shortDay(date)})` : ''}`

/** What is to be measured, each with a way to where it is recorded. */
export const MeasureTable = ({ visit, cases, caption }: { visit: Visit; cases: readonly CaseMeasures[]; caption: string }) => {
  const { locale } = visit
  const { t } = locale
  return (
    <DataTable
      caption={caption}
      columns={[text.line, words.case, text.due, text.owner, text.latest, text.target].map((label) => ({ label: t(label) }))}
      rows={cases.flatMap(({ case: of, measures }) =>
        measures.map(({ name, measure, unit, owner, kind, dueOn, status, latest, target }) => [
          <>
            <a class="ds-link" href={`/arenden/${of.caseId}/nytta/matningar`}>
              {name}
            </a>
            <span class="note block">{measure}</span>
          </>,
          <>
            {of.title}
            <span class="note block">
              {of.caseNumber} · {organisationName(visit, of.organisation)}
            </span>
          </>,
          <>
            <Due date={dueOn} isOverdue={status === 'missed'} locale={locale} />
            <span class="note block">{t(kinds[kind])}</span>
          </>,
          owner ?? '–',
          latest ? point(visit, latest.value, unit, latest.measuredOn) : '–',
          target ? point(visit, target.value, unit, target.reachedOn) : '–',
        ]),
      )}
    />
  )
}
