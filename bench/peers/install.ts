import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'

/** The peers' packages, which only a bench with `--peers` needs: from their own lockfile, into their own node_modules. */

const folder = import.meta.dirname
const patienceMilliseconds = 300_000
const manifest = z.object({ version: z.string() })
const declared = z.object({ dependencies: z.record(z.string(), z.string()) })

const readJson = (...parts: string[]): unknown => JSON.parse(readFileSync(path.join(folder, ...parts), 'utf8'))

/** Whether every declared package is there in its version. */
export const isInstalled = (): boolean =>
  Object.entries(declared.parse(readJson('package.json')).dependencies).every(
    ([name, version]) =>
      existsSync(path.join(folder, 'node_modules', name, 'package.json')) &&
      manifest.parse(readJson('node_modules', name, 'package.json')).version === version,
  )

/** @returns why it cannot be done, in one line; undefined when it is done. */
export const install = async (say: (line: string) => void): Promise<string | undefined> => {
  say('Installing the peers (about 230 MB, once) ...')
  try {
    // No script of theirs needs to run: the server's binary comes as a package.
    await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      timeout: patienceMilliseconds,
    })
    return undefined
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string } // what execFile rejects with
    const lines = `${stderr}\n${message}`.split('\n')
    return (
      lines.find((line) => /\berror\b/i.test(line) && !/complete log/i.test(line))?.trim() ??
      message.split('\n')[0] ??
      'npm failed'
    )
  }
}
