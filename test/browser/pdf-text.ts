import { inflateSync } from 'node:zlib'

/**
 * What is written in a PDF, page by page: enough of ISO 32000 for the files that pdfkit and Chromium make, whose fonts all
 * say which letters their signs stand for (9.10.3, ToUnicode).
 */

interface PdfObject {
  readonly dictionary: string
  readonly stream: string
}

const inflated = (bytes: Buffer): string => {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    // Not compressed.
    return bytes.toString('latin1')
  }
}

const readObjects = (pdf: Buffer): ReadonlyMap<string, PdfObject> =>
  new Map(
    [
      ...pdf.toString('latin1').matchAll(/(?<=^|\n)(\d+) 0 obj\s*([\s\S]*?)(?:\sstream\r?\n([\s\S]*?)\r?\nendstream\s*)?endobj/g),
    ].map(([, number = '', dictionary = '', stream = '']) => [
      number,
      { dictionary, stream: stream === '' ? '' : inflated(Buffer.from(stream, 'latin1')) },
    ]),
  )

/** UTF-16 in hexadecimal digits, which may stand apart. */
const characters = (hex: string): string => Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le')

interface Letters {
  /** Hexadecimal digits of a sign's code. */
  readonly digits: number
  readonly byCode: ReadonlyMap<string, string>
}

const readLetters = (map: string): Letters => {
  const byCode = new Map<string, string>()
  let digits = 4
  const note = (code: number, to: string): void => void byCode.set(code.toString(16).padStart(digits, '0'), to)
  for (const [, kind, block = ''] of map.matchAll(/beginbf(char|range)([\s\S]*?)endbf/g))
    for (const [, first = '', last = first, one, many = ''] of block.matchAll(
      kind === 'char' ? /<(\w+)>(\s*)<([\w ]+)>/g : /<(\w+)>\s*<(\w+)>\s*(?:<([\w ]+)>|\[([^\]]*)\])/g,
    )) {
      digits = first.length
      const from = parseInt(first, 16)
      const listed = [...many.matchAll(/<([\w ]+)>/g)].map(([, to = '']) => characters(to))
      const upTo = kind === 'char' ? from : parseInt(last, 16)
      for (let code = from; code <= upTo; code += 1)
        note(
          code,
          one === undefined
            ? (listed[code - from] ?? '')
            : code === from
              ? characters(one)
              : String.fromCodePoint(parseInt(one, 16) + code - from),
        )
    }
  return { digits, byCode }
}

/** The text of each page, a line for each piece that is set by itself. */
export const textOfPdf = (pdf: Buffer): string[] => {
  const objects = readObjects(pdf)
  const at = (reference: string | undefined): PdfObject => objects.get(reference ?? '') ?? { dictionary: '', stream: '' }
  const referenceIn = (dictionary: string, key: string): string | undefined =>
    new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1]

  const fontsOf = (page: string): ReadonlyMap<string, Letters> => {
    const resources = at(referenceIn(page, 'Resources')).dictionary || page
    const named = /\/Font\s*<<([^>]*)>>/.exec(resources)?.[1] ?? at(referenceIn(resources, 'Font')).dictionary
    return new Map(
      [...named.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', number]) => [
        name,
        readLetters(at(referenceIn(at(number).dictionary, 'ToUnicode')).stream),
      ]),
    )
  }

  const textOf = (page: string): string => {
    const fonts = fontsOf(page)
    let font: Letters | undefined
    const written = (hex: string): string =>
      (hex.toLowerCase().match(new RegExp(`.{${font?.digits ?? hex.length}}`, 'g')) ?? [])
        .map((code) => font?.byCode.get(code) ?? '')
        .join('')
    // A text object begins with BT: what is set within one belongs together.
    const told = [...at(referenceIn(page, 'Contents')).stream.matchAll(/\bBT\b|\/(\w+) [\d.]+ Tf|<(\w*)>/g)].map(
      ([operator, name, hex]) => {
        if (name !== undefined) font = fonts.get(name)
        return operator === 'BT' ? '\n' : hex === undefined ? '' : written(hex)
      },
    )
    return told.join('')
  }

  return [...objects.values()].flatMap(({ dictionary }) => (/\/Type \/Page\b/.test(dictionary) ? [textOf(dictionary)] : []))
}
