import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Block, Paper } from '../paper.ts'
import { writePdf } from './pdf-writer.ts'

const fontFile = (name: string): Uint8Array => readFileSync(`node_modules/source-sans/TTF/SourceSans3-${name}.ttf`)
const fonts = { regular: fontFile('Regular'), semibold: fontFile('Semibold') }

const paperOf = (blocks: readonly Block[], more: Partial<Paper> = {}): Paper => ({
  language: 'sv',
  kind: 'Tjänsteskrivelse',
  title: 'BP2: Digitalt AK-brev',
  head: [['Ärendenummer', 'KLM-2026-0042']],
  blocks,
  running: 'KLM-2026-0042',
  foot: 'SHA-256 abc',
  fileName: 'KLM-2026-0042 BP2 beslutsunderlag',
  author: 'Sara Nilsson',
  subject: 'Beslutsunderlag',
  keywords: ['KLM-2026-0042', 'SHA-256 abc'],
  accent: '#00579D',
  madeAt: '2026-11-19T08:00:00.000Z',
  ...more,
})

const bytesOf = async (paper: Paper): Promise<Buffer> => Buffer.from(await writePdf(paper, fonts))
const countOf = (text: string, part: string): number => text.split(part).length - 1

/** Structure elements stand outside the streams, so they can be read as they are. */
const structureOf = async (blocks: readonly Block[]): Promise<string> => (await bytesOf(paperOf(blocks))).toString('latin1')

/** What is drawn on the pages, one string a page. */
const pagesOf = async (blocks: readonly Block[]): Promise<string[]> => {
  const pdf = await bytesOf(paperOf(blocks))
  const found: string[] = []
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('\nendstream', at)
    if (pdf.subarray(at - 3, at).toString() === 'end') continue
    try {
      const drawn = inflateSync(pdf.subarray(at + 'stream\n'.length, end)).toString('latin1')
      if (drawn.includes('BDC')) found.push(drawn)
    } catch {
      // Fonts and metadata are no pages.
    }
  }
  return found
}

/** How many times something is drawn that is neither in the structure nor an artifact (ISO 14289-1, 7.1). */
const unmarkedIn = (page: string): number => {
  let depth = 0
  let unmarked = 0
  for (const [operator] of page.matchAll(/\b(?:BDC|BMC|EMC|BT|S|f|B)\b(?=\n|$)/g))
    if (operator === 'BDC' || operator === 'BMC') depth += 1
    else if (operator === 'EMC') depth -= 1
    else if (depth === 0) unmarked += 1
  return unmarked
}

/** A string of a PDF outside ASCII is UTF-16 with a byte order mark. */
const inUtf16 = (text: string): string => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16().toString('latin1')

const table = (rows: number): Block => ({
  kind: 'table',
  caption: 'Rader',
  columns: [
    { label: 'Namn', width: 3 },
    { label: 'Belopp', width: 2, isNumber: true },
  ],
  rows: Array.from({ length: rows }, (_, index) => [`Rad ${index + 1}`, `${index} kr`]),
})

describe('a paper as PDF', () => {
  it('is the same file for the same paper, whenever it is made', async () => {
    const blocks: Block[] = [{ kind: 'heading', level: 2, text: 'Ekonomi' }, table(3)]
    expect((await bytesOf(paperOf(blocks))).equals(await bytesOf(paperOf(blocks)))).toBe(true)
    const later = await bytesOf(paperOf(blocks, { madeAt: '2026-11-20T08:00:00.000Z' }))
    expect(later.toString('latin1')).toContain('20261120080000Z')
    expect((await bytesOf(paperOf(blocks))).toString('latin1')).toContain('20261119080000Z')
  })

  it('says that it is tagged, in which language and by which standard, and shows its title', async () => {
    const pdf = await structureOf([])
    expect(pdf).toMatch(/\/Marked true/)
    expect(pdf).toContain('/Lang (sv-SE)')
    expect(pdf).toContain('/DisplayDocTitle true')
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf).toContain('SHA-256 abc')
    expect((await bytesOf(paperOf([], { language: 'en' }))).toString('latin1')).toContain('/Lang (en-GB)')
  })

  it('gives every table heading cells for its columns and rows, said once however many pages it takes', async () => {
    const pdf = await structureOf([table(150)])
    expect(countOf(pdf, '/Type /Page\n')).toBeGreaterThan(2)
    expect(countOf(pdf, '/Scope /Column')).toBe(2)
    expect(countOf(pdf, '/Scope /Row')).toBe(150)
    expect(countOf(pdf, '/S /TD')).toBe(150)
    const pages = await pagesOf([table(150)])
    expect(pages).toHaveLength(countOf(pdf, '/Type /Page\n'))
    // What is repeated for the eye is neither said again nor left without a mark.
    for (const page of pages) expect(unmarkedIn(page)).toBe(0)
  })

  it('parts a row that no page has room for, and it is still one cell', async () => {
    const sentences = Array.from({ length: 400 }, (_, index) => `mening${index}`).join(' ')
    const tall: Block = {
      kind: 'table',
      caption: 'T',
      columns: [
        { label: 'A', width: 1 },
        { label: 'B', width: 1 },
      ],
      rows: [['x', sentences]],
    }
    const pdf = await structureOf([tall])
    expect(countOf(pdf, '/Type /Page\n')).toBeGreaterThan(1)
    expect(countOf(pdf, '/S /TD')).toBe(1)
  })

  it('tells in words what a figure shows', async () => {
    const pdf = await structureOf([
      {
        kind: 'figure',
        id: 'f',
        finding: 'It pays.',
        title: 'Result',
        description: 'The bar is the span.',
        rows: [{ label: 'Money', value: '+1', bars: [{ from: -1, to: 2, className: 'chart__band' }], mark: 1 }],
        tick: String,
        legend: [{ mark: 'band', label: 'Span' }],
        table: { kind: 'table', caption: 'C', columns: [{ label: 'A', width: 1 }], rows: [] },
      },
    ])
    expect(pdf).toContain('/Alt (Result. It pays. The bar is the span.)')
    expect(countOf(pdf, '/S /Figure')).toBe(1)
  })

  it('keeps what the font cannot write for those who listen or copy', async () => {
    const pdf = await structureOf([{ kind: 'paragraph', text: 'Lösningen 漢字' }])
    expect(pdf).toContain(inUtf16('Lösningen 漢字'))
    expect(await structureOf([{ kind: 'paragraph', text: 'Bara svenska: åäö' }])).not.toContain('/ActualText')
  })

  it('reads columns from left to right', async () => {
    const pdf = await structureOf([
      {
        kind: 'columns',
        left: [{ kind: 'heading', level: 2, text: 'Left' }, table(1)],
        right: [
          { kind: 'heading', level: 2, text: 'Right' },
          { kind: 'list', items: ['one'] },
        ],
      },
    ])
    const order = [...pdf.matchAll(/\/S \/(H2|Table|LI)\b/g)].map(([, type]) => type)
    expect(order).toEqual(['H2', 'Table', 'H2', 'LI'])
  })
})
