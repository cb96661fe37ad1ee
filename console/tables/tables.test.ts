import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Cell, WrittenTable } from './cells.ts'
import { readTable } from './read-table.ts'
import { writeCsv, writeXlsx } from './write-table.ts'

const table: WrittenTable = {
  name: 'Nyttor',
  columns: [
    { label: 'Ärende', width: 20 },
    { label: 'Värde', width: 10 },
  ],
  rows: [
    ['=HYPERLINK("http://ont.example")', -1_234.5],
    ['Porto; kuvert "C5"', null],
    ['Larm\när och nät', 1_000_000],
  ],
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const rowsOf = async (bytes: Uint8Array): Promise<readonly (readonly Cell[])[]> => {
  const read = await readTable(bytes)
  if (!read.ok) throw new Error(read.because.title.sv)
  return read.grid.rows
}

const whyNot = async (bytes: Uint8Array): Promise<string> => {
  const read = await readTable(bytes)
  return read.ok ? 'read' : `${read.because.title.sv}. ${read.because.remedy.sv}`
}

const windows1252 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe('CSV is written', () => {
  it('for Swedish Excel: byte order mark, semicolons, decimal commas, CRLF, and no formulas', () => {
    expect(writeCsv(table)).toBe(
      '\uFEFFÄrende;Värde\r\n"\'=HYPERLINK(""http://ont.example"")";-1234,5\r\n"Porto; kuvert ""C5""";\r\n"Larm\när och nät";1000000\r\n',
    )
  })
})

describe('CSV is read', () => {
  it.each([
    ['semicolons and a byte order mark', bytesOf('\uFEFFRad;Värde\r\nPorto;1 234,5\r\n')],
    ['commas', bytesOf('Rad,Värde\nPorto,"1 234,5"\n')],
    ['tabs', bytesOf('Rad\tVärde\rPorto\t1 234,5')],
    ['Windows-1252', windows1252('Rad;Värde\r\nPorto;1 234,5')],
    ['UTF-16, as Excel saves Unicode text', Buffer.from('\uFEFFRad\tVärde\r\nPorto\t1 234,5', 'utf16le')],
  ])('with %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      ['Rad', 'Värde'],
      ['Porto', '1 234,5'],
    ])
  })

  it("with Excel's hint of a separator, and with blank rows, in the rows that a spreadsheet shows", async () => {
    expect((await rowsOf(bytesOf('sep=;\r\nRad;Värde\r\n\r\nPorto;1'))).map(String)).toEqual(['', 'Rad,Värde', '', 'Porto,1'])
  })

  it('and told where its quotation marks do not match', async () => {
    expect(await whyNot(bytesOf('Rad;Värde\n"Porto" till;1\n'))).toContain('rad 2')
  })
})

/** The file with one part of it changed. */
const changed = async (part: string, change: (xml: string) => string): Promise<Uint8Array> => {
  const parts = unzipSync(new Uint8Array(await writeXlsx(table)))
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) })
}

describe('an Excel file', () => {
  it('comes back as it was written: texts as texts, numbers as numbers, the heading fixed', async () => {
    const bytes = new Uint8Array(await writeXlsx(table))
    expect(await rowsOf(bytes)).toEqual([['Ärende', 'Värde'], ...table.rows])
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('state="frozen"')
    expect(sheet).not.toContain('<f>')
  })

  it('with merged cells is refused, and says which', async () => {
    const bytes = await changed('xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'),
    )
    expect(await whyNot(bytes)).toContain('A2:A3')
    expect(await whyNot(bytes)).toContain('Dela cellerna')
  })

  it.each([
    ['damaged', async () => new Uint8Array(await writeXlsx(table)).slice(0, 900), 'spara den på nytt som .xlsx'],
    ['some other archive', async () => zipSync({ 'a.txt': strToU8('a') }), 'spara den på nytt som .xlsx'],
    ['from before 2007', async () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'Spara den som .xlsx'],
    ['empty', async () => new Uint8Array(), 'Välj filen'],
    [
      'a small archive that unpacks to very much',
      async () => zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000) }),
      'innehåller för mycket',
    ],
  ])('that is %s is refused with a remedy', async (_, make, remedy) => {
    expect(await whyNot(await make())).toContain(remedy)
  })
})
