import { describe, expect, it } from 'vitest'
import { measurementRecorded } from '#contracts/events.ts'
import { caseId, header } from '../testing/case-driver.ts'
import { financialBenefit, idOf, qualitativeBenefit } from '../testing/lines.ts'
import type { CaseBenefits } from './case-benefits.ts'
import { newCaseBenefits } from './follow-case.ts'
import { limits } from './limits.ts'
import { judgeRows } from './measurement-import.ts'
import type { ImportedRow } from './measurement-import.ts'
import type { Measurement } from './record-measurement.ts'

const now = '2026-11-20T08:00:00.000Z'
const author = { subject: 'maria', name: 'Maria Lindqvist' }

const record: CaseBenefits = {
  ...newCaseBenefits(header, { phase: 'followup', time: now }),
  version: 7,
  assessments: {
    NV3: {
      current: {
        kind: 'NV3',
        version: 1,
        status: 'draft',
        savedAt: now,
        savedBy: author,
        content: { summary: '', lines: [financialBenefit, { ...qualitativeBenefit, measure: 'Andel nöjda' }] },
      },
    },
  },
}

const row = (more: Partial<ImportedRow> = {}): ImportedRow => ({
  caseId,
  lineId: financialBenefit.id,
  measuredOn: '2026-11-01',
  value: 500,
  source: 'Ekonomisystemet',
  ...more,
})

const judge = (rows: readonly ImportedRow[], recorded: readonly Measurement[] = []) =>
  judgeRows(
    record,
    rows.map((given, index) => ({ index, number: given.row ?? index + 1, given })),
    recorded,
    { newId: () => crypto.randomUUID(), now, author },
  )

const problemsOf = (rows: readonly ImportedRow[], recorded?: readonly Measurement[]) =>
  judge(rows, recorded).rows.map(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`))

describe('a row is refused', () => {
  it.each([
    ['before the baseline', { measuredOn: '2026-05-14' }, 'measuredOn measuredBeforeBaseline'],
    ['in the future', { measuredOn: '2026-11-21' }, 'measuredOn measuredInFuture'],
    ['of a line that the case does not have', { lineId: idOf(99) }, 'lineId lineNotFound'],
    ['in another unit', { unit: 'tkr' }, 'unit unitDoesNotFit'],
    ['with a unit where the line has none', { lineId: qualitativeBenefit.id, unit: 'procent' }, 'unit unitDoesNotFit'],
  ])('%s', (_, more, expected) => {
    expect(problemsOf([row(more)])).toEqual([[expected]])
  })

  it('with everything that is wrong with it, and says how to put it right', () => {
    const [only] = judge([row({ unit: 'tkr', measuredOn: '2026-11-21' })]).rows
    expect(only?.problems.map(({ code }) => code)).toEqual(['unitDoesNotFit', 'measuredInFuture'])
    expect(only?.problems[0]?.message.sv).toBe('Raden mäts i ”kr”, inte ”tkr”. Räkna om värdet till kr och ändra enheten.')
  })

  it('when the line and day stand on an earlier row, whose number it tells', () => {
    const { rows } = judge([row({ row: 5 }), row({ row: 9, value: 501 })])
    expect(rows.map(({ verdict }) => verdict)).toEqual(['new', 'refused'])
    expect(rows[1]?.problems[0]?.message.sv).toContain('filens rad 5')
  })

  it('and then nothing of the case is changed', () => {
    expect(judge([row(), row({ measuredOn: '2026-11-21' })]).change).toBeUndefined()
  })

  it('when there are more of one case than a transaction holds', () => {
    const many = Array.from({ length: limits.importedRowsPerCase + 1 }, (_, index) =>
      row({ measuredOn: dayAfterBaseline(index) }),
    )
    const problems = problemsOf(many)
    expect(problems.filter((found) => found.length > 0)).toEqual([['caseId tooManyRowsOfCase']])
    expect(problemsOf(many.slice(1)).flat()).toEqual([])
  })
})

const dayAfterBaseline = (days: number): string => new Date(Date.UTC(2026, 4, 16 + days)).toISOString().slice(0, 10)

describe('rows that are whole', () => {
  it('are one change of the case, with an event each', () => {
    const { change } = judge([row(), row({ measuredOn: '2026-10-01', value: 550, unit: ' KR ' })])
    expect(change?.measurements.map(({ value }) => value)).toEqual([500, 550])
    expect(change?.applied.state.version).toBe(8)
    expect(change?.applied.state.head.measured[financialBenefit.id]).toEqual({
      count: 2,
      latest: { value: 500, measuredOn: '2026-11-01' },
    })
    expect(change?.applied.facts.map(({ definition }) => definition)).toEqual([measurementRecorded, measurementRecorded])
  })

  it('add nothing where line, day and value are recorded already', () => {
    const recorded = judge([row()]).change?.measurements ?? []
    const again = judge([row({ source: 'En annan källa' })], recorded)
    expect(again.rows.map(({ verdict }) => verdict)).toEqual(['alreadyRecorded'])
    expect(again.change).toBeUndefined()
    expect(judge([row({ value: 501 })], recorded).rows.map(({ verdict }) => verdict)).toEqual(['new'])
  })
})
