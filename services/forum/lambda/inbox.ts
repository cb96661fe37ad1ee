import { createInbox } from '#lambda/inbox.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { createSubscriptionParts } from '../adapters/subscription-parts.ts'
import { createKnownCaseTable } from '../adapters/known-case-table.ts'
import { createNoticeConsumers } from '../application/subscriptions/take-notices.ts'
import { createCaseConsumers } from '../application/known-cases.ts'
import { forumParts, forumTable } from './parts.ts'

/** A table can be given, for tests that need no database. */
export const create = (runtime: Runtime, table: Table = forumTable(runtime)) => {
  const forum = forumParts(runtime, table)
  return createInbox({
    ...runtime,
    service: 'forum',
    // One consumer for each event: an area that needs an event that another takes already goes through the same one.
    consumers: [
      ...createCaseConsumers(createKnownCaseTable(table, forum.unitOfWork)),
      ...createNoticeConsumers(createSubscriptionParts(forum)),
    ],
    table,
  })
}
