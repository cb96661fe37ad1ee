import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'

/** A process that owns an engine, for tests that kill it. */
export interface OwnerProcess {
  readonly endpoint: string
  /** As `kill -9` does: the process gets no chance to tidy up. */
  kill(): Promise<void>
}

/** Runs `start` of the engine `module` in another process; `more` is source text for options that are not JSON. */
export const startInOwnerProcess = async (module: URL, start: string, options: object, more = ''): Promise<OwnerProcess> => {
  const code = `
    import { ${start} } from ${JSON.stringify(module.href)}
    const { endpoint } = await ${start}({ ...${JSON.stringify(options)}, ${more} })
    process.stdout.write(endpoint)
  `
  const owner = spawn(process.execPath, ['--input-type=module-typescript', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const endpoint = await firstOutput(owner)
  return {
    endpoint,
    async kill() {
      owner.kill('SIGKILL')
      if (owner.exitCode === null && owner.signalCode === null) await once(owner, 'exit')
    },
  }
}

const firstOutput = (owner: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    owner.stdout?.once('data', (data) => resolve(String(data)))
    owner.once('exit', () => reject(new Error('The owner process ended before its engine was ready.')))
  })
