import { describe, expect, it } from 'vitest'
import type { Cell, Grid } from '../../tables/cells.ts'
import { maxRows, readMeasurementFile } from './read-measurement-file.ts'

const caseId = '01926a00-0000-7000-8000-0000000000c1'
const lineId = '01926a00-0000-7000-8000-0000000000e1'

const heading = ['Ärendenummer', 'Enhet', 'Mätt den', 'Värde', 'Källa', 'Kommentar', 'Ärende-id', 'Rad-id']
const row = (day: Cell, value: Cell, more: { unit?: Cell; source?: Cell; ids?: readonly Cell[] } = {}): Cell[] => [
  'KLM-2026-0042',
  more.unit ?? 'kr',
  day,
  value,
  more.source === undefined ? 'Ekonomisystemet' : more.source,
  null,
  ...(more.ids ?? [caseId, lineId]),
]

const csv = (...rows: Cell[][]): Grid => ({ kind: 'csv', rows: [heading, ...rows] })
const excel = (...rows: Cell[][]): Grid => ({ kind: 'xlsx', rows: [heading, ...rows] })

/** What is told, as `row column: message`. */
const toldOf = (grid: Grid): string[] =>
  readMeasurementFile(grid).problems.map(({ row: number, column, message }) => `${number} ${column}: ${message.sv}`)

describe('a row is read', () => {
  it.each([
    ['1 234,50', 1_234.5],
    ['-3', -3],
    ['0.25', 0.25],
    ['\u22121\u00a0000', -1_000],
  ])('from CSV with the value %s', (typed, value) => {
    expect(readMeasurementFile(csv(row('2026-11-01', typed))).rows).toEqual([
      { row: 2, caseId, lineId, measuredOn: '2026-11-01', value, unit: 'kr', source: 'Ekonomisystemet' },
    ])
  })

  it('from Excel, with its day as a date or as text', () => {
    const { rows, problems } = readMeasurementFile(excel(row(new Date('2026-11-01'), 1_234.5), row('2026-11-02', -3)))
    expect(problems).toEqual([])
    expect(rows.map(({ row: number, measuredOn, value }) => [number, measuredOn, value])).toEqual([
      [2, '2026-11-01', 1_234.5],
      [3, '2026-11-02', -3],
    ])
  })

  it('with its columns in any order and in English', () => {
    const grid: Grid = {
      kind: 'csv',
      rows: [
        ['line id', 'CASE ID', ' Value ', 'Measured on', 'Source', 'Own column'],
        [lineId, caseId, '7', '2026-11-01', 'Ledger', 'x'],
      ],
    }
    expect(readMeasurementFile(grid).rows).toEqual([
      { row: 2, caseId, lineId, measuredOn: '2026-11-01', value: 7, source: 'Ledger' },
    ])
  })

  it('and one that nobody has filled in is passed by, keeping the numbers of the others', () => {
    const { rows, blankRows } = readMeasurementFile(csv(row(null, ''), [], row('2026-11-01', '7')))
    expect(rows.map(({ row: number }) => number)).toEqual([4])
    expect(blankRows).toBe(1)
  })
})

describe('what is wrong is told by row and column, with its remedy', () => {
  it.each([
    ['text for a number in Excel', excel(row('2026-11-01', '1 234')), '2 value: Cellen är text eller datum (”1 234”)'],
    ['a date for a number', excel(row('2026-11-01', new Date('2026-11-01'))), '2 value: Cellen är text eller datum'],
    ['words for a number', csv(row('2026-11-01', 'cirka 5')), '2 value: ”cirka 5” är inget tal.'],
    ['a number that can be read in two ways', csv(row('2026-11-01', '1.234')), '2 value: ”1.234” kan läsas på två sätt.'],
    ['a number beyond all measure', csv(row('2026-11-01', '9999999999999')), '2 value: Värdet är för stort.'],
    ['a day that is none', csv(row('2026-11-31', '1')), '2 measuredOn: ”2026-11-31” är inget datum.'],
    ['a day as people in America write it', csv(row('11/01/2026', '1')), '2 measuredOn: ”11/01/2026” är inget datum.'],
    ['a day that Excel has as a number', excel(row(46_327, 1)), '2 measuredOn: ”46327” är inget datum.'],
    ['a value without a day', csv(row('', '1')), '2 measuredOn: Cellen är tom.'],
    ['a day without a value', csv(row('2026-11-01', ' ')), '2 value: Cellen är tom.'],
    ['no source', csv(row('2026-11-01', '1', { source: null })), '2 source: Cellen är tom.'],
    ['a source too long', csv(row('2026-11-01', '1', { source: 'x'.repeat(301) })), '2 source: Korta till högst 300 tecken.'],
    ['a line that is no id', csv(row('2026-11-01', '1', { ids: [caseId, 'Porto'] })), '2 lineId: ”Porto” är inget id.'],
  ])('%s', (_, grid, expected) => {
    const told = toldOf(grid)
    expect(told).toHaveLength(1)
    expect(told[0]).toContain(expected)
    expect(readMeasurementFile(grid).rows).toEqual([])
  })

  it('everything at once, and the rows that are whole are still read', () => {
    const grid = csv(row('x', 'y'), row('2026-11-01', '1'), row('2026-11-02', ''))
    expect(toldOf(grid).map((told) => told.split(':')[0])).toEqual(['2 measuredOn', '2 value', '4 value'])
    expect(readMeasurementFile(grid).rows.map(({ row: number }) => number)).toEqual([3])
  })

  it('columns that are missing or there twice', () => {
    expect(toldOf({ kind: 'csv', rows: [['Värde', 'Källa', 'Värde'], ['1']] }).map((told) => told.split(':')[0])).toEqual([
      '1 caseId',
      '1 lineId',
      '1 measuredOn',
      '1 value',
    ])
    expect(toldOf({ kind: 'csv', rows: [] })).toHaveLength(5)
  })

  it('more rows than one import takes', () => {
    const many = Array.from({ length: maxRows + 1 }, () => row('2026-11-01', '1'))
    expect(toldOf(csv(...many))).toEqual([`${maxRows + 2} value: Högst 500 mätningar åt gången. Dela upp filen.`])
    expect(toldOf(csv(...many.slice(1)))).toEqual([])
  })
})
