import { describe, expect, it } from 'vitest'
import { few, markdownTable, number, text, usd } from './print-table.ts'
import { idleTable, priceTable, writeTable } from './tables.ts'

describe('a table', () => {
  it('is Markdown with numbers to the right', () => {
    expect(markdownTable([text('what'), number('USD')], [['key', '1.00']])).toBe(
      ['| what |  USD |', '| ---- | ---: |', '| key  | 1.00 |'].join('\n'),
    )
  })

  it('says that a price is unknown instead of making it nothing', () => {
    expect(usd(undefined, 2)).toBe('unknown')
    const table = idleTable([
      { stack: 'a', what: 'key', quantity: 1, usd: 1 },
      { stack: 'a', what: 'stream', quantity: 9, usd: undefined },
    ])
    expect(table).toMatch(/stream +\| +9 \| unknown/)
    expect(table).toMatch(/what has a price +\| +\| +1\.00/)
    expect(priceTable()).toMatch(/Secrets Manager +\| unknown/)
  })

  it('puts rows of one kind together over all tables, the most expensive first', () => {
    const row = { row: 'CASE OUT', writes: 1, bytes: 100, tableUnits: 2, indexUnits: 0 }
    const lines = writeTable([
      { ...row, table: 'kalmar-ideas' },
      { ...row, table: 'kalmar-rollout', bytes: 300 },
      { ...row, table: 'kalmar-gates', row: 'REQUEST STATE', tableUnits: 20, indexUnits: 10 },
    ]).split('\n')
    expect(lines[2]).toMatch(/REQUEST STATE +\| kalmar-gates +\| +1 \| +100 \| +20 \| +10 \| +88\.2/)
    expect(lines[3]).toMatch(/CASE OUT +\| 2 tables +\| +2 \| +200 \| +4 \| +0 \| +11\.8/)
  })

  it('gives a small number the digits that say something', () => {
    expect(few(0.0123)).toBe('0.012')
    expect(few(2_895.4)).toBe('2,895')
  })
})
