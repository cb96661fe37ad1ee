import { assessmentKind, benefitAreaNames, benefitKindNames } from '#contracts/words.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { comparison } from '../../api/benefit-views.ts'
import type { Comparison } from '../../api/benefit-views.ts'
import { waterfall as waterfallView } from '../../api/calculation-views.ts'
import { at } from '../../api/client.ts'
import { reckoningParameters } from '../../api/reckoning-views.ts'
import type { ReckoningParameters } from '../../api/reckoning-views.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { organisationName } from '../../layout/names.ts'
import { show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CaseSubpage } from '../case/case-frame.tsx'
import { loadCase } from '../case/load-case.ts'
import { lineInWords } from './explain-line.ts'
import { horizonInWords } from './level-in-words.ts'
import { fieldNames } from './line-form.ts'
import { TotalsTable } from './totals-table.tsx'
import { WaterfallFigures } from './waterfall-figures.tsx'

/** Two assessments row by row: what was promised, what changed and why. */

const text = {
  title: { sv: 'Jämför nyttovärderingar', en: 'Compare benefit assessments' },
  from: { sv: 'Från', en: 'From' },
  to: { sv: 'Till', en: 'To' },
  compare: { sv: 'Jämför', en: 'Compare' },
  rows: { sv: 'Rad för rad', en: 'Row by row' },
  line: { sv: 'Rad', en: 'Line' },
  change: { sv: 'Ändring', en: 'Change' },
  differences: { sv: 'Vad som skiljer', en: 'What differs' },
  why: { sv: 'Varför', en: 'Why' },
  added: { sv: 'Ny', en: 'Added' },
  removed: { sv: 'Borttagen', en: 'Removed' },
  changed: { sv: 'Ändrad', en: 'Changed' },
  same: { sv: 'Oförändrad', en: 'Same' },
  nothing: { sv: 'inget', en: 'nothing' },
  sums: { sv: 'Summor', en: 'Sums' },
  tooFew: {
    sv: 'Det finns inte två nyttovärderingar att jämföra än.',
    en: 'There are not two assessments to compare yet.',
  },
  low: { sv: 'lågt', en: 'low' },
  likely: { sv: 'troligt', en: 'likely' },
  high: { sv: 'högt', en: 'high' },
} as const satisfies Record<string, Text>

/** Of a line, what its own page writes. */
const reckonedFields: Readonly<Record<string, Text>> = {
  calculation: { sv: 'Så räknas beloppet', en: 'How the amount is reckoned' },
  effect: { sv: 'Följer av effekten', en: 'Follows from the effect' },
  endsOn: { sv: 'Upphör den', en: 'Ends on' },
}

const changeColors = { added: 'success', removed: 'danger', changed: 'warning', same: 'neutral' } as const

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A field of a line in words: money as money, coded values by their names, days as days. */
const inWords = (visit: Visit, field: string, value: unknown): string => {
  const { locale } = visit
  const { t } = locale
  if (value === undefined || value === null) return t(text.nothing)
  if (field === 'perYear' && isObject(value))
    return (['low', 'likely', 'high'] as const)
      .flatMap((key) => (typeof value[key] === 'number' ? [`${t(text[key])} ${locale.money(value[key])}`] : []))
      .join(', ')
  if (isObject(value))
    return Object.values(value)
      .map((member) => inWords(visit, '', member))
      .join(', ')
  if (typeof value === 'number') return locale.number(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (field === 'organisation') return organisationName(visit, value)
  const names: Readonly<Record<string, Text>> = field === 'kind' ? benefitKindNames : field === 'area' ? benefitAreaNames : {}
  if (Object.hasOwn(names, value)) return t(names[value]!) // hasOwn has just said so
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? locale.day(value) : value
}

type Row = Comparison['rows'][number]

const isReckonedApart = ({ differences }: Row): boolean => differences.some(({ field }) => field === 'calculation')

interface Names {
  /** What drivers are called, where a line is reckoned otherwise than before. */
  readonly parameters: ReckoningParameters | undefined
  readonly effects: Comparison['effects']
}

const Differences = ({ visit, row, names: { parameters, effects } }: { visit: Visit; row: Row; names: Names }) => {
  const names = { ...fieldNames(visit), ...reckonedFields }
  const told = (field: string, value: unknown, side: 'before' | 'after'): string => {
    const line = row[side]
    if (field === 'calculation' && line && parameters)
      return lineInWords(visit.locale, parameters, line) ?? visit.locale.t(text.nothing)
    if (field === 'effect') return effects[side].find(({ id }) => id === value)?.name ?? inWords(visit, field, value)
    if (field === 'levelHorizonYears' && typeof value === 'number') return horizonInWords(visit.locale, value)
    return inWords(visit, field, value)
  }
  if (row.differences.length === 0) return <span class="note">–</span>
  return (
    <ul class="plain">
      {row.differences.map(({ field, from, to }) => (
        <li>
          {names[field] ? visit.locale.t(names[field]) : field}:{' '}
          {from === undefined ? (
            inWords(visit, field, from)
          ) : (
            <span class="difference__before">{told(field, from, 'before')}</span>
          )}{' '}
          → <span class="difference__after">{told(field, to, 'after')}</span>
        </li>
      ))}
    </ul>
  )
}

const Pick = ({
  visit,
  name,
  label,
  kinds,
  picked,
}: {
  visit: Visit
  name: string
  label: Text
  kinds: readonly AssessmentKind[]
  picked: string | undefined
}) => (
  <div class="ds-field">
    <label class="ds-label" for={name}>
      {visit.locale.t(label)}
    </label>
    <select class="ds-input" id={name} name={name}>
      {kinds.map((kind) => (
        <option value={kind} selected={kind === picked}>
          {kind}
        </option>
      ))}
    </select>
  </div>
)

export const CompareForm = ({
  visit,
  caseId,
  kinds,
  from,
  to,
}: {
  visit: Visit
  caseId: string
  kinds: readonly AssessmentKind[]
  from: string | undefined
  to: string | undefined
}) => (
  <form class="filter" method="get" action={`/arenden/${caseId}/nytta/jamfor`}>
    <Pick visit={visit} name="fran" label={text.from} kinds={kinds} picked={from} />
    <Pick visit={visit} name="till" label={text.to} kinds={kinds} picked={to} />
    <button class="ds-button" data-variant="secondary" type="submit">
      {visit.locale.t(text.compare)}
    </button>
  </form>
)

const BackLink = ({ visit, caseId }: { visit: Visit; caseId: string }) => (
  <p>
    <a class="ds-link" href={`/arenden/${caseId}/nytta`}>
      {visit.locale.t(words.benefits)}
    </a>
  </p>
)

export const comparePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '')
  const { caseId } = loaded.record
  const waterfall = (await visit.api.read(at`/v1/benefits/cases/${caseId}/waterfall`, waterfallView)).value
  const kinds = waterfall.assessments.map(({ kind }) => kind)
  const from = assessmentKind.safeParse(visit.query.get('fran')).data ?? kinds.at(-2)
  const to = assessmentKind.safeParse(visit.query.get('till')).data ?? kinds.at(-1)
  if (from === undefined || to === undefined)
    return show(
      c,
      <CaseSubpage visit={visit} loaded={loaded} title={t(text.title)}>
        <p class="empty">{t(text.tooFew)}</p>
        <BackLink visit={visit} caseId={caseId} />
      </CaseSubpage>,
    )
  const { value } = await visit.api.read(at`/v1/benefits/cases/${caseId}/comparisons` + `?from=${from}&to=${to}`, comparison)
  const parameters = value.rows.some(isReckonedApart)
    ? (await visit.api.read('/v1/benefits/parameters', reckoningParameters)).value
    : undefined
  return show(
    c,
    <CaseSubpage visit={visit} loaded={loaded} title={t(text.title)} isWide>
      <WaterfallFigures locale={visit.locale} waterfall={waterfall} />
      <h2 class="ds-heading" data-size="sm">
        {t(text.rows)}: {from}–{to}
      </h2>
      <CompareForm visit={visit} caseId={caseId} kinds={kinds} from={from} to={to} />
      <DataTable
        caption={t(text.rows)}
        isCaptionHidden
        columns={[text.line, text.change, text.differences, text.why].map((label) => ({ label: t(label) }))}
        rows={value.rows.map((row) => [
          row.name,
          <Tag color={changeColors[row.change]}>{t(text[row.change])}</Tag>,
          <Differences visit={visit} row={row} names={{ parameters, effects: value.effects }} />,
          row.reason ?? '–',
        ])}
      />
      <h2 class="ds-heading" data-size="sm">
        {t(text.sums)}, {from}
      </h2>
      <TotalsTable locale={visit.locale} totals={value.totals.before} />
      <h2 class="ds-heading" data-size="sm">
        {t(text.sums)}, {to}
      </h2>
      <TotalsTable locale={visit.locale} totals={value.totals.after} />
      <BackLink visit={visit} caseId={caseId} />
    </CaseSubpage>,
  )
}
