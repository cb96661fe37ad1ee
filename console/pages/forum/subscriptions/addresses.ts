import { backTo } from '../../../back-to.ts'
import { later } from '../../../later.ts'
import type { Doors } from '../../../pages.ts'

/** The addresses of watches on the forum: one's own, and those that a mail's links lead to. */
export const registerSubscriptionPages = ({ open, members: { read, write } }: Doors): void => {
  const all = '/forum/bevakningar'
  const list = () => import('./subscriptions-page.tsx')
  read(
    all,
    later(list, ({ subscriptionsPage }) => subscriptionsPage),
  )
  write(
    all,
    later(list, ({ subscribe }) => subscribe),
  )

  const one = `${all}/:subscriptionId`
  const page = () => import('./subscription-page.tsx')
  read(
    one,
    later(page, ({ subscriptionPage }) => subscriptionPage),
  )
  write(
    one,
    later(page, ({ changeSubscription }) => changeSubscription),
  )
  write(
    `${one}/prov`,
    later(page, ({ testSubscription }) => testSubscription),
  )
  write(
    `${one}/hemlighet`,
    later(page, ({ changeSecret }) => changeSecret),
  )
  write(
    `${one}/slut`,
    later(page, ({ endSubscription }) => endSubscription),
  )
  for (const form of ['prov', 'hemlighet', 'slut'])
    read(`${one}/${form}`, (c) => backTo(c, 'forum', 'bevakningar', c.req.param('subscriptionId') ?? ''))

  // A mail's reader may be anybody; a program that follows links in mails changes nothing by looking.
  const byMail = () => import('./mail-pages.tsx')
  for (const way of ['bekrafta', 'avsluta'] as const) {
    open.read(
      `${one}/${way}/:code`,
      later(byMail, ({ askPage }) => askPage(way)),
    )
    open.write(
      `${one}/${way}/:code`,
      later(byMail, ({ answerMail }) => answerMail(way)),
    )
  }
}
