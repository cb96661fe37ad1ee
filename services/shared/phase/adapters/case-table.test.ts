import { expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { authorOf } from '#contracts/actor.ts'
import { caseId } from '#contracts/ids.ts'
import type { Dossier } from '#contracts/dossier.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { Applied, Transition } from '#lambda/outcome.ts'
import type { Table } from '#lambda/table.ts'
import { caseOfficer } from '#lambda/testing/personas.ts'
import { createTestIds, testNow } from '#lambda/testing/test-runtime.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { describeOnTables } from '../../../../local/engines/testing/describe-on-tables.ts'
import { applyDecision } from '../domain/apply-decision.ts'
import { assignCase } from '../domain/assign-case.ts'
import type { CaseRecord } from '../domain/case-record.ts'
import { noteInformationPackage } from '../domain/note-information-package.ts'
import { noteAssessmentCompleted, noteAssessmentReopened } from '../domain/note-assessment.ts'
import { receiveCase } from '../domain/receive-case.ts'
import { requestDecision } from '../domain/request-decision.ts'
import { saveSection } from '../domain/save-section.ts'
import { wakeCase } from '../domain/wake-case.ts'
import { around, assessmentVersion, decided, rulings, sampleHeader, stateAfter } from '../testing/sample-case.ts'
import { samplePackage } from '../testing/sample-package.ts'
import { need, samplePhase } from '../testing/sample-phase.ts'
import { caseIndexes, createCaseTable } from './case-table.ts'

const phase = samplePhase()
const newId = createTestIds()
const context: Context = {
  now: testNow,
  newId,
  actor: authorOf(caseOfficer),
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
}

const change = (transition: Transition<CaseRecord>): Applied<CaseRecord> => ({
  kind: 'applied',
  state: stateAfter(transition),
  facts: [],
})

/** What the use cases rely on of storage, whatever the rows are kept in. */
const promises = (tableOf: () => Table): void => {
  const open = () => {
    const table = tableOf()
    const repository = createCaseTable(table, createUnitOfWork(table, 'matching'))
    const id: CaseId = caseId.parse(newId())
    const save = async (
      before: CaseRecord | undefined,
      change: Applied<CaseRecord>,
      also: Parameters<typeof repository.save>[3] = {},
    ) => {
      expect(await repository.save(before, change, context, also)).toBe('saved')
      return change.state
    }
    const receive = async (receivedAt = testNow, dossier: Dossier = {}): Promise<CaseRecord> => {
      const received = receiveCase(undefined, {
        header: { ...sampleHeader, caseId: id },
        dossier,
        phase: 'matching',
        county: kalmar,
        now: receivedAt,
      })
      if (received.kind !== 'applied') throw new Error(received.kind)
      return save(undefined, received)
    }
    const assigned = async (): Promise<CaseRecord> => {
      const record = await receive()
      return save(record, { kind: 'applied', state: stateAfter(assignCase(record, authorOf(caseOfficer))), facts: [] })
    }
    const wrote = (record: CaseRecord, problem: string): Applied<CaseRecord> => {
      const expectedVersion = record.sections['need']?.version ?? 0
      const change = saveSection(
        record,
        { section: need, content: { problem, severity: 2 }, status: 'complete', expectedVersion },
        around,
      )
      if (change.kind !== 'applied') throw new Error(change.kind)
      return change
    }
    return { repository, table, id, save, receive, assigned, wrote }
  }

  it('finds a case as it was saved, with its contents, and nothing of another', async () => {
    const { repository, id, assigned, wrote, save } = open()
    const record = await assigned()
    const saved = await save(record, wrote(record, 'Första'))
    expect(await repository.find(id)).toEqual(saved)
    expect(await repository.find(caseId.parse(newId()))).toBeUndefined()
  })

  it('refuses a change that was decided on an older version, and keeps all of what is there', async () => {
    const { repository, id, assigned, wrote, save } = open()
    const record = await assigned()
    const first = await save(record, wrote(record, 'Första'))
    expect(await repository.save(record, wrote(record, 'Andra'), context, {})).toBe('conflict')
    expect(await repository.find(id)).toEqual(first)
    expect(await repository.findSection(id, 'need', 1)).toMatchObject({ content: { problem: 'Första' } })
  })

  it('keeps what was handed over as it came, apart from what every change writes', async () => {
    const { repository, table, id, receive, save } = open()
    const problem = 'Brevet kommer för sent'
    const record = await receive(testNow, { ideas: { problem, affectedPerYear: 12_000, functions: [], strategyGoals: [] } })
    await save(record, { kind: 'applied', state: stateAfter(assignCase(record, authorOf(caseOfficer))), facts: [] })
    expect((await repository.find(id))?.dossier).toEqual(record.dossier)
    const { items } = await table.query({ partition: `CASE#${id}`, limit: 100 })
    expect(items.filter(({ body }) => JSON.stringify(body).includes(problem)).map(({ sk }) => sk)).toEqual(['REC#DOSSIER'])
  })

  it('keeps the assessment that was last told of, and none while it is open again', async () => {
    const { repository, id, assigned, save } = open()
    const assessmentIn = async () => (await repository.find(id))?.assessment
    const record = await assigned()
    expect(await assessmentIn()).toBeUndefined()
    const told = await save(record, change(noteAssessmentCompleted(record, assessmentVersion(1))))
    expect(await assessmentIn()).toEqual(assessmentVersion(1))
    const reopened = await save(told, change(noteAssessmentReopened(told, { kind: 'NV2', version: 2 })))
    expect(await assessmentIn()).toBeUndefined()
    await save(reopened, change(noteAssessmentCompleted(reopened, assessmentVersion(3))))
    expect((await assessmentIn())?.version).toBe(3)
  })

  it('keeps what the forum has told before the case is here, each version once, and shows it when the case has come', async () => {
    const { repository, id, receive, save } = open()
    const keep = (before: number, version: number) =>
      repository.keepInformationPackage(
        id,
        before === 0 ? undefined : samplePackage(before),
        samplePackage(version),
        undefined,
        context,
      )
    expect(await keep(0, 2)).toBe('saved')
    expect(await keep(0, 3)).toBe('conflict')
    expect(await repository.find(id)).toBeUndefined()
    expect(await repository.findInformationPackage(id)).toEqual(samplePackage(2))
    await receive()
    const record = await repository.find(id)
    if (!record) throw new Error('the case is not there')
    expect(record.informationPackage).toEqual(samplePackage(2))
    await save(record, change(noteInformationPackage(record, samplePackage(3))))
    expect((await repository.find(id))?.informationPackage).toEqual(samplePackage(3))
  })

  it('reads one section without the rest, and knows a case that has none yet', async () => {
    const { repository, id, assigned, wrote, save } = open()
    expect(await repository.hasCase(id)).toBe(false)
    const record = await assigned()
    expect([await repository.hasCase(id), await repository.findSection(id, 'need')]).toEqual([true, undefined])
    const first = await save(record, wrote(record, 'Första'))
    const second = await save(first, wrote(first, 'Andra'))
    expect(await repository.findSection(id, 'need')).toEqual(second.sections['need'])
    expect(await repository.findSection(id, 'need', 1)).toEqual(first.sections['need'])
  })

  it('refuses to open a record twice', async () => {
    const { repository, receive } = open()
    const record = await receive()
    expect(await repository.save(undefined, { kind: 'applied', state: record, facts: [] }, context, {})).toBe('conflict')
  })

  it('does once what a message asks for', async () => {
    const { repository, assigned, wrote, save } = open()
    const record = await assigned()
    const once = { pk: `INBOX#${newId()}`, sk: 'DONE', body: {} }
    const saved = await save(record, wrote(record, 'Första'), { once })
    expect(await repository.save(saved, wrote(saved, 'Igen'), context, { once })).toBe('repeated')
  })

  it('keeps every version of a section, newest first, past nine and ninety-nine', async () => {
    const { repository, id, assigned, wrote, save } = open()
    let record = await assigned()
    for (let version = 1; version <= 101; version += 1) record = await save(record, wrote(record, `Version ${version}`))
    const versions = await repository.listSectionVersions(id, 'need')
    expect(versions.map(({ version }) => version)).toEqual(Array.from({ length: 101 }, (_, index) => 101 - index))
    expect(await repository.findSection(id, 'need', 10)).toMatchObject({ version: 10, content: { problem: 'Version 10' } })
    expect(await repository.findSection(id, 'need', 102)).toBeUndefined()
    expect(await repository.listSectionVersions(id, 'nee')).toEqual([])
  })

  it('keeps the evidence of each round, and lists the case in its status and in no other', async () => {
    const { repository, id, assigned, save } = open()
    const record = await assigned()
    const request = requestDecision(record, phase, record.version, around)
    if (request.kind !== 'applied') throw new Error(request.code)
    await save(record, request, { evidence: request.frozen })
    expect(await repository.findEvidence(id, 1)).toEqual(request.frozen)
    expect(await repository.findEvidence(id, 2)).toBeUndefined()
    const isListed = async (status: 'inProgress' | 'awaitingDecision') =>
      (await repository.list(status, { limit: 100 })).heads.some(({ head }) => head.case.caseId === id)
    expect([await isListed('inProgress'), await isListed('awaitingDecision')]).toEqual([false, true])
  })

  it('finds a resting case from its day on, until it has woken', async () => {
    const { repository, id, assigned, save } = open()
    const record = await assigned()
    const request = requestDecision(record, phase, record.version, around)
    if (request.kind !== 'applied') throw new Error(request.code)
    const awaiting = await save(record, request, { evidence: request.frozen })
    const held = applyDecision(awaiting, decided(awaiting, rulings.hold), {
      phase,
      county: kalmar,
      now: testNow,
      frozen: request.frozen,
    })
    if (held.kind !== 'applied') throw new Error(held.kind)
    const resting = await save(awaiting, held)
    const isDue = async (today: string) => (await repository.findToWake(today, 100)).includes(id)
    expect([await isDue('2026-12-13'), await isDue('2026-12-14'), await isDue('2027-01-01')]).toEqual([false, true, true])
    const woken = wakeCase(resting, 'Dags', { county: kalmar, now: testNow })
    if (woken.kind !== 'applied') throw new Error(woken.kind)
    await save(resting, woken)
    expect(await isDue('2027-01-01')).toBe(false)
  })

  it('lists those that came first, first, page by page', async () => {
    const days = ['2020-03-03', '2020-01-01', '2020-02-02']
    const cases = days.map((day) => ({ day, ...open() }))
    for (const { day, receive } of cases) await receive(`${day}T08:00:00.000Z`)
    const [{ repository } = open()] = cases
    const first = await repository.list('received', { limit: 2 })
    const next = await repository.list('received', { limit: 1, cursor: first.cursor })
    const daysOf = ({ heads }: Awaited<ReturnType<typeof repository.list>>) =>
      heads.map(({ head }) => head.receivedAt.slice(0, 10))
    expect([daysOf(first), daysOf(next)]).toEqual([['2020-01-01', '2020-02-02'], ['2020-03-03']])
  })
}

describeOnTables(caseIndexes, 'cases', promises)
