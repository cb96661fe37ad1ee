import type { Language } from '#contracts/language.ts'
import type { LegendEntry } from '../charts/figure.tsx'
import type { Row } from '../charts/rows.tsx'

/**
 * A paper as data: what it says and in which order, already in one language, but not how it looks. `paper-page.tsx` makes
 * a page of it and `pdf/write-pdf.ts` a tagged PDF; neither adds a word of its own to what stands here.
 */

export type Tone = 'good' | 'warning' | 'bad'

/** What stands in a cell of a table. Colour only helps the eye: the words say the same. */
export interface MarkedText {
  readonly text: string
  readonly tone?: Tone
  readonly isStrong?: boolean
  /** On the page alone; paper cannot be followed. */
  readonly href?: string
}

export type CellText = string | MarkedText

export interface PaperColumn {
  readonly label: string
  readonly isNumber?: boolean
  /** Parts of the table's width. */
  readonly width: number
}

export interface TableBlock {
  readonly kind: 'table'
  readonly caption: string
  /** When the heading before it says the same. */
  readonly isCaptionHidden?: boolean
  readonly columns: readonly PaperColumn[]
  /** The first cell of a row is the row's heading. */
  readonly rows: readonly (readonly CellText[])[]
}

export interface FigureBlock {
  readonly kind: 'figure'
  /** Unique in the paper. */
  readonly id: string
  /** What the figures say, in a sentence. */
  readonly finding: string
  readonly title: string
  /** How the drawing is to be read. */
  readonly description: string
  readonly rows: readonly Row[]
  readonly tick: (value: number) => string
  readonly legend: readonly LegendEntry[]
  readonly table: TableBlock
}

export type Fact = readonly [name: string, value: CellText]

/** Headings go from 2 and leave no level out; the paper's own title is the only one of level 1. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: 2 | 3 | 4
  readonly text: string
  /** Where a link on the page leads. */
  readonly id?: string
}

export type Block =
  | HeadingBlock
  | { readonly kind: 'paragraph'; readonly text: string; readonly style?: 'strong' | 'note' }
  | { readonly kind: 'callout'; readonly tone: Tone; readonly text: string }
  /** Name and value; with `isReading`, values are running text. */
  | { readonly kind: 'facts'; readonly rows: readonly Fact[]; readonly isReading?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | TableBlock
  | FigureBlock
  /** Side by side where there is room; read from left to right. */
  | { readonly kind: 'columns'; readonly left: readonly Block[]; readonly right: readonly Block[] }
  | { readonly kind: 'newPage' }

export interface Paper {
  readonly language: Language
  /** What kind of paper it is, above the title. */
  readonly kind: string
  readonly title: string
  /** Whose paper it is: number, from whom, to whom, when. */
  readonly head: readonly Fact[]
  readonly blocks: readonly Block[]
  /** On every page of the printed paper, with the page's number. */
  readonly running: string
  /** At the foot of every printed page. */
  readonly foot: string
  /** Name of the file without its ending. */
  readonly fileName: string
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** The county's colour. */
  readonly accent: string
  /** RFC 3339 in UTC: when what the paper tells was fixed, so that the same content always gives the same file. */
  readonly madeAt: string
}

export const textOf = (cell: CellText): string => (typeof cell === 'string' ? cell : cell.text)
