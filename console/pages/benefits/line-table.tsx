import { benefitAreaNames, benefitKindNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import type { Assessment, BenefitLine } from '../../api/benefit-views.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { organisationName } from '../../layout/names.ts'
import { Tag } from '../../layout/tag.tsx'
import type { Visit } from '../../visit.ts'

/** The lines of an assessment, as they are read. */

const text = {
  benefits: { sv: 'Nyttor', en: 'Benefits' },
  costs: { sv: 'Kostnader', en: 'Costs' },
  none: { sv: 'Inga rader.', en: 'No lines.' },
  name: { sv: 'Benämning', en: 'Name' },
  kind: { sv: 'Slag och område', en: 'Kind and area' },
  who: { sv: 'Hos vem', en: 'At whom' },
  amount: { sv: 'Troligt per år', en: 'Likely per year' },
  measure: { sv: 'Mått', en: 'Measure' },
  progress: { sv: 'Hur långt', en: 'How far' },
  level: { sv: 'Nivå', en: 'Level' },
  removed: { sv: 'Gäller inte längre', en: 'No longer holds' },
  ofTheWay: { sv: 'av vägen till målet', en: 'of the way to the target' },
  latest: { sv: 'Senast', en: 'Latest' },
} as const satisfies Record<string, Text>

const amountOf = ({ locale }: Visit, { kind, perYear, level }: BenefitLine): string => {
  if (kind === 'qualitative') return level === undefined ? '–' : `${locale.t(text.level)} ${level}`
  return perYear?.likely === undefined ? '–' : locale.money(perYear.likely)
}

/** The latest measurement with its unit and day, and how far it has come. */
const progressOf = ({ locale }: Visit, assessment: Assessment, line: BenefitLine): string => {
  const found = assessment.progress.find(({ lineId }) => lineId === line.id)
  if (!found) return '–'
  const latest = `${locale.t(text.latest)} ${locale.number(found.latest.value)}${line.unit ? ` ${line.unit}` : ''} (${locale.shortDay(found.latest.measuredOn)})`
  return found.progress === undefined ? latest : `${latest}, ${locale.share(found.progress)} ${locale.t(text.ofTheWay)}`
}

const Side = ({
  visit,
  assessment,
  side,
  caption,
}: {
  visit: Visit
  assessment: Assessment
  side: BenefitLine['side']
  caption: Text
}) => {
  const { t } = visit.locale
  // Measurements go on after the decision: what was decided on is shown without them.
  const isMeasured = assessment.status !== 'frozen'
  const lines = assessment.lines.filter((line) => line.side === side)
  if (lines.length === 0)
    return (
      <p class="empty">
        {t(caption)}: {t(text.none).toLowerCase()}
      </p>
    )
  return (
    <DataTable
      caption={t(caption)}
      columns={[
        { label: t(text.name) },
        { label: t(text.kind) },
        { label: t(text.who) },
        { label: t(text.measure) },
        ...(isMeasured ? [{ label: t(text.progress) }] : []),
        { label: t(text.amount), isNumber: true },
      ]}
      rows={lines.map((line) => [
        <>
          {line.name}
          {line.owner && <span class="note block">{line.owner}</span>}
          {line.isRemoved && (
            <span class="block">
              <Tag color="neutral">{t(text.removed)}</Tag> <span class="note">{line.removalReason}</span>
            </span>
          )}
        </>,
        [line.kind && t(benefitKindNames[line.kind]), line.area && t(benefitAreaNames[line.area])].filter(Boolean).join('. '),
        line.organisation ? organisationName(visit, line.organisation) : '–',
        line.measure ? `${line.measure}${line.unit ? ` (${line.unit})` : ''}` : '–',
        ...(isMeasured ? [progressOf(visit, assessment, line)] : []),
        amountOf(visit, line),
      ])}
    />
  )
}

export const LineTables = ({ visit, assessment }: { visit: Visit; assessment: Assessment }) => (
  <>
    <Side visit={visit} assessment={assessment} side="benefit" caption={text.benefits} />
    <Side visit={visit} assessment={assessment} side="cost" caption={text.costs} />
  </>
)
