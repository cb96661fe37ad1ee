import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import type { Ruling } from '#contracts/decision.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import type { Transition } from '#lambda/outcome.ts'
import { decisionMaker } from '#lambda/testing/personas.ts'
import { evidenceOf, expiresAt, frozen, goOf, requestIn } from '../testing/requests.ts'
import { requestStatuses } from './decision-request.ts'
import type { RequestState } from './decision-request.ts'
import { declareConflict, makeDecision } from './make-decision.ts'
import { receiveRequest } from './receive-request.ts'
import { expireRequest, keepWaitToken, openRequest, recordDecision, remindDeciders } from './run-request.ts'

/** Every command on every status. `now` is the moment at which all that time can bring about is due. */
const now = expiresAt
const around = { county: kalmar, now }
const rulings = {
  go: { outcome: 'go', reason: 'Behovet är styrkt.' },
  revise: { outcome: 'revise', reason: 'Mer behövs.', missing: ['Fler källor'] },
  hold: { outcome: 'hold', reason: 'Vänta in budgeten.', wakeOn: '2027-03-01' },
  stop: { outcome: 'stop', reason: 'Det finns redan.', stopReason: 'solvedOtherwise' },
} satisfies Record<string, Ruling>

const decide = (outcome: keyof typeof rulings) => (state: RequestState) =>
  makeDecision(state, { ...goOf(state.request), ruling: rulings[outcome] }, testNow)

const commands: Readonly<Record<string, (state: RequestState) => Transition<RequestState>>> = {
  'receive again': (state) => receiveRequest(state, frozen(evidenceOf()), around),
  open: (state) => openRequest(state, around),
  'keep a new token': (state) => keepWaitToken(state, 'token-2'),
  'keep the same token': (state) => keepWaitToken(state, state.request.waitToken ?? 'token-1'),
  'remind, a week in': (state) => remindDeciders(state, { county: kalmar, now: '2026-11-27T05:00:00.000Z' }),
  'remind, too early': (state) => remindDeciders(state, { county: kalmar, now: testNow }),
  'expire, in time': (state) => expireRequest(state, now),
  'expire, too early': (state) => expireRequest(state, '2027-01-22T04:59:59.999Z'),
  record: recordDecision,
  'decide go': decide('go'),
  'decide revise': decide('revise'),
  'decide hold': decide('hold'),
  'decide stop': decide('stop'),
  'declare a conflict': (state) => declareConflict(state, { actor: decisionMaker('boardChair'), reason: 'Delägare' }, now),
}

const same = 'unchanged'
const notYet = 'notOpenYet'
const decided = 'alreadyDecided'
const gone = 'requestExpired'
const closed = 'decisionMadeSoNoConflict'

/** For each command: the status that each status goes to, `unchanged`, or the refusal. In the order of `requestStatuses`. */
const table: Readonly<
  Record<string, readonly [received: string, open: string, answered: string, decided: string, expired: string]>
> = {
  'receive again': [same, same, same, same, same],
  open: ['→ open', same, same, same, same],
  'keep a new token': ['→ received', '→ open', '→ answered', '→ decided', '→ expired'],
  'keep the same token': ['→ received', same, same, same, same],
  'remind, a week in': [same, '→ open', same, same, same],
  'remind, too early': [same, same, same, same, same],
  'expire, in time': [same, '→ expired', same, same, same],
  'expire, too early': [same, same, same, same, same],
  record: [same, same, '→ decided', same, same],
  'decide go': [notYet, '→ answered', decided, decided, gone],
  'decide revise': [notYet, '→ answered', decided, decided, gone],
  'decide hold': [notYet, '→ answered', decided, decided, gone],
  'decide stop': [notYet, '→ answered', decided, decided, gone],
  'declare a conflict': ['→ received', '→ open', closed, closed, closed],
}

/** What each applied transition tells the other services. */
const told: Readonly<Record<string, readonly string[]>> = {
  open: ['decision-opened'],
  'remind, a week in': ['decision-reminded'],
  'expire, in time': ['decision-expired'],
  record: ['decision-made'],
  'declare a conflict': ['conflict-declared'],
}

const outcomeOf = (result: Transition<RequestState>): string =>
  result.kind === 'applied' ? `→ ${result.state.request.status}` : result.kind === 'refused' ? result.code : result.kind

it('the table has every command, and a cell for every status', () => {
  expect(Object.keys(table)).toEqual(Object.keys(commands))
  for (const cells of Object.values(table)) expect(cells).toHaveLength(requestStatuses.length)
})

describe.each(Object.entries(commands))('%s', (name, command) => {
  it.each(requestStatuses.map((status, index) => [status, table[name]?.[index]] as const))('on %s: %s', (status, expected) => {
    const state = requestIn(status)
    const result = command(state)
    expect(outcomeOf(result)).toBe(expected)
    if (result.kind !== 'applied') return
    expect(result.state.version).toBe(state.version + 1)
    expect(result.facts.map(({ definition }) => definition.name)).toEqual(told[name] ?? [])
    // The relay routes by phase, so that one phase out of seven is told.
    expect(result.facts.map(({ phase }) => phase)).toEqual((told[name] ?? []).map(() => 'ideas'))
  })
})
