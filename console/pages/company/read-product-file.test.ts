import { describe, expect, it } from 'vitest'
import { productContent } from '../../../services/catalogue/domain/products/product-fields.ts'
import { createLocale } from '../../language/locale.ts'
import { readCsv } from '../../tables/read-csv.ts'
import { writeCsv } from '../../tables/write-table.ts'
import type { Visit } from '../../visit.ts'
import { productTable } from '../catalogue/write-products.ts'
import { readProductGrid, readProductJson } from './read-product-file.ts'

/** Products out to a file and in again, against the form that the service describes. */

const form = productContent.form
if (form.kind !== 'group') throw new Error('a group of fields')
const { fields } = form

const visitIn = (language: 'sv' | 'en'): Visit => ({ locale: createLocale(language, '2026-11-20T08:00:00.000Z') }) as Visit // all that a table looks at

const whole = {
  kind: 'service',
  name: 'Larm; med "citat"',
  summary: 'En rad.\nEn till.',
  needsMet: ['Ett behov', 'Ett till'],
  functions: ['Larma'],
  targetGroups: ['olderPeople', 'staff'],
  careSteps: ['contact'],
  cpv: ['48180000'],
  otherCpv: ['12345678'],
  interfaces: [{ standard: 'HL7 FHIR R4', evidenceKind: 'openApi', evidence: 'https://a.example/api' }, { standard: 'SS 91100' }],
  claims: [{ requirementId: 'KB-INT-001', statement: 'Öppet.' }],
  price: { model: 'perUser', from: 120_050, to: 240_000, note: 'utan moms' },
  references: [{ who: 'En region', link: 'https://b.example' }],
  readiness: 7,
  medicalDevice: { class: 'IIa' },
  productVersion: '4.2',
  web: 'https://c.example',
}
const id = '01a00000-0000-7000-8000-000000000001'

const throughCsv = (content: object, language: 'sv' | 'en') => {
  const csv = writeCsv(productTable([{ productId: id, content: { ...content } }], fields, visitIn(language)))
  const read = readCsv(new TextEncoder().encode(csv))
  if (!read.ok) throw new Error('readable')
  return readProductGrid(read.grid, fields)
}

describe.each(['sv', 'en'] as const)('a product through a file in %s', (language) => {
  it('is the same afterwards, and the service takes it', () => {
    expect(throughCsv(whole, language)).toEqual({ rows: [{ row: 2, productId: id, content: whole }], problems: [] })
    expect(productContent.complete.safeParse(whole).error).toBeUndefined()
  })

  it('that is a mere draft says nothing that it did not', () => {
    expect(throughCsv({ name: 'Bara namn' }, language).rows).toEqual([{ row: 2, productId: id, content: { name: 'Bara namn' } }])
  })
})

describe('a file', () => {
  const grid = (...rows: (string | number | null)[][]) => readProductGrid({ kind: 'xlsx', rows }, fields)

  it('has its faults told by row and column', () => {
    const { rows, problems } = grid(
      ['Namn', 'Slag', 'Mognad (TRL)', 'Målgrupper', 'Egen kolumn'],
      ['A', 'produkt', 9, 'Äldre, Medarbetare', 'x'],
      [null, null, null, null, null],
      ['B', 'pryl', 'nio', 'Katter', null],
    )
    expect(rows).toEqual([
      { row: 2, content: { name: 'A', kind: 'product', readiness: 9, targetGroups: ['olderPeople', 'staff'] } },
    ])
    expect(problems.map(({ row, place }) => [row, place.sv])).toEqual([
      [4, 'Slag'],
      [4, 'Mognad (TRL)'],
      [4, 'Målgrupper'],
    ])
  })

  it('takes a code that the spreadsheet has made a number', () => {
    expect(grid(['name', 'cpv'], ['A', 48_180_000]).rows).toEqual([{ row: 2, content: { name: 'A', cpv: ['48180000'] } }])
  })

  it('without the column of names is not read at all', () => {
    expect(grid(['Pris'], ['12'])).toMatchObject({ rows: [], problems: [{ row: 1, place: { sv: 'Namn' } }] })
  })
})

describe('JSON', () => {
  it('is read as the catalogue is exported', () => {
    expect(readProductJson(JSON.stringify({ products: [{ productId: id, content: whole, revision: 3 }] }))).toEqual({
      rows: [{ row: 1, productId: id, content: whole }],
      problems: [],
    })
  })

  it.each(['{', '[]', '{"products":[{}]}'])('%s is told to be none', (text) => {
    expect(readProductJson(text)).toMatchObject({ rows: [], problems: [{ row: 1 }] })
  })
})
