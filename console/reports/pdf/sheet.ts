import PDFDocument from 'pdfkit'
import { breakLines } from './pdf-lines.ts'

/**
 * A4 sheets that are written from top to bottom. Whatever is written is either tagged as part of the document's structure
 * or marked as an artifact: that is what makes the file readable for those who listen to it (ISO 14289-1, PDF/UA-1).
 * Lengths are points.
 */

export type StructureElement = PDFKit.PDFStructureElement

/** The type declarations know fewer options than the library takes. */
type StructureOptions = NonNullable<Parameters<PDFKit.PDFDocument['struct']>[1]> & {
  readonly scope?: 'Row' | 'Column'
  readonly bbox?: readonly [number, number, number, number]
  readonly placement?: 'Block'
}

export interface Style {
  readonly font: 'regular' | 'semibold'
  readonly size: number
  /** From one line to the next. */
  readonly leading: number
  readonly colour: string
}

export const colours = {
  text: '#1b2430',
  quiet: '#4b5563',
  line: '#c5ccd5',
  tint: '#f0f3f6',
  good: '#14602f',
  warning: '#7a4a00',
  bad: '#9b1c1c',
} as const

export const styles = {
  title: { font: 'semibold', size: 17, leading: 20.5, colour: colours.text },
  kind: { font: 'semibold', size: 9.5, leading: 13, colour: colours.quiet },
  heading2: { font: 'semibold', size: 11.5, leading: 14.5, colour: colours.text },
  heading3: { font: 'semibold', size: 10.5, leading: 13.5, colour: colours.text },
  heading4: { font: 'semibold', size: 9.5, leading: 12.5, colour: colours.text },
  body: { font: 'regular', size: 9.5, leading: 12, colour: colours.text },
  strong: { font: 'semibold', size: 9.5, leading: 12, colour: colours.text },
  name: { font: 'regular', size: 9, leading: 12, colour: colours.quiet },
  note: { font: 'regular', size: 8.5, leading: 11, colour: colours.quiet },
  cell: { font: 'regular', size: 8.5, leading: 10.8, colour: colours.text },
  strongCell: { font: 'semibold', size: 8.5, leading: 10.8, colour: colours.text },
  columnHead: { font: 'semibold', size: 8, leading: 10.2, colour: colours.quiet },
  margin: { font: 'regular', size: 8, leading: 10, colour: colours.quiet },
} as const satisfies Record<string, Style>

const page = { width: 595.28, height: 841.89, left: 48, right: 48, top: 50, bottom: 46 } as const
const millisecondsPerSecond = 1_000

export interface Fonts {
  readonly regular: Uint8Array
  readonly semibold: Uint8Array
}

export interface SheetSettings {
  readonly fonts: Fonts
  readonly language: string
  readonly info: Readonly<Record<'Title' | 'Author' | 'Subject' | 'Keywords', string>>
  /** RFC 3339 in UTC. */
  readonly madeAt: string
}

export interface Frame {
  readonly left: number
  readonly width: number
}

/** A place to go back to, for what stands side by side. */
export interface Place {
  readonly page: number
  readonly y: number
}

/** Text as it stands on the paper. */
export interface WrittenText {
  readonly lines: readonly string[]
  /** The lines put together are not the text: a word is broken, or the font lacks a letter. */
  readonly isAltered: boolean
}

export interface Sheet {
  readonly document: PDFKit.PDFDocument
  readonly root: StructureElement
  readonly frame: () => Frame
  readonly withFrame: (frame: Frame, draw: () => void) => void
  readonly y: () => number
  readonly place: () => Place
  readonly goTo: (place: Place) => void
  readonly advance: (height: number) => void
  /** Down to the foot of the page. */
  readonly room: () => number
  readonly wholePage: number
  readonly isAtTop: () => boolean
  readonly newPage: () => void
  /** Goes to a new page when less than this is left, unless the page is empty. */
  readonly ensure: (height: number) => void
  readonly measure: (text: string, style: Style) => number
  readonly breakText: (text: string, width: number, style: Style) => WrittenText
  readonly writeAt: (text: string, at: { readonly x: number; readonly y: number }, style: Style) => void
  /** Lines one below the other in the frame, over as many pages as it takes. */
  readonly writeLines: (lines: readonly string[], x: number, style: Style) => void
  /** What is drawn becomes an element of the structure; a page may end in the middle of it. */
  readonly tagged: (parent: StructureElement, type: string, draw: () => void, options?: StructureOptions) => void
  readonly element: (
    parent: StructureElement,
    type: string,
    fill: (element: StructureElement) => void,
    options?: StructureOptions,
  ) => void
  /** An element of what has been marked already, for cells that are parted over pages. */
  readonly cell: (
    parent: StructureElement,
    type: string,
    contents: readonly PDFKit.PDFStructureContent[],
    options: StructureOptions,
  ) => void
  /** Lines, tints and whatever else says nothing by itself. */
  readonly artifact: (draw: () => void) => void
  /** An entry in the list of contents that readers show beside the pages; it leads here. */
  readonly outline: (title: string) => void
  /** Writes head and foot on every page, and ends the document. */
  readonly finish: (running: string, foot: string, pageWord: string) => Promise<Uint8Array<ArrayBuffer>>
}

interface FontWithGlyphs {
  readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean }
}

/**
 * Says which standard the file follows (ISO 14289-1, 5). The library would say it by itself, but then also lists the glyphs of
 * each font and leaves out those that others are put together from, which the same standard forbids (7.21.4.2).
 */
const pdfUaMark = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>
        `

/** In place of writing that the font lacks; the text behind it keeps the letters themselves. */
const replacement = '?'
/** What tells where lines end; it is not drawn. */
const layout = new Set(['\n', '\r', '\t', '\u00AD'])

export const createSheet = ({ fonts, language, info, madeAt }: SheetSettings): Sheet => {
  const moment = new Date(Math.floor(Date.parse(madeAt) / millisecondsPerSecond) * millisecondsPerSecond)
  const settings = {
    size: 'A4',
    margin: 0,
    // None to begin with: the library's own are not embedded.
    font: '',
    bufferPages: true,
    pdfVersion: '1.7' as const,
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { ...info, Creator: 'Behovsflödet', Producer: 'Behovsflödet', CreationDate: moment, ModDate: moment },
  }
  const document = new PDFDocument(settings)
  document.appendXML(pdfUaMark)
  const parts: Uint8Array[] = []
  document.on('data', (part: Uint8Array) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => {
    document.on('end', resolve)
    document.on('error', reject)
  })
  // A copy that is the library's own: it reads fonts from Buffers.
  for (const name of ['regular', 'semibold'] as const) document.registerFont(name, Buffer.from(fonts[name]))
  const root = document.struct('Document')
  document.addStructure(root)

  let frame: Frame = { left: page.left, width: page.width - page.left - page.right }
  let pageNumber = 0
  let pages = 1
  let y: number = page.top
  let open: { readonly type: string; readonly contents: PDFKit.PDFStructureContent[] } | undefined

  const use = ({ font, size }: Style): void => void document.font(font).fontSize(size)

  const writable = (text: string, style: Style): string => {
    use(style)
    // The font that has just been chosen; the type declarations keep it private.
    const { font } = (document as unknown as { readonly _font: FontWithGlyphs })._font
    return Array.from(text)
      .map((letter) => (layout.has(letter) || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : replacement))
      .join('')
  }

  const widths = new Map<string, number>()
  const measure: Sheet['measure'] = (text, style) => {
    const key = `${style.font} ${style.size} ${text}`
    const known = widths.get(key)
    if (known !== undefined) return known
    use(style)
    const width = document.widthOfString(text)
    widths.set(key, width)
    return width
  }

  const beginMark = (): void => {
    if (open) open.contents.push(document.markStructureContent(open.type))
  }
  const endMark = (): void => {
    if (open) document.endMarkedContent()
  }

  const turnTo = (number: number): void => {
    endMark()
    if (number < pages) document.switchToPage(number)
    else {
      document.addPage()
      pages += 1
    }
    pageNumber = number
    beginMark()
  }

  const newPage = (): void => {
    turnTo(pageNumber + 1)
    y = page.top
  }
  const room = (): number => page.height - page.bottom - y
  const isAtTop = (): boolean => y <= page.top
  const ensure = (height: number): void => {
    if (room() < height && !isAtTop()) newPage()
  }

  const writeAt: Sheet['writeAt'] = (text, { x, y: top }, style) => {
    if (text === '') return
    use(style)
    document.fillColor(style.colour).text(text, x, top, { lineBreak: false })
  }

  const artifact = (draw: () => void): void => {
    document.markContent('Artifact', { type: 'Layout' })
    draw()
    document.endMarkedContent()
  }

  return {
    document,
    root,
    frame: () => frame,
    withFrame: (inner, draw) => {
      const outer = frame
      frame = inner
      draw()
      frame = outer
    },
    y: () => y,
    place: () => ({ page: pageNumber, y }),
    goTo: (place) => {
      if (place.page !== pageNumber) turnTo(place.page)
      y = place.y
    },
    advance: (height) => {
      y += height
    },
    room,
    wholePage: page.height - page.top - page.bottom,
    isAtTop,
    newPage,
    ensure,
    measure,
    breakText: (text, width, style) => {
      const written = writable(text, style)
      const broken = breakLines(written, width, (line) => measure(line, style))
      return { lines: broken.lines, isAltered: broken.hasBrokenWord || written !== text }
    },
    writeAt,
    writeLines: (lines, x, style) => {
      for (const line of lines) {
        if (room() < style.leading) newPage()
        // The space keeps the words apart for those who listen.
        writeAt(line === '' ? '' : `${line} `, { x, y }, style)
        y += style.leading
      }
    },
    tagged: (parent, type, draw, options) => {
      open = { type, contents: [] }
      beginMark()
      draw()
      endMark()
      const { contents } = open
      open = undefined
      parent.add(document.struct(type, options, contents))
    },
    element: (parent, type, fill, options) => {
      const made = document.struct(type, options)
      parent.add(made)
      fill(made)
      made.end()
    },
    cell: (parent, type, contents, options) => void parent.add(document.struct(type, options, [...contents])),
    artifact,
    // The library counts the left edge from the right.
    outline: (title) => void document.outline.addItem(title, { top: y, left: page.width } as object),
    finish: async (running, foot, pageWord) => {
      root.end()
      for (let number = 0; number < pages; number++) {
        document.switchToPage(number)
        const told = `${pageWord} ${number + 1} (${pages})`
        artifact(() => {
          writeAt(running, { x: page.left, y: 26 }, styles.margin)
          writeAt(told, { x: page.width - page.right - measure(told, styles.margin), y: 26 }, styles.margin)
          writeAt(foot, { x: page.left, y: page.height - 32 }, styles.margin)
        })
      }
      document.end()
      await ended
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}
