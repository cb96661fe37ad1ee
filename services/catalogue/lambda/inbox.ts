import { createInbox } from '#lambda/inbox.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { createNeedTable } from '../adapters/need-table.ts'
import { createNeedFollowers } from '../application/matching/follow-needs.ts'
import { catalogueTable } from './parts.ts'

/** A table can be given, for tests that need no database. */
export const create = (runtime: Runtime, table: Table = catalogueTable(runtime)) =>
  createInbox({
    ...runtime,
    service: 'catalogue',
    consumers: createNeedFollowers(createNeedTable(table, createUnitOfWork(table, 'catalogue'))),
    table,
  })
