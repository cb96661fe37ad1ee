import { describe, expect, it } from 'vitest'
import { redriveContinued, redriveEnded, redriveRequested, redriveStopRequested } from '#contracts/events.ts'
import { redriveId } from '#contracts/ids.ts'
import { afterStep, isChosen, requestRedrive, requestStop } from './redrive.ts'
import type { Redrive, StepOutcome } from './redrive.ts'

const now = '2026-11-20T08:00:00.000Z'
const later = '2026-11-20T08:00:05.000Z'
const quarterLater = '2026-11-20T08:15:00.001Z'

const asked = (messageIds?: readonly string[]) =>
  requestRedrive(
    {
      redriveId: redriveId.parse('01a00000-0000-7000-8000-000000000001'),
      service: 'matching',
      queue: 'matching-dlq',
      messageIds,
      ratePerSecond: 5,
      reason: 'Rättat',
      requestedBy: { subject: 'drift', name: 'Nils' },
      found: 7,
    },
    now,
  )
const running = asked().state
const outcome = (more: Partial<StepOutcome> = {}): StepOutcome => ({
  moved: ['a', 'b'],
  failedIds: [],
  isExhausted: false,
  left: 5,
  ...more,
})
const stepped = (state: Redrive, more: Partial<StepOutcome> = {}) => {
  const result = afterStep(state, state.step, outcome(more), later)
  if (result.kind !== 'applied') throw new Error(result.kind)
  return result
}
const ended = stepped(running, { isExhausted: true }).state

describe('a request', () => {
  it('is told with how many were chosen, each once, or without when it is all', () => {
    expect(asked().facts).toMatchObject([{ definition: redriveRequested, data: { ratePerSecond: 5, reason: 'Rättat' } }])
    expect(asked().facts[0]?.data).not.toHaveProperty('chosen')
    expect(asked(['a', 'a', 'b'])).toMatchObject({ state: { messageIds: ['a', 'b'] }, facts: [{ data: { chosen: 2 } }] })
  })

  it('chooses those that are named, or all that lay there then, and none that has failed', () => {
    const at = (messageId: string, setAsideAt: string) => ({ messageId, setAsideAt })
    expect(isChosen(running, at('a', now))).toBe(true)
    expect(isChosen(running, at('a', later))).toBe(false)
    expect(isChosen({ ...running, failedIds: ['a'] }, at('a', now))).toBe(false)
    expect(isChosen(asked(['a']).state, at('a', later))).toBe(true)
    expect(isChosen(asked(['a']).state, at('b', now))).toBe(false)
  })
})

describe('a step', () => {
  it('counts what it has moved and asks for the next', () => {
    expect(stepped(running)).toMatchObject({
      state: { status: 'running', step: 2, moved: 2, idleSteps: 0, progressAt: later },
      facts: [{ definition: redriveContinued, data: { step: 2, moved: ['a', 'b'] } }],
    })
  })

  it.each([
    ['another than the one that is next', running, 2],
    ['one that has been done', stepped(running).state, 1],
    ['one after the end', ended, ended.step],
  ])('%s changes nothing', (_, state, step) => {
    expect(afterStep(state, step, outcome(), later)).toEqual({ kind: 'unchanged' })
  })

  it.each([
    ['the queue was seen to its end', running, { isExhausted: true }, 'done'],
    ['every chosen one is moved or has failed', asked(['a', 'b', 'c']).state, { failedIds: ['c'] }, 'done'],
    ['it was to be stopped', { ...running, status: 'stopping' as const }, {}, 'stopped'],
    [
      'too many cannot be moved',
      running,
      { failedIds: Array.from({ length: 20 }, (_, index) => String(index)) },
      'tooManyFailures',
    ],
  ])('is the last when %s', (_, state, more, ending) => {
    expect(stepped(state, more)).toMatchObject({
      state: { status: 'ended', ending, left: 5, endedAt: later },
      facts: [{ definition: redriveEnded, data: { ending, left: 5 } }],
    })
  })

  it('is the last after five in a row that met nothing; one that meets something begins the count anew', () => {
    let state = running
    for (const moved of [[], [], ['a'], [], [], [], []]) state = stepped(state, { moved }).state
    expect(state).toMatchObject({ status: 'running', idleSteps: 4 })
    expect(stepped(state, { moved: [] }).state).toMatchObject({ status: 'ended', ending: 'done', moved: 1 })
  })
})

describe('a stop', () => {
  it('lets the step under way finish, and says who asked for it once', () => {
    const result = requestStop(running, 5, later)
    expect(result).toMatchObject({ state: { status: 'stopping' }, facts: [{ definition: redriveStopRequested }] })
    expect(requestStop({ ...running, status: 'stopping' }, 5, later)).toEqual({ kind: 'unchanged' })
  })

  it.each(['running', 'stopping'] as const)('ends one that is %s and has not moved for a quarter of an hour', (status) => {
    expect(requestStop({ ...running, status }, 5, quarterLater)).toMatchObject({
      state: { status: 'ended', ending: 'stopped', left: 5 },
      facts: [{ definition: redriveEnded, data: { ending: 'stopped', moved: 0 } }],
    })
  })

  it('of one that has ended is refused', () => {
    expect(requestStop(ended, 0, later)).toMatchObject({ kind: 'refused', code: 'redriveHasEnded' })
  })
})
