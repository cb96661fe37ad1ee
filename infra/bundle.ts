import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'
import type { BuildOptions, Metafile, Plugin } from 'esbuild'

/**
 * One way to bundle a function, for the cloud, for one machine and for the size check: ESM for Node 24, with
 * the AWS clients inside. The entry is made here: a function's file exports `create(runtime)`, and this ties
 * it to the county and to the cloud's runtime.
 */

const root = path.resolve(import.meta.dirname, '..')

export interface Bundle {
  readonly directory: string
  /** What is read before the first request: the function's file and those that it always imports. */
  readonly bytes: number
}

/** The clients' default credential chain looks in places that a Lambda does not have, at 135 kB; see its file. */
const alias = { '@aws-sdk/credential-provider-node': path.join(root, 'infra', 'lambda-credentials.ts') }

/** zod's parts that write JSON Schema, which only scripts do; see the file that stands in. */
const zodParsesOnly: Plugin = {
  name: 'zod-parses-only',
  setup: (bundling) =>
    bundling.onResolve({ filter: /\/(json-schema-processors|to-json-schema)\.js$/ }, ({ importer }) =>
      importer.includes(path.join('node_modules', 'zod')) ? { path: path.join(root, 'infra', 'zod-parses-only.ts') } : undefined,
    ),
}

/** What the AWS clients would need for event streams, which no call of ours has; see the file that stands in. */
const noEventStreams: Plugin = {
  name: 'no-event-streams',
  setup: (bundling) =>
    bundling.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, () => ({
      path: path.join(root, 'infra', 'no-event-streams.ts'),
    })),
}

/**
 * What lies beside every function as a file of its own, because it is loaded by an `import()` where traces are collected and
 * nowhere else. By the name of that file, the source.
 */
const apartSources: Readonly<Record<string, string>> = {
  'opentelemetry.mjs': 'services/shared/lambda/opentelemetry.ts',
}

const apart: Plugin = {
  name: 'apart',
  setup: (bundling) =>
    bundling.onResolve({ filter: /\/opentelemetry\.ts$/ }, ({ kind, path: file }) =>
      kind === 'dynamic-import' ? { path: `./${path.parse(file).name}.mjs`, external: true } : undefined,
    ),
}

/**
 * The PDF writer's font library can decompress WOFF2, at half a megabyte. Our fonts are TrueType files as they are, so it
 * gets a decompressor that says so.
 */
const noBrotli: Plugin = {
  name: 'no-brotli',
  setup: (bundling) => {
    bundling.onResolve({ filter: /^brotli\/decompress\.js$/ }, ({ path: file }) => ({ path: file, namespace: 'no-brotli' }))
    bundling.onLoad({ filter: /.*/, namespace: 'no-brotli' }, () => ({
      contents: "export default () => { throw new Error('This font is WOFF2; give the TrueType file') }",
    }))
  },
}

// Some CommonJS packages ask for Node's own modules through require, which ESM lacks.
const banner = "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);"

const cloudEntry = (source: string, countyId: string): string => `
import { ${countyId} as county } from './counties/${countyId}.ts'
import { cloudRuntime } from './services/shared/lambda/runtime.ts'
import { create } from './${source}'
export const handler = create(await cloudRuntime(county))
`

const options = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: false,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  alias,
  banner: { js: banner },
  metafile: true,
  logLevel: 'silent',
  legalComments: 'none',
  plugins: [zodParsesOnly, noEventStreams, noBrotli, apart],
} satisfies BuildOptions

const fileName = 'index.mjs'

/** A file and what it always imports, each once. */
const readAtStart = (file: string, outputs: Metafile['outputs'], seen = new Set<string>()): Set<string> => {
  seen.add(file)
  for (const { path: imported, kind, external } of outputs[file]?.imports ?? [])
    if (kind === 'import-statement' && external !== true && !seen.has(imported)) readAtStart(imported, outputs, seen)
  return seen
}

const bundleAt = (directory: string, metafile: Metafile): Bundle => {
  const file = path.relative(root, path.join(directory, fileName))
  if (!metafile.outputs[file]) throw new Error(`esbuild has not made ${file}`)
  const files = [...readAtStart(file, metafile.outputs)]
  return { directory, bytes: files.reduce((sum, each) => sum + (metafile.outputs[each]?.bytes ?? 0), 0) }
}

/** Makes what the bundles in these folders load later, and puts it beside them. */
const putApart = async ({ outputs }: Metafile, directories: readonly string[]): Promise<void> => {
  const wanted = directories.flatMap((directory) => {
    const made = Object.entries(outputs).filter(([file]) => path.dirname(path.join(root, file)) === path.resolve(directory))
    const names = new Set(made.flatMap(([, { imports }]) => imports.map(({ path: imported }) => path.basename(imported))))
    return Object.entries(apartSources).flatMap(([name, source]) => (names.has(name) ? [{ directory, name, source }] : []))
  })
  const made = new Map(
    await Promise.all(
      [...new Set(wanted.map(({ source }) => source))].map(async (source) => {
        const { outputFiles } = await build({ ...options, metafile: false, entryPoints: [source], write: false })
        return [source, outputFiles[0]?.contents] as const
      }),
    ),
  )
  await Promise.all(
    wanted.map(async ({ directory, name, source }) => writeFile(path.join(directory, name), made.get(source) ?? '')),
  )
}

const entryPrefix = 'cloud-entry:'

/** Makes an entry out of `cloud-entry:` and a function's file. */
const cloudEntries = (countyId: string): Plugin => ({
  name: 'cloud-entries',
  setup: (bundling) => {
    bundling.onResolve({ filter: new RegExp(`^${entryPrefix}`) }, ({ path: entry }) => ({ path: entry, namespace: 'cloud' }))
    bundling.onLoad({ filter: /.*/, namespace: 'cloud' }, ({ path: entry }) => ({
      contents: cloudEntry(entry.slice(entryPrefix.length), countyId),
      resolveDir: root,
      loader: 'ts',
    }))
  },
})

/**
 * Functions that load parts of themselves with `import()` when they are asked for: those parts become files of their own,
 * and what they share with the rest is not made twice.
 */
const splitSources: readonly string[] = ['console/lambda.ts']

const split = {
  splitting: true,
  chunkNames: '[name]-[hash]',
  outExtension: { '.js': path.extname(fileName) },
} satisfies BuildOptions

/** One function in parts, each in the function's own folder. */
const bundleInParts = async (entry: string, directory: string, plugins: readonly Plugin[] = []): Promise<Bundle> => {
  const { metafile } = await build({
    ...options,
    ...split,
    entryPoints: [{ in: entry, out: path.parse(fileName).name }],
    outdir: directory,
    plugins: [...options.plugins, ...plugins],
  })
  await putApart(metafile, [directory])
  return bundleAt(directory, metafile)
}

/**
 * All functions at once, so that what they share is read once: a tenth of the time of one after the other, and
 * the same bytes.
 * @param sources by the name of the folder that each goes into: the function's file from the project's root, for
 *   example `services/ideas/lambda/api.ts`.
 * @returns by the same name.
 */
export const bundleFunctions = async (
  sources: Readonly<Record<string, string>>,
  countyId: string,
  directory: string,
): Promise<ReadonlyMap<string, Bundle>> => {
  const isSplit = ([, source]: readonly [string, string]): boolean => splitSources.includes(source)
  const whole = Object.entries(sources).filter((each) => !isSplit(each))
  const { metafile } = await build({
    ...options,
    entryPoints: whole.map(([name, source]) => ({
      in: `${entryPrefix}${source}`,
      out: `${name}/${path.parse(fileName).name}`,
    })),
    outdir: directory,
    outExtension: { '.js': path.extname(fileName) },
    plugins: [...options.plugins, cloudEntries(countyId)],
  })
  await putApart(
    metafile,
    whole.map(([name]) => path.join(directory, name)),
  )
  const inParts = await Promise.all(
    Object.entries(sources)
      .filter(isSplit)
      .map(
        async ([name, source]) =>
          [name, await bundleInParts(`${entryPrefix}${source}`, path.join(directory, name), [cloudEntries(countyId)])] as const,
      ),
  )
  return new Map([...whole.map(([name]) => [name, bundleAt(path.join(directory, name), metafile)] as const), ...inParts])
}

/** A module that Node cannot load by itself because it holds JSX, with the files that it serves beside it. */
export const bundleModule = async (source: string, directory: string, assets?: string): Promise<Bundle> => {
  // Parts of earlier versions have names of their own, and would lie there for ever.
  await rm(directory, { recursive: true, force: true })
  await mkdir(directory, { recursive: true })
  const bundle = await bundleInParts(source, directory)
  if (assets) await cp(path.join(root, assets), path.join(directory, 'assets'), { recursive: true })
  return bundle
}
