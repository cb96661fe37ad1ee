import { setTimeout as sleep } from 'node:timers/promises'
import { startUsage, untilMachineIsIdle } from './process-tree.ts'
import { startSystemProcess } from './system-process.ts'

const settleSeconds = 10
const measuredSeconds = 30

/** What the whole product, console and all, uses of one processor while nobody does anything. @returns whether it was measured. */
export const measureIdle = async (patienceSeconds: number): Promise<boolean> => {
  const system = await startSystemProcess(new URL('product.process.ts', import.meta.url), ['--shape', 'case'])
  try {
    await sleep(settleSeconds * 1_000)
    const wasIdle = await untilMachineIsIdle(patienceSeconds)
    const readUsage = startUsage(system.pid)
    await sleep(measuredSeconds * 1_000)
    const { systemMilliseconds, seconds, foreignPercent } = readUsage()
    const percent = systemMilliseconds / seconds / 10
    process.stdout.write(
      `idle CPU of the process tree: ${percent.toFixed(2)} % of one processor over ${seconds.toFixed(0)} s` +
        ` (foreignPct ${foreignPercent.toFixed(0)}${wasIdle ? '' : ', the machine did not come to rest'})\n`,
    )
    return true
  } finally {
    await system.stop()
  }
}
