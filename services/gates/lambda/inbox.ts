import { createInbox } from '#lambda/inbox.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { createReceiveRequest } from '../application/receive-request.ts'
import { gateParts, gateTable } from './functions.ts'

export const create = (runtime: Runtime, table = gateTable(runtime)) =>
  createInbox({
    ...runtime,
    service: 'gates',
    consumers: [createReceiveRequest(gateParts(runtime, table))],
    table,
  })
