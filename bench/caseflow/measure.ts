import type { Bells } from './bells.ts'
import { checkJournals } from './check-journal.ts'
import type { Checked } from './check-journal.ts'
import { startUsage, untilMachineIsIdle } from './process-tree.ts'
import type { Usage } from './process-tree.ts'
import { runCases } from './run-cases.ts'
import { shapeDefinitions } from './shape.ts'
import type { Shape } from './shape.ts'
import { entriesOf } from './step.ts'
import type { RunningSystem } from './systems.ts'

export interface Load {
  readonly cases: number
  readonly warmup: number
  readonly concurrency: number
  readonly patienceSeconds: number
}

export interface Measured {
  readonly system: string
  readonly shape: Shape
  readonly casesPerSecond: number
  readonly cpuPerCase: number
  readonly driverCpuPerCase: number
  readonly checked: Checked
  readonly askedAgain: number
  readonly usage: Usage
  readonly wasIdleBefore: boolean
}

export const measure = async (
  { name, target, pid }: RunningSystem,
  shape: Shape,
  bells: Bells,
  { cases, warmup, concurrency, patienceSeconds }: Load,
): Promise<Measured> => {
  const { steps: makeSteps, names } = shapeDefinitions[shape]
  const steps = makeSteps()
  await runCases({ target, bells, steps }, { count: warmup, concurrency, firstNumber: 1 })
  const wasIdleBefore = await untilMachineIsIdle(patienceSeconds)
  const readUsage = startUsage(pid)
  const driven = await runCases({ target, bells, steps }, { count: cases, concurrency, firstNumber: warmup + 1 })
  const usage = readUsage()
  return {
    system: name,
    shape,
    casesPerSecond: cases / usage.seconds,
    cpuPerCase: usage.systemMilliseconds / cases,
    driverCpuPerCase: usage.driverMilliseconds / cases,
    checked: await checkJournals(target, driven.cases, entriesOf(steps), names),
    askedAgain: driven.askedAgain,
    usage,
    wasIdleBefore,
  }
}
