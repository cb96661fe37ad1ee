import type { Text } from '#contracts/language.ts'
import { phaseNames } from '#contracts/words.ts'
import { at } from '../../api/client.ts'
import { board as boardView } from '../../api/insight-views.ts'
import type { Board } from '../../api/insight-views.ts'
import { executionStates, queues as queuesView, redriveList } from '../../api/operations-views.ts'
import type { Queues, QueueStatus, QueueView, ServiceQueues } from '../../api/operations-views.ts'
import { words } from '../../language/words.ts'
import { Alert } from '../../layout/alert.tsx'
import { DataTable } from '../../layout/data-table.tsx'
import { Due } from '../../layout/due.tsx'
import { Facts } from '../../layout/facts.tsx'
import { ballHolder } from '../../layout/names.ts'
import { Page, show } from '../../layout/page.tsx'
import { Tag } from '../../layout/tag.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { ageInWords } from './age.ts'
import { RedriveTable } from './redrive-table.tsx'
import { executionNames, queueStatusNames, serviceName, text } from './words.ts'

/** What waits, what is stuck and what is being mended, on one page. */

const own = {
  lead: {
    sv: 'Köerna mellan tjänsterna i flödets ordning. Ett undanlagt meddelande betyder att ett ärende kan stå stilla.',
    en: 'The queues between the services in the order of the flow. A message set aside means that a case may stand still.',
  },
  queues: { sv: 'Köer', en: 'Queues' },
  waiting: { sv: 'Väntar', en: 'Waiting' },
  inFlight: { sv: 'Under arbete', en: 'In flight' },
  delayed: { sv: 'Fördröjda', en: 'Delayed' },
  oldest: { sv: 'Äldsta', en: 'Oldest' },
  sent: { sv: 'Skickade senast', en: 'Last sent' },
  behind: { sv: 'efter', en: 'behind' },
  notMeasured: {
    sv: 'Åldrar och utskick kan inte mätas just nu. Antalen gäller ändå.',
    en: 'Ages and sendings cannot be measured just now. The counts hold all the same.',
  },
  relayFailures: { sv: 'Uppgivna utskick', en: 'Sendings given up' },
  scheduleFailures: { sv: 'Misslyckade tidsstyrda körningar', en: 'Failed scheduled runs' },
  executions: { sv: 'Beslutspunkternas körningar', en: 'Executions of the decision gates' },
  executionsNote: {
    sv: 'Högst de 1 000 senaste i varje läge räknas. Avslutade finns kvar i 90 dagar.',
    en: 'At most the newest 1,000 of each state are counted. Ended ones are kept for 90 days.',
  },
  noExecutions: { sv: 'Körningarna kan inte läsas just nu.', en: 'The executions cannot be read just now.' },
  atLeast: { sv: 'minst', en: 'at least' },
  redrives: { sv: 'Omkörningar', en: 'Redrives' },
  latestRedrives: { sv: 'De senaste omkörningarna', en: 'The latest redrives' },
  noRedrives: { sv: 'Inget har körts om.', en: 'Nothing has been redriven.' },
  refusals: { sv: 'Händelser som avvisats för gott', en: 'Events refused for good' },
  late: { sv: 'Ärenden äldre än löftet', en: 'Cases older than promised' },
  lateNote: {
    sv: 'Ett ärende kan vänta i månader med tomma köer. Här står de vars utlovade dag har passerat.',
    en: 'A case may wait for months with every queue empty. These are the ones whose promised day has passed.',
  },
  noneLate: { sv: 'Inget ärende är försenat.', en: 'No case is overdue.' },
} as const satisfies Record<string, Text>

const statusColors = {
  unreadable: 'danger',
  setAside: 'danger',
  late: 'warning',
  working: 'info',
  calm: 'success',
} as const satisfies Record<QueueStatus, string>

const heldBy = ({ counts }: QueueView): number | undefined => counts && counts.waiting + counts.inFlight + counts.delayed

const unknown = '–'

const AsideLink = ({ visit, queue, label }: { visit: Visit; queue: QueueView | undefined; label?: Text }) => {
  const held = queue && heldBy(queue)
  if (!queue || held === undefined) return label ? null : <>{unknown}</>
  if (held === 0) return label ? null : <>0</>
  return (
    <a class="ds-link block" href={at`/drift/koer/${queue.queue}`}>
      {label && `${visit.locale.t(label)}: `}
      {visit.locale.number(held)}
    </a>
  )
}

const cellsOf = (visit: Visit, found: ServiceQueues) => {
  const { t, number, moment, language } = visit.locale
  const { inbox, deadLetters, relay, status } = found
  const { counts, oldestSeconds } = inbox
  return [
    t(serviceName(found.service)),
    <Tag color={statusColors[status]}>{t(queueStatusNames[status])}</Tag>,
    counts ? number(counts.waiting) : unknown,
    counts ? number(counts.inFlight) : unknown,
    counts ? number(counts.delayed) : unknown,
    oldestSeconds === undefined ? unknown : ageInWords(oldestSeconds, language),
    <>
      <AsideLink visit={visit} queue={deadLetters} />
      {deadLetters.oldestSeconds !== undefined && (
        <span class="note block">
          {t(own.oldest)}: {ageInWords(deadLetters.oldestSeconds, language)}
        </span>
      )}
      <AsideLink visit={visit} queue={found.relayFailures} label={own.relayFailures} />
      <AsideLink visit={visit} queue={found.scheduleFailures} label={own.scheduleFailures} />
    </>,
    <>
      {relay?.lastRanAt ? moment(relay.lastRanAt) : unknown}
      {relay?.behindSeconds !== undefined && relay.behindSeconds >= 1 && (
        <span class="note block">
          {ageInWords(relay.behindSeconds, language)} {t(own.behind)}
        </span>
      )}
    </>,
  ]
}

const QueueTable = ({ visit, read }: { visit: Visit; read: Queues }) => {
  const { t } = visit.locale
  return (
    <>
      {!read.isMeasured && (
        <Alert color="warning">
          <p class="ds-paragraph">{t(own.notMeasured)}</p>
        </Alert>
      )}
      <DataTable
        caption={t(own.queues)}
        columns={[
          { label: t(text.service) },
          { label: t(words.status) },
          { label: t(own.waiting), isNumber: true },
          { label: t(own.inFlight), isNumber: true },
          { label: t(own.delayed), isNumber: true },
          { label: t(own.oldest) },
          { label: t(text.setAside) },
          { label: t(own.sent) },
        ]}
        rows={read.services.map((service) => cellsOf(visit, service))}
      />
    </>
  )
}

const Executions = ({ visit, executions }: { visit: Visit; executions: Queues['executions'] }) => {
  const { t, number } = visit.locale
  if (!executions) return <p class="empty">{t(own.noExecutions)}</p>
  return (
    <>
      <Facts
        rows={executionStates.map((state) => {
          const found = executions[state]
          return [t(executionNames[state]), found && `${found.isMore ? `${t(own.atLeast)} ` : ''}${number(found.count)}`] as const
        })}
      />
      <p class="note">{t(own.executionsNote)}</p>
    </>
  )
}

const LateCases = ({ visit, board }: { visit: Visit; board: Board }) => {
  const { locale } = visit
  const { t } = locale
  const late = board.phases.flatMap(({ cases }) => cases.filter(({ isOverdue }) => isOverdue))
  const hidden = board.phases.filter(({ overdue, cases }) => overdue > cases.filter(({ isOverdue }) => isOverdue).length)
  if (late.length === 0) return <p class="empty">{t(own.noneLate)}</p>
  return (
    <>
      <DataTable
        caption={t(own.late)}
        isCaptionHidden
        columns={[words.case, words.phase, words.ball, words.dueOn].map((label) => ({ label: t(label) }))}
        rows={late.map((row) => [
          <>
            <a class="ds-link" href={at`/arenden/${row.caseId}`}>
              {row.title}
            </a>
            <span class="note block">{row.caseNumber}</span>
          </>,
          t(phaseNames[row.phase]),
          ballHolder(visit, row.ball),
          <Due date={row.dueOn} isOverdue locale={locale} />,
        ])}
      />
      {hidden.map(({ phase, overdue }) => (
        <p>
          <a class="ds-link" href={`/arenden?fas=${phase}`}>
            {t(phaseNames[phase])}: {overdue}
          </a>
        </p>
      ))}
    </>
  )
}

const shownRedrives = 10

export const operationsPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { api, locale } = visit
  const { t } = locale
  // Asked first: whoever may not see this is told so before anything else is read.
  const read = (await api.read('/v1/operations/queues', queuesView)).value
  const [{ value: listed }, { value: board }] = await Promise.all([
    api.read(`/v1/operations/redrives?limit=${shownRedrives}`, redriveList),
    api.read('/v1/insight/board', boardView),
  ])
  return show(
    c,
    <Page visit={visit} title={t(words.operations)} isWide>
      <h1 class="ds-heading" data-size="lg">
        {t(words.operations)}
      </h1>
      <p>{t(own.lead)}</p>
      <p class="no-print">
        {t(text.taken)} <time datetime={read.takenAt}>{locale.moment(read.takenAt)}</time>.{' '}
        <a class="ds-link" href="/drift">
          {t(text.refresh)}
        </a>
      </p>
      <QueueTable visit={visit} read={read} />
      <p>
        <a class="ds-link" href="/drift/avvisade">
          {t(own.refusals)}
        </a>
      </p>
      <section aria-labelledby="omkorningar">
        <h2 class="ds-heading" data-size="sm" id="omkorningar">
          {t(own.redrives)}
        </h2>
        {listed.redrives.length === 0 ? (
          <p class="empty">{t(own.noRedrives)}</p>
        ) : (
          <RedriveTable visit={visit} redrives={listed.redrives} caption={t(own.latestRedrives)} />
        )}
      </section>
      <section aria-labelledby="korningar">
        <h2 class="ds-heading" data-size="sm" id="korningar">
          {t(own.executions)}
        </h2>
        <Executions visit={visit} executions={read.executions} />
      </section>
      <section aria-labelledby="forsenade">
        <h2 class="ds-heading" data-size="sm" id="forsenade">
          {t(own.late)}
        </h2>
        <p>{t(own.lateNote)}</p>
        <LateCases visit={visit} board={board} />
      </section>
    </Page>,
  )
}
