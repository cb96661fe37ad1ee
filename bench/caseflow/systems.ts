import { createProductTarget } from './api-target.ts'
import type { Shape } from './shape.ts'
import { startSystemProcess } from './system-process.ts'
import type { SystemProcess } from './system-process.ts'
import type { Target } from './target.ts'

/** A system under measurement: how it is started for a shape, and how the driver talks to it. */
export interface MeasuredSystem {
  readonly name: string
  readonly start: (shape: Shape, bellsUrl: string) => Promise<SystemProcess>
  readonly targetOf: (url: string, shape: Shape) => Target
}

export interface RunningSystem {
  readonly name: string
  readonly target: Target
  readonly pid: number
}

export const product: MeasuredSystem = {
  name: 'behovsflodet',
  start: (shape, bellsUrl) =>
    startSystemProcess(new URL('product.process.ts', import.meta.url), ['--shape', shape, '--bells', bellsUrl]),
  targetOf: createProductTarget,
}
