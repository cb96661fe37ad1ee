import { cp, mkdir } from 'node:fs/promises'
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

// Some CommonJS packages ask for Node's own modules through require, which ESM lacks.
const banner = "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);"

const cloudEntry = (source: string, countyId: string): string => `
import { ${countyId} as county } from './counties/${countyId}.ts'
import { cloudRuntime } from './services/shared/lambda/runtime.ts'
import { create } from './${source}'
export const handler = create(cloudRuntime(county))
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
  plugins: [zodParsesOnly],
} satisfies BuildOptions

const fileName = 'index.mjs'

const bundleAt = (directory: string, { outputs }: Metafile): Bundle => {
  const file = path.relative(root, path.join(directory, fileName))
  const output = outputs[file]
  if (!output) throw new Error(`esbuild has not made ${file}`)
  return { directory, bytes: output.bytes }
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
  return new Map(Object.keys(sources).map((name) => [name, bundleAt(path.join(directory, name), metafile)]))
}

/** A module that Node cannot load by itself because it holds JSX, with the files that it serves beside it. */
export const bundleModule = async (source: string, directory: string, assets?: string): Promise<Bundle> => {
  await mkdir(directory, { recursive: true })
  const { metafile } = await build({ ...options, entryPoints: [source], outfile: path.join(directory, fileName) })
  if (assets) await cp(path.join(root, assets), path.join(directory, 'assets'), { recursive: true })
  return bundleAt(directory, metafile)
}
