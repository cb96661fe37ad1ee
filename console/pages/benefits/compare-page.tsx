import { assessmentKind, assessmentKinds, benefitAreaNames, benefitKindNames } from '#contracts/words.ts'
import type { AssessmentKind } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { comparison } from '../../api/benefit-views.ts'
import type { Comparison } from '../../api/benefit-views.ts'
import { at } from '../../api/client.ts'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { organisationName } from '../../layout/names.ts'
import { show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CaseSubpage } from '../case/case-frame.tsx'
import { loadCase } from '../case/load-case.ts'
import { fieldNames } from './line-form.ts'
import { TotalsTable } from './totals-table.tsx'

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
  low: { sv: 'lågt', en: 'low' },
  likely: { sv: 'troligt', en: 'likely' },
  high: { sv: 'högt', en: 'high' },
} as const satisfies Record<string, Text>

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

const Differences = ({ visit, row }: { visit: Visit; row: Comparison['rows'][number] }) => {
  const names = fieldNames(visit)
  if (row.differences.length === 0) return <span class="note">–</span>
  return (
    <ul class="plain">
      {row.differences.map(({ field, from, to }) => (
        <li>
          {names[field] ? visit.locale.t(names[field]) : field}:{' '}
          {from === undefined ? (
            inWords(visit, field, from)
          ) : (
            <span class="difference__before">{inWords(visit, field, from)}</span>
          )}{' '}
          → <span class="difference__after">{inWords(visit, field, to)}</span>
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

export const comparePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '')
  const { caseId } = loaded.record
  const from = assessmentKind.safeParse(visit.query.get('fran')).data ?? 'NV1'
  const to = assessmentKind.safeParse(visit.query.get('till')).data ?? 'NV2'
  const { value } = await visit.api.read(at`/v1/benefits/cases/${caseId}/comparisons` + `?from=${from}&to=${to}`, comparison)
  return show(
    c,
    <CaseSubpage visit={visit} loaded={loaded} title={`${t(text.title)}: ${from}–${to}`} isWide>
      <CompareForm visit={visit} caseId={caseId} kinds={assessmentKinds} from={from} to={to} />
      <DataTable
        caption={t(text.rows)}
        columns={[text.line, text.change, text.differences, text.why].map((label) => ({ label: t(label) }))}
        rows={value.rows.map((row) => [
          row.name,
          <Tag color={changeColors[row.change]}>{t(text[row.change])}</Tag>,
          <Differences visit={visit} row={row} />,
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
      <p>
        <a class="ds-link" href={`/arenden/${caseId}/nytta`}>
          {t(words.benefits)}
        </a>
      </p>
    </CaseSubpage>,
  )
}
