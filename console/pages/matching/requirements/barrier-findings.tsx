import type { Text } from '#contracts/language.ts'
import type { BarrierCheck } from '../../../api/library-views.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { Tag } from '../../../layout/tag.tsx'
import type { Visit } from '../../../visit.ts'

/** What in the requirements the law does not allow, or shuts small companies out. */

const text = {
  none: { sv: 'Inget hinder hittades i kraven.', en: 'No barrier was found in the requirements.' },
  caption: { sv: 'Att se över i kraven', en: 'To look over in the requirements' },
  requirement: { sv: 'Krav', en: 'Requirement' },
  what: { sv: 'Vad', en: 'What' },
  remedy: { sv: 'Gör så här', en: 'Do this' },
  breach: { sv: 'Strider mot lagen', en: 'Against the law' },
  barrier: { sv: 'Hinder', en: 'Barrier' },
  notice: { sv: 'Att kontrollera', en: 'To check' },
} as const satisfies Record<string, Text>

const colors = { breach: 'danger', barrier: 'warning', notice: 'info' } as const

export const BarrierFindings = ({
  visit: {
    locale: { t },
  },
  check,
  ids,
}: {
  visit: Visit
  check: BarrierCheck
  /** The numbers of the requirements, in the order that they were sent. */
  ids: readonly string[]
}) =>
  check.findings.length === 0 ? (
    <p>{t(text.none)}</p>
  ) : (
    <DataTable
      caption={t(text.caption)}
      columns={[text.requirement, text.what, text.remedy].map((label) => ({ label: t(label) }))}
      rows={check.findings.map(({ severity, name, source, remedy, requirement, quote }) => [
        requirement === undefined ? '–' : (ids[requirement] ?? '–'),
        <>
          <Tag color={colors[severity]}>{t(text[severity])}</Tag> {t(name)}
          {quote && `: ”${quote}”`}
          <span class="note block">{source}</span>
        </>,
        t(remedy),
      ])}
    />
  )
