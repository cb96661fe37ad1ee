import { fork } from 'node:child_process'
import { once } from 'node:events'

/** A measured system in a process of its own, so that what it costs can be told from what the driver costs. */
export interface SystemProcess {
  readonly pid: number
  /** Where it answers. */
  readonly url: string
  readonly stop: () => Promise<void>
}

const startSeconds = 90
const stopSeconds = 20

/** @param script told its arguments; it sends `{ url }` when it is ready, and ends when the channel closes. */
export const startSystemProcess = async (script: URL, args: readonly string[]): Promise<SystemProcess> => {
  const child = fork(script, args, { execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2_000)
  })
  const ready = await Promise.race([
    once(child, 'message', { signal: AbortSignal.timeout(startSeconds * 1_000) }).then(
      ([message]) => message as { url: string }, // what our own scripts send
      () => undefined,
    ),
    once(child, 'exit').then(() => undefined),
  ])
  const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve()
  const stop = async (): Promise<void> => {
    if (child.connected) child.disconnect()
    const limit = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1_000)
    await exited
    clearTimeout(limit)
  }
  if (!ready) {
    await stop()
    const lines = complaint.trim().split('\n')
    throw new Error(lines.find((line) => /^\w*error: /i.test(line)) ?? (lines.at(-1) || 'it did not start'))
  }
  return { pid: child.pid ?? 0, url: ready.url, stop }
}
