import { describe, expect, it } from 'vitest'
import { system } from '#contracts/actor.ts'
import type { Applied } from '#lambda/outcome.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { RequestState } from '../domain/decision-request.ts'
import { criterion, evidenceOf, requestIn } from '../testing/requests.ts'
import { createRequestTable, requestIndexes } from './request-table.ts'

const create = () => {
  const table = createMemoryTable(requestIndexes)
  const runtime = createTestRuntime()
  const repository = createRequestTable(table, createUnitOfWork(table, 'gates'))
  const context = { now: runtime.clock(), newId: runtime.newId, actor: system, traceparent: '' }
  const applied = (state: RequestState): Applied<RequestState> => ({ kind: 'applied', state, facts: [] })
  return {
    table,
    repository,
    save: (before: RequestState | undefined, state: RequestState, also = {}) =>
      repository.save(before, applied(state), context, also),
  }
}

const rounds = (...statuses: readonly [RequestState['request']['status'], now: string][]) =>
  statuses.map(([status, now], index) => requestIn(status, { evidence: evidenceOf({ round: index + 1 }), now }))

describe('requests in the table', () => {
  it('are found as they were saved', async () => {
    const { repository, save } = create()
    const [state] = rounds(['decided', '2026-11-20T08:00:00.000Z'])
    if (!state) throw new Error('no state')
    expect(await repository.find(state.request.requestId)).toBeUndefined()
    expect(await save(undefined, state)).toBe('saved')
    expect(await repository.find(state.request.requestId)).toEqual(state)
  })

  it('open ones come by the day they are due, decided and expired ones by when they were received, page by page', async () => {
    const { repository, save } = create()
    const states = rounds(
      ['open', '2026-11-24T08:00:00.000Z'],
      ['received', '2026-11-20T08:00:00.000Z'],
      ['answered', '2026-11-23T08:00:00.000Z'],
      ['decided', '2026-11-21T08:00:00.000Z'],
      ['decided', '2026-11-20T08:00:00.000Z'],
      ['expired', '2026-11-20T08:00:00.000Z'],
    )
    for (const state of states) await save(undefined, state)
    const roundsOf = async (listing: 'open' | 'decided' | 'expired', limit = 10) => {
      const found: number[] = []
      for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
        const page = await repository.list(listing, { limit, cursor })
        found.push(...page.states.map(({ request }) => request.round))
        cursor = page.cursor
      }
      return found
    }
    // To a reader a request is open from the moment it comes in until the decision is recorded.
    expect(await roundsOf('open')).toEqual([2, 3, 1])
    expect(await roundsOf('open', 2)).toEqual([2, 3, 1])
    expect(await roundsOf('decided')).toEqual([5, 4])
    expect(await roundsOf('expired')).toEqual([6])
  })

  it('are saved only over what was read: its version and its status', async () => {
    const { repository, save } = create()
    const open = requestIn('open')
    const answered = requestIn('answered')
    await save(undefined, open)
    expect(await save(undefined, open)).toBe('conflict')
    expect(await save({ ...open, version: open.version - 1 }, answered)).toBe('conflict')
    expect(await save({ ...open, request: { ...open.request, status: 'received' } }, answered)).toBe('conflict')
    expect(await repository.find(open.request.requestId)).toEqual(open)
    expect(await save(open, answered)).toBe('saved')
  })

  it('the evidence lies apart, and no change of the request writes it again', async () => {
    const { table, repository, save } = create()
    const evidence = evidenceOf({ criteria: [criterion('only here')] })
    const received = requestIn('received', { evidence })
    const open = requestIn('open', { evidence })
    await save(undefined, received, { evidence })
    expect(await save(received, open)).toBe('saved')
    expect(await repository.findEvidence(open.request.requestId)).toEqual(evidence)
    const holders = table.rows().filter(({ body }) => JSON.stringify(body).includes('only here'))
    expect(holders.map(({ sk }) => sk)).toEqual(['EVIDENCE'])
  })

  it('a command to the machine is written with the change or not at all', async () => {
    const { table, save } = create()
    const open = requestIn('open')
    const command = { kind: 'start', requestId: open.request.requestId } as const
    const commands = () => table.rows().filter(({ sk }) => sk.startsWith('COMMAND#'))
    await save(undefined, open, { command })
    expect(await save(undefined, open, { command })).toBe('conflict')
    expect(commands()).toMatchObject([{ attributes: { outbox: 'state-machine' }, body: command }])
    // Seven days after the change, when the stream has long been read.
    expect(commands()[0]?.expiresAt).toBe(Date.parse('2026-11-27T08:00:00.000Z') / 1_000)
  })
})
