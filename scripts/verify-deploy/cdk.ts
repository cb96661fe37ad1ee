import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import type { Text } from '#contracts/language.ts'
import { settingError } from '../../local/settings.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const program = path.join(root, 'node_modules', 'aws-cdk', 'bin', 'cdk')

interface CdkSettings {
  readonly environment: NodeJS.ProcessEnv
  readonly logFile: string
  readonly limitSeconds: number
  readonly signal: AbortSignal
}

/** The line that says what went wrong, out of all that the CDK writes. */
export const reasonIn = (output: string): string => {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return (
    lines.find((line) => /CREATE_FAILED|UPDATE_FAILED/.test(line)) ??
    lines.find((line) => /^\w*Error: /.test(line)) ??
    lines.findLast((line) => /error|failed/i.test(line)) ??
    lines.at(-1) ??
    ''
  )
}

const failed = (what: string, reason: string, logFile: string): Error =>
  settingError({
    sv: `${what} misslyckades: ${reason} (allt står i ${logFile})`,
    en: `${what} failed: ${reason} (all of it is in ${logFile})`,
  })

const hung = (what: string, { limitSeconds, logFile }: CdkSettings): Text => ({
  sv: `${what} var inte klar efter ${limitSeconds} sekunder och avbröts (DEPLOY_LIMIT_SECONDS; loggen är ${logFile}).`,
  en: `${what} was not done after ${limitSeconds} seconds and was stopped (DEPLOY_LIMIT_SECONDS; the log is ${logFile}).`,
})

/**
 * Runs the CDK's own command line. It and all that it starts end at the limit, or when the run is given up.
 * Rejects with one line that says what failed.
 */
export const runCdk = async (args: readonly string[], settings: CdkSettings): Promise<void> => {
  const { environment, logFile, limitSeconds, signal } = settings
  const what = `cdk ${args[0]}`
  signal.throwIfAborted()
  const log = createWriteStream(logFile, { flags: 'a' })
  const child = spawn(process.execPath, [program, ...args, '--no-notices', '--ci'], {
    cwd: root,
    // In a group of its own, so that the app and whatever else it has started end with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment, CI: '1', CDK_DISABLE_CLI_TELEMETRY: '1' },
  })
  let output = ''
  const keep = (part: Buffer): void => {
    output += part.toString()
    log.write(part)
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const end = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
  const limit = AbortSignal.timeout(limitSeconds * 1_000)
  limit.addEventListener('abort', end, { once: true })
  signal.addEventListener('abort', end, { once: true })
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    if (limit.aborted) throw settingError(hung(what, settings))
    signal.throwIfAborted()
    if (code !== 0) throw failed(what, reasonIn(output), logFile)
  } finally {
    limit.removeEventListener('abort', end)
    signal.removeEventListener('abort', end)
    log.end()
    await finished(log)
  }
}
