import { isInstalled, install } from '../peers/install.ts'
import { findPostgresql } from '../peers/postgresql/cluster.ts'
import { createApiTarget } from './api-target.ts'
import { createRestateTarget } from './restate-target.ts'
import { startSystemProcess } from './system-process.ts'
import type { MeasuredSystem } from './systems.ts'

/** @param name of the peer, and of its folder. */
const peer = (name: string, targetOf: MeasuredSystem['targetOf']): MeasuredSystem => ({
  name,
  start: (_shape, bellsUrl) =>
    startSystemProcess(new URL(`../peers/${name}/server.process.ts`, import.meta.url), ['--bells', bellsUrl]),
  targetOf,
})

// A peer keeps the persona's name as the actor; it asks for no token.
const postgresql = peer('postgresql', (url, shape) => createApiTarget(url, shape, async (persona) => persona))
const restate = peer('restate', createRestateTarget)

/** The peers that can be had here. What cannot is said, with the reason. */
export const obtainPeers = async (say: (line: string) => void): Promise<readonly MeasuredSystem[]> => {
  const reason = isInstalled() ? undefined : await install(say)
  if (reason !== undefined) {
    say(`postgresql and restate: skipped. Their packages cannot be installed: ${reason}`)
    return []
  }
  const hasPostgresql = findPostgresql() !== undefined
  if (!hasPostgresql) say('postgresql: skipped. There is no PostgreSQL here (Debian: apt-get install postgresql).')
  return [...(hasPostgresql ? [postgresql] : []), restate]
}
