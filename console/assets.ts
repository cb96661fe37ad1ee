import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ProblemCatalogue } from './pages/problem.tsx'

/** The files that the console serves itself: stylesheets, themes, fonts and the browser script. */
export interface Assets {
  /** An address that changes when any file does, so that browsers may keep what they have for ever. */
  readonly href: (file: string) => string
  readonly find: (file: string) => { readonly body: Uint8Array<ArrayBuffer>; readonly contentType: string } | undefined
  readonly version: string
  /** The fonts that PDFs are written with, read when the first one is. */
  readonly pdfFonts: () => { readonly regular: Uint8Array; readonly semibold: Uint8Array }
  /** What the services' problem types mean; empty until the services have been read. */
  readonly problems: ProblemCatalogue
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

/** Beside the bundle when bundled; in the source tree when run from it. */
export const defaultAssetsDirectory = (): string => path.join(import.meta.dirname, 'assets')

/** Reads every file once, when the function starts. Refuses to start without the generated ones. */
export const loadAssets = (directory: string): Assets => {
  if (!existsSync(path.join(directory, 'generated', 'stamp')))
    throw new Error('The generated assets are missing: run scripts/build-assets.ts')
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => contentTypes[path.extname(name)])
    .toSorted()
  const files = new Map(names.map((name) => [name, new Uint8Array(readFileSync(path.join(directory, name)))]))
  const hash = createHash('sha256')
  for (const [name, body] of files) hash.update(name).update(body)
  const version = hash.digest('hex').slice(0, 12)
  const font = (name: string): Uint8Array => readFileSync(path.join(directory, 'generated', 'fonts', name))
  const problems = path.join(directory, 'generated', 'problems.json')
  return {
    version,
    // Written by scripts/build-assets.ts in this very form.
    problems: existsSync(problems) ? (JSON.parse(readFileSync(problems, 'utf8')) as ProblemCatalogue) : {},
    pdfFonts: () => ({ regular: font('SourceSans3-Regular.ttf'), semibold: font('SourceSans3-Semibold.ttf') }),
    href: (file) => `/assets/${version}/${file}`,
    find: (file) => {
      const body = files.get(file)
      const contentType = contentTypes[path.extname(file)]
      return body && contentType ? { body, contentType } : undefined
    },
  }
}
