import type { Text } from '#contracts/language.ts'
import type { ContractEnding, ContractEndings } from '../../api/system-views.ts'
import { Figure } from '../../charts/figure.tsx'
import { drawRows } from '../../charts/rows.tsx'
import type { Row } from '../../charts/rows.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Due } from '../../layout/due.tsx'
import { organisationName } from '../../layout/names.ts'
import type { Visit } from '../../visit.ts'
import { systemPath, systemWords } from './system-words.ts'

/** Contracts on a line of time from today: how long each runs for certain, and how long with its options. */

const text = {
  title: { sv: 'Hur länge avtalen löper', en: 'How long the contracts run' },
  description: {
    sv: 'En rad för varje avtal. Tidsaxeln börjar i dag. Strecket är sista dag att avgöra nästa option.',
    en: 'A row for each contract. The axis of time begins today. The line is the last day to decide on the next option.',
  },
  certain: { sv: 'Avtalat', en: 'Agreed' },
  options: { sv: 'Om optioner utnyttjas', en: 'If options are taken up' },
  decide: { sv: 'Sista dag att avgöra option', en: 'Last day to decide on an option' },
  none: { sv: 'Inga avtal löper ut eller ska avgöras till och med', en: 'No contract runs out or is to be decided on until' },
  oneFinding: { sv: 'avtal löper ut eller ska avgöras till och med', en: 'contract runs out or is to be decided on until' },
  finding: { sv: 'avtal löper ut eller ska avgöras till och med', en: 'contracts run out or are to be decided on until' },
  first: { sv: 'Först är', en: 'The first is' },
  caption: { sv: 'Avtalen i den ordning de brådskar', en: 'The contracts in the order of their urgency' },
  drawn: { sv: 'Diagrammet visar de första', en: 'The chart shows the first' },
} as const satisfies Record<string, Text>

const mostDrawn = 15
const monthMilliseconds = 2_629_746_000
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const monthsBetween = (from: string, to: string): number => (at(to) - at(from)) / monthMilliseconds
const monthLength = 'YYYY-MM'.length
const monthAfter = (from: string, months: number): string =>
  new Date(at(from) + months * monthMilliseconds).toISOString().slice(0, monthLength)

const rowOf = (visit: Visit, { systemName, organisation, contract }: ContractEnding, from: string): Row => {
  const { endsOn = from, endsWithOptionsOn = endsOn, decideBy } = contract
  const certain = monthsBetween(from, endsOn)
  const possible = monthsBetween(from, endsWithOptionsOn)
  return {
    label: `${systemName}, ${organisationName(visit, organisation)}`,
    value: visit.locale.shortDay(endsOn),
    bars: [
      { from: 0, to: certain, className: 'chart__money' },
      ...(possible > certain ? [{ from: certain, to: possible, className: 'chart__freed' }] : []),
    ],
    ...(decideBy !== undefined && decideBy >= from && { mark: monthsBetween(from, decideBy) }),
  }
}

export const endingsFinding = (visit: Visit, { to, total, endings }: ContractEndings): string => {
  const { t, day, number } = visit.locale
  const [first] = endings
  if (!first) return `${t(text.none)} ${day(to)}.`
  const what = `${first.systemName}, ${organisationName(visit, first.organisation)}, ${day(first.firstDeadline)}`
  return `${number(total)} ${t(total === 1 ? text.oneFinding : text.finding)} ${day(to)}. ${t(text.first)} ${what}.`
}

/** The contracts in words, one a row. */
export const EndingsTable = ({
  visit,
  endings,
  caption,
  isCaptionHidden = false,
}: {
  visit: Visit
  endings: readonly ContractEnding[]
  caption: string
  isCaptionHidden?: boolean
}) => {
  const { t, shortDay } = visit.locale
  const dayOr = (date: string | undefined): string => (date === undefined ? '–' : shortDay(date))
  return (
    <DataTable
      caption={caption}
      isCaptionHidden={isCaptionHidden}
      columns={[
        systemWords.system,
        systemWords.supplier,
        systemWords.decideBy,
        systemWords.endsOn,
        systemWords.endsWithOptionsOn,
      ].map((label) => ({ label: t(label) }))}
      rows={endings.map(({ systemId, systemName, organisation, contract }) => [
        <>
          <a class="ds-link" href={systemPath(systemId)}>
            {systemName}
          </a>
          <span class="note block">{organisationName(visit, organisation)}</span>
        </>,
        contract.supplier,
        contract.decideBy === undefined ? (
          '–'
        ) : (
          <Due date={contract.decideBy} isOverdue={contract.options.some(({ isOverdue }) => isOverdue)} locale={visit.locale} />
        ),
        dayOr(contract.endsOn),
        contract.endsWithOptionsOn === contract.endsOn ? '–' : dayOr(contract.endsWithOptionsOn),
      ])}
    />
  )
}

export const EndingsFigure = ({ visit, read }: { visit: Visit; read: ContractEndings }) => {
  const { t, number } = visit.locale
  const drawn = read.endings.slice(0, mostDrawn)
  const finding = endingsFinding(visit, read)
  if (drawn.length === 0) return <p class="empty">{finding}</p>
  const rows = drawn.map((ending) => rowOf(visit, ending, read.from))
  return (
    <>
      <Figure
        locale={visit.locale}
        id="avtalstid"
        finding={finding}
        title={t(text.title)}
        description={t(text.description)}
        draw={(size) => drawRows(rows, size, (months) => monthAfter(read.from, months))}
        legend={[
          { mark: 'money', label: t(text.certain) },
          { mark: 'freed', label: t(text.options) },
          { mark: 'net', label: t(text.decide) },
        ]}
        table={<EndingsTable visit={visit} endings={drawn} caption={t(text.caption)} />}
      />
      {read.total > drawn.length && (
        <p class="note">
          {t(text.drawn)} {number(drawn.length)}.
        </p>
      )}
    </>
  )
}
