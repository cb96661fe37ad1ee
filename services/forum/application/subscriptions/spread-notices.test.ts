import { expect, it } from 'vitest'
import { callPublished } from '#contracts/forum-events.ts'
import { subscriptionId } from '#contracts/ids.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { createCommunityParts } from '../../adapters/community-repositories.ts'
import { forumIndexes } from '../../adapters/indexes.ts'
import { createSubscriptionParts } from '../../adapters/subscription-parts.ts'
import { publicEvent } from '../../domain/subscriptions/notice.ts'
import { beginSubscription, wishes } from '../../domain/subscriptions/subscription.ts'
import { createSpreadNotices } from './spread-notices.ts'

it('begins no notice after its time, and takes the rest in the next run', async () => {
  const { clock, newId } = createTestRuntime()
  const table = createMemoryTable(forumIndexes)
  const forum = { table, unitOfWork: createUnitOfWork(table, 'forum') }
  const parts = { ...createSubscriptionParts(forum), ...createCommunityParts(forum) }
  const spread = createSpreadNotices({
    ...parts,
    clock,
    // A database that takes its time: a delivery and the mark on its notice are sixteen seconds together.
    commit: async (puts) => {
      clock.advance({ seconds: 8 })
      return table.commit(puts)
    },
  })
  const { state } = beginSubscription(
    { channel: { kind: 'webhook', url: 'https://hooks.company.example/' }, wishes: wishes.parse({ subjects: ['calls'] }) },
    {
      subscriptionId: subscriptionId.parse(newId()),
      owner: { subject: 'ali', name: 'Ali Haddad' },
      code: 'c',
      secret: 'whsec_c2VjcmV0',
      now: clock(),
    },
  )
  const notices = [1, 2].map(() =>
    publicEvent.parse({
      specversion: '1.0',
      id: newId(),
      source: '/services/forum',
      type: callPublished.type,
      subject: newId(),
      time: clock(),
      datacontenttype: 'application/json',
      data: {},
    }),
  )
  await table.commit([
    parts.subscriptions.put(state, 0),
    ...notices.map((event) => parts.notices.put({ event, isSpread: false }, 0)),
  ])

  const run = () => spread({ now: clock(), newId, actor: { subject: 'system', name: 'system' }, traceparent: '' })
  expect(await run()).toBe(1)
  expect(await parts.notices.listUnspread(10)).toHaveLength(1)
  expect(await run()).toBe(1)
  expect(await parts.notices.listUnspread(10)).toEqual([])
  expect(await run()).toBe(0)
})
