import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from '@swc/core'
import * as z from 'zod'

/**
 * The project's modules and what each imports, read from their syntax trees, so that imports of types alone,
 * subpath imports (`#contracts/...`), re-exports and `import()` are all seen.
 */

export interface Import {
  /** A path from the project's root, or a package's name as it is imported (`node:fs`, `@aws-sdk/client-sqs`). */
  readonly to: string
  readonly isTypeOnly: boolean
  /** `zod` as a namespace is allowed and as names is not; other packages may be either. */
  readonly isNamespace: boolean
}

export interface Module {
  /** From the project's root, with forward slashes. */
  readonly path: string
  readonly imports: readonly Import[]
  readonly hasDefaultExport: boolean
  /** Nothing but re-exports. */
  readonly isBarrel: boolean
  /** `Date.now`, `new Date()`, `Math.random`, `randomUUID`, `uuidv7`: the clock and the ids, read behind the caller's back. */
  readonly ambientReads: readonly string[]
}

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const walk = (value: unknown, visit: (node: Node) => void): void => {
  if (Array.isArray(value)) for (const member of value) walk(member, visit)
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) visit(value)
    for (const member of Object.values(value)) walk(member, visit)
  }
}

const literal = z.object({ value: z.string() })
const named = z.object({
  typeOnly: z.boolean().optional(),
  specifiers: z.array(z.looseObject({ type: z.string(), isTypeOnly: z.boolean().optional() })).optional(),
})

interface Found {
  readonly specifier: string
  readonly isTypeOnly: boolean
  readonly isNamespace: boolean
}

const importOf = (node: Node): Found | undefined => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration': {
      if (node['source'] === null || node['source'] === undefined) return undefined
      const { typeOnly = false, specifiers = [] } = named.parse(node)
      return {
        specifier: literal.parse(node['source']).value,
        isTypeOnly: typeOnly || (specifiers.length > 0 && specifiers.every(({ isTypeOnly = false }) => isTypeOnly)),
        isNamespace: specifiers.some(({ type }) => type === 'ImportNamespaceSpecifier'),
      }
    }
    case 'TsImportType':
      return { specifier: literal.parse(node['argument']).value, isTypeOnly: true, isNamespace: false }
    case 'CallExpression': {
      if (!isNode(node['callee']) || node['callee'].type !== 'Import') return undefined
      const target = z
        .array(z.object({ expression: z.looseObject({ type: z.string() }) }))
        .parse(node['arguments'])[0]?.expression
      // An address that is computed leads to no module of ours that could be named.
      return target?.type === 'StringLiteral'
        ? { specifier: literal.parse(target).value, isTypeOnly: false, isNamespace: true }
        : undefined
    }
    default:
      return undefined
  }
}

const nameOf = (node: unknown): string | undefined =>
  isNode(node) && node.type === 'Identifier' ? String(node['value']) : undefined

const ambientReadOf = (node: Node): string | undefined => {
  if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date')
    return Array.isArray(node['arguments']) && node['arguments'].length > 0 ? undefined : 'new Date()'
  if (node.type !== 'MemberExpression' && node.type !== 'CallExpression') return undefined
  const called = node.type === 'CallExpression' ? nameOf(node['callee']) : undefined
  if (called === 'randomUUID' || called === 'uuidv7' || called === 'uuidv4') return called
  const member = `${nameOf(node['object']) ?? ''}.${nameOf(node['property']) ?? ''}`
  return ['Date.now', 'Math.random', 'crypto.randomUUID', 'performance.now'].includes(member) ? member : undefined
}

const reExports = new Set(['ExportAllDeclaration', 'ExportNamedDeclaration'])

/** Where a specifier leads. `subpaths` is the project's own `imports` of package.json. */
export const resolve = (from: string, specifier: string, subpaths: Readonly<Record<string, string>>): string => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  for (const [pattern, target] of Object.entries(subpaths)) {
    const prefix = pattern.replace('*', '')
    if (specifier.startsWith(prefix)) return posix.normalize(target.replace('*', specifier.slice(prefix.length)))
  }
  return specifier
}

export const readModule = (path: string, text: string, subpaths: Readonly<Record<string, string>>): Module => {
  const { body } = parseSync(text, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'esnext' })
  const imports: Import[] = []
  const ambientReads: string[] = []
  walk(body, (node) => {
    const found = importOf(node)
    if (found)
      imports.push({ to: resolve(path, found.specifier, subpaths), isTypeOnly: found.isTypeOnly, isNamespace: found.isNamespace })
    const read = ambientReadOf(node)
    if (read) ambientReads.push(read)
  })
  const kinds = body.map(({ type }) => type as string)
  const exportsDefault = (node: Node): boolean =>
    node.type.startsWith('ExportDefault') ||
    (node.type === 'ExportSpecifier' &&
      (nameOf(node['exported']) === 'default' || (node['exported'] === null && nameOf(node['orig']) === 'default')))
  let hasDefaultExport = false
  walk(body, (node) => {
    if (exportsDefault(node)) hasDefaultExport = true
  })
  const isReExport = (node: unknown): boolean =>
    isNode(node) && reExports.has(node.type) && node['source'] !== null && node['source'] !== undefined
  return { path, imports, hasDefaultExport, isBarrel: kinds.length > 0 && body.every(isReExport), ambientReads }
}

const root = join(import.meta.dirname, '..', '..')
const folders = ['services', 'counties', 'console', 'infra', 'local', 'demo', 'scripts', 'test', 'bench']
const skipped = new Set(['node_modules', 'cdk.out', 'dist', '.data', 'assets', 'fixtures'])

const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesUnder(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })

const manifest = z.object({ imports: z.record(z.string(), z.string()) })

export const projectSubpaths = (): Readonly<Record<string, string>> =>
  manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).imports

/** Every TypeScript module of the project. */
export const readProject = (): Module[] => {
  const subpaths = projectSubpaths()
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap(filesUnder)
    .map((path) => readModule(path, readFileSync(join(root, path), 'utf8'), subpaths))
}
