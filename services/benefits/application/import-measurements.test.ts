import { beforeEach, describe, expect, it } from 'vitest'
import { measurementRecorded } from '#contracts/events.ts'
import { caseId as toCaseId } from '#contracts/ids.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { MemoryTable } from '#lambda/memory-table.ts'
import { caseOfficer, municipalOfficer, otherMunicipalOfficer } from '#lambda/testing/personas.ts'
import type { Table } from '#lambda/table.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import { benefitsIndexes } from '../adapters/benefits-table.ts'
import { limits } from '../domain/limits.ts'
import { benefitsParts } from '../lambda/parts.ts'
import { caseId, createCaseDriver, header } from '../testing/case-driver.ts'
import type { CaseDriver } from '../testing/case-driver.ts'
import { financialBenefit, idOf } from '../testing/lines.ts'
import { createImportMeasurements } from './import-measurements.ts'

const otherCase = toCaseId.parse('01930000-0000-7000-8000-00000000000b')
/** An organisation of the county that owns neither case. */
const otherHeader = { ...header, caseId: otherCase, caseNumber: 'KLM-2026-0043', organisation: 'kalmar-kommun' }

let table: MemoryTable
let driver: CaseDriver

const assessed = { summary: 'Porto', lines: [financialBenefit] }

beforeEach(async () => {
  table = createMemoryTable(benefitsIndexes)
  driver = createCaseDriver({ table })
  await driver.deliver(driver.phaseEvents.received('ideas'))
  const received = driver.phaseEvents.received('ideas')
  await driver.deliver({ ...received, subject: otherCase, data: { ...received.data, case: otherHeader } })
  for (const id of [caseId, otherCase]) {
    // One after the other: each begins from nothing.
    // oxlint-disable-next-line no-await-in-loop
    const saved = await driver.call('saveAssessment', { caseId: id, kind: 'NV1', body: assessed, ifMatch: 0 })
    expect(saved.status, saved.text).toBe(200)
  }
})

const row = (more: object = {}) => ({
  caseId,
  lineId: financialBenefit.id,
  measuredOn: '2026-11-01',
  value: 500,
  source: 'Ekonomisystemet',
  ...more,
})
const both = [row(), row({ measuredOn: '2026-10-01', value: 550 }), row({ caseId: otherCase })]

const valuesOf = async (id: string): Promise<number[]> => {
  const { body } = await driver.call('listMeasurements', { caseId: id })
  // As the route's schema says.
  return (body as { measurements: { value: number }[] }).measurements.map(({ value }) => value)
}

describe('a preview', () => {
  it('says row by row what would be stored, and stores nothing', async () => {
    const before = JSON.stringify(table.rows())
    const { status, body } = await driver.call('previewMeasurementImport', {
      body: { rows: [...both, row({ row: 12, unit: 'tkr', measuredOn: '2026-11-02' })] },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      new: 3,
      alreadyRecorded: 0,
      refused: 1,
      rows: [
        { row: 1, verdict: 'new', caseNumber: 'KLM-2026-0042', lineName: financialBenefit.name, unit: 'kr' },
        { row: 2, verdict: 'new' },
        { row: 3, verdict: 'new', caseNumber: 'KLM-2026-0043' },
        { row: 12, verdict: 'refused', problems: [{ field: 'unit', code: 'unitDoesNotFit' }] },
      ],
    })
    expect(JSON.stringify(table.rows())).toBe(before)
  })

  it('tells of cases that there are not, and of those that are not yours', async () => {
    const { body } = await driver.call('previewMeasurementImport', {
      as: municipalOfficer,
      body: { rows: [row(), row({ caseId: otherCase }), row({ caseId: '01930000-0000-7000-8000-0000000000ff' })] },
    })
    expect(body).toMatchObject({
      rows: [
        { verdict: 'new' },
        { verdict: 'refused', problems: [{ field: 'caseId', code: 'notYourCase' }] },
        { verdict: 'refused', problems: [{ field: 'caseId', code: 'caseNotFound' }] },
      ],
    })
  })
})

describe('an import', () => {
  it('stores every row, and tells the journal of each', async () => {
    const { status, body } = await driver.call('importMeasurements', { body: { rows: both } })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      recorded: 3,
      isComplete: true,
      cases: [
        { caseNumber: 'KLM-2026-0042', outcome: 'recorded', recorded: 2 },
        { caseNumber: 'KLM-2026-0043', outcome: 'recorded', recorded: 1 },
      ],
    })
    expect(await valuesOf(caseId)).toEqual([550, 500])
    expect(await valuesOf(otherCase)).toEqual([500])
    expect(driver.emittedOf(measurementRecorded)).toHaveLength(3)
  })

  it('stores nothing when one row is refused, and lists it', async () => {
    const rows = [...both, row({ row: 9, lineId: idOf(99) })]
    const { status, body } = await driver.call('importMeasurements', { body: { rows } })
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'importRefused', errors: [{ pointer: '/rows/3/lineId', code: 'lineNotFound' }] })
    expect(JSON.stringify(body)).toContain('Rad 9: ')
    expect(await valuesOf(caseId)).toEqual([])
  })

  it('adds nothing the second time, with or without its key', async () => {
    const headers = { 'idempotency-key': 'import-november' }
    const first = await driver.call('importMeasurements', { body: { rows: both }, headers })
    const replayed = await driver.call('importMeasurements', { body: { rows: both }, headers })
    expect(replayed.body).toEqual(first.body)
    expect(replayed.headers['idempotency-replayed']).toBe('true')
    const again = await driver.call('importMeasurements', { body: { rows: both } })
    expect(again.body).toMatchObject({ recorded: 0, alreadyRecorded: 3, isComplete: true })
    expect(await valuesOf(caseId)).toHaveLength(2)
  })

  it('that was cut off goes on where it was', async () => {
    const context: Context = {
      now: driver.runtime.clock(),
      newId: () => crypto.randomUUID(),
      actor: caseOfficer,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    }
    let commits = 0
    const cutOff: Table = {
      ...table,
      commit: async (puts) => {
        commits += 1
        if (commits > 1) throw new Error('cut off')
        return table.commit(puts)
      },
    }
    // The rows as the route's own schema gives them.
    const rows = both as Parameters<ReturnType<typeof createImportMeasurements>>[0]['rows']
    await expect(
      createImportMeasurements(benefitsParts(driver.runtime, cutOff))({ rows, actor: caseOfficer }, context),
    ).rejects.toThrow('cut off')
    expect([await valuesOf(caseId), await valuesOf(otherCase)]).toEqual([[550, 500], []])
    const { body } = await driver.call('importMeasurements', { body: { rows: both } })
    expect(body).toMatchObject({ recorded: 1, alreadyRecorded: 2, isComplete: true })
    expect(await valuesOf(otherCase)).toEqual([500])
  })

  it('says which cases it recorded when another one changed meanwhile', async () => {
    let isOvertaken = false
    const overtaken: Table = {
      ...table,
      commit: async (puts) => {
        const isOther = puts.some(({ item }) => item.pk === `CASE#${otherCase}`)
        if (isOther && !isOvertaken) {
          isOvertaken = true
          // Somebody takes the line's measure away between what was read and what is written.
          const { measure: _, unit: __, baseline: ___, target: ____, ...bare } = financialBenefit
          const body = { summary: 'Porto', lines: [bare] }
          expect(await driver.call('saveAssessment', { caseId: otherCase, kind: 'NV1', body, ifMatch: 1 })).toMatchObject({
            status: 200,
          })
        }
        return table.commit(puts)
      },
    }
    const rows = both as Parameters<ReturnType<typeof createImportMeasurements>>[0]['rows'] // as above
    const result = await createImportMeasurements(benefitsParts(driver.runtime, overtaken))(
      { rows, actor: caseOfficer },
      {
        now: driver.runtime.clock(),
        newId: () => crypto.randomUUID(),
        actor: caseOfficer,
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      },
    )
    expect(result).toMatchObject({
      kind: 'answer',
      value: {
        recorded: 2,
        isComplete: false,
        cases: [
          { outcome: 'recorded' },
          { outcome: 'refused', recorded: 0, problems: [{ row: 3, field: 'lineId', code: 'lineWithoutMeasure' }] },
        ],
      },
    })
    expect(await valuesOf(otherCase)).toEqual([])
  })

  it('is refused to an officer of an organisation that owns none of the cases', async () => {
    const answer = await driver.call('importMeasurements', { as: otherMunicipalOfficer, body: { rows: [row()] } })
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/rows/0/caseId', code: 'notYourCase' }] } })
  })

  it.each([
    ['no rows', { rows: [] }],
    ['text where a number belongs', { rows: [row({ value: '500' })] }],
    ['a day that is none', { rows: [row({ measuredOn: '2026-11-31' })] }],
    ['more rows than fit', { rows: Array.from({ length: limits.importedRows + 1 }, () => row()) }],
    ['a field that does not exist', { rows: [row({ amount: 1 })] }],
  ])('refuses %s', async (_, body) => {
    expect(await driver.call('importMeasurements', { body })).toMatchObject({ status: 400, body: { code: 'invalidRequest' } })
  })

  it('takes so many cases at once and no more', async () => {
    const ids = Array.from({ length: limits.importedCases + 1 }, (_, index) => idOf(1_000 + index))
    const rows = ids.map((id) => row({ caseId: id }))
    expect(await driver.call('previewMeasurementImport', { body: { rows } })).toMatchObject({
      status: 422,
      body: { code: 'tooManyCases' },
    })
  })

  it('stores as many rows of one case as it says it takes', async () => {
    const rows = Array.from({ length: limits.importedRowsPerCase }, (_, index) =>
      row({ measuredOn: new Date(Date.UTC(2026, 4, 16 + index)).toISOString().slice(0, 10) }),
    )
    const headers = { 'idempotency-key': 'import-everything' }
    expect(await driver.call('importMeasurements', { body: { rows }, headers })).toMatchObject({
      status: 200,
      body: { recorded: limits.importedRowsPerCase },
    })
  })
})
