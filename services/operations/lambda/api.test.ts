import { beforeEach, describe, expect, it } from 'vitest'
import { caseHeld, eventRefused, redriveRequested } from '#contracts/events.ts'
import type { CaseId } from '#contracts/ids.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { caseOfficer, everyRole, operations } from '#lambda/testing/personas.ts'
import { service } from '../service.ts'
import { createOperationsDriver, deadLetters, inbox, relayFailures } from '../testing/operations-driver.ts'
import type { OperationsDriver } from '../testing/operations-driver.ts'

const subject = '01a00000-0000-7000-9000-000000000001' as CaseId // a UUID
const eventId = '01a00000-0000-7000-a000-000000000001'
const held = eventOf(caseHeld, { phase: 'matching', wakeOn: '2026-12-01' }, { id: eventId, subject, phase: 'matching' })
const unknownId = '01a0ffff-0000-7000-8000-000000000001'

let driver: OperationsDriver
beforeEach(() => {
  driver = createOperationsDriver()
})
const ask: OperationsDriver['ask'] = (...given) => driver.ask(...given)
const request = (body: object, headers: Record<string, string> = {}) =>
  ask('requestRedrive', { body: { reason: 'Felet rättat', ...body }, headers })

describe('the queues', () => {
  const statuses = async () =>
    ((await ask('listQueues')).body as { services: { service: string; status: string }[] }).services.map(({ status }) => status)

  it('are told one service after the other, with counts, and ages where there is something to be old', async () => {
    driver.queues.put(deadLetters, '{}', { reason: 'notAnEvent' })
    driver.outside.measured = {
      oldestSeconds: new Map([
        [inbox, 0],
        [deadLetters, 90],
      ]),
      relays: new Map([['matching', { lastRanAt: '2026-11-20T07:55:00.000Z', behindSeconds: 1.5 }]]),
    }
    expect((await ask('listQueues')).body).toMatchObject({
      isMeasured: true,
      services: [
        {
          service: 'matching',
          status: 'setAside',
          inbox: { queue: inbox, counts: { waiting: 0, inFlight: 0, delayed: 0 } },
          deadLetters: { queue: deadLetters, counts: { waiting: 1 }, oldestSeconds: 90 },
          relayFailures: { queue: relayFailures },
          relay: { lastRanAt: '2026-11-20T07:55:00.000Z', behindSeconds: 1.5 },
        },
        { service: 'insight', status: 'calm' },
      ],
      executions: { running: { count: 0, isMore: false } },
    })
  })

  it('are told although one of them, the measurements or the executions cannot be read', async () => {
    driver.queues.unreadable.add(deadLetters)
    driver.outside.measured = undefined
    driver.outside.executions = undefined
    const { status, body } = await ask('listQueues')
    expect(status).toBe(200)
    expect(body).toMatchObject({ isMeasured: false })
    expect(body).not.toHaveProperty('executions')
    expect(await statuses()).toEqual(['unreadable', 'calm'])
  })

  it('stand as what is worst with them', async () => {
    expect(await statuses()).toEqual(['calm', 'calm'])
    driver.queues.put(inbox, '{}')
    expect(await statuses()).toEqual(['working', 'calm'])
    driver.outside.measured = { oldestSeconds: new Map([[inbox, 900]]), relays: new Map() }
    expect(await statuses()).toEqual(['late', 'calm'])
    driver.outside.measured = { oldestSeconds: new Map(), relays: new Map([['matching', { behindSeconds: 300 }]]) }
    expect(await statuses()).toEqual(['late', 'calm'])
    driver.queues.put(relayFailures, '{}')
    expect(await statuses()).toEqual(['setAside', 'calm'])
  })
})

describe('the messages of a queue', () => {
  const list = (queue: string) => ask('listQueueMessages', { parameters: { queue } })

  it('are told by their envelope and why they lie there, never by what they say', async () => {
    driver.queues.put(deadLetters, JSON.stringify({ ...held, data: { ...held.data, name: 'Anna Andersson' } }), {
      reason: 'tooEarly',
      attempts: 10,
    })
    driver.queues.put(deadLetters, 'Anna Andersson', { reason: 'notJson', attempts: 10 })
    const { status, body, text } = await list(deadLetters)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      service: 'matching',
      total: 2,
      messages: [
        {
          attempts: 10,
          reason: { code: 'tooEarly' },
          event: { eventId, type: caseHeld.type, name: caseHeld.summary, caseId: subject, phase: 'matching' },
        },
        { reason: { code: 'notJson', text: { sv: expect.any(String), en: expect.any(String) } } },
      ],
    })
    expect(text).not.toContain('Anna')
  })

  it('that the queue itself has moved say that nobody answered for them', async () => {
    driver.queues.put(deadLetters, JSON.stringify(held))
    expect((await list(deadLetters)).body).toMatchObject({ messages: [{ reason: { code: 'noAnswer' } }] })
  })

  it('in the queue of a relay are no events and have no reason', async () => {
    driver.queues.put(relayFailures, '{"DDBStreamBatchInfo":{}}')
    const { messages } = (await list(relayFailures)).body as { messages: object[] }
    expect(messages).toHaveLength(1)
    expect(messages[0]).not.toHaveProperty('reason')
    expect(messages[0]).not.toHaveProperty('event')
  })

  it.each([
    ['of a queue that is not ours', 'somebody-elses-queue', 404, 'queueNotFound'],
    ['of an inbox, which would keep them from its service', inbox, 409, 'queueNotDeadLetters'],
  ])('%s are not shown', async (_, queue, status, code) => {
    expect(await list(queue)).toMatchObject({ status, body: { code } })
  })

  it('of a queue that is away are not shown', async () => {
    driver.queues.unreadable.add(deadLetters)
    expect(await list(deadLetters)).toMatchObject({ status: 503, body: { code: 'queueUnreadable' } })
  })
})

describe('a redrive that is asked for', () => {
  it('is on record with who and why, and is told', async () => {
    driver.queues.put(deadLetters, JSON.stringify(held))
    const { status, body } = await request({ queue: deadLetters, all: true })
    expect(status).toBe(202)
    expect(body).toMatchObject({
      service: 'matching',
      queue: deadLetters,
      status: 'running',
      ratePerSecond: 5,
      expected: 1,
      moved: 0,
      reason: 'Felet rättat',
      requestedBy: { subject: operations.subject, name: operations.name },
    })
    const { redriveId } = body as { redriveId: string }
    expect(driver.emitted()).toMatchObject([
      { type: redriveRequested.type, subject: redriveId, actor: { name: operations.name }, data: { reason: 'Felet rättat' } },
    ])
    expect((await ask('listRedrives')).body).toMatchObject({ redrives: [{ redriveId }] })
  })

  it('twice with the same key is one', async () => {
    driver.queues.put(deadLetters, JSON.stringify(held))
    const headers = { 'idempotency-key': 'the-same-key' }
    const first = await request({ queue: deadLetters, all: true }, headers)
    expect((await request({ queue: deadLetters, all: true }, headers)).body).toEqual(first.body)
    expect(driver.emitted()).toHaveLength(1)
  })

  it('twice at the same moment is one: the other is refused', async () => {
    driver.queues.put(deadLetters, JSON.stringify(held))
    const answers = await Promise.all([1, 2, 3].map(() => request({ queue: deadLetters, all: true })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409, 409])
    expect(driver.emitted()).toHaveLength(1)
  })

  it.each([
    ['of a queue that does not exist', { queue: 'kalmar-nobody-inbox-dlq.fifo', all: true }, 404, 'queueNotFound'],
    ['of an inbox', { queue: inbox, all: true }, 409, 'queueNotDeadLetters'],
    ['of a queue without events', { queue: relayFailures, all: true }, 409, 'queueNotRedrivable'],
    ['of nothing', { queue: deadLetters }, 400, 'choiceUnclear'],
    ['of some and of all', { queue: deadLetters, all: true, messageIds: ['a'] }, 400, 'choiceUnclear'],
    ['of an empty queue', { queue: deadLetters, all: true }, 409, 'nothingToRedrive'],
    ['at no rate', { queue: deadLetters, all: true, ratePerSecond: 0 }, 400, 'invalidRequest'],
    ['at too high a rate', { queue: deadLetters, all: true, ratePerSecond: 51 }, 400, 'invalidRequest'],
    ['for no reason', { queue: deadLetters, all: true, reason: '   ' }, 400, 'invalidRequest'],
    ['of no messages', { queue: deadLetters, messageIds: [] }, 400, 'invalidRequest'],
    ['with a field too many', { queue: deadLetters, all: true, to: 'elsewhere' }, 400, 'invalidRequest'],
  ])('%s is refused, and nothing is written', async (_, body, status, code) => {
    expect(await request(body)).toMatchObject({ status, body: { code } })
    expect(driver.table.rows()).toEqual([])
  })

  it('of a queue that is away is refused', async () => {
    driver.queues.unreadable.add(deadLetters)
    expect(await request({ queue: deadLetters, all: true })).toMatchObject({ status: 503, body: { code: 'queueUnreadable' } })
  })

  it('that nobody has heard of is neither read nor stopped', async () => {
    for (const operationId of ['readRedrive', 'stopRedrive'] as const)
      expect(await ask(operationId, { parameters: { redriveId: unknownId } })).toMatchObject({
        status: 404,
        body: { code: 'redriveNotFound' },
      })
  })
})

describe('what services have refused', () => {
  const refusal = (number: number, time: string) =>
    eventOf(
      eventRefused,
      { service: 'matching', eventId: held.id, eventType: caseHeld.type, code: 'wrongStatus' },
      { id: `01a00000-0000-7000-b000-00000000000${number}`, subject, time, from: 'matching' },
    )

  it('is listed with its code and where that is explained, once, the newest first', async () => {
    const other = { ...refusal(2, '2026-11-20T09:00:00.000Z'), data: { ...refusal(2, '').data, service: 'ideas' } }
    await driver.receive(refusal(1, '2026-11-20T08:00:00.000Z'), other, refusal(1, '2026-11-20T08:00:00.000Z'))
    expect((await ask('listRefusals')).body).toMatchObject({
      refusals: [
        { service: 'ideas', refusedAt: '2026-11-20T09:00:00.000Z' },
        {
          service: 'matching',
          eventId: held.id,
          caseId: subject,
          name: caseHeld.summary,
          code: 'wrongStatus',
          problem: '/problems/wrong-status',
        },
      ],
    })
  })
})

describe('who may', () => {
  const calls = {
    listQueues: {},
    listQueueMessages: { parameters: { queue: deadLetters } },
    listRefusals: {},
    requestRedrive: { body: { queue: deadLetters, all: true, reason: 'Prov' } },
    listRedrives: {},
    readRedrive: { parameters: { redriveId: unknownId } },
    stopRedrive: { parameters: { redriveId: unknownId } },
  } as const

  it.each(Object.keys(service.routes) as (keyof typeof calls)[])('%s: operations and nobody else', async (operationId) => {
    const others = everyRole.filter(({ roles }) => !roles.includes('operations'))
    expect(others.length).toBeGreaterThan(5)
    for (const as of others)
      expect(await ask(operationId, { ...calls[operationId], as })).toMatchObject({
        status: 403,
        body: { code: 'roleNotAllowed' },
      })
    const { method, path } = service.routes[operationId]! // one of its keys
    const anonymous = await driver.call({ method, path, ...calls[operationId] })
    expect(anonymous.status).toBe(401)
    expect((await ask(operationId, calls[operationId])).status).not.toBe(403)
    expect(driver.emitted()).toEqual([])
    expect(caseOfficer.roles).not.toContain('operations')
  })
})
