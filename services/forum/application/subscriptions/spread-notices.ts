import type { Context } from '#lambda/unit-of-work.ts'
import { noticeDelivery } from '../../domain/subscriptions/delivery.ts'
import { needOf, watchedSubjectOf } from '../../domain/subscriptions/notice.ts'
import type { Notice, PublicEvent } from '../../domain/subscriptions/notice.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { isAbout } from '../../domain/needs/topics.ts'
import type { Need } from '../../domain/needs/need.ts'
import type { SpreadParts } from './subscription-parts.ts'

/** Notices in one run: the next run takes the rest. */
const noticesPerRun = 50
const atOnce = 20
/** After this no further notice is begun: what is due is to be sent in the same run. */
const runMilliseconds = 15_000
/** A daily mail goes out in the early morning, Swedish time. */
const dailyAtUtcHour = 5

const nextMorning = (now: string): string => {
  const today = new Date(now)
  today.setUTCHours(dailyAtUtcHour, 0, 0, 0)
  if (today.toISOString() <= now) today.setUTCDate(today.getUTCDate() + 1)
  return today.toISOString()
}

const dueFor = ({ channel, wishes: { pace } }: Subscription, now: string): string =>
  channel?.kind === 'mail' && pace === 'daily' ? nextMorning(now) : now

/**
 * Turns each notice into one delivery for each subscription that wants it. A delivery is put only where there is none, so
 * that a run that was cut off can be done again.
 * @returns how many deliveries were put.
 */
export const createSpreadNotices = ({ subscriptions, deliveries, notices, needs, topics, commit, clock }: SpreadParts) => {
  const wantsNeed = async ({ wishes, owner }: Subscription, need: Need | undefined): Promise<boolean> => {
    if (wishes.needs === 'all') return true
    return need !== undefined && isAbout(need, (await topics.find(owner.subject)).value)
  }

  const wants = async (subscription: Subscription, event: PublicEvent, need: Need | undefined): Promise<boolean> => {
    const subject = watchedSubjectOf(event.type)
    if (subject === undefined || !subscription.wishes.subjects.includes(subject)) return false
    return subject === 'needs' ? wantsNeed(subscription, need) : true
  }

  const spread = async ({ event }: Notice, active: readonly Subscription[], now: string): Promise<number> => {
    const needId = needOf(event)
    const need = needId && (await needs.find(needId))?.value
    let count = 0
    for (let first = 0; first < active.length; first += atOnce) {
      // A few at a time: all at once would be more connections than a function has.
      // oxlint-disable-next-line no-await-in-loop
      const put = await Promise.all(
        active.slice(first, first + atOnce).map(async (subscription) => {
          if (!(await wants(subscription, event, need))) return false
          const { subscriptionId } = subscription
          const result = await commit([
            deliveries.put(noticeDelivery(event, subscriptionId, { dueAt: dueFor(subscription, now), now }), 0),
          ])
          return result.ok
        }),
      )
      count += put.filter(Boolean).length
    }
    return count
  }

  return async ({ now }: Context): Promise<number> => {
    const unspread = await notices.listUnspread(noticesPerRun)
    if (unspread.length === 0) return 0
    const active = await subscriptions.listActive()
    const endsAt = Date.parse(clock()) + runMilliseconds
    let count = 0
    for (const notice of unspread) {
      if (Date.parse(clock()) >= endsAt) return count
      // In order: who gets several gets them as they happened.
      // oxlint-disable no-await-in-loop
      count += await spread(notice, active, now)
      const found = await notices.find(notice.event.id)
      if (found) await commit([notices.put({ ...found.value, isSpread: true }, found.version)])
      // oxlint-enable no-await-in-loop
    }
    return count
  }
}
