import type { Text } from '#contracts/language.ts'
import { at } from '../../../api/client.ts'
import { callKinds, callList, callView } from '../../../api/forum-views.ts'
import type { CallKind, CallView } from '../../../api/forum-views.ts'
import { ActionForm, RevealedForm } from '../../../forms/action-form.tsx'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { words } from '../../../language/words.ts'
import { Alert } from '../../../layout/alert.tsx'
import { Facts } from '../../../layout/facts.tsx'
import { Page, show } from '../../../layout/page.tsx'
import { hasRole } from '../../../session/user.ts'
import { visitOf } from '../../../visit.ts'
import type { PageContext, Visit } from '../../../visit.ts'
import { FormPage, forumCrumbs, goOn, HiddenAlert, ReportLink, sendForm, showForm, statusOf, Version } from '../forum-form.tsx'
import { Markdown } from '../markdown.tsx'
import { memberAddress } from '../member-address.ts'
import { callKindNames, text } from '../words.ts'
import { bodyOfCall, callFields, callPointers, enteredOf } from './call-form.ts'
import { CallItems, CancelledTag, whenOf } from './call-list.tsx'

/** Calls, funding and events: a list, one at a time, and what the facilitator does with them. */

const own = {
  lead: {
    sv: 'Utlysningar, finansiering och evenemang för alla som vill göra något åt behoven.',
    en: 'Calls, funding and events for everybody who wants to do something about the needs.',
  },
  subscribe: { sv: 'Prenumerera i din kalender', en: 'Subscribe in your calendar' },
  subscribeHelp: {
    sv: 'Klistra in adressen i ditt kalenderprogram. Ändringar och inställda evenemang följer med.',
    en: 'Paste the address into your calendar program. Changes and cancelled events come along.',
  },
  file: { sv: 'Hämta till kalendern (.ics)', en: 'Take into your calendar (.ics)' },
  publish: { sv: 'Publicera något nytt', en: 'Publish something new' },
  none: { sv: 'Inget här just nu.', en: 'Nothing here at the moment.' },
  past: { sv: 'Det som har varit, ett år tillbaka', en: 'What has been, a year back' },
  upcoming: { sv: 'Kommande', en: 'Upcoming' },
  organiser: { sv: 'Arrangör eller finansiär', en: 'Organiser or funder' },
  audience: { sv: 'Vem kan delta eller söka', en: 'Who can take part or apply' },
  when: { sv: 'När', en: 'When' },
  place: { sv: 'Plats', en: 'Place' },
  link: { sv: 'Webbadress', en: 'Web address' },
  cancel: { sv: 'Ställ in', en: 'Cancel' },
  cancelled: { sv: 'Inställt', en: 'Cancelled' },
  change: { sv: 'Ändra', en: 'Change' },
  kinds: { sv: 'Visa', en: 'Show' },
} as const satisfies Record<string, Text>

const page = '/forum/kalender'
const crumbOf = ({ locale }: Visit) => ({ href: page, label: locale.t(text.calendar) })
const isFacilitator = ({ user }: Visit): boolean => hasRole(user, 'forumFacilitator')

const kindOf = ({ query }: Visit): CallKind | undefined => callKinds.find((kind) => kind === query.get('slag'))

const yearBack = (today: string): string => `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`

const listPath = (visit: Visit): string => {
  const kind = kindOf(visit)
  const { today } = visit.locale
  const isPast = visit.query.get('visa') === 'tidigare'
  const query = new URLSearchParams({ ...(kind && { kind }), ...(isPast && { from: yearBack(today), to: today }) })
  return `/v1/forum/calls?${query.toString()}`
}

const Kinds = ({ visit }: { visit: Visit }) => {
  const { t } = visit.locale
  const isPast = visit.query.get('visa') === 'tidigare'
  const chosen = isPast ? 'past' : (kindOf(visit) ?? 'all')
  const links = [
    { key: 'all', href: page, label: words.all },
    ...callKinds.map((kind) => ({ key: kind, href: `${page}?slag=${kind}`, label: callKindNames[kind] })),
    { key: 'past', href: `${page}?visa=tidigare`, label: own.past },
  ]
  return (
    <nav aria-label={t(own.kinds)} class="no-print">
      <ul class="links">
        {links.map(({ key, href, label }) => (
          <li>
            <a class="ds-link" href={href} aria-current={key === chosen ? 'page' : undefined}>
              {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const feedHref = (c: PageContext): string => new URL('/forum/kalender.ics', visitOf(c).consoleUrl).href

export const calendarPage = async (c: PageContext) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const { value } = await visit.api.read(listPath(visit), callList)
  return show(
    c,
    <Page visit={visit} title={t(text.calendar)} crumbs={forumCrumbs(visit)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.calendar)}
      </h1>
      <p class="lead">{t(own.lead)}</p>
      {isFacilitator(visit) && (
        <p class="actions no-print">
          <a class="ds-button" href={`${page}/nytt`}>
            {t(own.publish)}
          </a>
        </p>
      )}
      <Kinds visit={visit} />
      <section aria-labelledby="kommande">
        <h2 class="ds-heading" data-size="sm" id="kommande">
          {t(visit.query.get('visa') === 'tidigare' ? own.past : own.upcoming)}
        </h2>
        <CallItems visit={visit} calls={value.calls} empty={t(own.none)} />
      </section>
      <section aria-labelledby="prenumerera" class="no-print">
        <h2 class="ds-heading" data-size="sm" id="prenumerera">
          {t(own.subscribe)}
        </h2>
        <p class="measure">{t(own.subscribeHelp)}</p>
        <p>
          <a class="ds-link hash" href="/forum/kalender.ics">
            {feedHref(c)}
          </a>
        </p>
      </section>
    </Page>,
  )
}

const callIdOf = (c: PageContext): string => c.req.param('callId') ?? ''
const hrefOf = (c: PageContext): string => at`/forum/kalender/${callIdOf(c)}`
const apiOf = (c: PageContext): string => at`/v1/forum/calls/${callIdOf(c)}`

const cancelScope = 'installning'
const cancelFields: FormFields = { reason: { kind: 'prose', label: text.reason, maxLength: 1_000, isRequired: true } }

const present = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t, day, swedishDay } = visit.locale
  const { value: call, version } = await visit.api.read(memberAddress(visit, apiOf(c)), callView)
  return show(
    c,
    <Page visit={visit} title={call.title} crumbs={forumCrumbs(visit, crumbOf(visit))}>
      <p class="case-head">
        <span>{t(callKindNames[call.kind])}</span>
        <CancelledTag visit={visit} call={call} />
      </p>
      <h1 class="ds-heading" data-size="lg">
        {call.title}
      </h1>
      <HiddenAlert visit={visit} hidden={call.hidden} />
      {call.cancelled && (
        <Alert color="warning" title={t(own.cancelled)}>
          <p class="ds-paragraph">{call.cancelled.reason}</p>
        </Alert>
      )}
      <Facts
        rows={[
          [t(own.when), whenOf(visit, call)],
          [t(own.place), call.place],
          [t(own.organiser), call.organiser],
          [t(own.audience), call.audience],
          [
            t(own.link),
            call.link && (
              <a class="ds-link hash" href={call.link} rel="noopener noreferrer">
                {call.link}
              </a>
            ),
          ],
          [t(text.published), day(swedishDay(call.publishedAt))],
        ]}
      />
      <Markdown text={call.text} />
      <p class="no-print">
        <a class="ds-link" href={`${hrefOf(c)}/kalender.ics`}>
          {t(own.file)}
        </a>
      </p>
      {isFacilitator(visit) && call.status === 'published' && (
        <div class="no-print">
          <p>
            <a class="ds-link" href={`${hrefOf(c)}/andra`}>
              {t(own.change)}
            </a>
          </p>
          <RevealedForm title={t(own.cancel)} isOpen={failed?.scope === cancelScope}>
            <ActionForm
              visit={visit}
              scope={cancelScope}
              action={`${hrefOf(c)}/installning`}
              fields={cancelFields}
              submit={t(own.cancel)}
              failed={failed}
            >
              <Version version={version} />
            </ActionForm>
          </RevealedForm>
        </div>
      )}
      <ReportLink visit={visit} kind="call" id={call.callId} />
    </Page>,
    statusOf(failed),
  )
}

export const callPage = (c: PageContext) => present(c)

export const cancelCall = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope: cancelScope,
    fields: cancelFields,
    method: 'POST',
    path: `${apiOf(c)}/cancellations`,
    schema: callView,
  })
  return sent.ok ? goOn(c, hrefOf(c), 'callSaved') : present(c, sent.failed)
}

const formScope = 'handelse'

const presentNew = (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  return showForm(
    c,
    <FormPage
      visit={visit}
      title={t(own.publish)}
      lead={<p class="measure">{t(text.noPersonalData)}</p>}
      crumbs={forumCrumbs(visit, crumbOf(visit))}
      scope={formScope}
      action={`${page}/nytt`}
      fields={callFields}
      submit={t(own.publish)}
      failed={failed}
    />,
    failed,
  )
}

export const newCallPage = (c: PageContext) => presentNew(c)

const sending = { scope: formScope, fields: callFields, schema: callView, bodyOf: bodyOfCall, pointers: callPointers } as const

export const publishCall = async (c: PageContext) => {
  const sent = await sendForm(c, { ...sending, method: 'POST', path: '/v1/forum/calls' })
  return sent.ok ? goOn(c, at`/forum/kalender/${sent.value.callId}`, 'callSaved') : presentNew(c, sent.failed)
}

const presentEdit = async (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const { value: call, version } = await visit.api.read(memberAddress(visit, apiOf(c)), callView)
  return showForm(
    c,
    <FormPage
      visit={visit}
      title={t(own.change)}
      crumbs={forumCrumbs(visit, crumbOf(visit), { href: hrefOf(c), label: call.title })}
      scope={formScope}
      action={`${hrefOf(c)}/andra`}
      fields={callFields}
      entered={enteredOf(call)}
      submit={t(words.save)}
      failed={failed}
    >
      <Version version={failed ? Number(failed.entered.get('version')) : version} />
    </FormPage>,
    failed,
  )
}

export const editCallPage = (c: PageContext) => presentEdit(c)

export const changeCall = async (c: PageContext) => {
  const sent = await sendForm(c, { ...sending, method: 'PUT', path: apiOf(c) })
  return sent.ok ? goOn(c, hrefOf(c), 'callSaved') : presentEdit(c, sent.failed)
}

const sendCalendar = async (c: PageContext, calls: readonly CallView[], fileName: string) => {
  const { county, locale } = visitOf(c)
  // A file of its own in the cloud: most pages do without.
  const { calendarFile } = await import('./calendar-file.ts')
  const file = calendarFile(calls, {
    name: `${locale.t(words.forum)} ${county.name}`,
    countyId: county.id,
    hrefOf: ({ callId }) => new URL(at`/forum/kalender/${callId}`, visitOf(c).consoleUrl).href,
  })
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `inline; filename="${fileName}"`,
  })
}

/** Everything from a year back on, for calendars that subscribe. */
export const calendarFeed = async (c: PageContext) => {
  const { api, locale } = visitOf(c)
  const from = yearBack(locale.today)
  const to = `${Number(locale.today.slice(0, 4)) + 2}-12-31`
  const { value } = await api.read(`/v1/forum/calls?from=${from}&to=${to}`, callList)
  return sendCalendar(c, value.calls, 'samverkansforum.ics')
}

export const calendarOfOne = async (c: PageContext) => {
  const { value } = await visitOf(c).api.read(apiOf(c), callView)
  return sendCalendar(c, [value], 'handelse.ics')
}
