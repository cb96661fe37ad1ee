import { axisOf } from '../../charts/axis.ts'
import type { LegendEntry } from '../../charts/figure.tsx'
import type { Row } from '../../charts/rows.tsx'
import type { FigureBlock } from '../paper.ts'
import { drawText } from './draw-text.ts'
import { colours, styles } from './sheet.ts'
import type { Sheet, StructureElement } from './sheet.ts'
import { drawTable } from './draw-table.ts'

/** The same bar charts as on the page, as vectors: a sentence that says the finding, the drawing, what its marks mean, and its figures. */

const rowHeight = 27
const barHeight = 15
const axisHeight = 18
const labelShare = 0.3
const valueShare = 0.17
const ticks = 5
const leastBar = 1.2

interface Paint {
  readonly fill: string
  readonly stroke?: string
}

const paints = (accent: string): Readonly<Record<string, Paint>> => ({
  band: { fill: '#cfe0f0', stroke: accent },
  money: { fill: accent },
  total: { fill: accent },
  high: { fill: accent },
  up: { fill: colours.good },
  freed: { fill: '#dbe8f4', stroke: accent },
  low: { fill: '#dbe8f4', stroke: accent },
  pays: { fill: '#fbe9e9', stroke: colours.bad },
  down: { fill: '#fbe9e9', stroke: colours.bad },
  givesUp: { fill: '#ffffff', stroke: colours.bad },
})

const paintOf = (accent: string, name: string): Paint => paints(accent)[name.replace('chart__', '')] ?? { fill: colours.line }

const drawBar = (sheet: Sheet, area: readonly [number, number, number, number], { fill, stroke }: Paint): void => {
  const [x, y, width, height] = area
  sheet.document.rect(x, y, width, height).lineWidth(0.9)
  if (stroke) sheet.document.fillAndStroke(fill, stroke)
  else sheet.document.fill(fill)
}

const drawLine = (
  sheet: Sheet,
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  weight: number,
): void =>
  void sheet.document
    .moveTo(...from)
    .lineTo(...to)
    .lineWidth(weight)
    .strokeColor(colour)
    .stroke()

const drawRowsAt = (sheet: Sheet, figure: FigureBlock, accent: string): void => {
  const { left, width } = sheet.frame()
  const top = sheet.y()
  const labelWidth = width * labelShare
  const plot = [left + labelWidth + 6, left + width * (1 - valueShare) - 6] as const
  const values = figure.rows.flatMap(({ bars, mark }) => [
    ...bars.flatMap(({ from, to }) => [from, to]),
    ...(mark === undefined ? [] : [mark]),
  ])
  const axis = axisOf(values, plot, ticks)
  const height = figure.rows.length * rowHeight
  for (const tick of axis.ticks) {
    const x = axis.place(tick)
    drawLine(sheet, [x, top], [x, top + height], tick === 0 ? colours.quiet : colours.line, tick === 0 ? 1 : 0.5)
    const label = figure.tick(tick)
    sheet.writeAt(label, { x: x - sheet.measure(label, styles.margin) / 2, y: top + height + 4 }, styles.margin)
  }
  const drawRow = ({ label, value, bars, mark, isStrong }: Row, rowTop: number): void => {
    const style = isStrong ? styles.strongCell : styles.cell
    const { lines } = sheet.breakText(label, labelWidth, style)
    const firstLine = rowTop + (rowHeight - Math.min(2, lines.length) * style.leading) / 2
    for (const [index, line] of lines.slice(0, 2).entries())
      sheet.writeAt(`${line} `, { x: left, y: firstLine + index * style.leading }, style)
    for (const { from, to, className } of bars) {
      const [start, end] = [axis.place(Math.min(from, to)), axis.place(Math.max(from, to))]
      drawBar(
        sheet,
        [start, rowTop + (rowHeight - barHeight) / 2, Math.max(leastBar, end - start), barHeight],
        paintOf(accent, className),
      )
    }
    if (mark !== undefined) {
      const x = axis.place(mark)
      drawLine(sheet, [x, rowTop + 3], [x, rowTop + rowHeight - 3], colours.text, 2)
    }
    sheet.writeAt(
      `${value} `,
      { x: left + width - sheet.measure(value, style), y: rowTop + (rowHeight - style.leading) / 2 },
      style,
    )
  }
  for (const [index, row] of figure.rows.entries()) drawRow(row, top + index * rowHeight)
  sheet.advance(height + axisHeight)
}

const swatch = { width: 14, height: 7, gap: 4, between: 16 } as const

const isLineMark = (mark: LegendEntry['mark']): boolean =>
  mark === 'net' || mark === 'line' || mark === 'reference' || mark === 'reference2'

/** What the marks mean; the patches are for the eye, the words for everybody. */
const drawLegend = (sheet: Sheet, parent: StructureElement, { legend }: FigureBlock, accent: string): void => {
  const style = styles.note
  let x = sheet.frame().left
  const y = sheet.y()
  sheet.element(parent, 'L', (list) => {
    for (const { mark, label } of legend) {
      const at = x
      sheet.artifact(() => {
        if (isLineMark(mark))
          drawLine(sheet, [at + swatch.width / 2, y], [at + swatch.width / 2, y + swatch.height + 2], colours.text, 2)
        else drawBar(sheet, [at, y + 1.5, swatch.width, swatch.height], paintOf(accent, mark))
      })
      sheet.element(list, 'LI', (row) =>
        sheet.tagged(row, 'LBody', () => sheet.writeAt(`${label} `, { x: at + swatch.width + swatch.gap, y }, style)),
      )
      x += swatch.width + swatch.gap + sheet.measure(label, style) + swatch.between
    }
  })
  sheet.advance(style.leading + 4)
}

export const drawFigure = (sheet: Sheet, parent: StructureElement, figure: FigureBlock, accent: string): void => {
  const height = figure.rows.length * rowHeight + axisHeight
  // The finding, the drawing and its legend stay together.
  sheet.ensure(height + 3 * styles.body.leading + 20)
  sheet.advance(4)
  drawText(sheet, parent, figure.finding, { style: styles.strong })
  sheet.advance(4)
  const { left, width } = sheet.frame()
  const top = sheet.y()
  sheet.tagged(parent, 'Figure', () => drawRowsAt(sheet, figure, accent), {
    alt: `${figure.title}. ${figure.finding} ${figure.description}`,
    bbox: [left, top, left + width, top + height],
    placement: 'Block',
  })
  drawLegend(sheet, parent, figure, accent)
  drawText(sheet, parent, figure.description, { style: styles.note })
  drawTable(sheet, parent, figure.table)
}
