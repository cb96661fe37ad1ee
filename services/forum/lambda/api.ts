import { createApi } from '#lambda/api.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { forumProblems } from '../refusals.ts'
import { forumRoutes } from '../routes.ts'
import { communityHandlers } from './handlers/community.ts'
import { dialoguesHandlers } from './handlers/dialogues.ts'
import { needsHandlers } from './handlers/needs.ts'
import { subscriptionsHandlers } from './handlers/subscriptions.ts'
import { forumParts, forumTable } from './parts.ts'

/** A table can be given, for tests that need no database. */
export const create = (runtime: Runtime, table: Table = forumTable(runtime)) => {
  const parts = forumParts(runtime, table)
  return createApi({
    ...runtime,
    service: 'forum',
    routes: forumRoutes,
    problems: forumProblems,
    handlers: {
      ...needsHandlers(parts),
      ...dialoguesHandlers(parts),
      ...communityHandlers(parts),
      ...subscriptionsHandlers(parts),
    },
    table,
  })
}
