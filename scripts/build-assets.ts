import { createHash } from 'node:crypto'
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { formatThemeCSS } from '@digdir/designsystemet'
import { build } from 'esbuild'
import type { County } from '#counties/county.ts'
import { countyIds, readCounty } from '../infra/deployment.ts'
import { kitProblems, problemType } from '../services/shared/lambda/problem.ts'
import type { ProblemText } from '../services/shared/lambda/problem.ts'
import { services } from '../services/services.ts'

/**
 * Makes what the console serves but nobody writes by hand: Designsystemet's stylesheet, one theme per county
 * from the county's own colour, the font, the browser script, and what the services' problem types mean. Everything
 * lands in console/assets/generated, which the bundler copies beside the function.
 */

const root = path.resolve(import.meta.dirname, '..')
const generated = path.join(root, 'console', 'assets', 'generated')
const stampFile = path.join(generated, 'stamp')
const browserSources = path.join(root, 'console', 'browser')

type Theme = County['theme']

const fromPackage = (file: string): string => path.join(root, 'node_modules', file)
const packages = [
  '@digdir/designsystemet',
  '@digdir/designsystemet-css',
  '@digdir/designsystemet-web',
  '@fontsource-variable/source-sans-3',
  'source-sans',
]
const fonts = ['latin', 'latin-ext'].map((script) => ({
  source: fromPackage(`@fontsource-variable/source-sans-3/files/source-sans-3-${script}-wght-normal.woff2`),
  name: `source-sans-3-${script}.woff2`,
}))

/** The same family for PDFs, which embed what they use of each weight; browsers never ask for these. */
const pdfFonts = ['SourceSans3-Regular.ttf', 'SourceSans3-Semibold.ttf']

/** Greys with a breath of blue, and a second colour for what must stand out without alarming. */
const neutral = '#1F2A37'
const support = '#7A4B94'

const themeOf = (colour: string, name: string): Promise<string> =>
  formatThemeCSS({
    name,
    colors: { main: { accent: colour }, support: { extra: support }, neutral },
    typography: { fontFamily: 'Source Sans 3 Variable' },
    borderRadius: 4,
    size: 'medium',
  } as Parameters<typeof formatThemeCSS>[0]) // The package's type also asks for what its own schema fills in.

/** The themes of every county that there is, so that a new one gets its own by its configuration alone. */
const readThemes = async (): Promise<readonly Theme[]> =>
  Promise.all(
    (await countyIds()).map(async (id) => {
      const county = await readCounty(id)
      if (!county) throw new Error(`counties/${id}.ts must export a county named ${id} with that id`)
      return county.theme
    }),
  )

/** The theme maker tells every step on standard output, and has no switch against it. */
const quietly = async <T>(work: () => Promise<T>): Promise<T> => {
  const { log } = console
  console.log = () => {}
  try {
    return await work()
  } finally {
    console.log = log
  }
}

/** By the last part of a problem's `type`. Where two services tell the same code in different words, the first is kept. */
const problemCatalogue = (): Record<string, ProblemText> => {
  const told: [string, ProblemText][] = [kitProblems, ...services.map(({ problems }) => problems)].flatMap((problems) =>
    Object.entries(problems),
  )
  return Object.fromEntries(told.toReversed().map(([code, text]) => [problemType(code).slice('/problems/'.length), text]))
}

/** Changes when anything that the output is made of changes: our sources, the themes, the packages' versions. */
const stamp = async (themes: readonly Theme[]): Promise<string> => {
  const hash = createHash('sha256')
  const files = [
    import.meta.filename,
    ...(await readdir(browserSources)).toSorted().map((name) => path.join(browserSources, name)),
  ]
  for (const file of [...files, ...packages.map((name) => fromPackage(`${name}/package.json`))]) hash.update(await readFile(file))
  hash.update(JSON.stringify([themes, problemCatalogue()]))
  return hash.digest('hex')
}

const isCurrent = async (expected: string): Promise<boolean> => {
  try {
    return (await readFile(stampFile, 'utf8')) === expected
  } catch {
    return false
  }
}

const generate = async (directory: string, themes: readonly Theme[]): Promise<void> => {
  await mkdir(path.join(directory, 'themes'), { recursive: true })
  await mkdir(path.join(directory, 'fonts'), { recursive: true })
  await copyFile(fromPackage('@digdir/designsystemet-css/dist/src/index.css'), path.join(directory, 'designsystemet.css'))
  for (const { source, name } of fonts) await copyFile(source, path.join(directory, 'fonts', name))
  for (const name of pdfFonts) await copyFile(fromPackage(`source-sans/TTF/${name}`), path.join(directory, 'fonts', name))
  for (const { colour, name } of themes) {
    const css = await quietly(() => themeOf(colour, name))
    await writeFile(path.join(directory, 'themes', `${name}.css`), css)
  }
  await writeFile(path.join(directory, 'problems.json'), JSON.stringify(problemCatalogue()))
  await build({
    absWorkingDir: root,
    entryPoints: ['console/browser/console.js'],
    outfile: path.join(directory, 'console.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  })
}

/** Makes the assets when they are missing or older than what they are made of. Answers whether it had to. */
export const buildAssets = async (): Promise<boolean> => {
  const themes = await readThemes()
  const expected = await stamp(themes)
  if (await isCurrent(expected)) return false
  // Made aside and moved into place, so that two runs at once never show each other half a folder.
  const aside = path.join(root, 'console', `.generated-${process.pid}`)
  await rm(aside, { recursive: true, force: true })
  await generate(aside, themes)
  await writeFile(path.join(aside, 'stamp'), expected)
  try {
    await rm(generated, { recursive: true, force: true })
    await rename(aside, generated)
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    // Another run may have put the same files there in between.
    if (!(await isCurrent(expected))) throw error
  }
  return true
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const isNew = await buildAssets()
  process.stdout.write(isNew ? 'console/assets/generated: made\n' : 'console/assets/generated: current\n')
}
