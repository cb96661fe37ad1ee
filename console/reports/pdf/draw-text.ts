import type { CellText, Fact, Tone } from '../paper.ts'
import { textOf } from '../paper.ts'
import { colours, styles } from './sheet.ts'
import type { Sheet, StructureElement, Style } from './sheet.ts'

/** Headings, running text, lists and facts. */

/** What a reader hears where the lines are not the text itself. */
export const spokenAs = (text: string, isAltered: boolean): { readonly actual?: string } => (isAltered ? { actual: text } : {})

export const toned = (style: Style, tone: Tone | undefined): Style => (tone ? { ...style, colour: colours[tone] } : style)

/** A paragraph of its own kind, over the whole frame. */
export const drawText = (
  sheet: Sheet,
  parent: StructureElement,
  text: string,
  { type = 'P', style }: { type?: string; style: Style },
): void => {
  const { left, width } = sheet.frame()
  const { lines, isAltered } = sheet.breakText(text, width, style)
  sheet.ensure(Math.min(lines.length, 2) * style.leading)
  sheet.tagged(parent, type, () => sheet.writeLines(lines, left, style), spokenAs(text, isAltered))
}

const headingStyles = { 2: styles.heading2, 3: styles.heading3, 4: styles.heading4 } as const
const spaceBefore = { 2: 6, 3: 7, 4: 5 } as const
/** A heading never stands last on a page. */
const roomAfter = 34

export const drawHeading = (
  sheet: Sheet,
  parent: StructureElement,
  { level, text }: { level: 2 | 3 | 4; text: string },
): void => {
  const style = headingStyles[level]
  const { width } = sheet.frame()
  const { lines } = sheet.breakText(text, width, style)
  sheet.ensure(spaceBefore[level] + lines.length * style.leading + roomAfter)
  if (!sheet.isAtTop()) sheet.advance(spaceBefore[level])
  if (level === 2) sheet.outline(text)
  drawText(sheet, parent, text, { type: `H${level}`, style })
  sheet.advance(1.5)
}

const calloutPadding = { x: 9, y: 4.5 } as const
const barWidth = 3

export const drawCallout = (sheet: Sheet, parent: StructureElement, { text, tone }: { text: string; tone: Tone }): void => {
  const { left, width } = sheet.frame()
  const style = styles.strong
  const inner = { left: left + calloutPadding.x, width: width - 2 * calloutPadding.x }
  const { lines } = sheet.breakText(text, inner.width, style)
  const height = lines.length * style.leading + 2 * calloutPadding.y - 1
  sheet.ensure(height)
  const top = sheet.y()
  sheet.artifact(() => {
    sheet.document.rect(left, top, width, height).fill(colours.tint)
    sheet.document.rect(left, top, barWidth, height).fill(colours[tone])
  })
  sheet.advance(calloutPadding.y)
  sheet.withFrame(inner, () => drawText(sheet, parent, text, { style }))
  sheet.advance(calloutPadding.y + 3)
}

const bullet = '•'
const bulletWidth = 10

export const drawList = (sheet: Sheet, parent: StructureElement, items: readonly string[]): void => {
  const { left, width } = sheet.frame()
  const style = styles.body
  sheet.element(parent, 'L', (list) => {
    for (const item of items)
      sheet.element(list, 'LI', (row) => {
        const { lines, isAltered } = sheet.breakText(item, width - bulletWidth, style)
        sheet.ensure(Math.min(lines.length, 2) * style.leading)
        sheet.tagged(row, 'Lbl', () => sheet.writeAt(bullet, { x: left, y: sheet.y() }, style))
        sheet.tagged(row, 'LBody', () => sheet.writeLines(lines, left + bulletWidth, style), spokenAs(item, isAltered))
        sheet.advance(0.5)
      })
  })
  sheet.advance(2)
}

const nameShare = 0.37
const widestName = 170
const gap = 8

const valueStyle = (value: CellText): Style => {
  if (typeof value === 'string') return styles.body
  return toned(value.isStrong ? styles.strong : styles.body, value.tone)
}

/** Name and value side by side; a list whose labels are the names. */
export const drawFacts = (sheet: Sheet, parent: StructureElement, rows: readonly Fact[]): void => {
  const { left, width } = sheet.frame()
  const nameWidth = Math.min(widestName, width * nameShare)
  const valueLeft = left + nameWidth + gap
  sheet.element(parent, 'L', (list) => {
    for (const [name, value] of rows)
      sheet.element(list, 'LI', (row) => {
        const style = valueStyle(value)
        const text = textOf(value)
        const names = sheet.breakText(name, nameWidth, styles.name)
        const values = sheet.breakText(text, width - nameWidth - gap, style)
        // A name is never parted from the beginning of its value, nor broken over two pages.
        sheet.ensure(Math.max(names.lines.length, Math.min(values.lines.length, 2)) * style.leading)
        const top = sheet.place()
        sheet.tagged(row, 'Lbl', () => sheet.writeLines(names.lines, left, styles.name), spokenAs(name, names.isAltered))
        const afterName = sheet.y()
        sheet.goTo(top)
        sheet.tagged(row, 'LBody', () => sheet.writeLines(values.lines, valueLeft, style), spokenAs(text, values.isAltered))
        if (sheet.place().page === top.page && sheet.y() < afterName) sheet.goTo({ ...top, y: afterName })
        sheet.advance(1.5)
      })
  })
  sheet.advance(3)
}
