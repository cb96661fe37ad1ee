import {
  benefitKindNames,
  gateNames,
  opinionAnswerNames,
  outcomeNames,
  phaseNames,
  phases,
  sectionStatusNames,
  senderNames,
  stopReasonNames,
} from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import type { Text } from '#contracts/language.ts'
import { phaseDescription } from '../../api/case-views.ts'
import { at } from '../../api/client.ts'
import { timeline } from '../../api/insight-views.ts'
import type { TimelineEvent } from '../../api/insight-views.ts'
import { words } from '../../language/words.ts'
import { officeName, organisationName, unitName } from '../../layout/names.ts'
import { show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { CaseSubpage } from './case-frame.tsx'
import { loadCase } from './load-case.ts'

/** Everything that has happened to a case, oldest first, in words. */

const text = {
  lead: { sv: 'Allt som har hänt i ärendet, det äldsta först.', en: 'Everything that has happened in the case, oldest first.' },
  across: { sv: 'Ärendet', en: 'The case' },
  section: { sv: 'Avsnitt', en: 'Section' },
  version: { sv: 'version', en: 'version' },
  answerBy: { sv: 'svar senast', en: 'answer by' },
  due: { sv: 'klart senast', en: 'due on' },
  until: { sv: 'till', en: 'until' },
  missing: { sv: 'Saknades', en: 'Missing' },
  value: { sv: 'värde', en: 'value' },
  measured: { sv: 'mätt', en: 'measured' },
  lines: { sv: 'rader', en: 'lines' },
} as const satisfies Record<string, Text>

type Data = TimelineEvent['data']

const textIn = (data: Data, key: string): string | undefined => {
  const value = data[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}
const numberIn = (data: Data, key: string): number | undefined => {
  const value = data[key]
  return typeof value === 'number' ? value : undefined
}
const listIn = (data: Data, key: string): string[] => {
  const value = data[key]
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
}

/** The name of a coded value, or the code where the table does not know it. */
const named = (visit: Visit, names: Readonly<Record<string, Text>>, code: string | undefined): string | undefined =>
  code === undefined ? undefined : Object.hasOwn(names, code) ? visit.locale.t(names[code]!) /* hasOwn has just said so */ : code

/** What a reader wants to know beyond the event's name. Only facts that are there are told. */
const detailsOf = (visit: Visit, { data }: TimelineEvent, sectionName: (key: string) => string): string[] => {
  const { locale, county } = visit
  const { t } = locale
  const unit = textIn(data, 'unit')
  const day = (key: string, label: Text): string | undefined => {
    const date = textIn(data, key)
    return date && /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${t(label)} ${locale.day(date)}` : undefined
  }
  const section = textIn(data, 'section')
  const version = numberIn(data, 'version')
  const value = numberIn(data, 'value')
  const missing = listIn(data, 'missing')
  const offices = listIn(data, 'offices')
  return [
    textIn(data, 'title'),
    named(visit, senderNames, textIn(data, 'submittedBy')),
    textIn(data, 'organisation') && organisationName(visit, textIn(data, 'organisation') ?? county.leadOrganisation),
    section && `${t(text.section)} ${sectionName(section)}`,
    textIn(data, 'kind') && (named(visit, benefitKindNames, textIn(data, 'kind')) ?? undefined),
    version === undefined ? undefined : `${t(text.version)} ${version}`,
    named(visit, sectionStatusNames, textIn(data, 'status')),
    // The schema of the event names units of ours; an unknown one is shown as it is.
    unit && unitName(visit, unit as Parameters<typeof unitName>[1]),
    textIn(data, 'question'),
    named(visit, opinionAnswerNames, textIn(data, 'answer')) ?? undefined,
    named(visit, gateNames, textIn(data, 'gate')),
    numberIn(data, 'round') === undefined ? undefined : `${t(words.round).toLowerCase()} ${numberIn(data, 'round')}`,
    named(visit, outcomeNames, textIn(data, 'outcome')),
    named(visit, stopReasonNames, textIn(data, 'stopReason')),
    textIn(data, 'from') &&
      textIn(data, 'to') &&
      `${named(visit, phaseNames, textIn(data, 'from'))} → ${named(visit, phaseNames, textIn(data, 'to'))}`,
    offices.length > 0 ? locale.list(offices.map((office) => officeName(visit, office))) : undefined,
    textIn(data, 'assignee'),
    textIn(data, 'person'),
    day('dueOn', text.due),
    day('answerDueOn', text.answerBy),
    day('wakeOn', text.until),
    day('measuredOn', text.measured),
    value === undefined ? undefined : textIn(data, 'lineId') ? locale.number(value) : `${t(text.value)} ${locale.money(value)}`,
    missing.length > 0 ? `${t(text.missing)}: ${missing.join('; ')}` : undefined,
  ].filter((detail): detail is string => typeof detail === 'string' && detail !== '')
}

const isDecision = ({ type }: TimelineEvent): boolean =>
  /\.(decision-made|case-handed-over|case-closed|case-completed)\.v\d+$/.test(type)

const EventItem = ({
  visit,
  event,
  sectionName,
}: {
  visit: Visit
  event: TimelineEvent
  sectionName: (key: string) => string
}) => {
  const { locale } = visit
  const details = detailsOf(visit, event, sectionName)
  const reason = textIn(event.data, 'reason') ?? textIn(event.data, 'answer')
  return (
    <li class={isDecision(event) ? 'events__decision' : undefined}>
      <p class="events__name">{locale.t(event.name)}</p>
      {details.length > 0 && <p>{details.join(' · ')}</p>}
      {reason && !details.includes(reason) && !(reason in opinionAnswerNames) && <p class="prose measure">{reason}</p>}
      <p class="note">
        <time datetime={event.time}>{locale.moment(event.time)}</time> · {event.actor.name}
      </p>
    </li>
  )
}

interface PhaseOfTime {
  readonly phase: Phase | undefined
  readonly events: readonly TimelineEvent[]
}

/** Runs of events in the same phase. An event that names none belongs where it happened. */
const byPhase = (events: readonly TimelineEvent[]): PhaseOfTime[] => {
  const runs: { phase: Phase | undefined; events: TimelineEvent[] }[] = []
  for (const event of events) {
    const last = runs.at(-1)
    if (last && (event.phase === undefined || event.phase === last.phase)) last.events.push(event)
    else runs.push({ phase: event.phase, events: [event] })
  }
  return runs
}

/** The sections of every phase that the events speak of, for their names. */
const readSections = async ({ api }: Visit, events: readonly TimelineEvent[]) => {
  const named = phases.filter((phase) =>
    events.some((event) => event.phase === phase && textIn(event.data, 'section') !== undefined),
  )
  const read = await Promise.all(named.map((phase) => api.read(`/v1/${phase}/description`, phaseDescription)))
  return read.flatMap(({ value }) => value.sections)
}

export const timelinePage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { locale, query } = visit
  const { t } = locale
  const loaded = await loadCase(visit, c.req.param('caseId') ?? '')
  const cursor = query.get('sida')
  const path = at`/v1/insight/cases/${loaded.record.caseId}/timeline`
  const read = await visit.api.read(`${path}?limit=100${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`, timeline)
  const { events } = read.value
  const sections = await readSections(visit, events)
  const sectionName = (key: string): string => {
    const section = sections.find((candidate) => candidate.key === key)
    return section ? t(section.name) : key
  }
  return show(
    c,
    <CaseSubpage visit={visit} loaded={loaded} title={t(words.timeline)}>
      <p>{t(text.lead)}</p>
      {byPhase(events).map(({ phase, events: told }) => (
        <>
          <h2 class="ds-heading events-phase" data-size="sm">
            {phase ? t(phaseNames[phase]) : t(text.across)}
          </h2>
          <ol class="events">
            {told.map((event) => (
              <EventItem visit={visit} event={event} sectionName={sectionName} />
            ))}
          </ol>
        </>
      ))}
      {read.nextCursor && (
        <p>
          <a
            class="ds-button"
            data-variant="secondary"
            href={`/arenden/${loaded.record.caseId}/tidslinje?sida=${encodeURIComponent(read.nextCursor)}`}
          >
            {t(words.nextPage)}
          </a>
        </p>
      )}
    </CaseSubpage>,
  )
}
