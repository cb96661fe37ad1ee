import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ServiceDeclaration } from '#lambda/declaration.ts'
import { bundleFunctions } from './bundle.ts'
import type { Bundle } from './bundle.ts'

/** A Lambda function before it has a place: whose it is, which kind, and where its source lies. */
export interface FunctionSource {
  readonly service: string
  readonly kind: string
  /** From the project's root. */
  readonly source: string
  /** A folder of files that the function serves; it is put beside the bundle as `assets`. */
  readonly assets?: string
}

export const consoleSource: FunctionSource = {
  service: 'console',
  kind: 'web',
  source: 'console/lambda.ts',
  assets: 'console/assets',
}

export const functionKey = ({ service, kind }: Pick<FunctionSource, 'service' | 'kind'>): string => `${service}-${kind}`

/** Every function of a county: what the services declare, and the console. */
export const functionSources = (services: readonly ServiceDeclaration[]): readonly FunctionSource[] => [
  ...services.flatMap(({ name, functions }) =>
    functions.map((kind) => ({ service: name, kind, source: `services/${name}/lambda/${kind}.ts` })),
  ),
  consoleSource,
]

const root = path.resolve(import.meta.dirname, '..')

/**
 * Bundles functions for one county, each into its own folder under the directory, which is emptied first.
 * @returns by function key.
 */
export const bundleCounty = async (
  sources: readonly FunctionSource[],
  countyId: string,
  directory: string,
): Promise<ReadonlyMap<string, Bundle>> => {
  await rm(directory, { recursive: true, force: true })
  const bundles = await bundleFunctions(
    Object.fromEntries(sources.map((source) => [functionKey(source), source.source])),
    countyId,
    directory,
  )
  await Promise.all(
    sources.map(async (source) => {
      if (source.assets)
        await cp(path.join(root, source.assets), path.join(directory, functionKey(source), 'assets'), { recursive: true })
    }),
  )
  return bundles
}
