import { describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { authorOf } from '#contracts/actor.ts'
import { phaseStatuses } from '#contracts/words.ts'
import type { PhaseStatus } from '#contracts/words.ts'
import { colleague, specialists } from '#lambda/testing/personas.ts'
import { testNow } from '#lambda/testing/test-runtime.ts'
import { aftercare, plan, samplePhase } from '../testing/sample-phase.ts'
import {
  around,
  assessmentVersion,
  decided,
  frozenOf,
  inStatus,
  lawOpinion,
  rulings,
  sampleHeader,
} from '../testing/sample-case.ts'
import { applyDecision, expireDecision } from './apply-decision.ts'
import { assignCase } from './assign-case.ts'
import type { CaseRecord } from './case-record.ts'
import { noteAssessmentCompleted, noteAssessmentReopened } from './note-assessment.ts'
import { giveOpinion, requestOpinion, withdrawOpinion } from './opinions.ts'
import { receiveCase } from './receive-case.ts'
import { requestDecision } from './request-decision.ts'
import { saveSection } from './save-section.ts'
import { wakeCase } from './wake-case.ts'

const phase = samplePhase()

const decide = (ruling: (typeof rulings)[keyof typeof rulings]) => (record: CaseRecord) =>
  applyDecision(record, decided(record, ruling), { phase, county: kalmar, now: testNow, frozen: frozenOf(record, phase) })

const save = (section: typeof plan | typeof aftercare, content: unknown) => (record: CaseRecord) =>
  saveSection(record, { section, content, status: 'draft', expectedVersion: 0 }, around)

/** Everything that can be asked of a record, each with nothing wrong in itself. */
const commands = {
  receive: (record: CaseRecord) =>
    receiveCase(record, { header: sampleHeader, dossier: {}, phase: phase.phase, county: kalmar, now: testNow }),
  assignToColleague: (record: CaseRecord) => assignCase(record, authorOf(colleague)),
  savePlan: save(plan, { goal: 'Brev i tid' }),
  saveAftercare: save(aftercare, { note: 'Klart' }),
  requestOpinion: (record: CaseRecord) =>
    requestOpinion(
      record,
      { id: lawOpinion, unit: 'mta', question: 'Är det en medicinteknisk produkt?', dueOn: '2026-12-04' },
      around,
    ),
  giveOpinion: (record: CaseRecord) =>
    giveOpinion(record, { id: lawOpinion, answer: 'no', comment: 'Nej.' }, { now: testNow, actor: specialists.law }),
  withdrawOpinion: (record: CaseRecord) => withdrawOpinion(record, { id: lawOpinion, reason: 'Behövs inte' }, { now: testNow }),
  requestDecision: (record: CaseRecord) => requestDecision(record, phase, record.version, around),
  go: decide(rulings.go),
  revise: decide(rulings.revise),
  hold: decide(rulings.hold),
  stop: decide(rulings.stop),
  expire: (record: CaseRecord) => expireDecision(record, decided(record, rulings.go), { county: kalmar, now: testNow }),
  assessmentCompleted: (record: CaseRecord) => noteAssessmentCompleted(record, assessmentVersion(7)),
  assessmentReopened: (record: CaseRecord) => noteAssessmentReopened(record, { kind: 'NV2', version: 7 }),
  wake: (record: CaseRecord) => wakeCase(record, 'Strategin är klar', { county: kalmar, now: testNow }),
} as const

/** A status: the case goes there (or stays). `=`: nothing changes. Anything else: why it is refused. */
const cells: Record<keyof typeof commands, Record<PhaseStatus, string>> = {
  receive: { received: '=', inProgress: '=', awaitingDecision: '=', onHold: '=', handedOver: '=', closed: '=' },
  assignToColleague: {
    received: 'inProgress',
    inProgress: 'inProgress',
    awaitingDecision: 'wrongStatus',
    onHold: 'wrongStatus',
    handedOver: 'wrongStatus',
    closed: 'wrongStatus',
  },
  savePlan: {
    received: 'recordLocked',
    inProgress: 'inProgress',
    awaitingDecision: 'recordLocked',
    onHold: 'recordLocked',
    handedOver: 'recordLocked',
    closed: 'recordLocked',
  },
  saveAftercare: {
    received: 'recordLocked',
    inProgress: 'recordLocked',
    awaitingDecision: 'recordLocked',
    onHold: 'recordLocked',
    handedOver: 'handedOver',
    closed: 'recordLocked',
  },
  requestOpinion: {
    received: 'recordLocked',
    inProgress: 'inProgress',
    awaitingDecision: 'recordLocked',
    onHold: 'recordLocked',
    handedOver: 'recordLocked',
    closed: 'recordLocked',
  },
  giveOpinion: {
    received: 'opinionNotFound',
    inProgress: 'inProgress',
    awaitingDecision: 'recordLocked',
    onHold: 'recordLocked',
    handedOver: 'recordLocked',
    closed: 'recordLocked',
  },
  withdrawOpinion: {
    received: 'opinionNotFound',
    inProgress: 'inProgress',
    awaitingDecision: 'recordLocked',
    onHold: 'recordLocked',
    handedOver: 'recordLocked',
    closed: 'recordLocked',
  },
  requestDecision: {
    received: 'wrongStatus',
    inProgress: 'awaitingDecision',
    awaitingDecision: 'wrongStatus',
    onHold: 'wrongStatus',
    handedOver: 'wrongStatus',
    closed: 'wrongStatus',
  },
  go: {
    received: 'noPendingDecision',
    inProgress: 'noPendingDecision',
    awaitingDecision: 'handedOver',
    onHold: 'noPendingDecision',
    handedOver: 'noPendingDecision',
    closed: 'noPendingDecision',
  },
  revise: {
    received: 'noPendingDecision',
    inProgress: 'noPendingDecision',
    awaitingDecision: 'inProgress',
    onHold: 'noPendingDecision',
    handedOver: 'noPendingDecision',
    closed: 'noPendingDecision',
  },
  hold: {
    received: 'noPendingDecision',
    inProgress: 'noPendingDecision',
    awaitingDecision: 'onHold',
    onHold: 'noPendingDecision',
    handedOver: 'noPendingDecision',
    closed: 'noPendingDecision',
  },
  stop: {
    received: 'noPendingDecision',
    inProgress: 'noPendingDecision',
    awaitingDecision: 'closed',
    onHold: 'noPendingDecision',
    handedOver: 'noPendingDecision',
    closed: 'noPendingDecision',
  },
  expire: { received: '=', inProgress: '=', awaitingDecision: 'inProgress', onHold: '=', handedOver: '=', closed: '=' },
  assessmentCompleted: {
    received: 'received',
    inProgress: 'inProgress',
    awaitingDecision: 'awaitingDecision',
    onHold: 'onHold',
    handedOver: '=',
    closed: '=',
  },
  assessmentReopened: {
    received: 'received',
    inProgress: 'inProgress',
    awaitingDecision: 'awaitingDecision',
    onHold: 'onHold',
    handedOver: '=',
    closed: '=',
  },
  wake: {
    received: 'wrongStatus',
    inProgress: 'wrongStatus',
    awaitingDecision: 'wrongStatus',
    onHold: 'inProgress',
    handedOver: 'wrongStatus',
    closed: 'wrongStatus',
  },
}

/** The edges of the life cycle; nothing else. */
const edges: Record<PhaseStatus, readonly PhaseStatus[]> = {
  received: ['inProgress'],
  inProgress: ['awaitingDecision'],
  awaitingDecision: ['handedOver', 'inProgress', 'onHold', 'closed'],
  onHold: ['inProgress'],
  handedOver: [],
  closed: [],
}

const rows = Object.entries(commands).flatMap(
  ([name, command]) =>
    phaseStatuses.map((status) => ({ name, status, command, cell: cells[name as keyof typeof commands][status] })), // a key of the very object
)

describe(`every command in every status: ${rows.length} cells`, () => {
  it('has no empty cell', () => {
    expect(rows).toHaveLength(Object.keys(commands).length * phaseStatuses.length)
    expect(rows.filter(({ cell }) => cell === '')).toEqual([])
  })

  it.each(rows)('$name when $status: $cell', ({ status, command, cell }) => {
    const record = inStatus(status, phase)
    expect(record.head.status).toBe(status)
    const result = command(record)
    if (cell === '=') return expect(result).toEqual({ kind: 'unchanged' })
    if (result.kind === 'refused') return expect(result.code).toBe(cell)
    if (result.kind === 'unchanged') return expect('unchanged').toBe(cell)
    expect(result.state.head.status).toBe(cell)
    expect(result.state.version).toBe(record.version + 1)
    return expect([status, ...edges[status]]).toContain(cell)
  })

  it('uses every edge of the life cycle', () => {
    const used = new Set(
      rows
        .filter(({ status, cell }) => cell !== status && phaseStatuses.some((known) => known === cell))
        .map(({ status, cell }) => `${status}-${cell}`),
    )
    const drawn = Object.entries(edges).flatMap(([from, to]) => to.map((status) => `${from}-${status}`))
    expect([...used].toSorted()).toEqual(drawn.toSorted())
  })
})
