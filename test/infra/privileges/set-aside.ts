import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { decisionMade, decisionRequested } from '#contracts/events.ts'
import { caseId, eventId } from '#contracts/ids.ts'
import { phases } from '#contracts/words.ts'
import type { ServiceDeclaration } from '#lambda/declaration.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { streamRecords } from '#lambda/testing/stream-record.ts'
import { outboxMark } from '#lambda/unit-of-work.ts'
import type { Client } from '../../../demo/client.ts'
import { expectStatus, read, until } from '../../../demo/expect.ts'
import { names } from '../../../infra/names.ts'
import { watchedQueues } from '../../../infra/watched-queues.ts'
import { ensureQueue } from '../../../local/engines/queues.ts'
import { redriveView } from '../../../services/operations/application/present-redrive.ts'
import { operationsRoutes } from '../../../services/operations/routes.ts'

/** What goes wrong for good, in every service, and what operations do about it: the rights that hardly any day needs. */

const examples = path.resolve(import.meta.dirname, '..', '..', '..', 'services', 'shared', 'contracts', 'examples')
const watchedVariable = z.object({ queuesUrl: z.string() })
const batchAnswer = z.object({ batchItemFailures: z.array(z.unknown()) })
const onCall = 'drift'

/** A function of one service, called with an event. */
type Call = (service: string, event: unknown) => Promise<unknown>

/** What no inbox can read, on whatever is its last try. */
const unreadable = queueMessages({ text: 'detta är inte JSON', group: 'unreadable', messageId: 'unreadable', attempt: 1_000 })

const inboxOwners = (services: readonly ServiceDeclaration[]): readonly string[] =>
  services.filter(({ functions }) => functions.includes('inbox')).map(({ name }) => name)

/** A message to each inbox that ends among its dead letters, with why. */
export const setAsideEverywhere = async (services: readonly ServiceDeclaration[], callInbox: Call): Promise<void> => {
  // oxlint-disable-next-line no-await-in-loop -- one inbox after the other
  for (const name of inboxOwners(services)) await callInbox(name, unreadable)
}

/** An event of a case that nobody knows. */
const ofAnotherCase = async (event: string): Promise<AnyEvent> => ({
  ...anyEvent.parse(JSON.parse(await readFile(path.join(examples, `${event}.json`), 'utf8'))),
  id: eventId.parse(crypto.randomUUID()),
  subject: caseId.parse(crypto.randomUUID()),
})

/** Of a service that tells nobody of anything a refusal is not heard; gates refuses evidence that is not what its digest says. */
const refusable = async ({ emits, accepts }: ServiceDeclaration): Promise<readonly AnyEvent[]> => {
  if (emits.length === 0) return []
  const accepted = [decisionMade, decisionRequested].filter((event) => accepts.some(({ event: { type } }) => type === event.type))
  return Promise.all(
    accepted.map(async ({ name }) => {
      const event = await ofAnotherCase(name)
      return { ...event, data: { ...event.data, ...('digest' in event.data && { digest: '0'.repeat(64) }) } }
    }),
  )
}

/** An event to each inbox that it refuses for good; waits until operations have been told of every one. */
export const refuseEverywhere = async (
  services: readonly ServiceDeclaration[],
  callInbox: Call,
  client: Client,
): Promise<void> => {
  let refused = 0
  for (const service of services)
    // oxlint-disable-next-line no-await-in-loop -- one inbox after the other
    for (const event of await refusable(service)) {
      // oxlint-disable-next-line no-await-in-loop
      const { batchItemFailures } = batchAnswer.parse(await callInbox(service.name, queueMessages(event)))
      if (batchItemFailures.length > 0) throw new Error(`${service.name} does not refuse ${event.type} but wants it again`)
      refused += 1
    }
  await until('operations to hear of every refusal', async () => {
    const answer = await client.as(onCall)({ method: 'GET', path: `${operationsRoutes.listRefusals.path}?limit=100` })
    const { refusals } = read(answer, operationsRoutes.listRefusals.response.body, 'list refusals')
    return refusals.length >= refused ? true : undefined
  })
}

/**
 * A case that is closed in each phase, as that phase's relay tells of it. The demo's case passes every gate; that a phase tells of
 * a case that was stopped there is what the tests of its life cycle show.
 */
export const closeEverywhere = async (callRelay: Call): Promise<void> => {
  for (const phase of phases) {
    // oxlint-disable-next-line no-await-in-loop -- one relay after the other
    const { data, ...closed } = await ofAnotherCase('case-closed')
    const event: AnyEvent = { ...closed, source: `/services/${phase}`, phase, data: { ...data, phase } }
    const row = { pk: `CASE#${event.subject}`, sk: `OUT#${event.id}`, attributes: { [outboxMark]: 'event' }, body: event }
    // oxlint-disable-next-line no-await-in-loop
    await callRelay(phase, streamRecords([row]))
  }
}

/** The queues of the cloud that one machine has not: where relays and schedules leave what they have given up. */
const cloudOnly = (services: readonly ServiceDeclaration[], countyId: string): readonly string[] =>
  watchedQueues(services, names(countyId))
    .flatMap(({ relayFailures, scheduleFailures }) => [relayFailures, scheduleFailures])
    .filter((queue) => queue !== undefined)

/** The same runtime, but that whoever watches the queues watches those of the cloud. */
export const watchingTheCloud = (services: readonly ServiceDeclaration[], runtime: Runtime): Runtime => {
  const { WATCHED_QUEUES: watched } = runtime.environment
  if (watched === undefined) return runtime
  const { queuesUrl } = watchedVariable.parse(JSON.parse(watched))
  const all = watchedQueues(services, names(runtime.county.id))
  return { ...runtime, environment: { ...runtime.environment, WATCHED_QUEUES: JSON.stringify({ queuesUrl, services: all }) } }
}

/** Makes those queues, with something in each. */
export const fillCloudQueues = async (
  services: readonly ServiceDeclaration[],
  countyId: string,
  options: object,
): Promise<void> => {
  const sqs = new SQSClient(options)
  try {
    for (const name of cloudOnly(services, countyId)) {
      // oxlint-disable-next-line no-await-in-loop -- a small emulator
      const { url } = await ensureQueue(sqs, { name, isFifo: false, visibilityTimeoutSeconds: 30, retentionDays: 14 })
      // oxlint-disable-next-line no-await-in-loop
      await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: '{}' }))
    }
  } finally {
    sqs.destroy()
  }
}

/** Every queue that operations may look into. */
export const queuesToLookInto = (services: readonly ServiceDeclaration[], countyId: string): readonly string[] => [
  ...inboxOwners(services).map((name) => names(countyId).deadLetters(name)),
  ...cloudOnly(services, countyId),
]

/** Has what lies in each dead-letter queue run again, all of them at once. */
export const redriveEverything = async (
  services: readonly ServiceDeclaration[],
  countyId: string,
  client: Client,
): Promise<void> => {
  const operations = client.as(onCall)
  const asked = await Promise.all(
    inboxOwners(services).map(async (name) => {
      const queue = names(countyId).deadLetters(name)
      const body = { queue, all: true, ratePerSecond: 50, reason: 'Felet är rättat.' }
      const answer = await operations({ method: 'POST', path: operationsRoutes.requestRedrive.path, body, idempotencyKey: queue })
      expectStatus(answer, `redrive ${queue}`, 202)
      return redriveView.parse(answer.body).redriveId
    }),
  )
  for (const id of asked)
    // oxlint-disable-next-line no-await-in-loop -- all of them go on meanwhile
    await until(`redrive ${id} to end`, async () => {
      const answer = await operations({ method: 'GET', path: operationsRoutes.readRedrive.path.replace('{redriveId}', id) })
      return read(answer, redriveView, 'read the redrive').status === 'ended' ? true : undefined
    })
}
