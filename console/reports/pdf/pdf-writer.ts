import type { Text } from '#contracts/language.ts'
import type { Block, Paper } from '../paper.ts'
import { textOf } from '../paper.ts'
import { drawFigure } from './draw-figure.ts'
import { drawTable } from './draw-table.ts'
import { drawCallout, drawFacts, drawHeading, drawList, drawText } from './draw-text.ts'
import { createSheet, styles } from './sheet.ts'
import type { Fonts, Sheet, StructureElement } from './sheet.ts'

/**
 * A paper as a tagged PDF after PDF/UA-1 (ISO 14289-1): language, title, headings, lists, tables with heading cells and
 * figures with alternatives are in the structure; what only decorates is marked as such. The same paper always gives the
 * same bytes.
 */

const pageWord: Text = { sv: 'Sida', en: 'Page' }
const between = 18

interface Drawing {
  readonly sheet: Sheet
  readonly accent: string
}

const paragraphStyles = { plain: styles.body, strong: styles.strong, note: styles.note } as const

/** Both begin at the same height, and what follows begins below the longer. */
const drawColumns = (drawing: Drawing, parent: StructureElement, { left, right }: Extract<Block, { kind: 'columns' }>): void => {
  const { sheet } = drawing
  const frame = sheet.frame()
  const width = (frame.width - between) / 2
  const start = sheet.place()
  sheet.withFrame({ left: frame.left, width }, () => drawBlocks(drawing, parent, left))
  const afterLeft = sheet.place()
  sheet.goTo(start)
  sheet.withFrame({ left: frame.left + width + between, width }, () => drawBlocks(drawing, parent, right))
  const afterRight = sheet.place()
  if (afterLeft.page > afterRight.page || (afterLeft.page === afterRight.page && afterLeft.y > afterRight.y))
    sheet.goTo(afterLeft)
}

const drawBlock = (drawing: Drawing, parent: StructureElement, block: Block): void => {
  const { sheet, accent } = drawing
  switch (block.kind) {
    case 'heading':
      return drawHeading(sheet, parent, block)
    case 'paragraph':
      drawText(sheet, parent, block.text, { style: paragraphStyles[block.style ?? 'plain'] })
      return sheet.advance(3)
    case 'callout':
      return drawCallout(sheet, parent, block)
    case 'facts':
      return drawFacts(sheet, parent, block.rows)
    case 'list':
      return drawList(sheet, parent, block.items)
    case 'table':
      return drawTable(sheet, parent, block)
    case 'figure':
      return drawFigure(sheet, parent, block, accent)
    case 'columns':
      return drawColumns(drawing, parent, block)
    case 'newPage':
      if (!sheet.isAtTop()) sheet.newPage()
  }
}

const drawBlocks = (drawing: Drawing, parent: StructureElement, blocks: readonly Block[]): void => {
  for (const block of blocks) drawBlock(drawing, parent, block)
}

const drawHead = ({ sheet, accent }: Drawing, paper: Paper): void => {
  const { root } = sheet
  drawText(sheet, root, paper.kind, { style: { ...styles.kind, colour: accent } })
  drawText(sheet, root, paper.title, { type: 'H1', style: styles.title })
  const told = paper.head.map(([name, value]) => `${name}: ${textOf(value)}`).join(' · ')
  drawText(sheet, root, told, { style: styles.note })
  sheet.advance(3)
  const { left, width } = sheet.frame()
  sheet.artifact(() => {
    sheet.document.rect(left, sheet.y(), width, 1.6).fill(accent)
  })
  sheet.advance(3)
}

export const writePdf = async (paper: Paper, fonts: Fonts): Promise<Uint8Array<ArrayBuffer>> => {
  const sheet = createSheet({
    fonts,
    language: paper.language === 'sv' ? 'sv-SE' : 'en-GB',
    info: { Title: paper.title, Author: paper.author, Subject: paper.subject, Keywords: paper.keywords.join('; ') },
    madeAt: paper.madeAt,
  })
  const drawing: Drawing = { sheet, accent: paper.accent }
  drawHead(drawing, paper)
  drawBlocks(drawing, sheet.root, paper.blocks)
  return sheet.finish(paper.running, paper.foot, pageWord[paper.language])
}
