import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..', '..')
const limitMs = 120_000

/** Runs one of the project's commands as people do. @returns how it ended and what it said, line by line. */
export const runScript = async (
  script: string,
  args: readonly string[],
  { environment, signal }: { readonly environment: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<{ readonly code: number | null; readonly lines: readonly string[] }> => {
  const child = spawn(process.execPath, [path.join(root, 'scripts', script), ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    signal,
  })
  let output = ''
  child.stdout.on('data', (part: Buffer) => (output += part.toString()))
  child.stderr.on('data', (part: Buffer) => (output += part.toString()))
  const [code] = (await once(child, 'close')) as [number | null] // what the event carries
  return { code, lines: output.trim().split('\n') }
}
