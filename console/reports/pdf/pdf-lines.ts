import { withSoftHyphens } from '../../layout/soft-hyphens.ts'

/** Running text broken into lines of a given width. */

export interface BrokenText {
  readonly lines: readonly string[]
  /** A word has been broken, so the lines put together do not give the text again. */
  readonly hasBrokenWord: boolean
}

/** In the same unit as the width. */
export type Measure = (text: string) => number

const softHyphen = '\u00AD'

interface Split {
  readonly head: string
  readonly tail: string
}

/** As much of a word as fits behind what already stands on the line, at its soft hyphens. */
const atHyphen = (before: string, word: string, fits: (text: string) => boolean): Split | undefined => {
  const parts = withSoftHyphens(word).split(softHyphen)
  for (let count = parts.length - 1; count > 0; count--) {
    const head = `${before}${parts.slice(0, count).join('')}-`
    if (fits(head)) return { head, tail: parts.slice(count).join('') }
  }
  return undefined
}

/** As many letters as fit, at least one: for what has no place to break, such as a digest. */
const atLetter = (word: string, fits: (text: string) => boolean): Split => {
  const letters = Array.from(word)
  let count = letters.length - 1
  while (count > 1 && !fits(letters.slice(0, count).join(''))) count--
  return { head: letters.slice(0, count).join(''), tail: letters.slice(count).join('') }
}

const breakParagraph = (paragraph: string, fits: (text: string) => boolean): BrokenText => {
  const lines: string[] = []
  let line = ''
  let hasBrokenWord = false
  for (const word of paragraph.split(/[ \t]+/).filter((candidate) => candidate !== '')) {
    let rest = word
    while (!fits(line === '' ? rest : `${line} ${rest}`)) {
      const split = atHyphen(line === '' ? '' : `${line} `, rest, fits) ?? (line === '' ? atLetter(rest, fits) : undefined)
      if (split) {
        lines.push(split.head)
        rest = split.tail
        hasBrokenWord = true
      } else lines.push(line)
      line = ''
      // A single letter wider than the line stands there all the same.
      if (Array.from(rest).length <= 1) break
    }
    line = line === '' ? rest : `${line} ${rest}`
  }
  return { lines: [...lines, line], hasBrokenWord }
}

export const breakLines = (text: string, width: number, measure: Measure): BrokenText => {
  const paragraphs = text
    .replaceAll('\r', '')
    .split('\n')
    .map((paragraph) => breakParagraph(paragraph, (line) => measure(line) <= width))
  return {
    lines: paragraphs.flatMap(({ lines }) => lines),
    hasBrokenWord: paragraphs.some(({ hasBrokenWord }) => hasBrokenWord),
  }
}
