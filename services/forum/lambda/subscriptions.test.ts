import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '#contracts/actor.ts'
import { callPublished, needPublished, needWithdrawn } from '#contracts/forum-events.ts'
import type { AnyEvent, EventDefinition } from '#contracts/event.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { caseOfficer, everyRole, nobody, otherSupplier, supplier } from '#lambda/testing/personas.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { forumIndexes } from '../adapters/indexes.ts'
import type { Mail, WebhookMessage } from '../application/subscriptions/subscription-parts.ts'
import type { SendResult } from '../domain/subscriptions/delivery.ts'
import { subscriptionLimits } from '../domain/subscriptions/limits.ts'
import { forumProblems } from '../refusals.ts'
import { subscriptionsRoutes } from '../routes/subscriptions.ts'
import type { SubscriptionsRoutes } from '../routes/subscriptions.ts'
import { create as createApi } from './api.ts'
import { create as createInbox } from './inbox.ts'
import { create as createTasks } from './tasks.ts'

type OperationId = keyof SubscriptionsRoutes
const operationIds = Object.keys(subscriptionsRoutes) as OperationId[] // the keys of a literal

interface Call {
  readonly as?: Actor | undefined
  readonly id?: string
  readonly body?: unknown
  readonly ifMatch?: number
}

const createDriver = () => {
  const runtime = createTestRuntime({
    environment: { CONSOLE_URL: 'https://forum.example/', MAIL_SENDER: 'forum@county.example' },
  })
  const table = createMemoryTable(forumIndexes)
  const api = createCaller(createApi(runtime, table))
  const takeIn = createInbox(runtime, table)
  const mails: Mail[] = []
  const posts: WebhookMessage[] = []
  const outlet: { result: SendResult; seconds: number } = { result: { hasArrived: true }, seconds: 0 }
  const tasks = createTasks(runtime, table, {
    sendMail: async (mail) => {
      mails.push(mail)
      return outlet.result
    },
    postWebhook: async (message) => {
      posts.push(message)
      runtime.clock.advance({ seconds: outlet.seconds })
      return outlet.result
    },
  })
  let events = 0
  return {
    runtime,
    mails,
    posts,
    outlet,
    call: (operationId: OperationId, { id, ifMatch, ...more }: Call = {}): Promise<ApiAnswer> => {
      const { method, path } = subscriptionsRoutes[operationId]
      return api({
        as: supplier,
        method,
        path,
        ...more,
        ...(id !== undefined && { parameters: { subscriptionId: id } }),
        ...(ifMatch !== undefined && { headers: { 'if-match': `"${ifMatch}"` } }),
      })
    },
    tell: async (definition: EventDefinition, data: Record<string, unknown>): Promise<AnyEvent> => {
      events += 1
      const event = {
        specversion: '1.0',
        id: `01a00000-0000-7000-9000-${String(events).padStart(12, '0')}`,
        source: '/services/forum',
        type: definition.type,
        subject: needId,
        time: runtime.clock(),
        datacontenttype: 'application/json',
        actor: { subject: 'sara', name: 'Sara Nilsson' },
        data,
      } as unknown as AnyEvent // an envelope as the forum sends it
      expect(await takeIn(queueMessages(event), lambdaContext)).toEqual({ batchItemFailures: [] })
      return event
    },
    work: () => tasks({ schedule: 'deliver-notices' }, lambdaContext),
  }
}

const needId = '01a00000-0000-7000-8000-00000000abcd'
const need = {
  needId,
  title: 'Trygg tillsyn på natten',
  summary: 'Vi vill se att den som bor hemma har det bra utan att väcka.',
  organisation: 'region-kalmar',
  functions: [{ id: 'N1', name: 'Se att allt är väl utan besök' }],
  targetGroups: ['olderPeople'],
  careSteps: ['careAtHome'],
}
const call = {
  callId: needId,
  kind: 'event',
  title: 'Öppet hus',
  organiser: 'Samverkansforum',
  startsAt: '2026-12-01T12:00:00.000Z',
}

const mailWish = { channel: { kind: 'mail', address: 'info@company.example' }, subjects: ['needs', 'calls'] }
const webhookWish = { channel: { kind: 'webhook', url: 'https://hooks.company.example/forum' }, subjects: ['needs'] }

let driver: ReturnType<typeof createDriver>
beforeEach(() => {
  driver = createDriver()
})

const idOf = ({ body }: ApiAnswer): string => (body as { subscription: { subscriptionId: string } }).subscription.subscriptionId
const secretOf = ({ body }: ApiAnswer): string | undefined => (body as { secret?: string }).secret
const codeIn = (text: string): string => /bekrafta\/([\w-]+)/.exec(text)?.[1] ?? 'no code'

const subscribed = async (wish: object = webhookWish, as = supplier): Promise<string> =>
  idOf(await driver.call('subscribe', { as, body: wish }))

const confirmed = async (wish: object = mailWish, as = supplier): Promise<string> => {
  const id = await subscribed(wish, as)
  await driver.work()
  const answer = await driver.call('confirmSubscription', { id, body: { code: codeIn(driver.mails.at(-1)?.text ?? '') } })
  expect(answer).toMatchObject({ status: 200, body: { status: 'active' } })
  driver.mails.length = 0
  return id
}

describe('mail', () => {
  it('asks whoever reads it first, and tells nothing before they have said yes', async () => {
    const id = await subscribed(mailWish)
    await driver.tell(needPublished, need)
    await driver.work()
    expect(driver.mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['info@company.example', 'Bekräfta din bevakning av Samverkansforum'],
    ])
    expect(driver.mails[0]?.text).toContain(`https://forum.example/forum/bevakningar/${id}/bekrafta/`)
    expect(await driver.call('confirmSubscription', { id, body: { code: 'not the code in it' } })).toMatchObject({
      status: 403,
      body: { code: 'subscriptionCodeWrong' },
    })
  })

  it('tells of what is watched, with the way there and the way out, once', async () => {
    const id = await confirmed()
    await driver.tell(needPublished, need)
    await driver.work()
    await driver.work()
    expect(driver.mails).toHaveLength(1)
    const [mail] = driver.mails
    expect(mail?.subject).toBe('Ett behov har publicerats: Trygg tillsyn på natten')
    expect(mail?.text).toContain(`https://forum.example/forum/behov/${needId}`)
    expect(mail?.unsubscribeUrl).toMatch(new RegExp(`^https://forum.example/forum/bevakningar/${id}/avsluta/`))
    // Who did it is nothing for a mail.
    expect(mail?.text).not.toContain('Sara Nilsson')
  })

  it('comes as one when much has happened', async () => {
    await confirmed()
    await driver.tell(needPublished, need)
    await driver.tell(callPublished, call)
    await driver.work()
    expect(driver.mails.map(({ subject }) => subject)).toEqual(['2 nyheter i Samverkansforum'])
    expect(driver.mails[0]?.text).toContain('Öppet hus')
  })

  it('comes in the morning to who wants it daily', async () => {
    await confirmed({ ...mailWish, pace: 'daily', language: 'en' })
    await driver.tell(needPublished, need)
    await driver.work()
    expect(driver.mails).toEqual([])
    driver.runtime.clock.set('2026-11-21T05:01:00.000Z')
    await driver.work()
    expect(driver.mails.map(({ subject }) => subject)).toEqual(['A need has been published: Trygg tillsyn på natten'])
  })

  it('ends by its own link, without signing in, and forgets the address', async () => {
    const id = await confirmed()
    await driver.tell(needPublished, need)
    await driver.work()
    const code = driver.mails[0]?.unsubscribeUrl.split('/').at(-1)
    expect(await driver.call('endSubscriptionByCode', { as: undefined, id, body: { code } })).toMatchObject({
      status: 200,
      body: { status: 'ended' },
    })
    await driver.tell(callPublished, call)
    await driver.work()
    expect(driver.mails).toHaveLength(1)
    expect((await driver.call('readSubscription', { id })).text).not.toContain('company.example')
    expect(await driver.call('listSubscriptions')).toMatchObject({ body: { subscriptions: [] } })
  })
})

describe('a webhook', () => {
  it('gets the event as CloudEvents, without who did it, under an id that stays', async () => {
    await subscribed()
    const event = await driver.tell(needPublished, need)
    driver.outlet.result = { hasArrived: false, fault: 'HTTP 503' }
    await driver.work()
    driver.outlet.result = { hasArrived: true }
    driver.runtime.clock.advance({ seconds: 61 })
    await driver.work()
    expect(driver.posts.map(({ id }) => id)).toEqual([event.id, event.id])
    const body: unknown = JSON.parse(driver.posts[0]?.body ?? '')
    expect(body).toMatchObject({ specversion: '1.0', id: event.id, type: needPublished.type, data: { title: need.title } })
    expect(body).not.toHaveProperty('actor')
  })

  it('gets things in the order in which they happened: what comes after one that failed waits', async () => {
    await subscribed()
    await driver.tell(needPublished, need)
    await driver.tell(needWithdrawn, { needId, why: 'closed', reason: 'Löst.' })
    driver.outlet.result = { hasArrived: false, fault: 'timeout' }
    await driver.work()
    expect(driver.posts).toHaveLength(1)
  })

  it('that answers slowly gets in one run what a run has time for, and the rest in the next', async () => {
    await subscribed()
    for (let told = 0; told < 6; told += 1) {
      // oxlint-disable-next-line no-await-in-loop -- in the order in which they happened
      await driver.tell(needPublished, need)
    }
    driver.outlet.seconds = 10
    await driver.work()
    expect(driver.posts).toHaveLength(4)
    await driver.work()
    expect(driver.posts).toHaveLength(6)
  })

  it('is tried again for a day and a half, then given up; after five days of nothing but failures nobody tries', async () => {
    const id = await subscribed()
    driver.outlet.result = { hasArrived: false, fault: 'HTTP 500' }
    await driver.tell(needPublished, need)
    for (let hours = 0; hours < 60; hours += 1) {
      await driver.work()
      driver.runtime.clock.advance({ hours: 1 })
    }
    expect((await driver.call('listSubscriptionDeliveries', { id })).body).toMatchObject({
      deliveries: [{ status: 'failed', attempts: 9, fault: 'HTTP 500' }],
    })
    driver.runtime.clock.advance({ days: 3 })
    await driver.tell(needPublished, need)
    await driver.work()
    expect((await driver.call('readSubscription', { id })).body).toMatchObject({ status: 'stopped' })
    const tried = driver.posts.length
    driver.runtime.clock.advance({ hours: 2 })
    await driver.tell(needPublished, need)
    await driver.work()
    expect(driver.posts).toHaveLength(tried)
  })

  it('is signed with a secret that is shown once, and can be changed', async () => {
    const made = await driver.call('subscribe', { body: webhookWish })
    const secret = secretOf(made)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
    const id = idOf(made)
    expect((await driver.call('readSubscription', { id })).text).not.toContain(secret)
    const changed = secretOf(await driver.call('changeSubscriptionSecret', { id }))
    expect(changed).not.toBe(secret)
    expect(await driver.call('testSubscription', { id })).toMatchObject({ status: 202, body: { kind: 'test' } })
    await driver.work()
    expect(driver.posts[0]).toMatchObject({ secret: changed, url: webhookWish.channel.url })
    expect(JSON.parse(driver.posts[0]?.body ?? '')).toMatchObject({ type: 'se.behovsflodet.subscription-tested.v1' })
  })

  it.each(['http://hooks.example.se', 'https://127.0.0.1/', 'https://localhost/x'])('does not go to %s', async (url) => {
    expect(await driver.call('subscribe', { body: { ...webhookWish, channel: { kind: 'webhook', url } } })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'webhookAddress' }] },
    })
  })
})

describe('what is told', () => {
  it('is what was asked for, and nothing while it is paused', async () => {
    const id = await subscribed({ ...webhookWish, subjects: ['calls'] })
    await driver.tell(needPublished, need)
    await driver.work()
    expect(driver.posts).toEqual([])
    await driver.call('changeSubscription', { id, ifMatch: 1, body: { subjects: ['needs'], isPaused: true } })
    await driver.tell(needPublished, need)
    await driver.work()
    expect(driver.posts).toEqual([])
    await driver.call('changeSubscription', { id, ifMatch: 2, body: { subjects: ['needs'], isPaused: false } })
    await driver.tell(needPublished, need)
    await driver.work()
    expect(driver.posts).toHaveLength(1)
  })

  it('a run that is cut off and done again puts nothing twice', async () => {
    await subscribed()
    await subscribed(webhookWish, otherSupplier)
    const event = await driver.tell(needPublished, need)
    await driver.work()
    await driver.tell(callPublished, call)
    await driver.work()
    expect(driver.posts.map(({ id }) => id)).toEqual([event.id, event.id])
  })
})

describe('whose it is', () => {
  it.each(
    operationIds.filter(
      (operationId) =>
        subscriptionsRoutes[operationId].access !== 'public' &&
        operationId !== 'listSubscriptions' &&
        operationId !== 'subscribe',
    ),
  )("%s does not know another's", async (operationId) => {
    const id = await subscribed()
    const body = operationId === 'changeSubscription' ? { subjects: ['needs'] } : undefined
    expect(
      await driver.call(operationId, {
        as: otherSupplier,
        id,
        body,
        ...(operationId === 'changeSubscription' && { ifMatch: 1 }),
      }),
    ).toMatchObject({ status: 404, body: { code: 'subscriptionNotFound' } })
  })

  it('lists only its own', async () => {
    await subscribed()
    await subscribed(webhookWish, otherSupplier)
    expect((await driver.call('listSubscriptions')).body).toMatchObject({ subscriptions: [{ status: 'active' }] })
  })

  it.each(everyRole.map((actor) => [actor.roles[0], actor] as const))('%s may subscribe', async (_, actor) => {
    expect(await driver.call('subscribe', { as: actor, body: webhookWish })).toMatchObject({ status: 201 })
  })

  it('is closed to who has no role, and to who has not signed in', async () => {
    expect(await driver.call('subscribe', { as: nobody, body: webhookWish })).toMatchObject({ status: 403 })
    expect(await driver.call('listSubscriptions', { as: undefined })).toMatchObject({ status: 401 })
  })
})

describe('refusals', () => {
  it.each([
    ['a version that is not the latest', 'staleVersion', { ifMatch: 7, body: { subjects: ['needs'] } }, 'changeSubscription'],
  ] as const)('%s: %s', async (_, code, more, operationId) => {
    const id = await subscribed()
    expect(await driver.call(operationId, { id, ...more })).toMatchObject({ status: 412, body: { code } })
  })

  it('what has ended is neither changed, confirmed nor signed anew', async () => {
    const id = await confirmed()
    const { unsubscribeUrl } = await (async () => {
      await driver.tell(needPublished, need)
      await driver.work()
      return driver.mails[0] ?? { unsubscribeUrl: '' }
    })()
    const code = unsubscribeUrl.split('/').at(-1)
    expect(await driver.call('endSubscription', { id })).toMatchObject({ status: 204 })
    const ended = { status: forumProblems.subscriptionEnded.status, body: { code: 'subscriptionEnded' } }
    expect(await driver.call('changeSubscription', { id, ifMatch: 3, body: { subjects: ['needs'] } })).toMatchObject(ended)
    expect(await driver.call('changeSubscriptionSecret', { id })).toMatchObject(ended)
    expect(await driver.call('confirmSubscription', { id, body: { code } })).toMatchObject(ended)
    expect(await driver.call('testSubscription', { id })).toMatchObject({ body: { code: 'subscriptionNotActive' } })
  })

  it('mail has no secret', async () => {
    const id = await subscribed(mailWish, caseOfficer)
    expect(await driver.call('changeSubscriptionSecret', { as: caseOfficer, id })).toMatchObject({
      status: 409,
      body: { code: 'noSecret' },
    })
  })

  it('has a limit, and what has ended makes room', async () => {
    const ids: string[] = []
    for (let count = 0; count < subscriptionLimits.perPerson; count += 1) ids.push(await subscribed())
    expect(await driver.call('subscribe', { body: webhookWish })).toMatchObject({
      status: 409,
      body: { code: 'tooManySubscriptions' },
    })
    await driver.call('endSubscription', { id: ids[0] ?? '' })
    expect(await driver.call('subscribe', { body: webhookWish })).toMatchObject({ status: 201 })
  })
})
