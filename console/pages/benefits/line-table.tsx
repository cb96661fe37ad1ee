import { benefitAreaNames, benefitKindNames } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import type { Assessment, BenefitLine } from '../../api/benefit-views.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { organisationName } from '../../layout/names.ts'
import { Tag } from '../../layout/tag.tsx'
import type { Visit } from '../../visit.ts'
import { lineInWords } from './explain-line.ts'
import { levelInWords } from './level-in-words.ts'
import type { ReckonedAssessment } from './load-assessment.ts'
import { linePath } from './problem-places.ts'

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
  reckonedSo: { sv: 'Räknas så här', en: 'Reckoned like this' },
  reckon: { sv: 'Räkna fram beloppet', en: 'Reckon the amount' },
  rough: {
    sv: 'Beloppet är en grov uppskattning. Det kan räknas fram redan nu.',
    en: 'The amount is a rough estimate. It can be reckoned already now.',
  },
  mustReckon: {
    sv: 'Beloppet behöver räknas fram innan nyttovärderingen klarmarkeras.',
    en: 'The amount must be reckoned before the assessment is marked complete.',
  },
  once: { sv: 'Engångsbelopp', en: 'Once' },
} as const satisfies Record<string, Text>

const amountOf = ({ locale }: Visit, { kind, perYear, calculation, ...levelled }: BenefitLine): string => {
  if (calculation?.method === 'once') return locale.t(text.once)
  if (kind === 'qualitative') {
    const told = levelInWords(locale, levelled)
    return told === undefined ? '–' : `${locale.t(text.level)} ${told}`
  }
  return perYear?.likely === undefined ? '–' : locale.money(perYear.likely)
}

/** The latest measurement with its unit and day, and how far it has come. */
const progressOf = ({ locale }: Visit, assessment: Assessment, line: BenefitLine): string => {
  const found = assessment.progress.find(({ lineId }) => lineId === line.id)
  if (!found) return '–'
  const latest = `${locale.t(text.latest)} ${locale.number(found.latest.value)}${line.unit ? ` ${line.unit}` : ''} (${locale.shortDay(found.latest.measuredOn)})`
  return found.progress === undefined ? latest : `${latest}, ${locale.share(found.progress)} ${locale.t(text.ofTheWay)}`
}

/** How the amount has come about, or that it still has to be reckoned, with the way to the page where that is done. */
const Reckoned = ({ of, line, isEditable }: { of: ReckonedAssessment; line: BenefitLine; isEditable: boolean }) => {
  const { locale } = of.visit
  const { t } = locale
  if (line.isRemoved || line.kind === 'qualitative') return null
  const told = lineInWords(locale, of.parameters, line)
  const href = linePath(of, line.id)
  if (told !== undefined)
    return (
      <span class="note block">
        <a class="ds-link" href={href}>
          {t(text.reckonedSo)}
          <span class="ds-sr-only"> {line.name}</span>
        </a>
        : {told}
      </span>
    )
  if (!isEditable) return null
  return (
    <span class="note block">
      {t(of.assessment.kind === 'NV1' ? text.rough : text.mustReckon)}{' '}
      <a class="ds-link" href={href}>
        {t(text.reckon)}
        <span class="ds-sr-only"> {line.name}</span>
      </a>
    </span>
  )
}

const Side = ({
  of,
  isEditable,
  side,
  caption,
}: {
  of: ReckonedAssessment
  isEditable: boolean
  side: BenefitLine['side']
  caption: Text
}) => {
  const { visit, assessment } = of
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
          <Reckoned of={of} line={line} isEditable={isEditable} />
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

export const LineTables = ({ of, isEditable }: { of: ReckonedAssessment; isEditable: boolean }) => (
  <>
    <Side of={of} isEditable={isEditable} side="benefit" caption={text.benefits} />
    <Side of={of} isEditable={isEditable} side="cost" caption={text.costs} />
  </>
)
