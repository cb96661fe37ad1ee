import { textOf } from '../paper.ts'
import type { CellText, PaperColumn, TableBlock } from '../paper.ts'
import { spokenAs, toned } from './draw-text.ts'
import { colours, styles } from './sheet.ts'
import type { Sheet, StructureElement, Style } from './sheet.ts'

/** Tables with a caption, a heading for every column and every row, and the columns' headings again on every page. */

const padding = { x: 4, y: 2.6 } as const

interface Place {
  readonly left: number
  readonly width: number
  readonly isNumber: boolean
}

const placesOf = (columns: readonly PaperColumn[], { left, width }: { left: number; width: number }): Place[] => {
  const parts = columns.reduce((sum, column) => sum + column.width, 0)
  let at = left
  return columns.map((column) => {
    const share = (column.width / parts) * width
    const place = { left: at + padding.x, width: share - 2 * padding.x, isNumber: column.isNumber === true }
    at += share
    return place
  })
}

interface LaidCell {
  readonly text: string
  readonly lines: readonly string[]
  readonly isAltered: boolean
  readonly style: Style
  readonly place: Place
}

const layOut = (sheet: Sheet, text: string, style: Style, place: Place): LaidCell => ({
  text,
  style,
  place,
  ...sheet.breakText(text, place.width, style),
})

const bodyStyle = (cell: CellText): Style => {
  if (typeof cell === 'string') return styles.cell
  return toned(cell.isStrong ? styles.strongCell : styles.cell, cell.tone)
}

const heightOf = (cells: readonly LaidCell[]): number =>
  Math.max(...cells.map(({ lines, style }) => lines.length * style.leading)) + 2 * padding.y

const writeCell = (sheet: Sheet, { lines, style, place }: LaidCell, top: number): void => {
  for (const [index, line] of lines.entries()) {
    const x = place.isNumber ? place.left + place.width - sheet.measure(line, style) : place.left
    // The space keeps the words apart for those who listen.
    sheet.writeAt(line === '' ? '' : `${line} `, { x, y: top + padding.y + index * style.leading }, style)
  }
}

const rule = (sheet: Sheet, y: number, colour: string, weight: number): void => {
  const { left, width } = sheet.frame()
  sheet.artifact(() => {
    sheet.document
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(weight)
      .strokeColor(colour)
      .stroke()
  })
}

const drawHead = (sheet: Sheet, cells: readonly LaidCell[], write: (cell: LaidCell, top: number) => void): void => {
  const top = sheet.y()
  const height = heightOf(cells)
  const { left, width } = sheet.frame()
  sheet.artifact(() => {
    sheet.document.rect(left, top, width, height).fill(colours.tint)
  })
  for (const cell of cells) write(cell, top)
  sheet.advance(height)
  rule(sheet, sheet.y(), colours.quiet, 0.8)
}

/** The part of a row that fits on the page, and what is left of it. */
const splitRow = (cells: readonly LaidCell[], room: number): { readonly now: LaidCell[]; readonly later: LaidCell[] } => {
  const parts = cells.map((cell) => {
    const fitting = Math.max(1, Math.floor((room - 2 * padding.y) / cell.style.leading))
    return { now: { ...cell, lines: cell.lines.slice(0, fitting) }, later: { ...cell, lines: cell.lines.slice(fitting) } }
  })
  return { now: parts.map(({ now }) => now), later: parts.map(({ later }) => later) }
}

const hasLines = (cells: readonly LaidCell[]): boolean => cells.some(({ lines }) => lines.length > 0)

export const drawTable = (sheet: Sheet, parent: StructureElement, table: TableBlock): void => {
  const places = placesOf(table.columns, sheet.frame())
  const [firstPlace] = places
  if (!firstPlace) return
  const head = table.columns.map(({ label }, index) => layOut(sheet, label, styles.columnHead, places[index] ?? firstPlace))
  const rows = table.rows.map((row) =>
    row.map((cell, index) => layOut(sheet, textOf(cell), bodyStyle(cell), places[index] ?? firstPlace)),
  )
  const caption = sheet.breakText(table.caption, sheet.frame().width, styles.heading4)
  const captionHeight = table.isCaptionHidden ? 0 : caption.lines.length * styles.heading4.leading
  const [firstRow] = rows
  // Caption, headings and the first row stay together.
  sheet.ensure(captionHeight + heightOf(head) + Math.min(firstRow ? heightOf(firstRow) : 0, sheet.wholePage / 2) + 4)

  /** Headings that are said once are only repeated for the eye. */
  const repeatHead = (): void => {
    sheet.newPage()
    drawHead(sheet, head, (cell, top) => sheet.artifact(() => writeCell(sheet, cell, top)))
  }

  const drawRow = (element: StructureElement, cells: readonly LaidCell[]): void => {
    // A row that is higher than half a page may be parted; others go whole to the next.
    if (heightOf(cells) > sheet.room() && heightOf(cells) <= sheet.wholePage / 2) repeatHead()
    const contents = cells.map((): PDFKit.PDFStructureContent[] => [])
    let left: readonly LaidCell[] = cells
    while (hasLines(left)) {
      if (sheet.room() < 2 * padding.y + styles.cell.leading) repeatHead()
      const { now, later } = splitRow(left, sheet.room())
      const top = sheet.y()
      for (const [index, cell] of now.entries()) {
        if (cell.lines.length === 0) continue
        contents[index]?.push(sheet.document.markStructureContent(index === 0 ? 'TH' : 'TD'))
        writeCell(sheet, cell, top)
        sheet.document.endMarkedContent()
      }
      sheet.advance(heightOf(now))
      left = later
      if (hasLines(left)) repeatHead()
    }
    rule(sheet, sheet.y(), colours.line, 0.5)
    for (const [index, { text, isAltered }] of cells.entries())
      sheet.cell(element, index === 0 ? 'TH' : 'TD', contents[index] ?? [], {
        ...spokenAs(text, isAltered),
        ...(index === 0 && { scope: 'Row' }),
      })
  }

  sheet.advance(2)
  sheet.element(parent, 'Table', (element) => {
    if (!table.isCaptionHidden) {
      sheet.tagged(
        element,
        'Caption',
        () => sheet.writeLines(caption.lines, sheet.frame().left, styles.heading4),
        spokenAs(table.caption, caption.isAltered),
      )
      sheet.advance(1.5)
    }
    sheet.element(element, 'THead', (group) =>
      sheet.element(group, 'TR', (row) =>
        drawHead(sheet, head, (cell, top) =>
          sheet.tagged(row, 'TH', () => writeCell(sheet, cell, top), { ...spokenAs(cell.text, cell.isAltered), scope: 'Column' }),
        ),
      ),
    )
    sheet.element(element, 'TBody', (group) => {
      for (const cells of rows) sheet.element(group, 'TR', (row) => drawRow(row, cells))
    })
  })
  sheet.advance(4)
}
