import * as z from 'zod'
import { eventDefinitions } from '#contracts/events.ts'
import type { Text } from '#contracts/language.ts'
import type { FormField } from '#phase/field.ts'
import { at } from '../../../api/client.ts'
import { deliveryList, deliveryView, subscriptionView, subscriptionWithSecret } from '../../../api/subscription-views.ts'
import type { DeliveryView, SubscriptionView } from '../../../api/subscription-views.ts'
import { ActionForm } from '../../../forms/action-form.tsx'
import type { FailedForm } from '../../../forms/action-form.tsx'
import { refusalOfProblem } from '../../../forms/refusal.tsx'
import { writeForm } from '../../../forms/write-form.ts'
import { DataTable } from '../../../layout/data-table.tsx'
import { Page, show } from '../../../layout/page.tsx'
import { Tag } from '../../../layout/tag.tsx'
import { visitOf } from '../../../visit.ts'
import type { PageContext, Visit } from '../../../visit.ts'
import { Button, forumCrumbs, goOn, RefusedAlert, sendForm, statusOf, Version } from '../forum-form.tsx'
import { SecretNote } from './secret-note.tsx'
import {
  channelOf,
  deliveryKindNames,
  deliveryStatusNames,
  pathOf,
  statusColors,
  statusNames,
  text,
  wishFields,
} from './subscription-words.ts'

/** One watch: what it tells of, what has been sent, a test, a break and the end. */

const own = {
  settings: { sv: 'Inställningar', en: 'Settings' },
  save: { sv: 'Spara', en: 'Save' },
  sent: { sv: 'Skickat de senaste 30 dagarna', en: 'Sent in the past 30 days' },
  nothingSent: { sv: 'Inget har skickats än.', en: 'Nothing has been sent yet.' },
  when: { sv: 'När', en: 'When' },
  what: { sv: 'Vad', en: 'What' },
  outcome: { sv: 'Hur det gick', en: 'How it went' },
  attempts: { sv: 'Försök', en: 'Attempts' },
  test: { sv: 'Skicka ett prov', en: 'Send a test' },
  secret: { sv: 'Byt hemlighet', en: 'Change the secret' },
  end: { sv: 'Avsluta bevakningen', en: 'End the watch' },
} as const satisfies Record<string, Text>

const scope = 'installningar'
const fields: Readonly<Record<string, FormField>> = {
  ...wishFields,
  isPaused: { kind: 'yesNo', label: { sv: 'Ta en paus', en: 'Take a break' }, isRequired: true },
}

const whatOf = (visit: Visit, { kind, eventType }: DeliveryView): string => {
  const { t } = visit.locale
  const event = eventDefinitions.find(({ type }) => type === eventType)
  return t(event ? event.summary : deliveryKindNames[kind])
}

const Sent = ({ visit, deliveries }: { visit: Visit; deliveries: readonly DeliveryView[] }) => {
  const { t, moment } = visit.locale
  return deliveries.length === 0 ? (
    <p class="empty">{t(own.nothingSent)}</p>
  ) : (
    <DataTable
      caption={t(own.sent)}
      columns={[
        { label: t(own.when) },
        { label: t(own.what) },
        { label: t(own.outcome) },
        { label: t(own.attempts), isNumber: true },
      ]}
      rows={deliveries.map((one) => [
        moment(one.createdAt),
        whatOf(visit, one),
        <>
          {t(deliveryStatusNames[one.status])}
          {one.fault !== undefined && <span class="note block">{one.fault}</span>}
        </>,
        String(one.attempts),
      ])}
    />
  )
}

const apiOf = (c: PageContext): string => at`/v1/forum/subscriptions/${c.req.param('subscriptionId') ?? ''}`

const Actions = ({ visit, subscription }: { visit: Visit; subscription: SubscriptionView }) => {
  const { t } = visit.locale
  const path = pathOf(subscription.subscriptionId)
  return (
    <>
      {subscription.status === 'active' && <Button action={`${path}/prov`} label={t(own.test)} isQuiet />}
      {subscription.channel?.kind === 'webhook' && <Button action={`${path}/hemlighet`} label={t(own.secret)} isQuiet />}
      <Button action={`${path}/slut`} label={t(own.end)} isQuiet />
    </>
  )
}

const present = async (c: PageContext, { failed, secret }: { failed?: FailedForm; secret?: string | undefined } = {}) => {
  const visit = visitOf(c)
  const { locale, api } = visit
  const { t } = locale
  const [{ value: subscription, version }, { value: sent }] = await Promise.all([
    api.read(apiOf(c), subscriptionView),
    api.read(`${apiOf(c)}/deliveries?limit=50`, deliveryList),
  ])
  const title = channelOf(subscription)
  const { status, wishes } = subscription
  return show(
    c,
    <Page visit={visit} title={title} crumbs={forumCrumbs(visit, { href: '/forum/bevakningar', label: t(text.subscriptions) })}>
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p>
        <Tag color={statusColors[status]}>{t(statusNames[status])}</Tag>
      </p>
      <SecretNote visit={visit} secret={secret} />
      <RefusedAlert failed={failed} scope="atgard" />
      {status !== 'ended' && (
        <section aria-labelledby="installningar-rubrik">
          <h2 class="ds-heading" data-size="sm" id="installningar-rubrik">
            {t(own.settings)}
          </h2>
          <ActionForm
            visit={visit}
            scope={scope}
            action={pathOf(subscription.subscriptionId)}
            fields={fields}
            submit={t(own.save)}
            failed={failed}
            entered={writeForm(fields, { ...wishes, isPaused: status === 'paused' })}
          >
            <Version version={version} />
          </ActionForm>
          <Actions visit={visit} subscription={subscription} />
        </section>
      )}
      <section aria-labelledby="skickat">
        <h2 class="ds-heading" data-size="sm" id="skickat">
          {t(own.sent)}
        </h2>
        <Sent visit={visit} deliveries={sent.deliveries} />
      </section>
    </Page>,
    statusOf(failed),
  )
}

export const subscriptionPage = (c: PageContext) => present(c)

export const changeSubscription = async (c: PageContext) => {
  const sent = await sendForm(c, { scope, fields, method: 'PUT', path: apiOf(c), schema: subscriptionView })
  return sent.ok ? goOn(c, pathOf(sent.value.subscriptionId), 'subscriptionChanged') : present(c, { failed: sent.failed })
}

/** A button's refusal belongs to no field. */
const failedAct = (c: PageContext, problem: Parameters<typeof refusalOfProblem>[0]): FailedForm => ({
  scope: 'atgard',
  entered: new URLSearchParams(),
  refusal: refusalOfProblem(problem, visitOf(c).locale, {}),
})

export const testSubscription = async (c: PageContext) => {
  const sent = await visitOf(c).api.write('POST', `${apiOf(c)}/tests`, undefined, deliveryView)
  return sent.ok
    ? goOn(c, pathOf(c.req.param('subscriptionId') ?? ''), 'testSent')
    : present(c, { failed: failedAct(c, sent.problem) })
}

export const changeSecret = async (c: PageContext) => {
  const sent = await visitOf(c).api.write('POST', `${apiOf(c)}/secrets`, undefined, subscriptionWithSecret)
  return present(c, sent.ok ? { secret: sent.value.secret } : { failed: failedAct(c, sent.problem) })
}

export const endSubscription = async (c: PageContext) => {
  const ended = await visitOf(c).api.write('DELETE', apiOf(c), undefined, z.undefined())
  return ended.ok ? goOn(c, '/forum/bevakningar', 'subscriptionEnded') : present(c, { failed: failedAct(c, ended.problem) })
}
