import { beforeEach, describe, expect, it } from 'vitest'
import { correlationIdOf } from '#lambda/trace.ts'
import { requestStatuses } from '../domain/decision-request.ts'
import { createGateDriver } from '../testing/gate-driver.ts'
import type { GateDriver } from '../testing/gate-driver.ts'
import { director, expiresAt, goOf, requestIn } from '../testing/requests.ts'
import type { StepInput } from './run-step.ts'

let driver: GateDriver
beforeEach(() => {
  driver = createGateDriver()
})

const steps = ['open', 'awaitDecision', 'remind', 'expire', 'record'] as const satisfies readonly StepInput['step'][]
const tokenOf = (step: string) => (step === 'awaitDecision' ? { token: 'token-2' } : {})

/** A moment at which every step has something to do. */
const moments = {
  open: undefined,
  awaitDecision: undefined,
  remind: '2026-11-27T05:00:00.000Z',
  expire: expiresAt,
  record: undefined,
}

describe.each(steps)('the step %s', (step) => {
  it.each(requestStatuses)('taken twice on a request that is %s answers the same and tells nothing more', async (status) => {
    await driver.place(status)
    const moment = moments[step]
    if (moment) driver.runtime.clock.set(moment)
    const first = await driver.step(step, tokenOf(step))
    const [told, commands, state] = [driver.told(), driver.commands(), await driver.find()]

    expect(await driver.step(step, tokenOf(step))).toEqual(first)
    expect(driver.told()).toEqual(told)
    expect(driver.commands()).toEqual(commands)
    expect(await driver.find()).toEqual(state)
  })
})

describe('what the machine gets to look at', () => {
  it.each([
    ['open', 'received', { status: 'open', isExpired: false, waitSeconds: 594_000 }],
    ['open', 'answered', { status: 'answered', isExpired: false, waitSeconds: 594_000 }],
    ['record', 'answered', { status: 'decided', isExpired: false, waitSeconds: 594_000 }],
    ['open', 'expired', { status: 'expired', isExpired: true, waitSeconds: 594_000 }],
    ['expire', 'received', { status: 'received', isExpired: false, waitSeconds: 0 }],
  ] as const)('after %s on %s', async (step, status, output) => {
    await driver.place(status)
    expect(await driver.step(step)).toEqual(output)
  })

  it('says that the time is out from the very moment on', async () => {
    await driver.place('open')
    driver.runtime.clock.set('2027-01-22T04:59:59.999Z')
    expect(await driver.step('remind')).toMatchObject({ status: 'open', isExpired: false, waitSeconds: 60 })
    driver.runtime.clock.set(expiresAt)
    expect(await driver.step('remind')).toMatchObject({ status: 'open', isExpired: true })
  })
})

describe('reminders', () => {
  it('are told once each, with their number', async () => {
    await driver.place('open')
    for (const day of ['2026-11-27', '2026-11-27', '2026-12-04']) {
      driver.runtime.clock.set(`${day}T05:00:30.000Z`)
      await driver.step('remind')
    }
    expect(driver.told().map(({ type, data }) => [type, data['reminder']])).toEqual([
      ['se.behovsflodet.decision-reminded.v1', 1],
      ['se.behovsflodet.decision-reminded.v1', 2],
    ])
  })

  it('after a long stop there is one, and none when the time has run out meanwhile', async () => {
    await driver.place('open')
    driver.runtime.clock.set('2027-01-08T12:00:00.000Z')
    await driver.step('remind')
    expect(driver.told().map(({ data }) => data['reminder'])).toEqual([6])
    driver.runtime.clock.set(expiresAt)
    await driver.step('remind')
    expect(driver.told()).toHaveLength(1)
  })
})

describe('the wait and the answer', () => {
  it('a decision before the wait is given to the wait at once', async () => {
    await driver.place('received')
    await driver.step('open')
    const { request } = requestIn('open')
    const { actor: _, ...body } = goOf(request)
    expect(await driver.call('makeDecision', { body })).toMatchObject({ status: 202 })
    expect(driver.commands()).toEqual([])
    await driver.step('awaitDecision', { token: 'token-9' })
    expect(driver.commands()).toMatchObject([{ kind: 'resume', requestId: request.requestId, token: 'token-9' }])
  })

  it.each(['answered', 'decided', 'expired'] as const)(
    'a wait that begins on a request that is %s is ended at once',
    async (status) => {
      const { request } = await driver.place(status)
      await driver.step('awaitDecision', { token: 'token-9' })
      expect(driver.commands()).toMatchObject([{ kind: 'resume', requestId: request.requestId, token: 'token-9' }])
    },
  )

  it('a decision during the wait resumes it with its own token, in the same transaction', async () => {
    const { request } = await driver.place('open')
    await driver.step('awaitDecision', { token: 'token-9' })
    const { actor: _, ...body } = goOf(request)
    await driver.call('makeDecision', { body })
    expect(driver.commands()).toMatchObject([{ kind: 'resume', requestId: request.requestId, token: 'token-9' }])
    expect(driver.told()).toEqual([])
  })

  it('the decision is told to the phase when it is recorded, and names who made it', async () => {
    const { request } = await driver.place('answered')
    await driver.step('record')
    expect(driver.told()).toMatchObject([
      {
        type: 'se.behovsflodet.decision-made.v1',
        source: '/services/gates',
        subject: request.case.caseId,
        phase: 'ideas',
        actor: { subject: director.subject },
        data: { decision: { decidedBy: { subject: director.subject } } },
      },
    ])
    expect(driver.commands()).toEqual([])
  })
})

describe('the trace of the request for a decision', () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
  const execution = { requestId: requestIn('open').request.requestId, traceparent: `00-${traceId}-00f067aa0ba902b7-01` }
  const { requestId } = execution
  const traces = () => driver.told().map(({ traceparent = '' }) => correlationIdOf(traceparent))

  it('goes on through the steps to what the gate tells, and stands in their log lines', async () => {
    await driver.place('received')
    await driver.tasks({ step: 'open', requestId, execution })
    expect(traces()).toEqual([traceId])
    expect(driver.runtime.logged()).toMatchObject([
      { message: 'gate step', operationId: 'open', caseId: requestId.slice(0, 36), correlationId: traceId },
    ])
  })

  it('is begun anew for an execution that somebody has started by hand', async () => {
    await driver.place('answered')
    await driver.tasks({ step: 'record', requestId, execution: { requestId } })
    expect(traces()).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)])
    expect(traces()).not.toContain(traceId)
  })
})

describe('a fault, which the machine tries again', () => {
  it('is a request that is not there', async () => {
    await expect(driver.step('open')).rejects.toThrow('step open was not taken')
    expect(driver.runtime.logged().at(-1)).toMatchObject({ level: 'error', message: 'gate step failed', operationId: 'open' })
  })

  it.each([
    ['no step', { requestId: requestIn('open').request.requestId }],
    ['a step that is not known', { step: 'decide', requestId: requestIn('open').request.requestId }],
    ['no token', { step: 'awaitDecision', requestId: requestIn('open').request.requestId }],
    ['another id', { step: 'open', requestId: 'KLM-2026-0042' }],
  ])('is a call with %s', async (_, payload) => {
    await driver.place('open')
    await expect(driver.tasks(payload)).rejects.toThrow()
  })
})
