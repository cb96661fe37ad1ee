import type { SubscriptionId } from '#contracts/ids.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { composeMail } from '../../domain/subscriptions/compose-mail.ts'
import { droppedDelivery, sentDelivery, takenDelivery } from '../../domain/subscriptions/delivery.ts'
import type { Delivery, SendResult } from '../../domain/subscriptions/delivery.ts'
import { subscriptionLimits } from '../../domain/subscriptions/limits.ts'
import { afterDelivery } from '../../domain/subscriptions/subscription.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import type { Stored } from '../documents.ts'
import type { DeliverParts } from './subscription-parts.ts'

/** Deliveries in one run: the next run takes the rest. */
const deliveriesPerRun = 200
const receiversAtOnce = 8
/** After this nothing new is begun: the function has a minute. */
const runMilliseconds = 40_000

const byReceiver = (due: readonly Delivery[]): ReadonlyMap<SubscriptionId, readonly Delivery[]> =>
  Map.groupBy(due, ({ subscriptionId }) => subscriptionId)

/** A confirmation goes to an address that is not confirmed yet; everything else only to one that is. */
const isFor = ({ status, channel }: Subscription, { content }: Delivery): boolean =>
  channel !== undefined && status === (content.kind === 'confirmation' ? 'unconfirmed' : 'active')

/** What a webhook gets: CloudEvents 1.0. A test has the subscription for its subject. */
const bodyOf = ({ content, deliveryId, subscriptionId, createdAt }: Delivery): string =>
  JSON.stringify(
    content.kind === 'notice'
      ? content.event
      : {
          specversion: '1.0',
          id: deliveryId,
          source: '/services/forum',
          type: 'se.behovsflodet.subscription-tested.v1',
          subject: subscriptionId,
          time: createdAt,
          datacontenttype: 'application/json',
          data: { subscriptionId },
        },
  )

/**
 * Sends what is due. Each delivery is taken before it is sent, so that two runs at once do not send it twice; what was
 * taken by a run that fell is sent again, with the same id.
 * @returns how many arrived.
 */
export const createDeliverNotices = ({
  subscriptions,
  deliveries,
  sendMail,
  postWebhook,
  commit,
  consoleUrl,
  clock,
}: DeliverParts) => {
  /** Undefined when another run has it. */
  const take = async ({ subscriptionId, deliveryId }: Delivery, now: string): Promise<Stored<Delivery> | undefined> => {
    const found = await deliveries.find({ subscriptionId, deliveryId })
    if (!found || found.value.status !== 'due' || found.value.dueAt > now) return undefined
    const taken = takenDelivery(found.value, now)
    const { ok } = await commit([deliveries.put(taken, found.version)])
    return ok ? { value: taken, version: found.version + 1 } : undefined
  }

  const settle = async (taken: readonly Stored<Delivery>[], result: SendResult): Promise<void> => {
    const now = clock()
    await Promise.all(taken.map(({ value, version }) => commit([deliveries.put(sentDelivery(value, result, now), version)])))
    const [first] = taken
    const receiver = first && (await subscriptions.find(first.value.subscriptionId))
    if (!receiver) return
    const after = afterDelivery(receiver.value, result.hasArrived, now)
    // Whoever changes it at the same moment has the last word: the next delivery tells the same again.
    if (after !== receiver.value) await commit([subscriptions.put(after, receiver.version)])
  }

  const drop = (unwanted: readonly Delivery[]) =>
    Promise.all(
      unwanted.map(async ({ subscriptionId, deliveryId }) => {
        const found = await deliveries.find({ subscriptionId, deliveryId })
        if (found) await commit([deliveries.put(droppedDelivery(found.value), found.version)])
      }),
    )

  const takeAll = async (due: readonly Delivery[], now: string): Promise<Stored<Delivery>[]> =>
    (await Promise.all(due.map((each) => take(each, now)))).filter((each) => each !== undefined)

  const mail = async (to: string, receiver: Subscription, due: readonly Delivery[]): Promise<number> => {
    const taken = await takeAll(due.slice(0, subscriptionLimits.noticesPerMail), clock())
    if (taken.length === 0) return 0
    const composed = composeMail(
      receiver,
      taken.map(({ value }) => value),
      consoleUrl,
    )
    const result = await sendMail({ to, ...composed })
    await settle(taken, result)
    return result.hasArrived ? taken.length : 0
  }

  /** One after the other, as they happened; when one does not arrive the others wait, or they would come before it. */
  const post = async (
    { url, secret }: { readonly url: string; readonly secret: string },
    due: readonly Delivery[],
    endsAt: number,
  ): Promise<number> => {
    let arrived = 0
    for (const each of due) {
      const now = clock()
      // A receiver that is slow over each must not keep the run beyond the function's minute.
      if (Date.parse(now) >= endsAt) return arrived
      // oxlint-disable no-await-in-loop
      const taken = await take(each, now)
      if (!taken) return arrived
      const result = await postWebhook({ url, id: taken.value.deliveryId, secret, body: bodyOf(taken.value), at: now })
      await settle([taken], result)
      // oxlint-enable no-await-in-loop
      if (!result.hasArrived) return arrived
      arrived += 1
    }
    return arrived
  }

  const deliverTo = async (id: SubscriptionId, due: readonly Delivery[], endsAt: number): Promise<number> => {
    const receiver = (await subscriptions.find(id))?.value
    const wanted = receiver ? due.filter((each) => isFor(receiver, each)) : []
    await drop(due.filter((each) => !wanted.includes(each)))
    const { channel, secret } = receiver ?? {}
    if (!receiver || !channel || wanted.length === 0) return 0
    if (channel.kind === 'mail') return mail(channel.address, receiver, wanted)
    return secret === undefined ? 0 : post({ url: channel.url, secret }, wanted, endsAt)
  }

  return async ({ now }: Context): Promise<number> => {
    const receivers = [...byReceiver(await deliveries.listDue(now, deliveriesPerRun))]
    const endsAt = Date.parse(clock()) + runMilliseconds
    let arrived = 0
    for (let first = 0; first < receivers.length && Date.parse(clock()) < endsAt; first += receiversAtOnce) {
      // A few receivers at a time, and none when the time is out.
      // oxlint-disable-next-line no-await-in-loop
      const counts = await Promise.all(
        receivers.slice(first, first + receiversAtOnce).map(([id, due]) => deliverTo(id, due, endsAt)),
      )
      arrived += counts.reduce((sum, count) => sum + count, 0)
    }
    return arrived
  }
}
