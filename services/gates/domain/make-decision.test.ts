import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import type { Actor } from '#contracts/actor.ts'
import type { Ruling } from '#contracts/decision.ts'
import { gateOf } from '#contracts/flow.ts'
import { criterionStatuses, outcomes, phases, stopReasons } from '#contracts/words.ts'
import { digestOf } from '#lambda/digest.ts'
import { caseOfficer, decisionMaker, everyRole, municipalDecisionMaker } from '#lambda/testing/personas.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { criterion, director, evidenceOf, goOf, requestIn } from '../testing/requests.ts'
import type { DecisionRequest, RequestState } from './decision-request.ts'
import { declareConflict, declareConflictWhenDeciding, makeDecision } from './make-decision.ts'
import type { MakeDecision } from './make-decision.ts'
import { expireRequest, keepWaitToken, openRequest, recordDecision, remindDeciders } from './run-request.ts'

const open = requestIn('open')
const decide = (state: RequestState, more: Partial<MakeDecision> = {}, now = testNow) =>
  makeDecision(state, { ...goOf(state.request), ...more }, now)
const codeOf = (result: ReturnType<typeof makeDecision>): string => (result.kind === 'refused' ? result.code : result.kind)

describe('a decision', () => {
  it('names who decided, by which office and line, when, and on which evidence', () => {
    const { digest } = open.request
    expect(decide(open)).toMatchObject({
      kind: 'applied',
      facts: [],
      state: {
        request: {
          status: 'answered',
          decision: {
            ruling: { outcome: 'go', reason: 'Behovet är styrkt.' },
            decidedAt: testNow,
            decidedBy: { subject: director.subject, name: director.name },
            office: 'healthDirector',
            delegation: 'D 1.1',
            evidenceDigest: digest,
          },
        },
      },
    })
  })

  it('is told to the phase with its gate and round when it is recorded', () => {
    const answered = requestIn('answered', { evidence: evidenceOf({ phase: 'matching', round: 3 }) })
    const recorded = recordDecision(answered)
    expect(recorded).toMatchObject({
      kind: 'applied',
      facts: [
        {
          definition: { name: 'decision-made' },
          phase: 'matching',
          data: {
            requestId: answered.request.requestId,
            gate: 'BP2',
            phase: 'matching',
            round: 3,
            decision: answered.request.decision,
          },
        },
      ],
    })
  })

  it('after the time has run out still stands, as long as nobody has let the request expire', () => {
    const late = '2027-01-22T05:00:30.000Z'
    const answered = decide(open, {}, late)
    expect(answered).toMatchObject({ kind: 'applied', state: { request: { status: 'answered', decision: { decidedAt: late } } } })
    if (answered.kind === 'applied') expect(expireRequest(answered.state, late)).toEqual({ kind: 'unchanged' })
  })

  it.each([
    ['of other evidence', { evidenceDigest: digestOf('other') }, 'staleEvidence'],
    ['by an office that the gate is not given to', { actor: decisionMaker('procurementManager') }, 'noRightToDecide'],
    ['by an officer of the same case', { actor: caseOfficer }, 'noRightToDecide'],
    ['with a conflict of interest', { hasConflictOfInterest: true }, 'conflictOfInterest'],
  ])('%s is refused', (_, more, code) => {
    expect(codeOf(decide(open, more))).toBe(code)
  })

  it.each([
    ['hold', '/ruling/wakeOn', (day: string): Ruling => ({ outcome: 'hold', reason: 'Vila', wakeOn: day })],
    [
      'revise',
      '/ruling/remedyBy',
      (day: string): Ruling => ({ outcome: 'revise', reason: 'Åtgärda', missing: ['x'], remedyBy: day }),
    ],
  ])('%s takes a day from tomorrow, in Sweden, to five years on', (_, pointer, rulingOn) => {
    const on = (day: string, now = testNow) => decide(open, { ruling: rulingOn(day) }, now)
    expect(codeOf(on('2026-11-21'))).toBe('applied')
    expect(codeOf(on('2031-11-19'))).toBe('applied')
    for (const day of ['2026-11-20', '2025-01-01', '2031-11-20'])
      expect(on(day)).toMatchObject({ code: 'dateNotAhead', details: [{ pointer, code: 'dateNotAhead' }] })
    // Half past midnight in Sweden: the day in UTC is already over.
    expect(codeOf(on('2026-11-21', '2026-11-20T23:30:00.000Z'))).toBe('dateNotAhead')
  })

  it('revise needs no date', () => {
    expect(codeOf(decide(open, { ruling: { outcome: 'revise', reason: 'Mer behövs', missing: ['Källor'] } }))).toBe('applied')
  })
})

describe('go', () => {
  const unmet = [
    criterion('needSubstantiated', { status: 'notMet', because: { sv: 'En källa.', en: 'One source.' } }),
    criterion('assessed', { status: 'unknown', because: { sv: 'Inte bedömt.', en: 'Not judged.' } }),
    criterion('served'),
    criterion('timely', { isMandatory: false, status: 'notMet' }),
  ]
  const closedGate = requestIn('open', { evidence: evidenceOf({ criteria: unmet }) })

  it('is refused while a mandatory criterion is not met, or not judged, and says which and why', () => {
    expect(decide(closedGate)).toEqual({
      kind: 'refused',
      code: 'goImpossible',
      details: [
        {
          pointer: '/ruling/outcome',
          code: 'needSubstantiated',
          message: { sv: 'Kriteriet needSubstantiated: En källa.', en: 'The criterion needSubstantiated: One source.' },
        },
        {
          pointer: '/ruling/outcome',
          code: 'assessed',
          message: { sv: 'Kriteriet assessed: Inte bedömt.', en: 'The criterion assessed: Not judged.' },
        },
      ],
    })
  })

  it('is what an advisory criterion never stops', () => {
    const advised = evidenceOf({ criteria: [criterion('timely', { isMandatory: false, status: 'notMet' })] })
    expect(codeOf(decide(requestIn('open', { evidence: advised })))).toBe('applied')
  })

  it.each<Ruling>([
    { outcome: 'revise', reason: 'x', missing: ['x'] },
    { outcome: 'hold', reason: 'x', wakeOn: '2027-01-01' },
    { outcome: 'stop', reason: 'x', stopReason: 'needNotSubstantiated' },
  ])('is all that a closed gate refuses: $outcome passes', (ruling) => {
    expect(codeOf(decide(closedGate, { ruling }))).toBe('applied')
  })
})

describe('a conflict of interest', () => {
  const reason = 'Delägare i ett av företagen'
  const declared = (state: RequestState, actor: Actor): RequestState => {
    const result = declareConflict(state, { actor, reason }, testNow)
    if (result.kind !== 'applied') throw new Error(`the conflict was ${result.kind}`)
    return result.state
  }

  it('is told with who and why, and shuts that person out for good', () => {
    const result = declareConflict(open, { actor: director, reason }, testNow)
    expect(result).toMatchObject({
      kind: 'applied',
      facts: [
        {
          definition: { name: 'conflict-declared' },
          data: { requestId: open.request.requestId, gate: 'BP1', person: { subject: director.subject }, reason },
        },
      ],
    })
    expect(codeOf(decide(declared(open, director)))).toBe('conflictOfInterest')
  })

  it('shuts nobody else out', () => {
    expect(codeOf(decide(declared(open, director), { actor: municipalDecisionMaker('socialDirector') }))).toBe('applied')
  })

  describe('answered with a yes when deciding', () => {
    const sayYes = (state: RequestState, actor = director) =>
      declareConflictWhenDeciding(state, { actor, hasConflictOfInterest: true }, testNow)

    it.each(['received', 'open'] as const)('is a declaration while the request is %s', (status) => {
      expect(sayYes(requestIn(status))).toMatchObject({
        kind: 'applied',
        state: {
          request: {
            status,
            conflicts: [{ person: { subject: director.subject }, reason: 'Anmält i samband med beslutet', declaredAt: testNow }],
          },
        },
        facts: [{ definition: { name: 'conflict-declared' } }],
      })
    })

    it('adds nothing to what the person has already declared, and a no declares nothing', () => {
      expect(sayYes(declared(open, director))).toEqual({ kind: 'unchanged' })
      expect(declareConflictWhenDeciding(open, { actor: director, hasConflictOfInterest: false }, testNow)).toEqual({
        kind: 'unchanged',
      })
    })

    it.each(['answered', 'decided', 'expired'] as const)('comes too late when the request is %s, and is told so', (status) => {
      const closed = requestIn(status)
      expect(sayYes(closed)).toEqual({ kind: 'unchanged' })
      expect(codeOf(decide(closed, { hasConflictOfInterest: true }))).toBe(
        status === 'expired' ? 'requestExpired' : 'alreadyDecided',
      )
    })

    it('declares nothing for who has no right to decide anyway', () => {
      const actor = decisionMaker('procurementManager')
      expect(sayYes(open, actor)).toEqual({ kind: 'unchanged' })
      expect(codeOf(decide(open, { actor, hasConflictOfInterest: true }))).toBe('noRightToDecide')
    })
  })

  it('may be declared before the request is open, by several, and once by each', () => {
    const received = requestIn('received')
    const both = declared(declared(received, director), decisionMaker('unitManager'))
    expect(both.request.conflicts.map(({ person }) => person.subject)).toEqual([
      director.subject,
      decisionMaker('unitManager').subject,
    ])
    expect(declareConflict(both, { actor: director, reason: 'igen' }, testNow)).toEqual({ kind: 'unchanged' })
  })
})

type Command = (state: RequestState, now: string) => ReturnType<typeof makeDecision>

const actors: readonly Actor[] = [
  ...everyRole,
  ...kalmar.offices.flatMap(({ id }) => [decisionMaker(id), municipalDecisionMaker(id)]),
  {
    ...decisionMaker('boardChair'),
    offices: kalmar.offices.map(({ id }) => id),
    roles: ['decisionMaker', 'operations', 'caseOfficer'],
  },
]

const anyRuling = fc.constantFrom(...outcomes).chain((outcome): fc.Arbitrary<Ruling> => {
  switch (outcome) {
    case 'go':
      return fc.constant({ outcome, reason: 'r' })
    case 'revise':
      return fc.constant({ outcome, reason: 'r', missing: ['m'] })
    case 'hold':
      return fc.constant({ outcome, reason: 'r', wakeOn: '2027-06-01' })
    case 'stop':
      return fc.constantFrom(...stopReasons).map((stopReason) => ({ outcome, reason: 'r', stopReason }))
  }
})

const anyDecision: fc.Arbitrary<Command> = fc
  .record({
    ruling: anyRuling,
    // Half of them by people who decide at most gates, so that there is something to see.
    actor: fc.oneof(fc.constantFrom(...actors), fc.constantFrom(director, decisionMaker('boardChair'))),
    isRightDigest: fc.nat(3).map((number) => number > 0),
    hasConflictOfInterest: fc.nat(3).map((number) => number === 0),
  })
  .map(
    ({ isRightDigest, ...decision }): Command =>
      (state, now) =>
        makeDecision(state, { ...decision, evidenceDigest: isRightDigest ? state.request.digest : digestOf('other') }, now),
  )

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: anyDecision },
  { weight: 4, arbitrary: fc.constant<Command>((state, now) => openRequest(state, { county: kalmar, now })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 3 }).map(
      (number): Command =>
        (state) =>
          keepWaitToken(state, `token-${number}`),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Command>((state, now) => remindDeciders(state, { county: kalmar, now })) },
  { weight: 1, arbitrary: fc.constant<Command>((state, now) => expireRequest(state, now)) },
  { weight: 3, arbitrary: fc.constant<Command>(recordDecision) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...actors).map(
      (actor): Command =>
        (state, now) =>
          declareConflict(state, { actor, reason: 'r' }, now),
    ),
  },
)

const anyEvidence = fc
  .record({
    phase: fc.constantFrom(...phases),
    value: fc.constantFrom(0, 69_999_999, 499_999_999, 999_999_999, 2_000_000_000),
    criteria: fc.array(fc.record({ isMandatory: fc.boolean(), status: fc.constantFrom(...criterionStatuses, 'met') }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ criteria, ...fields }) =>
    evidenceOf({ ...fields, criteria: criteria.map((more, index) => criterion(`c${index}`, more)) }),
  )

/** Days pass between commands: now and then enough for a reminder, or for the end. */
const anySequence = fc.array(fc.tuple(anyCommand, fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 25, size: 'max' })

describe('whatever is done to a request, in whatever order, by whomever', () => {
  const play = (evidence: ReturnType<typeof evidenceOf>, sequence: readonly (readonly [Command, number])[]) => {
    let state = requestIn('received', { evidence })
    let now = Date.parse(testNow)
    const told: { name: string; data: Record<string, unknown> }[] = []
    const seen: DecisionRequest[] = [state.request]
    for (const [command, days] of sequence) {
      now += days * 86_400_000
      const result = command(state, new Date(now).toISOString())
      if (result.kind !== 'applied') continue
      expect(result.state.version).toBe(state.version + 1)
      state = result.state
      seen.push(state.request)
      told.push(...result.facts.map(({ definition, data }) => ({ name: definition.name, data })))
    }
    return { told, seen, end: state.request }
  }

  it('it is decided once at most, and either decided or expired', () => {
    let decisions = 0
    let expiries = 0
    fc.assert(
      fc.property(anyEvidence, anySequence, (evidence, sequence) => {
        const { told, seen } = play(evidence, sequence)
        const names = told.map(({ name }) => name)
        const count = (name: string) => names.filter((other) => other === name).length
        expect(count('decision-made') + count('decision-expired')).toBeLessThanOrEqual(1)
        expect(count('decision-opened')).toBeLessThanOrEqual(1)
        const made = seen.flatMap(({ decision }) => (decision ? [JSON.stringify(decision)] : []))
        expect(new Set(made).size).toBeLessThanOrEqual(1)
        // Reminders are numbered upwards, and none comes after the decision.
        const reminders = told.flatMap(({ name, data }) => (name === 'decision-reminded' ? [Number(data['reminder'])] : []))
        expect(reminders).toEqual([...new Set(reminders)].toSorted((a, b) => a - b))
        decisions += count('decision-made')
        expiries += count('decision-expired')
      }),
      { numRuns: 1_000 },
    )
    // The property has seen what it is about.
    expect(decisions).toBeGreaterThan(50)
    expect(expiries).toBeGreaterThan(10)
  })

  it('a go stands only on met criteria and the evidence that was read, and every decision by a right and without conflict', () => {
    let goes = 0
    fc.assert(
      fc.property(anyEvidence, anySequence, (evidence, sequence) => {
        const { end } = play(evidence, sequence)
        const { decision, rights, digest, conflicts } = end
        if (!decision) return
        expect(decision.evidenceDigest).toBe(digest)
        expect(digest).toBe(digestOf(evidence))
        const given = rights.filter(({ rule, office }) => rule === decision.delegation && office === decision.office)
        expect(given).toHaveLength(1)
        const holder = actors.filter(({ subject }) => subject === decision.decidedBy.subject)
        expect(
          holder.some(
            ({ offices, organisation }) =>
              offices.includes(decision.office) &&
              given.some(({ organisations }) => organisations.some((id) => id === organisation)),
          ),
        ).toBe(true)
        expect(conflicts.map(({ person }) => person.subject)).not.toContain(decision.decidedBy.subject)
        if (decision.ruling.outcome !== 'go') return
        goes += 1
        expect(evidence.criteria.filter(({ isMandatory, status }) => isMandatory && status !== 'met')).toEqual([])
      }),
      { numRuns: 1_000 },
    )
    expect(goes).toBeGreaterThan(20)
  })

  it('no go is ever let through a gate with an unmet mandatory criterion, by any actor, at any of the seven', () => {
    for (const phase of phases)
      for (const status of ['notMet', 'unknown'] as const)
        for (const actor of actors) {
          const evidence = evidenceOf({ phase, value: 0, criteria: [criterion('a'), criterion('b', { status })] })
          const result = makeDecision(
            requestIn('open', { evidence }),
            { ...goOf({ digest: digestOf(evidence) }), actor },
            testNow,
          )
          expect([gateOf[phase], codeOf(result)]).toEqual([
            gateOf[phase],
            expect.stringMatching(/^(goImpossible|noRightToDecide)$/),
          ])
        }
  })
})
