import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { addDays, dayOf } from '#calendar/working-days.ts'
import { akBrev } from '../../demo/ak-brev/case.ts'
import type { DemoCase, DemoRuling } from '../../demo/demo-case.ts'
import { createDriver } from '../../demo/drive-case.ts'
import { caseView } from '#phase/application/present-case.ts'
import { sectionContentView } from '#phase/application/read-section.ts'
import { requestView } from '../../services/gates/application/present-request.ts'
import { receiptView } from '../../services/ideas/application/present-idea.ts'
import { officer, startFlowSystem, until } from './flow-system.ts'
import type { FlowSystem } from './flow-system.ts'
import { namesOf, readJournal, undeclared, verifyJournal } from './journal.ts'
import { sameStanding } from './same-standing.ts'

/**
 * Cases that do not go straight on: stopped, resting, forgotten by their deciders. The machine is switched off for
 * days and weeks in between, as on a county's server that is patched, and finds its waits again.
 */

const decider = 'direktor'

const submitted = z.object({ receipt: z.string() })

/** The dosing letter up to BP1, under a name of its own and with other rulings. */
const upToBp1 = (key: string, title: string, rulings: readonly DemoRuling[]): DemoCase => ({
  ...akBrev,
  key,
  submission: { ...akBrev.submission, title },
  phases: { ideas: { content: akBrev.phases.ideas?.content ?? { sections: {}, opinions: [] }, rulings } },
})

const stopReason = 'Behovet delas inte av mottagningens sjuksköterskor.'
const stopped = upToBp1('stopped', 'Den som stoppas', [
  { outcome: 'stop', reason: stopReason, stopReason: 'needNotSubstantiated' },
])
const resting = upToBp1('resting', 'Den som vilar', [
  { outcome: 'hold', reason: 'Vänta in budgeten.', restDays: 30 },
  { outcome: 'go', reason: 'Budgeten är beslutad.' },
])
const awaiting = upToBp1('awaiting', 'Den som väntar på beslut', [])
const forgotten = upToBp1('forgotten', 'Den som ingen beslutar om', [])

let system: FlowSystem
const ids = new Map<DemoCase, string>()
const idOf = (demo: DemoCase): string => ids.get(demo) ?? ''

const drive = async (demo: DemoCase) => {
  const driven = await createDriver({ client: system.client, say: () => undefined }).drive(demo)
  ids.set(demo, driven.caseId)
  return driven
}
const readCase = (demo: DemoCase) => system.read(caseView, `/v1/ideas/cases/${idOf(demo)}`)
const inMatching = (demo: DemoCase) =>
  until(`matching to receive ${demo.key}`, () => system.find(caseView, `/v1/matching/cases/${idOf(demo)}`))
const request = (requestId: string) => system.find(requestView, `/v1/gates/decision-requests/${requestId}`, decider)
const namesFor = async (demo: DemoCase) => namesOf(await readJournal(system, idOf(demo)))
const follow = async (receipt: string) =>
  receiptView.parse((await system.ask(undefined, { method: 'GET', path: `/v1/ideas/receipts/${receipt}` })).body)

/** Freezes the evidence as it stands and waits until the gate is open. */
const requestDecision = async (demo: DemoCase): Promise<string> => {
  const { version } = await readCase(demo)
  const path = `/v1/ideas/cases/${idOf(demo)}/decision-requests`
  const answer = await system.ask(officer, { method: 'POST', path, ifMatch: `"${version}"` })
  expect(answer.status).toBe(202)
  const { requestId = '' } = caseView.parse(answer.body).pending ?? {}
  return until('the gate to open', async () => ((await request(requestId))?.mayDecide ? requestId : undefined))
}

const decide = async (requestId: string, ruling: object) =>
  system.ask(decider, {
    method: 'POST',
    path: `/v1/gates/decision-requests/${requestId}/decisions`,
    body: { ruling, evidenceDigest: (await request(requestId))?.digest, hasConflictOfInterest: false },
  })

const statusBecomes = (demo: DemoCase, status: string) =>
  until(`${demo.key} to be ${status}`, async () => {
    const record = await readCase(demo)
    return record.status === status ? record : undefined
  })

beforeAll(async () => {
  system = await startFlowSystem()
}, 30_000)
afterAll(() => system.end(), 30_000)

describe('a case that is stopped at BP1', () => {
  let receipt: string

  it('is closed, and nothing of it goes on', async () => {
    const sent = await system.ask(undefined, {
      method: 'POST',
      path: '/v1/ideas/submissions',
      body: stopped.submission,
      idempotencyKey: `demo-${stopped.key}-submit`,
    })
    receipt = submitted.parse(sent.body).receipt
    expect(await drive(stopped)).toMatchObject({ gates: ['BP1.1 stop'], status: 'closed' })
    expect(await sameStanding(system, idOf(stopped), 'the stop')).toMatchObject({ phase: 'ideas', status: 'closed' })
    expect(await namesFor(stopped)).not.toContain('case-handed-over')
  })

  it('is told to whoever sent it in: the reason in plain words, and what the decider wrote', async () => {
    const told = await until('the receipt to tell of the stop', async () => (await follow(receipt)).case?.stopped)
    expect(told).toEqual({
      reason: { sv: expect.stringMatching(/^\p{Lu}.+ .+/u), en: expect.stringMatching(/^\p{Lu}.+ .+/u) },
      explanation: stopReason,
    })
  })

  it('takes no more writing', async () => {
    const path = `/v1/ideas/cases/${idOf(stopped)}/sections/need`
    const { content, version } = await system.read(sectionContentView, path)
    const saved = await system.ask(officer, {
      method: 'PUT',
      path,
      body: { status: 'draft', content },
      ifMatch: `"${version}"`,
    })
    expect(saved).toMatchObject({ status: 409, body: { code: 'recordLocked' } })
  })
})

describe('a case on hold, one that awaits its decision, and one that is forgotten', () => {
  let awaitedRequest: string
  let forgottenRequest: string

  it('stand as they were left', async () => {
    expect(await drive(resting)).toMatchObject({ gates: ['BP1.1 hold'], status: 'onHold' })
    await drive(awaiting)
    await drive(forgotten)
    awaitedRequest = await requestDecision(awaiting)
    forgottenRequest = await requestDecision(forgotten)
    expect(await readCase(resting)).toMatchObject({
      wakeOn: addDays(dayOf(system.now()), 30),
      nextStep: { ball: { with: 'calendar' } },
    })
    for (const demo of [resting, awaiting, forgotten]) await sameStanding(system, idOf(demo), 'being left')
  })

  it('a week and more later, after a restart, the deciders are reminded, and nobody is woken', async () => {
    system.passDays(12)
    await system.restart()
    for (const demo of [awaiting, forgotten])
      await until('the reminder', async () => ((await namesFor(demo)).includes('decision-reminded') ? true : undefined))
    expect(await readCase(resting)).toMatchObject({ status: 'onHold' })
    expect(await request(awaitedRequest)).toMatchObject({ status: 'open', reminders: 1, mayDecide: true })
  })

  it('a decision then still goes the whole way', async () => {
    expect(await decide(awaitedRequest, { outcome: 'go', reason: 'Behovet är styrkt.' })).toMatchObject({ status: 202 })
    await statusBecomes(awaiting, 'handedOver')
    await inMatching(awaiting)
    expect(await sameStanding(system, idOf(awaiting), 'the decision')).toMatchObject({ phase: 'matching', status: 'received' })
    expect((await namesFor(awaiting)).filter((name) => name === 'decision-made')).toHaveLength(1)
  })

  it('two months later the resting case is woken on its own, and the forgotten one is back in its phase', async () => {
    system.passDays(65)
    await system.restart()
    expect(await statusBecomes(resting, 'inProgress')).not.toHaveProperty('wakeOn')
    expect(await statusBecomes(forgotten, 'inProgress')).toMatchObject({ decisions: [], round: 1, missing: [] })
    for (const demo of [resting, forgotten]) await sameStanding(system, idOf(demo), 'two months')
    expect(await request(forgottenRequest)).toMatchObject({ status: 'expired', mayDecide: false })
    expect(await namesFor(resting)).toContain('case-woken')
    const names = await namesFor(forgotten)
    expect(names.slice(-2)).toEqual(['decision-expired', 'case-returned'])
    // One reminder came in time; none is sent together with the expiry.
    expect(names.filter((name) => name === 'decision-reminded')).toHaveLength(1)
  })

  it('an expired request takes no decision, and the phase can ask again', async () => {
    expect(await decide(forgottenRequest, { outcome: 'go', reason: 'För sent' })).toMatchObject({
      status: 409,
      body: { code: 'requestExpired' },
    })
    const second = await requestDecision(forgotten)
    expect(second).toMatch(/-BP1-2$/)
    expect(await decide(second, { outcome: 'go', reason: 'Behovet är styrkt.' })).toMatchObject({ status: 202 })
    await statusBecomes(forgotten, 'handedOver')
  })

  it('the woken case goes on where it was', async () => {
    expect(await drive(resting)).toMatchObject({ gates: ['BP1.1 hold', 'BP1.2 go'], status: 'handedOver' })
    await inMatching(resting)
    expect(await sameStanding(system, idOf(resting), 'its second decision')).toMatchObject({
      phase: 'matching',
      status: 'received',
    })
  })

  it('the journals of all four are unbroken, and hold nothing that nobody has declared', async () => {
    for (const demo of [stopped, resting, awaiting, forgotten]) {
      expect([demo.key, await verifyJournal(system, idOf(demo))]).toMatchObject([demo.key, { isIntact: true }])
      expect(undeclared(await readJournal(system, idOf(demo)))).toEqual([])
    }
  })
})
