import { createInbox } from '#lambda/inbox.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { createBenefitsConsumers } from '../application/consume-events.ts'
import { benefitsParts, benefitsTable } from './parts.ts'

/** A table can be given, for tests that need no database. */
export const create = (runtime: Runtime, table: Table = benefitsTable(runtime)) =>
  createInbox({ ...runtime, service: 'benefits', consumers: createBenefitsConsumers(benefitsParts(runtime, table)), table })
