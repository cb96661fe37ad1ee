import { GetQueueAttributesCommand, ReceiveMessageCommand, SetQueueAttributesCommand } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { AnyEvent } from '#contracts/event.ts'
import { caseHandedOver, caseReceived, decisionMade, decisionRequested, ideaAccepted, ideaSubmitted } from '#contracts/events.ts'
import { eventId } from '#contracts/ids.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import type { DemoCase } from '../../demo/demo-case.ts'
import { createDriver } from '../../demo/drive-case.ts'
import { caseView } from '#phase/application/present-case.ts'
import { requestView } from '../../services/gates/application/present-request.ts'
import { portfolioCaseView } from '../../services/insight/application/present-standing.ts'
import { officer, startFlowSystem, until } from './flow-system.ts'
import type { FlowSystem } from './flow-system.ts'
import { readJournal, verifyJournal } from './journal.ts'
import { sameStanding } from './same-standing.ts'

/** What comes over the queues: twice, late, of a kind that nobody knows, or not readable at all. */

const inboxes = ['ideas', 'matching', 'gates', 'benefits', 'insight'] as const

const caseNamed = (key: string): DemoCase => ({
  ...akBrev,
  key,
  submission: { ...akBrev.submission, title: `AK-brev ${key}` },
  phases: { ...(akBrev.phases.ideas && { ideas: akBrev.phases.ideas }) },
})

let system: FlowSystem
let caseId: string
let journal: AnyEvent[]
const eventOf = ({ type }: { type: string }): AnyEvent => {
  const found = journal.find((event) => event.type === type)
  if (!found) throw new Error(`no ${type} in the journal`)
  return found
}
const drive = (demo: DemoCase) => createDriver({ client: system.client, say: () => undefined }).drive(demo)
const readCase = (phase: string, id = caseId) => system.read(caseView, `/v1/${phase}/cases/${id}`)
const inMatching = (id: string) => until('matching to receive the case', () => system.find(caseView, `/v1/matching/cases/${id}`))
const readRow = (id = caseId) => system.read(portfolioCaseView, `/v1/insight/cases/${id}`)

/** Nothing waits on a queue, and nothing is in a consumer's hands. */
const isQuiet = async (service: string): Promise<boolean> => {
  const { Attributes = {} } = await system.sqs().send(
    new GetQueueAttributesCommand({
      QueueUrl: await system.queueUrl('inbox', service),
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  )
  return Object.values(Attributes).every((count) => count === '0')
}
const allQuiet = () =>
  until('the queues to be quiet', async () => ((await Promise.all(inboxes.map(isQuiet))).every(Boolean) ? true : undefined))

/** What a service has refused for good; a repetition is nothing to refuse. */
const refusalsOf = async (service: string) => (await system.table(service).query({ partition: 'REFUSAL', limit: 10 })).items

/** All that the services remember of the case: what a repeated message must leave as it was. */
const memory = async () => ({
  ideas: await readCase('ideas'),
  matching: await readCase('matching'),
  idea: await system.table('ideas').get({ pk: `CASE#${caseId}`, sk: 'IDEA' }),
  row: await readRow(),
  journal: await verifyJournal(system, caseId),
  refusals: await Promise.all(inboxes.map(refusalsOf)),
})

beforeAll(async () => {
  system = await startFlowSystem()
  const driven = await drive(caseNamed('one'))
  caseId = driven.caseId
  await inMatching(caseId)
  await sameStanding(system, caseId, 'the hand-over')
  await allQuiet()
  journal = await readJournal(system, caseId)
}, 60_000)
afterAll(() => system.end(), 30_000)

describe('a message that comes again', () => {
  it.each([
    ['the acceptance of the idea', ideaAccepted, ['insight']],
    ['the request for a decision', decisionRequested, ['gates', 'benefits', 'insight']],
    ['the decision', decisionMade, ['ideas', 'insight']],
    ['the hand-over', caseHandedOver, ['matching', 'ideas', 'insight']],
    ['the receipt of the case', caseReceived, ['benefits', 'insight']],
  ] as const)('%s changes nothing anywhere', async (_, definition, services) => {
    const before = await memory()
    for (const service of services) await system.post(service, eventOf(definition))
    await allQuiet()
    expect(await memory()).toEqual(before)
  })

  it('under another id, as from a producer that lost its memory, changes nothing either', async () => {
    const before = await memory()
    const renamed = (event: AnyEvent): AnyEvent => ({ ...event, id: eventId.parse(crypto.randomUUID()) })
    await system.post('gates', renamed(eventOf(decisionRequested)))
    await system.post('ideas', renamed(eventOf(decisionMade)))
    await system.post('matching', renamed(eventOf(caseHandedOver)))
    await allQuiet()
    expect(await memory()).toEqual(before)
  })

  it('starts no second execution, and makes no second decision', async () => {
    const { requestId } = z.object({ requestId: z.string() }).parse(eventOf(decisionRequested).data)
    expect(await system.read(requestView, `/v1/gates/decision-requests/${requestId}`)).toMatchObject({ status: 'decided' })
    const events = await readJournal(system, caseId)
    expect(events.filter(({ type }) => type === decisionMade.type)).toHaveLength(1)
  })
})

describe('messages that overtake each other', () => {
  it('old ones that come last do not set anything back', async () => {
    await system.ask(officer, { method: 'POST', path: `/v1/matching/cases/${caseId}/assignments`, body: {} })
    await sameStanding(system, caseId, 'the assignment')
    await allQuiet()
    const before = await memory()
    for (const event of journal.toReversed()) await system.post('insight', event)
    await system.post('ideas', eventOf(caseHandedOver))
    await allQuiet()
    expect(await memory()).toEqual(before)
    expect(before.row).toMatchObject({ phase: 'matching', status: 'inProgress' })
  })

  it('news of a case that come before the case itself give the same picture in the end', async () => {
    const newCase = crypto.randomUUID()
    const told = journal
      .filter(({ type }) => [ideaSubmitted, ideaAccepted, caseReceived].some((definition) => definition.type === type))
      .map((event): AnyEvent => {
        const moved = JSON.parse(JSON.stringify(event).replaceAll(caseId, newCase)) as AnyEvent // the same event of another case
        return { ...moved, id: eventId.parse(crypto.randomUUID()) }
      })
    expect(told.length).toBeGreaterThanOrEqual(3)
    for (const event of told.toReversed()) await system.post('insight', event)
    await allQuiet()
    const row = await readRow(newCase)
    expect(row).toMatchObject({ caseId: newCase, phase: 'matching', title: 'AK-brev one' })
    expect(await verifyJournal(system, newCase)).toMatchObject({ isIntact: true, entries: told.length })
  })
})

describe('a message that cannot be consumed', () => {
  const unreadable = { text: 'detta är inte JSON', group: 'poison-1', id: 'poison-1' }
  const foreign = { text: '{"specversion":"1.0"}', group: 'poison-2', id: 'poison-2' }
  /** What comes to which inbox, and why it is sent back. */
  const poison = (): readonly (readonly [string, string, { text: string; group: string; id: string }])[] => {
    const handOver = eventOf(caseHandedOver)
    const as = (id: string, changes: object) => ({ text: JSON.stringify({ ...handOver, ...changes }), group: id, id })
    return [
      ['matching', 'notJson', unreadable],
      ['insight', 'notAnEvent', foreign],
      ['matching', 'unknownType', as('poison-3', { type: 'se.behovsflodet.case-celebrated.v1' })],
      ['matching', 'unknownType', as('poison-4', { type: 'se.behovsflodet.case-handed-over.v2' })],
      ['matching', 'invalidEvent', as('poison-5', { data: { case: {} } })],
      ['benefits', 'unknownType', as('poison-6', {})],
    ]
  }

  /** In the product a message is hidden for ten seconds between tries; here for one. */
  const hurry = async (service: string): Promise<void> => {
    await system.sqs().send(
      new SetQueueAttributesCommand({
        QueueUrl: await system.queueUrl('inbox', service),
        Attributes: { VisibilityTimeout: '1' },
      }),
    )
  }

  const deadLetters = async (service: string) => {
    const { Messages = [] } = await system.sqs().send(
      new ReceiveMessageCommand({
        QueueUrl: await system.queueUrl('deadLetters', service),
        MaxNumberOfMessages: 10,
        VisibilityTimeout: 600,
        MessageAttributeNames: ['All'],
      }),
    )
    return Messages.map(({ Body = '', MessageAttributes = {} }) => ({
      text: Body,
      reason: MessageAttributes['reason']?.StringValue,
      attempts: MessageAttributes['attempts']?.StringValue,
    }))
  }

  it('ends in the dead letters with its reason on it, while other cases go on', async () => {
    for (const service of ['matching', 'insight', 'benefits']) await hurry(service)
    const sent = poison()
    for (const [service, , message] of sent) await system.post(service, message)

    const other = await drive(caseNamed('two'))
    expect(other.gates).toEqual(['BP1.1 go'])
    await inMatching(other.caseId)
    expect(await sameStanding(system, other.caseId, 'passing the poison')).toMatchObject({
      phase: 'matching',
      status: 'received',
    })

    const dead: ({ service: string } & Awaited<ReturnType<typeof deadLetters>>[number])[] = []
    await until('all of it to be dead', async () => {
      for (const service of ['matching', 'insight', 'benefits'])
        dead.push(...(await deadLetters(service)).map((message) => ({ service, ...message })))
      return dead.length >= sent.length ? true : undefined
    })
    expect(dead.map(({ text }) => text).toSorted()).toEqual(sent.map(([, , { text }]) => text).toSorted())
    for (const { service, text, reason, attempts } of dead) {
      const expected = sent.find(([receiver, , message]) => receiver === service && message.text === text)?.[1]
      expect([service, reason, attempts]).toEqual([service, expected, '5'])
    }
  }, 40_000)

  it('changes no case, and leaves the queues empty', async () => {
    await allQuiet()
    expect(await readCase('matching')).toMatchObject({ status: 'inProgress' })
    expect(await verifyJournal(system, caseId)).toMatchObject({ isIntact: true })
  })
})
