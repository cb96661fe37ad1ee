import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

/** PostgreSQL in a cluster of its own that goes when the measurement is over; reached by its socket alone. */

export interface Cluster {
  readonly socketFolder: string
  readonly stop: () => Promise<void>
}

const run = promisify(execFile)
const debianFolder = '/usr/lib/postgresql'
const socketName = '.s.PGSQL.5432'
const patienceMilliseconds = 30_000

/** The folder of `initdb` and `postgres`: on the PATH, or where Debian puts them, the newest. @returns undefined when there is none. */
export const findPostgresql = (): string | undefined => {
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter)
  const debian = existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => path.join(debianFolder, version, 'bin'))
    : []
  return [...onPath, ...debian].find((folder) => ['initdb', 'postgres'].every((name) => existsSync(path.join(folder, name))))
}

interface Account {
  readonly uid: number
  readonly gid: number
}

/** Somebody else when this is root, whom PostgreSQL refuses to run as. */
const unprivileged = (): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const [, , uid, gid] = accounts.find(([name]) => name === wanted) ?? []
    if (uid !== undefined) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody here')
}

const answers = (socket: string): Promise<boolean> =>
  new Promise((resolve) => {
    const connection = createConnection(socket)
    connection.once('connect', () => resolve(true)).once('error', () => resolve(false))
    connection.once('connect', () => connection.destroy())
  })

/** Everything that makes a commit safe is as PostgreSQL ships it, and said out loud all the same. */
const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  listen_addresses: '',
  shared_buffers: '256MB',
  max_connections: '40',
} as const

export const startCluster = async (): Promise<Cluster> => {
  const programs = findPostgresql()
  if (!programs) throw new Error('there is no PostgreSQL here (Debian: apt-get install postgresql)')
  const account = unprivileged()
  // Short, since the path of a socket holds 107 characters; and readable for the one that PostgreSQL runs as.
  const folder = mkdtempSync('/tmp/bf-pg-')
  if (account) chownSync(folder, account.uid, account.gid)
  const as = { ...account, cwd: folder, env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C' } }
  const data = path.join(folder, 'data')
  try {
    await run(path.join(programs, 'initdb'), ['-D', data, '-U', 'bench', '--auth=trust', '--encoding=UTF8', '--locale=C'], as)
    const server = spawn(
      path.join(programs, 'postgres'),
      ['-D', data, '-k', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
    )
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
    const giveUpAt = Date.now() + patienceMilliseconds
    while (!(await answers(path.join(folder, socketName)))) {
      if (server.exitCode !== null || Date.now() > giveUpAt) throw new Error(`PostgreSQL does not start: ${complaint.trim()}`)
      await sleep(50)
    }
    return {
      socketFolder: folder,
      stop: async () => {
        // Fast shutdown: sessions are cut off, what is committed stays.
        server.kill('SIGINT')
        await exited
        rmSync(folder, { recursive: true, force: true })
      },
    }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}
