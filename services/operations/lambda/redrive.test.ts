import { beforeEach, describe, expect, it } from 'vitest'
import { caseHeld, redriveContinued, redriveEnded } from '#contracts/events.ts'
import type { CaseId } from '#contracts/ids.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { createOperationsDriver, deadLetters, inbox } from '../testing/operations-driver.ts'
import type { OperationsDriver } from '../testing/operations-driver.ts'

const caseNumbered = (number: number): CaseId => `01a00000-0000-7000-9000-${String(number).padStart(12, '0')}` as CaseId // a UUID
const held = (number: number, subject = caseNumbered(number)) =>
  eventOf(
    caseHeld,
    { phase: 'matching', wakeOn: '2026-12-01' },
    { id: `01a00000-0000-7000-a000-${String(number).padStart(12, '0')}`, subject, phase: 'matching' },
  )

let driver: OperationsDriver
beforeEach(() => {
  driver = createOperationsDriver()
})

const lay = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const event = held(index + 1)
    return driver.queues.put(deadLetters, JSON.stringify(event), { group: event.subject, reason: 'fault' })
  })

const request = async (body: object): Promise<string> => {
  const answer = await driver.ask('requestRedrive', { body: { queue: deadLetters, reason: 'Prov', ratePerSecond: 50, ...body } })
  expect(answer.status).toBe(202)
  return (answer.body as { redriveId: string }).redriveId
}
const stop = (redriveId: string) => driver.ask('stopRedrive', { parameters: { redriveId } })
const toItsEnd = async (redriveId: string) => {
  for (let steps = 0; await driver.step(); steps += 1) if (steps > 50) throw new Error('it never ends')
  const redrive = await driver.redriveOf(redriveId)
  expect(redrive.status).toBe('ended')
  return redrive
}

describe('a redrive of all', () => {
  it('puts every message back on the inbox, as it was and in order, and ends', async () => {
    lay(12)
    const redrive = await toItsEnd(await request({ all: true }))
    expect(redrive).toMatchObject({ ending: 'done', expected: 12, moved: 12, failed: 0, left: 0 })
    expect(driver.queues.sent).toEqual(
      Array.from({ length: 12 }, (_, index) => ({ queue: inbox, text: JSON.stringify(held(index + 1)) })),
    )
    expect(driver.queues.lying(deadLetters)).toEqual([])
  })

  it('keeps to its rate, step by step, and says each time which events it has moved', async () => {
    lay(10)
    const startedAt = Date.parse(driver.runtime.clock())
    const redriveId = await request({ all: true, ratePerSecond: 1 })
    await driver.step()
    expect(driver.queues.sent.length).toBeLessThanOrEqual(4)
    expect((await driver.redriveOf(redriveId)).moved).toBe(driver.queues.sent.length)
    await toItsEnd(redriveId)
    expect(Date.parse(driver.runtime.clock()) - startedAt).toBeGreaterThanOrEqual(10_000)
    const told = driver.emitted().filter(({ type }) => type === redriveContinued.type)
    expect(told.length).toBeGreaterThan(1)
    expect(told.flatMap(({ data }) => data['moved'])).toEqual(
      Array.from({ length: told.flatMap(({ data }) => data['moved']).length }, (_, index) => held(index + 1).id),
    )
  })

  it('leaves what was set aside after it was asked for, or a message that nobody can take would go round for ever', async () => {
    lay(2)
    const redriveId = await request({ all: true })
    driver.runtime.clock.advance({ seconds: 1 })
    const later = driver.queues.put(deadLetters, 'again', { reason: 'notJson' })
    expect(await toItsEnd(redriveId)).toMatchObject({ ending: 'done', moved: 2, left: 1 })
    expect(driver.queues.lying(deadLetters)).toEqual([later])
  })

  it('frees the queue for the next one', async () => {
    lay(1)
    await toItsEnd(await request({ all: true }))
    lay(1)
    expect(await toItsEnd(await request({ all: true }))).toMatchObject({ moved: 1 })
  })

  it('waits for what somebody else is looking at', async () => {
    const [first] = lay(2)
    driver.queues.holdByOthers(deadLetters, first ?? '')
    const redriveId = await request({ all: true })
    await driver.step()
    expect(await driver.redriveOf(redriveId)).toMatchObject({ status: 'running', moved: 1 })
    driver.runtime.clock.advance({ seconds: 6 })
    expect(await toItsEnd(redriveId)).toMatchObject({ moved: 2, left: 0 })
  })
})

describe('a redrive of some', () => {
  it('moves those and leaves the others where they lie', async () => {
    const [first, second, third] = lay(3)
    const redrive = await toItsEnd(await request({ messageIds: [third, first, first] }))
    expect(redrive).toMatchObject({ ending: 'done', expected: 2, moved: 2, left: 1 })
    expect(driver.queues.lying(deadLetters)).toEqual([second])
  })

  it('ends also when what was chosen is not there', async () => {
    lay(1)
    expect(await toItsEnd(await request({ messageIds: ['gone'] }))).toMatchObject({
      ending: 'done',
      expected: 1,
      moved: 0,
      left: 1,
    })
  })
})

describe('what cannot be moved', () => {
  it('stays, is counted once, and holds back only what follows it of its case', async () => {
    const of = (subject: CaseId, number: number) =>
      driver.queues.put(deadLetters, JSON.stringify(held(number, subject)), { group: subject })
    const ids = [of(caseNumbered(1), 1), of(caseNumbered(1), 2), of(caseNumbered(2), 3)]
    driver.queues.unmovable.add(ids[0] ?? '')
    const redrive = await toItsEnd(await request({ all: true }))
    expect(redrive).toMatchObject({ ending: 'done', failed: 1, moved: 1, left: 2 })
    expect(driver.queues.lying(deadLetters)).toEqual(ids.slice(0, 2))
  })

  it('ends the redrive when there is too much of it', async () => {
    for (const id of lay(30)) driver.queues.unmovable.add(id)
    const redrive = await toItsEnd(await request({ all: true }))
    expect(redrive).toMatchObject({ ending: 'tooManyFailures', moved: 0, left: 30 })
    expect(driver.emitted().at(-1)).toMatchObject({ type: redriveEnded.type, data: { ending: 'tooManyFailures' } })
  })
})

describe('a redrive that is stopped', () => {
  it('ends with the next step, counts what it has moved, and is told who stopped it', async () => {
    lay(10)
    const redriveId = await request({ all: true, ratePerSecond: 1 })
    await driver.step()
    const { moved } = await driver.redriveOf(redriveId)
    expect(await stop(redriveId)).toMatchObject({ status: 202, body: { status: 'stopping' } })
    expect(await stop(redriveId)).toMatchObject({ status: 202, body: { status: 'stopping' } })
    expect(await toItsEnd(redriveId)).toMatchObject({ ending: 'stopped', moved, left: 10 - moved })
    expect(await stop(redriveId)).toMatchObject({ status: 409, body: { code: 'redriveHasEnded' } })
  })

  it('ends at once when no step has come for a quarter of an hour', async () => {
    lay(1)
    const redriveId = await request({ all: true })
    driver.runtime.clock.advance({ seconds: 901 })
    expect(await stop(redriveId)).toMatchObject({ status: 202, body: { status: 'ended', ending: 'stopped', left: 1 } })
    await driver.step()
    expect(driver.queues.sent).toEqual([])
  })
})

describe('a step that comes again', () => {
  it('moves nothing and counts nothing', async () => {
    lay(6)
    const redriveId = await request({ all: true, ratePerSecond: 1 })
    await driver.step()
    const before = [await driver.redriveOf(redriveId), driver.queues.sent.length, driver.emitted().length]
    const [requested] = driver.emitted()
    if (!requested) throw new Error('no event')
    expect(await driver.receive(requested)).toEqual({ batchItemFailures: [] })
    expect([await driver.redriveOf(redriveId), driver.queues.sent.length, driver.emitted().length]).toEqual(before)
  })
})
