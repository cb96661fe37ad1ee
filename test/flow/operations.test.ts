import { readFileSync } from 'node:fs'
import { SendMessageCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type * as z from 'zod'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { eventId } from '#contracts/ids.ts'
import { digestOf } from '#lambda/digest.ts'
import { names } from '../../infra/names.ts'
import { requestView } from '../../services/gates/application/present-request.ts'
import { messagesView } from '../../services/operations/application/list-messages.ts'
import { queuesView } from '../../services/operations/application/list-queues.ts'
import { redriveView } from '../../services/operations/application/present-redrive.ts'
import type { RedriveView } from '../../services/operations/application/present-redrive.ts'
import { refusalsView } from '../../services/operations/application/record-refusal.ts'
import { startFlowSystem, until } from './flow-system.ts'
import type { FlowSystem } from './flow-system.ts'
import { namesOf, readJournal, undeclared, verifyJournal } from './journal.ts'

/** What operations see and mend, over HTTP, on the real engines: what is stuck, why, and how it is run again. */

const operator = 'drift'
const named = names('kalmar')
const dead = (service: string): string => named.deadLetters(service)

const example: AnyEvent = anyEvent.parse(
  JSON.parse(readFileSync(new URL('../../services/shared/contracts/examples/decision-requested.json', import.meta.url), 'utf8')),
)
/** A case of its own, so that no event of one test is another's. */
const eventOfNewCase = (changes: Partial<AnyEvent> = {}): AnyEvent => {
  const moved = anyEvent.parse(JSON.parse(JSON.stringify(example).replaceAll(example.subject, crypto.randomUUID())))
  const data = { ...moved.data, digest: digestOf(moved.data['evidence']) }
  return { ...moved, data, id: eventId.parse(crypto.randomUUID()), ...changes }
}

let system: FlowSystem
const read = <S extends z.ZodType>(schema: S, path: string) => system.read(schema, path, operator)
const queues = () => read(queuesView, '/v1/operations/queues')
const queuesOf = async (service: string) => {
  const found = (await queues()).services.find((one) => one.service === service)
  if (!found) throw new Error(`${service} is not watched`)
  return found
}
const messagesIn = (queue: string) => read(messagesView, `/v1/operations/queues/${queue}/messages`)
const redrive = (body: object, persona = operator) =>
  system.ask(persona, { method: 'POST', path: '/v1/operations/redrives', body: { reason: 'Prov', ...body } })
const ended = (redriveId: string): Promise<RedriveView> =>
  until('the redrive to end', async () => {
    const found = await read(redriveView, `/v1/operations/redrives/${redriveId}`)
    return found.status === 'ended' ? found : undefined
  })
const redriven = async (body: object): Promise<RedriveView> => {
  const { status, body: answer } = await redrive(body)
  expect(status).toBe(202)
  return ended(redriveView.parse(answer).redriveId)
}

/** Puts an event where a service would have set it aside. */
const setAside = async (service: string, event: AnyEvent): Promise<void> => {
  await system.sqs().send(
    new SendMessageCommand({
      QueueUrl: await system.queueUrl('deadLetters', service),
      MessageBody: JSON.stringify(event),
      MessageGroupId: event.subject,
      MessageDeduplicationId: event.id,
      MessageAttributes: {
        reason: { DataType: 'String', StringValue: 'fault' },
        attempts: { DataType: 'Number', StringValue: '5' },
      },
    }),
  )
}

/** Between tries a message is hidden for ten seconds in the product; here for one. */
const hurry = async (service: string): Promise<void> => {
  await system.sqs().send(
    new SetQueueAttributesCommand({
      QueueUrl: await system.queueUrl('inbox', service),
      Attributes: { VisibilityTimeout: '1' },
    }),
  )
}

beforeAll(async () => {
  system = await startFlowSystem()
}, 60_000)
afterAll(() => system.end(), 30_000)

describe('the queues', () => {
  it('are all there in the order of the flow, counted and measured, with the executions and the relays', async () => {
    const { services, isMeasured, executions } = await queues()
    expect(services.map(({ service }) => service)).toEqual([
      'ideas',
      'matching',
      'verification',
      'procurement',
      'validation',
      'rollout',
      'followup',
      'gates',
      'benefits',
      'catalogue',
      'forum',
      'insight',
      'operations',
    ])
    expect(isMeasured).toBe(true)
    for (const { inbox, deadLetters } of services) {
      expect(inbox.counts).toEqual({ waiting: 0, inFlight: 0, delayed: 0 })
      expect(deadLetters.counts).toEqual({ waiting: 0, inFlight: 0, delayed: 0 })
    }
    expect(executions).toMatchObject({ running: { count: 0, isMore: false }, failed: { count: 0, isMore: false } })
  })

  it.each(['handlaggare', 'direktor', 'upphandlare', 'samordnare', 'leverantor', 'invanare'])(
    'are not for %s',
    async (persona) => {
      for (const path of ['queues', `queues/${dead('ideas')}/messages`, 'refusals', 'redrives'])
        expect((await system.ask(persona, { method: 'GET', path: `/v1/operations/${path}` })).status).toBe(403)
      expect((await redrive({ queue: dead('ideas'), all: true }, persona)).status).toBe(403)
    },
  )
})

describe('a message that its service cannot take', () => {
  it('is seen with why and how often it was tried, as far as its envelope goes', async () => {
    await hurry('matching')
    await system.post('matching', { text: 'Anna Andersson ringde', group: 'poison', id: 'poison' })
    const unknown = eventOfNewCase({ type: 'se.behovsflodet.case-celebrated.v1', data: { name: 'Anna Andersson' } })
    await system.post('matching', unknown)
    const { messages, total } = await until('both to be set aside', async () => {
      const found = await messagesIn(dead('matching'))
      return found.total === 2 && found.messages.length === 2 ? found : undefined
    })
    expect(total).toBe(2)
    const [poison, event] = messages.toSorted((a, b) => Number(a.event !== undefined) - Number(b.event !== undefined))
    expect(poison).toMatchObject({ attempts: 5, reason: { code: 'notJson' } })
    expect(event).toMatchObject({
      attempts: 5,
      reason: { code: 'unknownType' },
      event: { eventId: unknown.id, type: unknown.type, caseId: unknown.subject, source: unknown.source, time: unknown.time },
    })
    expect(JSON.stringify(messages)).not.toContain('Anna')
    expect(await queuesOf('matching')).toMatchObject({
      status: 'setAside',
      deadLetters: { oldestSeconds: expect.any(Number) },
      inbox: { counts: { waiting: 0 } },
    })
  }, 40_000)

  it('comes back to where it lay when it is run again in vain, and its redrive has ended all the same', async () => {
    const before = await until('the messages to be seen again', async () => {
      const { messages } = await messagesIn(dead('matching'))
      return messages.length === 2 ? messages : undefined
    })
    const result = await redriven({ queue: dead('matching'), all: true, ratePerSecond: 50 })
    expect(result).toMatchObject({ ending: 'done', expected: 2, moved: 2, failed: 0 })
    const again = await until('both to be set aside again', async () => {
      const { messages } = await messagesIn(dead('matching'))
      return messages.length === 2 ? messages : undefined
    })
    const idsOf = (messages: readonly { messageId: string }[]) => messages.map(({ messageId }) => messageId)
    expect(idsOf(again).some((id) => idsOf(before).includes(id))).toBe(false)
  }, 60_000)
})

describe('a redrive', () => {
  it('puts chosen messages back, which are then taken, and leaves the others', async () => {
    const [chosen, other] = [eventOfNewCase(), eventOfNewCase()]
    await setAside('gates', chosen)
    await setAside('gates', other)
    const { messages } = await messagesIn(dead('gates'))
    const messageId = messages.find(({ event }) => event?.eventId === chosen.id)?.messageId
    const result = await redriven({ queue: dead('gates'), messageIds: [messageId] })
    expect(result).toMatchObject({ service: 'gates', ending: 'done', expected: 1, moved: 1, failed: 0, left: 1 })
    const requestId = String(chosen.data['requestId'])
    await until('the request to be taken', () => system.find(requestView, `/v1/gates/decision-requests/${requestId}`))
    expect(await system.find(requestView, `/v1/gates/decision-requests/${String(other.data['requestId'])}`)).toBeUndefined()
    expect((await queuesOf('gates')).deadLetters.counts).toMatchObject({ waiting: expect.any(Number) })
  }, 40_000)

  it('stands in the journal: who asked for it, why, which events, and how it ended', async () => {
    const event = eventOfNewCase()
    await setAside('benefits', event)
    const { redriveId } = await redriven({ queue: dead('benefits'), all: true, reason: 'Felet rättat i 1.4.2' })
    const told = await until('the journal to have its end', async () => {
      const found = await readJournal(system, redriveId)
      return namesOf(found).includes('redrive-ended') ? found : undefined
    })
    expect(namesOf(told)).toEqual(['redrive-requested', 'redrive-ended'])
    expect(told[0]).toMatchObject({
      actor: { name: 'Nils Öberg' },
      data: { reason: 'Felet rättat i 1.4.2', queue: dead('benefits') },
    })
    expect(told[1]).toMatchObject({ data: { ending: 'done', moved: 1, failed: 0, left: 0 } })
    expect(undeclared(told)).toEqual([])
    const { relay } = await queuesOf('operations')
    expect(Date.now() - Date.parse(relay?.lastRanAt ?? '')).toBeLessThan(60_000)
    expect(await verifyJournal(system, redriveId)).toMatchObject({ isIntact: true, entries: 2 })
  }, 40_000)

  it('keeps to its rate, goes on step by step, and ends when it is stopped, with the rest where it lay', async () => {
    for (let index = 0; index < 12; index += 1) await setAside('rollout', eventOfNewCase())
    const { body } = await redrive({ queue: dead('rollout'), all: true, ratePerSecond: 1 })
    const { redriveId } = redriveView.parse(body)
    expect(await redrive({ queue: dead('rollout'), all: true })).toMatchObject({ status: 409, body: { code: 'redriveUnderWay' } })
    await until('its second step', async () => {
      const { moved } = await read(redriveView, `/v1/operations/redrives/${redriveId}`)
      return moved > 0 ? true : undefined
    })
    const stopped = await system.ask(operator, { method: 'POST', path: `/v1/operations/redrives/${redriveId}/stop` })
    expect(stopped.status).toBe(202)
    const result = await ended(redriveId)
    expect(result.ending).toBe('stopped')
    expect(result.moved).toBeLessThan(12)
    expect(result.moved + (result.left ?? 0)).toBe(12)
    expect(namesOf(await readJournal(system, redriveId))).toContain('redrive-stop-requested')
    const again = await system.ask(operator, { method: 'POST', path: `/v1/operations/redrives/${redriveId}/stop` })
    expect(again).toMatchObject({ status: 409, body: { code: 'redriveHasEnded' } })
    // The queue is free for the next.
    expect(await redriven({ queue: dead('rollout'), all: true, ratePerSecond: 50 })).toMatchObject({ ending: 'done', left: 0 })
  }, 90_000)

  it.each([
    ['of a queue that is none of ours', { queue: 'somebody-elses-dlq.fifo', all: true }, 404, 'queueNotFound'],
    ['of an inbox', { queue: named.inbox('ideas'), all: true }, 409, 'queueNotDeadLetters'],
    ['of an empty queue', { queue: dead('ideas'), all: true }, 409, 'nothingToRedrive'],
    ['of nothing in particular', { queue: dead('ideas') }, 400, 'choiceUnclear'],
    ['of some and all', { queue: dead('ideas'), all: true, messageIds: ['one'] }, 400, 'choiceUnclear'],
    ['faster than allowed', { queue: dead('ideas'), all: true, ratePerSecond: 51 }, 400, 'invalidRequest'],
    ['without a reason', { queue: dead('ideas'), all: true, reason: ' ' }, 400, 'invalidRequest'],
  ])('%s is refused', async (_, body, status, code) => {
    expect(await redrive(body)).toMatchObject({ status, body: { code } })
    expect(await system.ask(operator, { method: 'GET', path: `/v1/operations/redrives?limit=100` })).toMatchObject({
      status: 200,
    })
  })
})

describe('an event that is refused for good', () => {
  it('is on the list with its code, and in the journal of its case', async () => {
    const event = eventOfNewCase({ data: { ...example.data, digest: '0'.repeat(64) } })
    await system.post('gates', event)
    const refusal = await until('operations to hear of it', async () => {
      const { refusals } = await read(refusalsView, '/v1/operations/refusals')
      return refusals.find((one) => one.eventId === event.id)
    })
    expect(refusal).toMatchObject({
      service: 'gates',
      eventType: event.type,
      caseId: event.subject,
      code: 'staleEvidence',
      problem: '/problems/stale-evidence',
    })
    const told = await until('the journal to have it', async () => {
      const found = await readJournal(system, event.subject)
      return found.length > 0 ? found : undefined
    })
    expect(told).toMatchObject([{ source: '/services/gates', data: { eventId: event.id, code: 'staleEvidence' } }])
  })
})
