import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { kalmar } from '#counties/kalmar.ts'
import { akBrev } from '../../../demo/ak-brev/case.ts'
import { createClient } from '../../../demo/client.ts'
import type { Client } from '../../../demo/client.ts'
import type { DemoCase } from '../../../demo/demo-case.ts'
import { createDriver } from '../../../demo/drive-case.ts'
import type { Driven } from '../../../demo/drive-case.ts'
import { product, startSystem } from '../../../local/system.ts'
import { recordedContents } from '../../../test/infra/privileges/recorded-tests.ts'
import { exportCommand } from '../export-command.ts'
import { importCommand } from '../import-command.ts'
import { openInstance } from '../instance.ts'
import type { Instance } from '../instance.ts'
import { writeExport } from '../write-export.ts'

/** Folders that are gone when the tests are. */
export const createFolders = () => {
  const root = mkdtempSync(path.join(tmpdir(), 'behovsflodet-backup-'))
  let made = 0
  return {
    fresh: (): string => path.join(root, `folder-${(made += 1)}`),
    remove: (): void => rmSync(root, { recursive: true, force: true }),
  }
}

const contents = recordedContents({ ...product, createConsole: async () => () => async () => ({ statusCode: 404 }) }, kalmar.id)

/** Runs the product on a folder for as long as the work takes. */
export const withProduct = async <T>(dataDir: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const system = await startSystem({ port: 0, dataDir, county: kalmar }, contents)
  try {
    return await work(createClient(system.url))
  } finally {
    await system.stop()
  }
}

export const withInstance = async <T>(dataDir: string, work: (instance: Instance) => Promise<T>): Promise<T> => {
  const instance = await openInstance(kalmar, dataDir, {})
  try {
    return await work(instance)
  } finally {
    await instance.close()
  }
}

export const exportOf = (dataDir: string, to: string, now = new Date().toISOString()) =>
  withInstance(dataDir, (instance) => writeExport(instance, to, () => now))

const { ideas, matching } = akBrev.phases
if (!ideas || !matching) throw new Error('the dosing letter has no such phase')

/** The digital dosing letter, left at BP1 with the decision asked for. */
export const atFirstGate: DemoCase = { ...akBrev, phases: { ideas: { ...ideas, rulings: [], leaveUndecided: true } } }
/** The same case, taken over BP1 and left in matching. */
export const intoMatching: DemoCase = {
  ...akBrev,
  phases: { ideas, matching: { ...matching, content: { ...matching.content, opinions: [], sections: {} }, rulings: [] } },
}

export const drive = (client: Client, demo: DemoCase): Promise<Driven> =>
  createDriver({ client, say: () => undefined }).drive(demo)

export interface Finished {
  readonly code: number
  readonly lines: readonly string[]
  readonly errors: readonly string[]
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

const commands = { export: exportCommand, import: importCommand } as const

/** Runs the command in this process, with these arguments and this environment alone. */
export const runCommand = async (
  script: keyof typeof commands,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Finished> => {
  const lines: string[] = []
  const errors: string[] = []
  const code = await commands[script]({
    args,
    environment,
    printLine: (line) => void lines.push(...linesOf(line)),
    printFault: (line) => void errors.push(...linesOf(line)),
  })
  return { code, lines, errors }
}

/** Runs the command as npm does. */
export const runScript = (
  script: 'export' | 'import',
  args: readonly string[],
  environment: Record<string, string>,
): Promise<Finished> =>
  new Promise((resolve) => {
    const file = path.resolve(import.meta.dirname, '..', '..', `${script}.ts`)
    const child = execFile(
      process.execPath,
      [file, ...args],
      { env: { PATH: process.env['PATH'], ...environment } },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, lines: linesOf(out), errors: linesOf(err) }),
    )
  })
