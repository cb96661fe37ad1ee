import { readFileSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'

/** What processes cost, from the kernel's own accounting in /proc. CPU time hardly moves when others use the machine too. */

/** Linux counts processor time for user space in hundredths of a second, whatever the kernel's own tick is. */
const millisecondsPerTick = 10

interface Process {
  readonly pid: number
  readonly parent: number
  readonly ticks: number
}

/** @returns undefined when the process has ended in the meantime. */
const processOf = (pid: number): Process | undefined => {
  try {
    // The name stands in parentheses and may hold anything; what follows is numbers.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    // utime, stime, and the same for children that have ended and been waited for
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return { pid, parent: Number(fields[1]), ticks }
  } catch {
    return undefined
  }
}

/** CPU milliseconds that a process and everything below it have used so far. */
export const cpuOfTree = (root: number): number => {
  const all = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => processOf(Number(entry)) ?? [])
  const childrenOf = Map.groupBy(all, ({ parent }) => parent)
  const sum = (pid: number): number =>
    (childrenOf.get(pid) ?? []).reduce((below, child) => below + child.ticks + sum(child.pid), 0)
  return (sum(root) + (all.find(({ pid }) => pid === root)?.ticks ?? 0)) * millisecondsPerTick
}

/** CPU milliseconds that everything on the machine has used since it started. */
export const cpuOfMachine = (): number => {
  // user nice system idle iowait irq softirq steal
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)[0]!
    .replace(/^cpu +/, '') // the first line is always the sum of all processors
    .split(' ')
    .map(Number)
  return (user + nice + system + irq + softirq + steal) * millisecondsPerTick
}

const lookMilliseconds = 1_000
const quietEnoughPercent = 10

/** Waits until the machine has been at least 90 % idle for a second, at most `patienceSeconds`. @returns whether it came to that. */
export const untilMachineIsIdle = async (patienceSeconds: number): Promise<boolean> => {
  const giveUpAt = performance.now() + patienceSeconds * 1_000
  for (;;) {
    const before = cpuOfMachine()
    await sleep(lookMilliseconds)
    const usedPercent = ((cpuOfMachine() - before) / lookMilliseconds / availableParallelism()) * 100
    if (usedPercent <= quietEnoughPercent) return true
    if (performance.now() > giveUpAt) return false
  }
}

export interface Usage {
  readonly seconds: number
  /** Of the system that is measured, the driver not counted. */
  readonly systemMilliseconds: number
  readonly driverMilliseconds: number
  /** What others used of all processors meanwhile, in per cent: a disturbed measurement shows here. */
  readonly foreignPercent: number
}

/** Measures from the call on. @param system the process at the root of the measured tree. */
export const startUsage = (system: number): (() => Usage) => {
  const look = () => ({ at: performance.now(), all: cpuOfMachine(), system: cpuOfTree(system), mine: cpuOfTree(process.pid) })
  const before = look()
  return () => {
    const after = look()
    const wall = after.at - before.at
    // The system runs below the driver's own process.
    const mine = after.mine - before.mine
    const systemMilliseconds = after.system - before.system
    const foreign = Math.max(0, after.all - before.all - mine)
    return {
      seconds: wall / 1_000,
      systemMilliseconds,
      driverMilliseconds: mine - systemMilliseconds,
      foreignPercent: (foreign / wall / availableParallelism()) * 100,
    }
  }
}
