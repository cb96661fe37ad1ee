import { cp, mkdir, writeFile } from 'node:fs/promises'
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
 * What lies beside a function as a file of its own, because most of its calls do without: it is loaded by an `import()`
 * the first time that it is used. By the name of that file, the source.
 */
const apartSources: Readonly<Record<string, string>> = {
  'opentelemetry.mjs': 'services/shared/lambda/opentelemetry.ts',
  'pdf-writer.mjs': 'console/reports/pdf/pdf-writer.ts',
  'read-table.mjs': 'console/tables/read-table.ts',
  'write-table.mjs': 'console/tables/write-table.ts',
}

const apart: Plugin = {
  name: 'apart',
  setup: (bundling) =>
    bundling.onResolve({ filter: /\/(opentelemetry|pdf-writer|read-table|write-table)\.ts$/ }, ({ kind, path: file }) =>
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

const bundleAt = (directory: string, { outputs }: Metafile): Bundle => {
  const file = path.relative(root, path.join(directory, fileName))
  const output = outputs[file]
  if (!output) throw new Error(`esbuild has not made ${file}`)
  return { directory, bytes: output.bytes }
}

/** Makes what the bundles in these folders load later, and puts it beside them. */
const putApart = async ({ outputs }: Metafile, directories: readonly string[]): Promise<void> => {
  const wanted = directories.flatMap((directory) => {
    const imports = outputs[path.relative(root, path.join(directory, fileName))]?.imports ?? []
    const names = new Set(imports.map(({ path: imported }) => path.basename(imported)))
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
  const { metafile } = await build({
    ...options,
    entryPoints: Object.entries(sources).map(([name, source]) => ({
      in: `${entryPrefix}${source}`,
      out: `${name}/${path.parse(fileName).name}`,
    })),
    outdir: directory,
    outExtension: { '.js': path.extname(fileName) },
    plugins: [...options.plugins, cloudEntries(countyId)],
  })
  await putApart(
    metafile,
    Object.keys(sources).map((name) => path.join(directory, name)),
  )
  return new Map(Object.keys(sources).map((name) => [name, bundleAt(path.join(directory, name), metafile)]))
}

/** A module that Node cannot load by itself because it holds JSX, with the files that it serves beside it. */
export const bundleModule = async (source: string, directory: string, assets?: string): Promise<Bundle> => {
  await mkdir(directory, { recursive: true })
  const { metafile } = await build({ ...options, entryPoints: [source], outfile: path.join(directory, fileName) })
  await putApart(metafile, [directory])
  if (assets) await cp(path.join(root, assets), path.join(directory, 'assets'), { recursive: true })
  return bundleAt(directory, metafile)
}
