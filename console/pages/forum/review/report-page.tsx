import type { Text } from '#contracts/language.ts'
import { anything, reportedKinds } from '../../../api/forum-views.ts'
import { refuseAsNotFound } from '../../../api/client.ts'
import type { FailedForm, FormFields } from '../../../forms/action-form.tsx'
import { visitOf } from '../../../visit.ts'
import type { PageContext } from '../../../visit.ts'
import { FormPage, forumCrumbs, goOn, sendForm, showForm } from '../forum-form.tsx'
import { reportedKindNames, text } from '../words.ts'

/** To say that something should not stand in the forum. */

const own = {
  lead: {
    sv: 'Anmäl det som är reklam, kränkande, felaktigt eller innehåller personuppgifter. Samordnaren granskar. Den som har skrivit får inte veta vem som har anmält.',
    en: 'Report what is advertising, offensive, wrong or holds personal data. The facilitator reviews it. Whoever wrote it is not told who reported it.',
  },
  why: { sv: 'Vad är fel?', en: 'What is wrong?' },
  send: { sv: 'Skicka anmälan', en: 'Send the report' },
  nothing: { sv: 'Inget att anmäla', en: 'Nothing to report' },
  fromThere: { sv: 'Använd länken på den sida som du vill anmäla.', en: 'Use the link on the page that you want to report.' },
} as const satisfies Record<string, Text>

const scope = 'anmalan'
const fields: FormFields = { reason: { kind: 'prose', label: own.why, maxLength: 1_000, isRequired: true } }

const aboutOf = (c: PageContext) => {
  const { query } = visitOf(c)
  const kind = reportedKinds.find((known) => known === query.get('typ'))
  const id = query.get('id') ?? ''
  const part = query.get('del')
  if (!kind || id === '') return refuseAsNotFound('reportedThingNotFound', own.nothing, own.fromThere)
  return { kind, id, part, query: new URLSearchParams({ typ: kind, id, ...(part !== null && { del: part }) }).toString() }
}

/** Where one returns to; a message in an interest stands on its need's page. */
const places = {
  need: 'behov',
  interest: 'behov',
  team: 'samarbeten',
  call: 'kalender',
  focusGroup: 'fokusgrupper',
} as const

const present = (c: PageContext, failed?: FailedForm) => {
  const visit = visitOf(c)
  const { t } = visit.locale
  const about = aboutOf(c)
  return showForm(
    c,
    <FormPage
      visit={visit}
      title={t(text.report)}
      lead={
        <>
          <p class="measure">{t(own.lead)}</p>
          <p>{t(reportedKindNames[about.kind])}</p>
        </>
      }
      crumbs={forumCrumbs(visit)}
      scope={scope}
      action={`/forum/anmal?${about.query}`}
      fields={fields}
      submit={t(own.send)}
      failed={failed}
    />,
    failed,
  )
}

export const reportPage = (c: PageContext) => present(c)

export const sendReport = async (c: PageContext) => {
  const { kind, id, part } = aboutOf(c)
  const about = { kind, id, ...(part !== null && { interestId: part }) }
  const sent = await sendForm(c, {
    scope,
    fields,
    method: 'POST',
    path: '/v1/forum/reports',
    schema: anything,
    bodyOf: (content) => ({ content: { ...content, about } }),
  })
  return sent.ok ? goOn(c, `/forum/${places[kind]}/${encodeURIComponent(id)}`, 'reported') : present(c, sent.failed)
}
