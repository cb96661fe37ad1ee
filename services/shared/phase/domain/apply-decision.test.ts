import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { digest } from '#contracts/ids.ts'
import { unmetMandatory } from '#contracts/go.ts'
import { digestOf } from '#lambda/digest.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { addWorkingDays } from '#calendar/working-days.ts'
import { need, samplePhase } from '../testing/sample-phase.ts'
import {
  after,
  around,
  assessmentVersion,
  decided,
  inStatus,
  readyForDecision,
  requested,
  rulings,
  sampleHeader,
  stateAfter,
} from '../testing/sample-case.ts'
import { applyDecision, expireDecision } from './apply-decision.ts'
import { noteAssessmentCompleted, noteAssessmentReopened } from './note-assessment.ts'
import { requestDecision } from './request-decision.ts'
import { saveSection } from './save-section.ts'
import { wakeCase } from './wake-case.ts'

const phase = samplePhase()
const today = '2026-11-20'
const newDueOn = addWorkingDays(today, kalmar.promises.phases.matching)
const surroundings = { phase, county: kalmar, now: testNow }

describe('the evidence that a decision is requested on', () => {
  const { frozen, record } = requested(phase)

  it('has every section that is decided on with version and digest, and none that comes after', () => {
    expect(frozen.evidence.sections.map(({ key, status, version }) => ({ key, status, version }))).toEqual([
      { key: 'need', status: 'complete', version: 1 },
      { key: 'plan', status: 'empty', version: 0 },
    ])
    expect(frozen.evidence.sections[0]?.digest).toBe(digestOf(record.sections['need']?.content))
  })

  it('has the opinions, the assessment, every criterion judged, the value, who froze it and when', () => {
    expect(frozen.evidence).toMatchObject({
      gate: 'BP2',
      round: 1,
      value: 100,
      frozenBy: around.author.name,
      frozenAt: testNow,
      assessment: { version: 1 },
    })
    expect(frozen.evidence.opinions.map(({ unit, answer }) => [unit, answer])).toEqual([
      ['it', 'yes'],
      ['law', undefined],
    ])
    expect(frozen.evidence.criteria.map(({ id, status }) => [id, status])).toEqual([
      ['needComplete', 'met'],
      ['opinionOfIt', 'met'],
      ['assessmentComplete', 'met'],
      ['needIsSevere', 'met'],
    ])
  })

  it('has a digest that covers all of it, also after a round through JSON', () => {
    expect(frozen.digest).toBe(digestOf(JSON.parse(JSON.stringify(frozen.evidence))))
    expect(record.head.pending).toMatchObject({ digest: frozen.digest, round: 1, requestId: `${sampleHeader.caseId}-BP2-1` })
  })

  it('can be asked for without anything being ready, since a case can be stopped at any time', () => {
    const assigned = { ...readyForDecision(phase), sections: {} }
    const empty = { ...assigned, head: { ...assigned.head, opinions: [] } }
    const result = requestDecision(empty, phase, empty.version, around)
    expect(result.kind).toBe('applied')
    if (result.kind === 'applied')
      expect(unmetMandatory(result.frozen.evidence.criteria).map(({ id }) => id)).toEqual([
        'needComplete',
        'opinionOfIt',
        'needIsSevere',
      ])
  })
})

describe('go', () => {
  it('hands over to the next phase alone, with what this phase adds to the dossier', () => {
    const { frozen, record } = requested(phase)
    const result = applyDecision(record, decided(record, rulings.go), { ...surroundings, frozen })
    if (result.kind !== 'applied') throw new Error(result.kind)
    expect(result.facts).toMatchObject([
      {
        definition: { name: 'case-handed-over' },
        phase: 'verification',
        data: { from: 'matching', to: 'verification', case: sampleHeader, dossier: { matching: { estimatedValue: 100 } } },
      },
    ])
    expect(result.state.head.decisions).toHaveLength(1)
  })

  it('tells the forum what the last phase feeds back to it', () => {
    const forumFeedback = { fedBackOn: '2026-11-10', how: 'Möte', points: [], response: 'Bra' }
    const last = { ...samplePhase('followup'), forumFeedback: () => forumFeedback }
    const { frozen, record } = requested(last)
    const result = applyDecision(record, decided(record, rulings.go), { phase: last, county: kalmar, now: testNow, frozen })
    if (result.kind !== 'applied') throw new Error(result.kind)
    expect(result.facts).toMatchObject([{ definition: { name: 'case-completed' }, data: { forumFeedback } }])
  })

  it('completes the case in the last phase, with the day of the next follow-up', () => {
    const last = samplePhase('followup')
    const { frozen, record } = requested(last)
    const result = applyDecision(record, decided(record, rulings.go), { phase: last, county: kalmar, now: testNow, frozen })
    if (result.kind !== 'applied') throw new Error(result.kind)
    expect(result.state.head.status).toBe('closed')
    expect(result.facts).toMatchObject([{ definition: { name: 'case-completed' }, data: { nextFollowUpOn: '2027-11-20' } }])
  })

  it('is refused while a mandatory criterion is unmet, whatever the gate has said', () => {
    const mild = stateAfter(
      saveSection(
        readyForDecision(phase),
        { section: need, content: { problem: 'p', severity: 1 }, status: 'complete', expectedVersion: 1 },
        around,
      ),
    )
    const { frozen, record } = requested(phase, mild)
    expect(applyDecision(record, decided(record, rulings.go), { ...surroundings, frozen })).toMatchObject({
      kind: 'refused',
      code: 'goImpossible',
    })
    for (const ruling of [rulings.revise, rulings.hold, rulings.stop])
      expect(applyDecision(record, decided(record, ruling), { ...surroundings, frozen }).kind).toBe('applied')
  })

  it('hands over the assessment that was decided on, though benefits has told of a newer one since', () => {
    const { frozen, record } = requested(phase)
    const newer = stateAfter(noteAssessmentCompleted(record, assessmentVersion(2)))
    const reopened = stateAfter(noteAssessmentReopened(record, { kind: 'NV2', version: 2 }))
    for (const current of [newer, reopened]) {
      const result = applyDecision(current, decided(current, rulings.go), { ...surroundings, frozen })
      expect(result).toMatchObject({
        kind: 'applied',
        facts: [{ data: { dossier: { matching: { estimatedValue: 100, suppliersAble: 1 } } } }],
      })
    }
  })
})

describe('revise', () => {
  it('brings the case back with what is missing, a new day, and room for another round', () => {
    const record = after(rulings.revise, phase)
    expect(record.head).toMatchObject({ status: 'inProgress', missing: ['Mätetal'], dueOn: newDueOn, round: 1 })
    const again = requestDecision(record, phase, record.version, around)
    expect(again).toMatchObject({ kind: 'applied', frozen: { evidence: { round: 2 } } })
  })

  it('is due on the day by which the supplier must remedy, where one is set', () => {
    expect(after({ ...rulings.revise, remedyBy: '2027-02-01' }, phase).head.dueOn).toBe('2027-02-01')
  })

  it('finds the assessment that benefits told of while the decision was pending', () => {
    const { frozen, record } = requested(phase)
    const newer = stateAfter(noteAssessmentCompleted(record, assessmentVersion(2)))
    const back = stateAfter(applyDecision(newer, decided(newer, rulings.revise), { ...surroundings, frozen }))
    expect(back.assessment?.version).toBe(2)
  })
})

describe('hold', () => {
  it('lets the case rest until its day; then it is back with a new due date', () => {
    const record = after(rulings.hold, phase)
    expect(record.head).toMatchObject({ status: 'onHold', wakeOn: '2026-12-14' })
    const woken = stateAfter(wakeCase(record, 'Dags', { county: kalmar, now: '2026-12-14T06:00:00.000Z' }))
    expect(woken.head).toMatchObject({
      status: 'inProgress',
      dueOn: addWorkingDays('2026-12-14', kalmar.promises.phases.matching),
    })
    expect(woken.head).not.toHaveProperty('wakeOn')
  })
})

describe('stop', () => {
  it('closes the case, and tells why by code and in words', () => {
    const { frozen, record } = requested(phase)
    const made = decided(record, rulings.stop)
    const result = applyDecision(record, made, { ...surroundings, frozen })
    expect(result).toMatchObject({
      kind: 'applied',
      state: { head: { status: 'closed' } },
      facts: [{ definition: { name: 'case-closed' }, data: { decision: made.decision } }],
    })
  })
})

describe('a decision', () => {
  it('a second time changes nothing, also when the case has gone on', () => {
    const { frozen, record } = requested(phase)
    const made = decided(record, rulings.revise)
    const back = stateAfter(applyDecision(record, made, { ...surroundings, frozen }))
    const second = requested(phase, back)
    for (const current of [back, second.record])
      expect(applyDecision(current, made, { ...surroundings, frozen })).toEqual({ kind: 'unchanged' })
  })

  it('about other evidence is refused, whether its own digest or the stored evidence differs', () => {
    const { frozen, record } = requested(phase)
    const other = digest.parse('f'.repeat(64))
    expect(applyDecision(record, decided(record, rulings.go, other), { ...surroundings, frozen })).toMatchObject({
      code: 'evidenceChanged',
    })
    expect(
      applyDecision(record, decided(record, rulings.go), { ...surroundings, frozen: { ...frozen, digest: other } }),
    ).toMatchObject({ code: 'evidenceChanged' })
  })

  it('of an earlier round is refused when the case waits for a later one', () => {
    const first = requested(phase)
    const expired = stateAfter(expireDecision(first.record, decided(first.record, rulings.go), { county: kalmar, now: testNow }))
    const second = requested(phase, expired)
    const late = decided(first.record, rulings.go)
    expect(applyDecision(second.record, late, { ...surroundings, frozen: first.frozen })).toMatchObject({
      code: 'noPendingDecision',
    })
  })
})

describe('expiry', () => {
  it('brings the case back undecided, with a new day, and it can be asked again', () => {
    const { record } = requested(phase)
    const result = expireDecision(record, decided(record, rulings.go), { county: kalmar, now: testNow })
    expect(result).toMatchObject({
      kind: 'applied',
      facts: [{ definition: { name: 'case-returned' }, data: { why: 'expired', round: 1, missing: [] } }],
    })
    const back = stateAfter(result)
    expect(back.head).toMatchObject({ status: 'inProgress', decisions: [], round: 1, dueOn: newDueOn })
    expect(requested(phase, back).frozen.evidence.round).toBe(2)
  })

  it('of a round that has been decided changes nothing', () => {
    const { record } = requested(phase)
    const old = decided(record, rulings.go)
    expect(expireDecision(after(rulings.hold, phase), old, { county: kalmar, now: testNow })).toEqual({ kind: 'unchanged' })
  })
})

describe('the assessment', () => {
  it('is the newest that benefits has told of, in whatever order the news comes', () => {
    const record = inStatus('inProgress', phase)
    const third = stateAfter(noteAssessmentCompleted(record, assessmentVersion(3)))
    expect(noteAssessmentCompleted(third, assessmentVersion(2))).toEqual({ kind: 'unchanged' })
    expect(noteAssessmentReopened(third, { kind: 'NV2', version: 2 })).toEqual({ kind: 'unchanged' })
    expect(noteAssessmentReopened(third, { kind: 'NV3', version: 4 })).toEqual({ kind: 'unchanged' })
    expect(noteAssessmentCompleted(third, assessmentVersion(4, 'NV1'))).toEqual({ kind: 'unchanged' })
    expect(stateAfter(noteAssessmentReopened(third, { kind: 'NV2', version: 4 })).assessment).toBeUndefined()
  })

  it('reopened stays reopened when the news of its completion comes after', () => {
    const record = inStatus('inProgress', phase)
    const reopened = stateAfter(noteAssessmentReopened(record, { kind: 'NV2', version: 3 }))
    expect(noteAssessmentCompleted(reopened, assessmentVersion(2))).toEqual({ kind: 'unchanged' })
    expect(stateAfter(noteAssessmentCompleted(reopened, assessmentVersion(4))).assessment?.version).toBe(4)
    const unheard = stateAfter(noteAssessmentReopened(inStatus('received', phase), { kind: 'NV2', version: 3 }))
    expect(noteAssessmentCompleted(unheard, assessmentVersion(2))).toEqual({ kind: 'unchanged' })
  })

  it('is noted while the case rests', () => {
    expect(stateAfter(noteAssessmentCompleted(inStatus('onHold', phase), assessmentVersion(2))).assessment?.version).toBe(2)
  })
})
