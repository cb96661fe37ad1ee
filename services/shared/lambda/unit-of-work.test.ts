import { describe, expect, it } from 'vitest'
import { anyEvent, fact } from '#contracts/event.ts'
import { caseHeld, caseWoken } from '#contracts/events.ts'
import type { CaseId } from '#contracts/ids.ts'
import { createMemoryTable } from './memory-table.ts'
import { createTestRuntime, testNow } from './testing/test-runtime.ts'
import { createUnitOfWork, epochSeconds } from './unit-of-work.ts'
import type { Context, Work } from './unit-of-work.ts'

const caseId = '01a00000-0000-7000-8000-0000000000aa' as CaseId // a UUID, as the brand says
const officer = { subject: 'maria', name: 'Maria Lindqvist' }
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

const given = () => {
  const table = createMemoryTable()
  const { newId } = createTestRuntime()
  const context: Context = { now: testNow, newId, actor: officer, traceparent }
  const unitOfWork = createUnitOfWork(table, 'matching')
  return { table, save: (work: Partial<Work>) => unitOfWork.save({ caseId, puts: [], facts: [], ...work }, context) }
}

const head = (version: number) => ({ pk: `CASE#${caseId}`, sk: 'REC#HEAD', version, status: 'inProgress', body: {} })
const once = { pk: 'INBOX#1', sk: 'DONE', body: {} }
const held = fact(caseHeld, { phase: 'matching', wakeOn: '2026-12-01' }, { phase: 'matching' })
const woken = fact(caseWoken, { phase: 'matching', reason: 'Nytt läge', dueOn: '2026-12-01' })

describe('a unit of work', () => {
  it('saves state, what goes out, commands and the row that makes it happen once, together', async () => {
    const { table, save } = given()
    const saved = await save({
      puts: [{ item: head(1), expects: 'absent' }],
      facts: [held, woken],
      commands: [{ pk: 'REQUEST#1', sk: 'COMMAND#1', attributes: { outbox: 'state-machine' }, body: { start: true } }],
      once,
    })
    expect(saved).toBe('saved')
    expect(table.rows().map(({ pk, sk, attributes }) => `${pk} ${sk.slice(0, 4)} ${attributes?.['outbox'] ?? '-'}`)).toEqual([
      `CASE#${caseId} OUT# event`,
      `CASE#${caseId} OUT# event`,
      `CASE#${caseId} REC# -`,
      'INBOX#1 DONE -',
      'REQUEST#1 COMM state-machine',
    ])
  })

  it('makes of each fact an event that anybody can read: who, when, what about, for which phase, in which trace', async () => {
    const { table, save } = given()
    await save({ facts: [held, woken] })
    const events = table.rows().map(({ body }) => anyEvent.parse(body))
    expect(events).toEqual([
      {
        specversion: '1.0',
        id: expect.any(String),
        source: '/services/matching',
        type: 'se.behovsflodet.case-held.v1',
        subject: caseId,
        time: testNow,
        datacontenttype: 'application/json',
        traceparent,
        phase: 'matching',
        actor: officer,
        data: { phase: 'matching', wakeOn: '2026-12-01' },
      },
      expect.objectContaining({
        type: 'se.behovsflodet.case-woken.v1',
        data: { phase: 'matching', reason: 'Nytt läge', dueOn: '2026-12-01' },
      }),
    ])
    expect(events[1]).not.toHaveProperty('phase')
    expect(new Set(events.map(({ id }) => id)).size).toBe(2)
  })

  it('keeps what goes out for a week, and the state for ever', async () => {
    const { table, save } = given()
    await save({
      puts: [{ item: head(1), expects: 'absent' }],
      facts: [held],
      commands: [{ pk: 'REQUEST#1', sk: 'COMMAND#1', body: {} }],
    })
    const expiry = table.rows().map(({ sk, expiresAt }) => [sk.slice(0, 3), expiresAt])
    const week = epochSeconds('2026-11-27T08:00:00.000Z')
    expect(expiry).toEqual([
      ['OUT', week],
      ['REC', undefined],
      ['COM', week],
    ])
  })

  it.each([
    ['another version', [{ item: head(3), expects: { version: 1 } }], undefined, 'conflict'],
    ['a row that is there already', [{ item: head(3), expects: 'absent' }], undefined, 'conflict'],
    [
      'another version, in a message that is new',
      [{ item: head(3), expects: { version: 1 } }],
      { ...once, pk: 'INBOX#2' },
      'conflict',
    ],
    ['the row that makes it happen once', [], once, 'repeated'],
    ['both', [{ item: head(3), expects: { version: 1 } }], once, 'repeated'],
  ] as const)('writes nothing and says why when it is stopped by %s', async (_, puts, again, why) => {
    const { table, save } = given()
    await table.commit([head(2), once].map((item) => ({ item, expects: 'absent' as const })))
    const before = table.rows()
    expect(await save({ puts, facts: [held], once: again })).toBe(why)
    expect(table.rows()).toEqual(before)
  })
})
