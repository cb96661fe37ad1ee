import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** Restate's server in a folder of its own, with everything that makes it crash-safe as it is shipped. */

export interface RestateServer {
  readonly ingressUrl: string
  /** Makes the services at an address known to it. */
  readonly register: (uri: string) => Promise<void>
  readonly stop: () => Promise<void>
}

const patienceMilliseconds = 60_000
const stopMilliseconds = 10_000

/** As shipped it makes 24, which on two processors costs it a third more CPU for the same cases. */
const partitions = 2 * availableParallelism()

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // Listening on TCP, a server has such an address.
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )

export const startRestateServer = async (): Promise<RestateServer> => {
  const program = createRequire(import.meta.url).resolve(
    `@restatedev/restate-server-${process.platform}-${process.arch}/bin/restate-server`,
  )
  const [ingress, admin, node] = [await freePort(), await freePort(), await freePort()]
  const folder = mkdtempSync(path.join(tmpdir(), 'bf-restate-'))
  const server = spawn(program, ['--no-logo', '--listen-mode', 'tcp', '--node-name', 'bench', '--base-dir', folder], {
    cwd: folder,
    env: {
      ...process.env,
      RESTATE_BIND_IP: '127.0.0.1',
      RESTATE_BIND_PORT: String(node),
      RESTATE_INGRESS__BIND_PORT: String(ingress),
      RESTATE_ADMIN__BIND_PORT: String(admin),
      RESTATE_LOG_FILTER: 'error',
      RESTATE_DISABLE_TELEMETRY: 'true',
      RESTATE_DEFAULT_NUM_PARTITIONS: String(partitions),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-1_000)
  })
  const exited = once(server, 'exit')
  // Also when this process ends by a fault, nothing is left behind.
  process.once('exit', () => {
    server.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM')
    const limit = setTimeout(() => server.kill('SIGKILL'), stopMilliseconds)
    await exited
    clearTimeout(limit)
    rmSync(folder, { recursive: true, force: true })
  }
  const adminUrl = `http://127.0.0.1:${admin}`
  const ingressUrl = `http://127.0.0.1:${ingress}`
  const giveUpAt = Date.now() + patienceMilliseconds
  while (!((await isUp(`${adminUrl}/health`)) && (await isUp(`${ingressUrl}/restate/health`)))) {
    if (server.exitCode !== null || Date.now() > giveUpAt) {
      await stop()
      throw new Error(`Restate does not start: ${complaint.trim().split('\n').at(-1) ?? ''}`)
    }
    await sleep(100)
  }
  return {
    ingressUrl,
    register: async (uri) => {
      const answer = await fetch(`${adminUrl}/deployments`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ uri }),
      })
      if (!answer.ok) throw new Error(`Restate does not take the services: ${answer.status} ${await answer.text()}`)
    },
    stop,
  }
}
