import type { Text } from '#contracts/language.ts'
import type { FormField } from '#phase/field.ts'
import { subscriptionList, subscriptionWithSecret } from '../../../api/subscription-views.ts'
import { ActionForm } from '../../../forms/action-form.tsx'
import type { FailedForm } from '../../../forms/action-form.tsx'
import { DataTable } from '../../../layout/data-table.tsx'
import { Page, show } from '../../../layout/page.tsx'
import { Tag } from '../../../layout/tag.tsx'
import { visitOf } from '../../../visit.ts'
import type { PageContext } from '../../../visit.ts'
import { forumCrumbs, goOn, sendForm, statusOf } from '../forum-form.tsx'
import type { Body } from '../forum-form.tsx'
import { SecretNote } from './secret-note.tsx'
import { channelOf, pathOf, statusColors, statusNames, text, wishFields } from './subscription-words.ts'

/** One's own watches on the forum, and a form for another. */

const own = {
  add: { sv: 'Ny bevakning', en: 'New watch' },
  to: { sv: 'Vart', en: 'Where to' },
  status: { sv: 'Läge', en: 'Status' },
  start: { sv: 'Bevaka', en: 'Watch' },
} as const satisfies Record<string, Text>

const fields: Readonly<Record<string, FormField>> = {
  channel: {
    kind: 'choice',
    label: { sv: 'Hur vill du få veta?', en: 'How do you want to be told?' },
    options: [
      { value: 'mail', label: text.mail },
      { value: 'webhook', label: text.webhook },
    ],
    isRequired: true,
  },
  to: {
    kind: 'text',
    label: { sv: 'E-postadress eller webhookens adress', en: "E-mail address or the webhook's address" },
    help: {
      sv: 'En e-postadress får först ett brev med en länk att bekräfta. En webhook börjar med https://.',
      en: 'An e-mail address first gets a mail with a link to confirm. A webhook begins with https://.',
    },
    maxLength: 200,
    isRequired: true,
  },
  ...wishFields,
}

const scope = 'ny'

/** The channel's address is one field here and one of two for the service. */
const bodyOf = ({ channel, to, ...wishes }: Readonly<Record<string, unknown>>): Body => ({
  content: { ...wishes, channel: channel === 'mail' ? { kind: 'mail', address: to } : { kind: 'webhook', url: to } },
})

const asked = new URLSearchParams([
  ['/channel', 'mail'],
  ['/subjects', 'needs'],
  ['/subjects', 'dialogues'],
  ['/needs', 'all'],
  ['/pace', 'immediately'],
  ['/language', 'sv'],
])

const present = async (c: PageContext, { failed, secret }: { failed?: FailedForm; secret?: string | undefined } = {}) => {
  const visit = visitOf(c)
  const { locale, api } = visit
  const { t } = locale
  const { subscriptions } = (await api.read('/v1/forum/subscriptions', subscriptionList)).value
  return show(
    c,
    <Page visit={visit} title={t(text.subscriptions)} crumbs={forumCrumbs(visit)}>
      <h1 class="ds-heading" data-size="lg">
        {t(text.subscriptions)}
      </h1>
      <p class="measure">{t(text.lead)}</p>
      <SecretNote visit={visit} secret={secret} />
      {subscriptions.length === 0 ? (
        <p class="empty">{t(text.none)}</p>
      ) : (
        <DataTable
          caption={t(text.subscriptions)}
          columns={[{ label: t(own.to) }, { label: t(own.status) }]}
          rows={subscriptions.map((one) => [
            <a class="ds-link" href={pathOf(one.subscriptionId)}>
              {channelOf(one)}
            </a>,
            <Tag color={statusColors[one.status]}>{t(statusNames[one.status])}</Tag>,
          ])}
        />
      )}
      <section aria-labelledby="ny-rubrik">
        <h2 class="ds-heading" data-size="sm" id="ny-rubrik">
          {t(own.add)}
        </h2>
        <ActionForm
          visit={visit}
          scope={scope}
          action="/forum/bevakningar"
          fields={fields}
          submit={t(own.start)}
          failed={failed}
          entered={asked}
        />
      </section>
    </Page>,
    statusOf(failed),
  )
}

export const subscriptionsPage = (c: PageContext) => present(c)

export const subscribe = async (c: PageContext) => {
  const sent = await sendForm(c, {
    scope,
    fields,
    method: 'POST',
    path: '/v1/forum/subscriptions',
    schema: subscriptionWithSecret,
    bodyOf,
    pointers: { '/channel/address': '/to', '/channel/url': '/to', '/channel': '/to' },
  })
  if (!sent.ok) return present(c, { failed: sent.failed })
  // A secret belongs in no address, so the page that shows it is the answer itself.
  if (sent.value.secret !== undefined) return present(c, { secret: sent.value.secret })
  return goOn(c, pathOf(sent.value.subscription.subscriptionId), 'subscribed')
}
