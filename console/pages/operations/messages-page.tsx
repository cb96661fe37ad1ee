import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Text } from '#contracts/language.ts'
import { at } from '../../api/client.ts'
import { messages as messagesView, redrive as redriveView } from '../../api/operations-views.ts'
import type { Message, Messages } from '../../api/operations-views.ts'
import { ActionForm } from '../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../forms/action-form.tsx'
import { readForm } from '../../forms/read-form.ts'
import { refusalOfErrors, refusalOfProblem } from '../../forms/refusal.tsx'
import { words } from '../../language/words.ts'
import { DataTable } from '../../layout/data-table.tsx'
import { Page, show } from '../../layout/page.tsx'
import { visitOf } from '../../visit.ts'
import type { PageContext, Visit } from '../../visit.ts'
import { serviceName, text } from './words.ts'

/** What a service has set aside and why, and the form that runs it again. */

const own = {
  title: { sv: 'Undanlagda meddelanden', en: 'Messages set aside' },
  none: { sv: 'Kön är tom.', en: 'The queue is empty.' },
  hidden: {
    sv: 'Alla meddelanden är just nu i någon annans händer. Uppdatera om några sekunder.',
    en: 'All messages are in somebody else’s hands just now. Refresh in a few seconds.',
  },
  shown: { sv: 'Visas', en: 'Shown' },
  of: { sv: 'av', en: 'of' },
  choose: { sv: 'Välj', en: 'Choose' },
  notAnEvent: { sv: 'Ingen händelse', en: 'No event' },
  from: { sv: 'från', en: 'from' },
  case: { sv: 'Till ärendet', en: 'To the case' },
  setAsideAt: { sv: 'Undanlagt', en: 'Set aside' },
  attempts: { sv: 'Försök', en: 'Tries' },
  again: { sv: 'Kör om', en: 'Redrive' },
  first: {
    sv: 'Rätta felet först. Det som körs om för tidigt kommer tillbaka hit. En händelse som redan är mottagen gör ingenting.',
    en: 'Mend the fault first. What is redriven too early comes back here. An event that has been taken already does nothing.',
  },
  notHere: {
    sv: 'Kön innehåller besked om vad som misslyckats, inte händelser. Följ körboken för relay-stalled eller schedule-failed.',
    en: 'The queue holds notes of what has failed, not events. Follow the runbook for relay-stalled or schedule-failed.',
  },
  chooseSome: { sv: 'Kryssa för minst ett meddelande, eller välj alla.', en: 'Tick at least one message, or choose all.' },
} as const satisfies Record<string, Text>

const scope = 'korom'
const shownAtMost = 50
const defaultRate = 5

/** Limits as in services/operations/domain/redrive.ts. */
const fields = {
  what: {
    kind: 'choice',
    label: { sv: 'Vad ska köras om?', en: 'What is to be redriven?' },
    options: [
      { value: 'chosen', label: { sv: 'De förkryssade', en: 'Those ticked' } },
      { value: 'all', label: { sv: 'Alla som ligger här nu', en: 'All that lie here now' } },
    ],
    isRequired: true,
  },
  ratePerSecond: {
    kind: 'integer',
    label: { sv: 'Högst så många i sekunden', en: 'At most so many a second' },
    min: 1,
    max: 50,
    isRequired: true,
  },
  reason: {
    kind: 'text',
    label: { sv: 'Skäl', en: 'Reason' },
    help: {
      sv: 'Vad som var fel och är rättat. Det sparas i journalen.',
      en: 'What was wrong and is mended. The journal keeps it.',
    },
    maxLength: 500,
    isRequired: true,
  },
} as const satisfies FormFields

const messageField = 'message'

const nameOf = (visit: Visit, { event }: Message): string => {
  const { t } = visit.locale
  return event ? (event.name ? t(event.name) : event.type) : t(own.notAnEvent)
}

const cellsOf = (visit: Visit, message: Message, isPicked: boolean | undefined) => {
  const { t, moment } = visit.locale
  const { messageId, setAsideAt, attempts, reason, event } = message
  const id = `meddelande-${messageId}`
  const name = nameOf(visit, message)
  return [
    isPicked === undefined ? (
      name
    ) : (
      <div class="ds-field">
        <input class="ds-input" type="checkbox" id={id} name={messageField} value={messageId} checked={isPicked} />
        <label class="ds-label" data-weight="regular" for={id}>
          <span class="ds-sr-only">{t(own.choose)}: </span>
          {name}
          <span class="note block hash">{event?.eventId ?? messageId}</span>
        </label>
      </div>
    ),
    reason ? t(reason.text) : '–',
    event ? (
      <>
        <a class="ds-link" href={at`/arenden/${event.caseId}`}>
          {t(own.case)}
        </a>
        <span class="note block">
          {t(own.from)} {t(serviceName(event.source.replace('/services/', '')))}, {moment(event.time)}
        </span>
      </>
    ) : (
      '–'
    ),
    moment(setAsideAt),
    attempts ?? '–',
  ]
}

const MessageTable = ({ visit, read, picked }: { visit: Visit; read: Messages; picked: ReadonlySet<string> | undefined }) => {
  const { t } = visit.locale
  return (
    <DataTable
      caption={t(own.title)}
      isCaptionHidden
      columns={[
        { label: t(text.event) },
        { label: t(text.why) },
        { label: t({ sv: 'Ärende', en: 'Case' }) },
        { label: t(own.setAsideAt) },
        { label: t(own.attempts), isNumber: true },
      ]}
      rows={read.messages.map((message) => cellsOf(visit, message, picked?.has(message.messageId)))}
    />
  )
}

const RedriveForm = ({ visit, read, failed }: { visit: Visit; read: Messages; failed: FailedForm | undefined }) => {
  const picked = new Set(failed?.entered.getAll(messageField))
  return (
    <ActionForm
      visit={visit}
      scope={scope}
      action={at`/drift/koer/${read.queue}`}
      fields={fields}
      submit={visit.locale.t(own.again)}
      failed={failed}
      entered={new URLSearchParams({ '/what': 'chosen', '/ratePerSecond': String(defaultRate) })}
    >
      <MessageTable visit={visit} read={read} picked={picked} />
      <h2 class="ds-heading" data-size="sm">
        {visit.locale.t(own.again)}
      </h2>
      <p>{visit.locale.t(own.first)}</p>
    </ActionForm>
  )
}

/** Only messages with a reason are events that were tried; the other queues of this kind are read and not redriven. */
const isRedrivable = ({ messages }: Messages): boolean => messages.every(({ reason }) => reason !== undefined)

const present = async (c: PageContext, visit: Visit, failed?: FailedForm) => {
  const { t, number } = visit.locale
  const queue = c.req.param('queue') ?? ''
  const read = (await visit.api.read(at`/v1/operations/queues/${queue}/messages` + `?limit=${shownAtMost}`, messagesView)).value
  const { messages, total = messages.length } = read
  const title = `${t(own.title)}: ${t(serviceName(read.service))}`
  return show(
    c,
    <Page visit={visit} title={title} crumbs={[{ href: '/drift', label: t(words.operations) }]} isWide>
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p>
        {t(own.shown)} {number(messages.length)} {t(own.of)} {number(total)}.{' '}
        <a class="ds-link" href={at`/drift/koer/${queue}`}>
          {t(text.refresh)}
        </a>
        <span class="note block hash">{queue}</span>
      </p>
      {messages.length === 0 ? (
        <p class="empty">{t(total > 0 ? own.hidden : own.none)}</p>
      ) : isRedrivable(read) ? (
        <RedriveForm visit={visit} read={read} failed={failed} />
      ) : (
        <>
          <p>{t(own.notHere)}</p>
          <MessageTable visit={visit} read={read} picked={undefined} />
        </>
      )}
    </Page>,
    // A refusal's status from a service is one that a page can carry too.
    (failed?.refusal.status ?? 200) as ContentfulStatusCode,
  )
}

export const messagesPage = (c: PageContext) => present(c, visitOf(c))

export const requestRedrive = async (c: PageContext) => {
  const visit = visitOf(c)
  const entered = new URLSearchParams(await c.req.text())
  const { content, errors } = readForm(fields, entered)
  const chosen = entered.getAll(messageField)
  // The form's own fields, which it has just read.
  const { what, ...rest } = content as { what?: string }
  const isUnclear = errors.length === 0 && what === 'chosen' && chosen.length === 0
  const wrong = isUnclear ? [{ pointer: '/what', message: own.chooseSome }] : errors
  if (wrong.length > 0) return present(c, visit, { scope, entered, refusal: refusalOfErrors(wrong, visit.locale) })
  const done = await visit.api.write(
    'POST',
    '/v1/operations/redrives',
    { ...rest, queue: c.req.param('queue') ?? '', ...(what === 'all' ? { all: true } : { messageIds: chosen }) },
    redriveView,
  )
  if (!done.ok) return present(c, visit, { scope, entered, refusal: refusalOfProblem(done.problem, visit.locale, fields) })
  return c.redirect(at`/drift/omkorningar/${done.value.redriveId}` + '?klart=redriveRequested', 303)
}
