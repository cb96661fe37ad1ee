import { fork } from 'node:child_process'
import { finished } from 'node:stream/promises'
import type { Text } from '#contracts/language.ts'
import { engineError } from './engine-error.ts'

/** An engine that runs as a process of its own. */
export interface EngineProcess {
  /** What the child told when it was ready. */
  readonly ready: Ready
  /** Resolves once the process is gone: with undefined after `stop`, otherwise with the reason in words. */
  readonly ended: Promise<Error | undefined>
  /** Lets the engine finish what it is writing, and resolves when it is gone. May be called more than once. */
  readonly stop: () => Promise<void>
}

export interface Ready {
  readonly port: number
  /** A process that the child has started in its turn. */
  readonly pid?: number
}

const stopLimitMs = 5_000
const rememberedErrorCharacters = 2_000

/**
 * Runs `script` (one of the `*.process.ts` files) in a child process that never outlives this one: the channel
 * between them closes even when this process is killed with -9, and the child ends when it closes.
 * The child stands in a session of its own, so that Ctrl-C reaches the parent alone, which then stops things in order.
 * Rejects with the child's own words if it ends before it is ready.
 * @param engine what it is, in words that can stand in the middle of a sentence.
 */
export const startEngineProcess = async (script: URL, args: readonly string[], engine: Text): Promise<EngineProcess> => {
  const inSwedish = `${engine.sv.charAt(0).toUpperCase()}${engine.sv.slice(1)}`
  const child = fork(script, args, { detached: true, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  let isStopping = false
  let errorText = ''
  child.stderr?.setEncoding('utf8')
  child.stderr?.on('data', (text: string) => {
    errorText = (errorText + text).slice(-rememberedErrorCharacters)
  })
  const errorTextEnded = child.stderr === null ? Promise.resolve() : finished(child.stderr).catch(() => undefined)

  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    // Not 'close', which never comes when it is this side that disconnects.
    child.once('exit', (_code, signal) => {
      void errorTextEnded.then(() =>
        resolve(signal === null ? lastLine(errorText) : `den avslutades med ${signal} / it was ended by ${signal}`),
      )
    })
  })
  const ready = await Promise.race([
    new Promise<Ready>((resolve) => child.once('message', (message) => resolve(message as Ready))), // only our own scripts send
    exited,
  ])
  if (typeof ready === 'string') throw engineError(`${inSwedish} startade inte (${engine.en} did not start): ${ready}`)

  const ended = exited.then((reason) => {
    // A guard that is itself killed leaves its program behind; nothing else knows of it.
    if (ready.pid !== undefined && child.signalCode === 'SIGKILL') endProcess(ready.pid)
    return isStopping ? undefined : engineError(`${inSwedish} stannade av sig själv (${engine.en} ended by itself): ${reason}`)
  })

  const stop = async (): Promise<void> => {
    isStopping = true
    if (child.connected) child.disconnect()
    const limit = setTimeout(() => child.kill('SIGKILL'), stopLimitMs)
    await ended
    clearTimeout(limit)
  }
  return { ready, ended, stop }
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) || 'den gav inget skäl / it gave no reason'

const endProcess = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
