import { beforeEach, describe, expect, it } from 'vitest'
import { assessmentCompleted, assessmentReopened, assessmentSaved } from '#contracts/events.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { Table } from '#lambda/table.ts'
import { caseOfficer, colleague } from '#lambda/testing/personas.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { akBrevBenefits } from '../../../demo/ak-brev/benefits.ts'
import { limits } from '../domain/limits.ts'
import { benefitsParts } from '../lambda/parts.ts'
import { caseId, createCaseDriver } from '../testing/case-driver.ts'
import type { CaseDriver } from '../testing/case-driver.ts'
import { assessmentBody, createSaveAssessment } from './save-assessment.ts'

const { NV1 } = akBrevBenefits
const { id: _, ...lineWithoutId } = NV1.lines[0]!

let driver: CaseDriver

beforeEach(async () => {
  driver = createCaseDriver()
  await driver.deliver(driver.phaseEvents.received('ideas'))
})

describe('every save, completion and reopening', () => {
  it('is a version of its own, and all of them are kept', async () => {
    await driver.save('NV1', { ...NV1, summary: 'Första' })
    await driver.save('NV1', { ...NV1, summary: 'Andra' })
    await driver.complete('NV1')
    expect((await driver.call('reopenAssessment', { kind: 'NV1', ifMatch: 3 })).body).toMatchObject({
      status: 'draft',
      version: 4,
    })

    const { body } = await driver.call('listAssessmentVersions', { kind: 'NV1' })
    expect(body).toMatchObject({
      versions: [4, 3, 2, 1].map((version) => ({ version, status: version === 3 ? 'complete' : 'draft' })),
    })
    const first = await driver.call('readAssessment', { kind: 'NV1', query: { version: '1' } })
    expect(first.body).toMatchObject({ version: 1, summary: 'Första' })
  })

  it('tells what happened, and the phase only what it needs', async () => {
    await driver.save('NV1', NV1)
    expect(driver.emitted().map(({ type }) => type)).toEqual([assessmentSaved.type])
    await driver.complete('NV1')
    await driver.save('NV1', NV1)
    await driver.complete('NV1')
    await driver.call('reopenAssessment', { kind: 'NV1', ifMatch: 4 })
    expect(driver.emittedOf(assessmentSaved)).toEqual([
      { kind: 'NV1', version: 1, lines: 5 },
      { kind: 'NV1', version: 3, lines: 5 },
    ])
    expect(driver.emittedOf(assessmentCompleted).map(({ snapshot }) => snapshot.version)).toEqual([2, 4])
    expect(driver.emittedOf(assessmentReopened).map(({ version }) => version)).toEqual([3, 5])
    const routed = driver
      .emitted()
      .filter(({ phase }) => phase === 'ideas')
      .map(({ type }) => type)
    expect(new Set(routed)).toEqual(new Set([assessmentCompleted.type, assessmentReopened.type]))
  })

  it('changes nothing when it already is so', async () => {
    await driver.save('NV1', NV1)
    expect((await driver.call('reopenAssessment', { kind: 'NV1', ifMatch: 1 })).body).toMatchObject({
      status: 'draft',
      version: 1,
    })
    await driver.complete('NV1')
    expect((await driver.call('completeAssessment', { kind: 'NV1', ifMatch: 2 })).body).toMatchObject({
      status: 'complete',
      version: 2,
    })
  })
})

describe('a line', () => {
  it('gets an id when it comes without, and keeps it', async () => {
    const [line] = (await driver.save('NV1', { summary: '', lines: [lineWithoutId] })).lines
    expect(line?.id).toMatch(/^[0-9a-f-]{36}$/)
    const again = await driver.save('NV1', { summary: '', lines: [{ ...line, name: 'Nytt namn' }, lineWithoutId] })
    expect(again.lines[0]?.id).toBe(line?.id)
    expect(again.lines[1]?.id).not.toBe(line?.id)
  })

  it('is stored without the fields that a form sent empty', async () => {
    const { lines } = await driver.save('NV1', { summary: '', lines: [{ ...lineWithoutId, owner: '  ', target: {} }] })
    expect(lines[0]).not.toHaveProperty('owner')
    expect(lines[0]).not.toHaveProperty('target')
  })

  it.each([
    [
      'an id that another line has',
      [{ ...lineWithoutId, id: NV1.lines[1]?.id }, NV1.lines[1]],
      { pointer: '/lines/1/id', code: 'repeated' },
    ],
    [
      'an organisation outside the county',
      [{ ...lineWithoutId, organisation: 'region-skane' }],
      { pointer: '/lines/0/organisation', code: 'unknownOrganisation' },
    ],
  ])('is refused with %s, already as a draft', async (_name, lines, problem) => {
    const refused = await driver.call('saveAssessment', { kind: 'NV1', body: { summary: '', lines }, ifMatch: 0 })
    expect(refused.body).toMatchObject({ code: 'assessmentInvalid', errors: [problem] })
  })

  it('cannot turn from a benefit into a cost under the same id', async () => {
    await driver.freeze('ideas', 'NV1', NV1)
    await driver.deliver(driver.phaseEvents.received('matching'))
    const turned = await driver.call('saveAssessment', {
      kind: 'NV2',
      body: { summary: '', lines: [{ ...NV1.lines[0], side: 'cost' }] },
      ifMatch: 0,
    })
    expect(turned.body).toMatchObject({ code: 'assessmentInvalid', errors: [{ pointer: '/lines/0/side', code: 'sideChanged' }] })
  })
})

it('has room for texts up to the limit together, and not more', async () => {
  const long = { ...lineWithoutId, method: 'x'.repeat(limits.methodCharacters), levelReason: 'x'.repeat(limits.reasonCharacters) }
  const body = (count: number) => ({ summary: '', lines: Array.from({ length: count }, () => long) })
  await driver.save('NV1', body(30))
  const refused = await driver.call('saveAssessment', { kind: 'NV1', body: body(50), ifMatch: 1 })
  expect(refused).toMatchObject({ status: 422, body: { code: 'assessmentTooLarge' } })
})

describe('two people at the same moment', () => {
  /** A table whose next commit finds that somebody else was there first. */
  const overtakenTable = (table: Table, overtake: () => Promise<unknown>): Table => {
    let isOvertaken = false
    return {
      ...table,
      commit: async (puts) => {
        if (!isOvertaken) {
          isOvertaken = true
          await overtake()
        }
        return table.commit(puts)
      },
    }
  }

  const contextOf = (subject: typeof caseOfficer): Context => {
    const runtime = createTestRuntime()
    return {
      now: runtime.clock(),
      newId: () => crypto.randomUUID(),
      actor: subject,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    }
  }

  it('cannot both save over the same version', async () => {
    const table = createMemoryTable()
    const own = createCaseDriver({ table })
    await own.deliver(own.phaseEvents.received('ideas'))
    const save = (through: Table, summary: string, actor: typeof caseOfficer) =>
      createSaveAssessment(benefitsParts(own.runtime, through))(
        { caseId, kind: 'NV1', ...assessmentBody.parse({ ...NV1, summary }), expectedVersion: 0, actor },
        contextOf(actor),
      )
    const late = await save(
      overtakenTable(table, () => save(table, 'Först', colleague)),
      'Sedan',
      caseOfficer,
    )
    expect(late).toMatchObject({ kind: 'refused', code: 'staleVersion' })
    expect(await own.read('NV1')).toMatchObject({ version: 1, summary: 'Först' })
  })

  it('are both heard when one saves and the other measures', async () => {
    const table = createMemoryTable()
    const own = createCaseDriver({ table })
    await own.deliver(own.phaseEvents.received('ideas'))
    const measurable = { ...NV1.lines[0], measure: 'Kostnad', unit: 'kr' }
    await own.save('NV1', { ...NV1, lines: [measurable] })
    const save = createSaveAssessment(
      benefitsParts(
        own.runtime,
        overtakenTable(table, () =>
          own.call('recordMeasurement', {
            body: { lineId: measurable.id, measuredOn: '2026-11-01', value: 5, source: 'Ekonomisystemet' },
          }),
        ),
      ),
    )
    const saved = await save(
      {
        caseId,
        kind: 'NV1',
        ...assessmentBody.parse({ summary: 'Sedan', lines: [measurable] }),
        expectedVersion: 1,
        actor: caseOfficer,
      },
      contextOf(caseOfficer),
    )
    expect(saved).toMatchObject({ kind: 'answer', version: 2 })
    expect(await own.read('NV1')).toMatchObject({
      version: 2,
      summary: 'Sedan',
      progress: [{ measurements: 1, latest: { value: 5 } }],
    })
  })

  it('cannot save what a decision request has just frozen', async () => {
    const table = createMemoryTable()
    const own = createCaseDriver({ table })
    await own.deliver(own.phaseEvents.received('ideas'))
    await own.save('NV1', NV1)
    await own.complete('NV1')
    const save = createSaveAssessment(
      benefitsParts(
        own.runtime,
        overtakenTable(table, () => own.deliver(own.phaseEvents.decisionRequested('ideas', 1, own.told('NV1')))),
      ),
    )
    const late = await save(
      { caseId, kind: 'NV1', ...assessmentBody.parse(NV1), expectedVersion: 2, actor: caseOfficer },
      contextOf(caseOfficer),
    )
    expect(late).toMatchObject({ kind: 'refused', code: 'decisionPending' })
    expect(await own.read('NV1')).toMatchObject({ status: 'frozen', version: 2 })
  })
})
