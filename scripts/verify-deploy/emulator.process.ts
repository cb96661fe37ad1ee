import { spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../local/engines/free-port.ts'

/**
 * The guard of the emulator, which cannot notice by itself that its owner is gone: starts it, tells the owner when it
 * answers, and ends it with every function that it runs when the owner disconnects or dies.
 * Arguments: its Python, the folder of its state, the region.
 */
const [, , python = '', folder = '', region = ''] = process.argv
const retryMs = 50
const answerLimitMs = 1_000
const stopLimitMs = 3_000

// When the owner is gone, nobody reads what is written here.
process.stderr.on('error', () => undefined)

const port = await freePort()
const log = openSync(path.join(folder, 'emulator.log'), 'a')
const emulator = spawn(python, [path.join(import.meta.dirname, 'emulator.py')], {
  cwd: folder,
  // Functions are children of the emulator: in a group of their own, all are reached at once.
  detached: true,
  stdio: ['ignore', log, log],
  env: {
    PATH: process.env['PATH'],
    HOME: folder,
    TMPDIR: folder,
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_REGION: region,
    STATE_DIR: path.join(folder, 'state'),
    S3_DATA_DIR: path.join(folder, 's3'),
    // Otherwise it listens for devices on every address.
    IOT_MTLS_ENABLED: '0',
  },
})
const endGroup = (signal: 'SIGTERM' | 'SIGKILL'): void => {
  try {
    if (emulator.pid !== undefined) process.kill(-emulator.pid, signal)
  } catch {
    // It is gone already.
  }
}
emulator.once('error', (error) => {
  process.stderr.write(error.message)
  process.exit(1)
})
emulator.once('close', (code) => {
  endGroup('SIGKILL')
  process.stderr.write(`see emulator.log (exit ${code})`)
  process.exit(code ?? 1)
})
const stop = (): void => {
  endGroup('SIGTERM')
  setTimeout(() => endGroup('SIGKILL'), stopLimitMs).unref()
}
process.once('disconnect', stop)
if (!process.connected) stop()

const isAnswering = async (): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/_ministack/health`, { signal: AbortSignal.timeout(answerLimitMs) })).ok
  } catch {
    return false
  }
}

while (!(await isAnswering())) await sleep(retryMs)
if (process.connected) process.send?.({ port, pid: emulator.pid })
