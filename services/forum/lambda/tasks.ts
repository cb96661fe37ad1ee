import { SESv2Client } from '@aws-sdk/client-sesv2'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { createScheduled } from '#lambda/schedule.ts'
import type { Table } from '#lambda/table.ts'
import { createCommunityParts } from '../adapters/community-repositories.ts'
import { createSesMail } from '../adapters/ses-mail.ts'
import { createSubscriptionParts } from '../adapters/subscription-parts.ts'
import { createWebhookPost, outsideLookup } from '../adapters/webhook-post.ts'
import { createDeliverNotices } from '../application/subscriptions/deliver-notices.ts'
import { createSpreadNotices } from '../application/subscriptions/spread-notices.ts'
import type { Outlets } from '../application/subscriptions/subscription-parts.ts'
import { forumParts, forumTable } from './parts.ts'

const outletsOf = (runtime: Runtime): Outlets => ({
  sendMail: createSesMail(
    new SESv2Client(runtime.awsClient('sesv2')),
    readEnvironment(runtime, 'MAIL_SENDER').MAIL_SENDER,
    runtime.log.with({ service: 'forum' }),
  ),
  postWebhook: createWebhookPost(outsideLookup()),
})

/** The table and what goes out can be given, for tests that need neither database nor network. */
export const create = (runtime: Runtime, table: Table = forumTable(runtime), outlets: Outlets = outletsOf(runtime)) => {
  const forum = forumParts(runtime, table)
  const parts = createSubscriptionParts(forum)
  const { needs, topics } = createCommunityParts(forum)
  const spread = createSpreadNotices({ ...parts, needs, topics, commit: table.commit, clock: runtime.clock })
  const deliver = createDeliverNotices({
    ...parts,
    ...outlets,
    commit: table.commit,
    consoleUrl: readEnvironment(runtime, 'CONSOLE_URL').CONSOLE_URL.replace(/\/$/, ''),
    clock: runtime.clock,
  })
  return createScheduled({
    ...runtime,
    service: 'forum',
    jobs: {
      'deliver-notices': async (context) => {
        await spread(context)
        return deliver(context)
      },
    },
  })
}
