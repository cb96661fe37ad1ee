import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { cpuOfTree } from './process-tree.ts'

/** A shell with a grandchild that works for a while and one that has ended, then waits to be told to stop. */
const work = `
node -e 'const end = performance.now() + 300; while (performance.now() < end);'
node -e 'const end = performance.now() + 300; while (performance.now() < end); process.stdout.write("done"); setInterval(() => 0, 1e6)' &
wait
`

describe('the CPU time of a process tree', () => {
  it('counts what is below, ended or not, and nothing beside it', async () => {
    const mineBefore = cpuOfTree(process.pid)
    const shell = spawn('sh', ['-c', work], { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
    try {
      await once(shell.stdout, 'data')
      const below = cpuOfTree(shell.pid ?? 0)
      // Others may take processor time from it, so it may have got less of it than its own clock says, but not none.
      expect(below).toBeGreaterThanOrEqual(100)
      expect(cpuOfTree(process.pid) - mineBefore).toBeGreaterThanOrEqual(below)
    } finally {
      // The shell leads a group of its own.
      process.kill(-(shell.pid ?? 0), 'SIGKILL')
    }
  })

  it('of a process that is not there is nothing', () => {
    expect(cpuOfTree(2 ** 30)).toBe(0)
  })
})
