import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { authorOf } from '#contracts/actor.ts'
import type { FrozenEvidence } from '#contracts/evidence.ts'
import { opinionId } from '#contracts/ids.ts'
import { outcomes, phaseStatuses } from '#contracts/words.ts'
import type { PhaseStatus } from '#contracts/words.ts'
import type { Transition } from '#lambda/outcome.ts'
import { caseOfficer, colleague, specialists } from '#lambda/testing/personas.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { aftercare, need, plan, samplePhase } from '../testing/sample-phase.ts'
import { around, assessmentVersion, decided, received, rulings } from '../testing/sample-case.ts'
import { applyDecision, expireDecision } from './apply-decision.ts'
import type { MadeDecision } from './apply-decision.ts'
import { assignCase } from './assign-case.ts'
import type { CaseRecord } from './case-record.ts'
import { noteAssessmentCompleted, noteAssessmentReopened } from './note-assessment.ts'
import { giveOpinion, requestOpinion, withdrawOpinion } from './opinions.ts'
import { requestDecision } from './request-decision.ts'
import { saveSection } from './save-section.ts'
import { wakeCase } from './wake-case.ts'

const phase = samplePhase()

/** What a run remembers beside the record: what has been frozen and decided, so that it can come again. */
interface World {
  readonly record: CaseRecord
  readonly frozen: readonly FrozenEvidence[]
  readonly made: readonly MadeDecision[]
  readonly nextOpinion: number
}

interface Step {
  readonly name: string
  readonly run: (world: World) => { result: Transition<CaseRecord>; world: World }
}

const plain = (name: string, run: (record: CaseRecord) => Transition<CaseRecord>): Step => ({
  name,
  run: (world) => ({ result: run(world.record), world }),
})

const opinionNumbered = (number: number) => opinionId.parse(`01a00000-0000-7000-b000-${String(number).padStart(12, '0')}`)

const saving = fc
  .record({
    section: fc.constantFrom(need, plan, aftercare),
    severity: fc.integer({ min: 0, max: 6 }),
    isDraft: fc.boolean(),
    isStale: fc.boolean(),
  })
  .map(({ section, severity, isDraft, isStale }) =>
    plain(`save ${section.key} ${isDraft ? 'draft' : 'complete'} ${severity}`, (record) => {
      const content = { need: { problem: 'p', severity }, plan: { goal: severity > 3 ? 'p' : 'g' }, aftercare: { note: 'n' } }[
        section.key
      ]
      const version = record.sections[section.key]?.version ?? 0
      return saveSection(
        record,
        { section, content, status: isDraft ? 'draft' : 'complete', expectedVersion: isStale ? version + 1 : version },
        around,
      )
    }),
  )

const requesting = fc.boolean().map((isStale): Step => ({
  name: 'request decision',
  run: (world) => {
    const result = requestDecision(world.record, phase, world.record.version - (isStale ? 1 : 0), around)
    return result.kind === 'refused'
      ? { result, world }
      : { result, world: { ...world, frozen: [...world.frozen, result.frozen] } }
  },
}))

const deciding = fc
  .record({ outcome: fc.constantFrom(...outcomes), isOtherEvidence: fc.boolean() })
  .map(({ outcome, isOtherEvidence }): Step => ({
    name: outcome,
    run: (world) => {
      const frozen = world.frozen.at(-1)
      const made = decided(
        world.record,
        rulings[outcome],
        isOtherEvidence ? world.frozen[0]?.digest : world.record.head.pending?.digest,
      )
      if (!frozen) return { result: { kind: 'unchanged' }, world }
      const result = applyDecision(world.record, made, { phase, county: kalmar, now: testNow, frozen })
      return { result, world: result.kind === 'applied' ? { ...world, made: [...world.made, made] } : world }
    },
  }))

/** A decision that has been applied comes again, with the evidence of its own round. */
const repeating = fc.nat(5).map((which): Step => ({
  name: 'repeat a decision',
  run: (world) => {
    const made = world.made[which % Math.max(world.made.length, 1)]
    const frozen = world.frozen[(made?.round ?? 1) - 1]
    if (!made || !frozen) return { result: { kind: 'unchanged' }, world }
    const result = applyDecision(world.record, made, { phase, county: kalmar, now: testNow, frozen })
    expect(result).toEqual({ kind: 'unchanged' })
    return { result, world }
  },
}))

const asking = fc.constantFrom('it', 'law').map((unit): Step => ({
  name: `ask ${unit}`,
  run: (world) => ({
    result: requestOpinion(
      world.record,
      { id: opinionNumbered(world.nextOpinion), unit, question: '?', dueOn: '2026-12-04' },
      around,
    ),
    world: { ...world, nextOpinion: world.nextOpinion + 1 },
  }),
}))

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: saving },
  { weight: 3, arbitrary: requesting },
  { weight: 4, arbitrary: deciding },
  repeating,
  asking,
  fc
    .nat(4)
    .map((number) =>
      plain('answer', (record) =>
        giveOpinion(
          record,
          { id: opinionNumbered(number), answer: 'partially', comment: 'c' },
          { now: testNow, actor: specialists.it },
        ),
      ),
    ),
  fc
    .nat(4)
    .map((number) =>
      plain('withdraw', (record) => withdrawOpinion(record, { id: opinionNumbered(number), reason: 'r' }, { now: testNow })),
    ),
  fc.constantFrom(caseOfficer, colleague).map((person) => plain('assign', (record) => assignCase(record, authorOf(person)))),
  fc
    .integer({ min: 1, max: 5 })
    .map((version) => plain('assessed', (record) => noteAssessmentCompleted(record, assessmentVersion(version)))),
  fc
    .integer({ min: 1, max: 5 })
    .map((version) => plain('reopened', (record) => noteAssessmentReopened(record, { kind: 'NV2', version }))),
  fc.constant(plain('wake', (record) => wakeCase(record, 'r', { county: kalmar, now: testNow }))),
  fc.constant(plain('expire', (record) => expireDecision(record, decided(record, rulings.go), { county: kalmar, now: testNow }))),
)

const edges: Record<PhaseStatus, readonly PhaseStatus[]> = {
  received: ['inProgress'],
  inProgress: ['awaitingDecision'],
  awaitingDecision: ['handedOver', 'inProgress', 'onHold', 'closed'],
  onHold: ['inProgress'],
  handedOver: [],
  closed: [],
}

/** A record that could be decided on, so that runs get past the gate often enough to be worth it. */
const begin = (isPrepared: boolean): World => {
  const record = received(phase)
  const first: World = { record, frozen: [], made: [], nextOpinion: 0 }
  if (!isPrepared) return first
  const steps: ((record: CaseRecord) => Transition<CaseRecord>)[] = [
    (current) => assignCase(current, authorOf(caseOfficer)),
    (current) => requestOpinion(current, { id: opinionNumbered(0), unit: 'it', question: '?', dueOn: '2026-12-04' }, around),
    (current) =>
      giveOpinion(current, { id: opinionNumbered(0), answer: 'yes', comment: 'c' }, { now: testNow, actor: specialists.it }),
    (current) => noteAssessmentCompleted(current, assessmentVersion(1)),
    (current) =>
      saveSection(
        current,
        { section: need, content: { problem: 'p', severity: 4 }, status: 'complete', expectedVersion: 0 },
        around,
      ),
  ]
  const prepared = steps.reduce((current, next) => {
    const result = next(current)
    return result.kind === 'applied' ? result.state : current
  }, record)
  return { ...first, record: prepared, nextOpinion: 1 }
}

describe('whatever is asked of a case, in whatever order', () => {
  const seen = new Set<string>()

  it('holds the life cycle, counts each change once, and never passes the gate with a mandatory criterion unmet', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 40 }), (isPrepared, steps) => {
        let world = begin(isPrepared)
        for (const { name, run } of steps) {
          const before = world.record
          const { result, world: next } = run(world)
          const after = result.kind === 'applied' ? result.state : before
          const [from, to] = [before.head.status, after.head.status]
          seen.add(from === to ? `${name.split(' ')[0]} ${result.kind}` : `${from} to ${to}`)

          if (result.kind === 'applied') {
            expect(after.version).toBe(before.version + 1)
            if (from !== to) expect(edges[from]).toContain(to)
          }
          expect(after.head.pending !== undefined).toBe(to === 'awaitingDecision')
          expect(after.head.wakeOn !== undefined).toBe(to === 'onHold')
          expect(after.head.round).toBe(next.frozen.length)
          expect(after.head.decisions.length).toBe(new Set(after.head.decisions.map(({ requestId }) => requestId)).size)
          if (from !== to && to === 'handedOver')
            expect(
              next.frozen.at(-1)?.evidence.criteria.filter(({ isMandatory, status }) => isMandatory && status !== 'met'),
            ).toEqual([])
          // What is remembered is never taken away.
          expect(after.head.decisions.slice(0, before.head.decisions.length)).toEqual(before.head.decisions)
          expect(after.head.opinions.length).toBeGreaterThanOrEqual(before.head.opinions.length)
          for (const [key, { version }] of Object.entries(before.sections)) {
            const now = after.sections[key]?.version ?? 0
            expect([version, version + 1]).toContain(now)
          }
          expect(after.dossier).toBe(before.dossier)
          world = { ...next, record: after }
        }
      }),
      // The same sequences every time, so that the test below always sees what it must have seen.
      { numRuns: 1_500, seed: 7 },
    )
  })

  it('has been tried on every edge and on refusals, or the test above has seen too little', () => {
    for (const [from, all] of Object.entries(edges)) for (const to of all) expect([...seen]).toContain(`${from} to ${to}`)
    expect([...seen].filter((what) => what.endsWith('refused')).length).toBeGreaterThan(8)
    expect(phaseStatuses).toHaveLength(Object.keys(edges).length)
  })
})
