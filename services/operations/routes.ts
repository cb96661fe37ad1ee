import * as z from 'zod'
import { redriveId } from '#contracts/ids.ts'
import type { Role } from '#contracts/words.ts'
import { pageCursor, pageLimit } from '#lambda/cursor.ts'
import { defineRoutes } from '#lambda/declaration.ts'
import { messagesView } from './application/list-messages.ts'
import { queuesView } from './application/list-queues.ts'
import { redriveView } from './application/present-redrive.ts'
import { refusalsView } from './application/record-refusal.ts'
import { redriveBody } from './application/request-redrive.ts'

const operators = ['operations'] as const satisfies readonly Role[]

const redriveParameters = z.strictObject({ redriveId })
const page = z.strictObject({ limit: pageLimit, cursor: pageCursor.optional() })
/** Each ten are a call to SQS, and all are hidden from others while they are looked at. */
const mostShown = 50

export const operationsRoutes = defineRoutes({
  listQueues: {
    method: 'GET',
    path: '/v1/operations/queues',
    summary: {
      sv: 'Alla köer, beslutens exekveringar och när händelser senast skickades',
      en: 'All queues, the executions of decisions, and when events were last sent',
    },
    access: operators,
    response: { status: 200, body: queuesView },
    refusals: [],
  },
  listQueueMessages: {
    method: 'GET',
    path: '/v1/operations/queues/{queue}/messages',
    summary: { sv: 'Undanlagda meddelanden i en kö, med skäl', en: 'Messages set aside in a queue, with why' },
    access: operators,
    parameters: z.strictObject({ queue: z.string().max(100) }),
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(mostShown).default(20) }),
    response: { status: 200, body: messagesView },
    refusals: ['queueNotFound', 'queueNotDeadLetters', 'queueUnreadable'],
  },
  listRefusals: {
    method: 'GET',
    path: '/v1/operations/refusals',
    summary: { sv: 'Händelser som har avvisats för gott, de senaste först', en: 'Events refused for good, the newest first' },
    access: operators,
    query: page,
    response: { status: 200, body: refusalsView },
    refusals: [],
  },
  requestRedrive: {
    method: 'POST',
    path: '/v1/operations/redrives',
    summary: { sv: 'Kör om undanlagda meddelanden', en: 'Redrive messages that were set aside' },
    access: operators,
    body: redriveBody,
    response: { status: 202, body: redriveView },
    refusals: [
      'queueNotFound',
      'queueNotDeadLetters',
      'queueNotRedrivable',
      'queueUnreadable',
      'choiceUnclear',
      'nothingToRedrive',
      'redriveUnderWay',
    ],
  },
  listRedrives: {
    method: 'GET',
    path: '/v1/operations/redrives',
    summary: { sv: 'Omkörningar, de senaste först', en: 'Redrives, the newest first' },
    access: operators,
    query: page,
    response: { status: 200, body: z.object({ redrives: z.array(redriveView) }) },
    refusals: [],
  },
  readRedrive: {
    method: 'GET',
    path: '/v1/operations/redrives/{redriveId}',
    summary: { sv: 'Hur en omkörning går', en: 'How a redrive goes' },
    access: operators,
    parameters: redriveParameters,
    response: { status: 200, body: redriveView },
    refusals: ['redriveNotFound'],
  },
  stopRedrive: {
    method: 'POST',
    path: '/v1/operations/redrives/{redriveId}/stop',
    summary: { sv: 'Stoppa en omkörning', en: 'Stop a redrive' },
    access: operators,
    parameters: redriveParameters,
    response: { status: 202, body: redriveView },
    refusals: ['redriveNotFound', 'redriveHasEnded'],
  },
})

export type OperationsRoutes = typeof operationsRoutes
