import type { Handlers } from '#lambda/api.ts'
import { createListMessages } from '../application/list-messages.ts'
import { createListQueues } from '../application/list-queues.ts'
import type { WatchParts } from '../application/operations-parts.ts'
import { createListRedrives, createReadRedrive } from '../application/read-redrives.ts'
import { createListRefusals } from '../application/record-refusal.ts'
import { createRequestRedrive } from '../application/request-redrive.ts'
import { createStopRedrive } from '../application/stop-redrive.ts'
import type { OperationsRefusalCode } from '../refusals.ts'
import type { OperationsRoutes } from '../routes.ts'

/** From a parsed request to one use case. */
export const operationsHandlers = (parts: WatchParts): Handlers<OperationsRoutes, OperationsRefusalCode> => {
  const listQueues = createListQueues(parts)
  const listMessages = createListMessages(parts)
  const listRefusals = createListRefusals(parts.refusals)
  const requestRedrive = createRequestRedrive(parts)
  const listRedrives = createListRedrives(parts.redrives)
  const readRedrive = createReadRedrive(parts.redrives)
  const stopRedrive = createStopRedrive(parts)
  return {
    listQueues: ({ context }) => listQueues(context.now),
    listQueueMessages: ({ parameters, query }) => listMessages({ ...parameters, ...query }),
    listRefusals: ({ query }) => listRefusals(query),
    requestRedrive: ({ body, actor, context }) => requestRedrive(body, actor, context),
    listRedrives: ({ query }) => listRedrives(query),
    readRedrive: ({ parameters }) => readRedrive(parameters),
    stopRedrive: ({ parameters, context }) => stopRedrive(parameters, context),
  }
}
