import type { WatchedService } from '#lambda/runtime.ts'
import type { GateExecutions } from './gate-executions.ts'
import type { Measurements } from './measurements.ts'
import type { Queues } from './queues.ts'
import type { RedriveRepository } from './redrive-repository.ts'
import type { RefusalRepository } from './refusal-repository.ts'

/** What the use cases that change something need. */
export interface RedriveParts {
  /** In the order of the flow. */
  readonly watched: readonly WatchedService[]
  readonly queues: Queues
  readonly redrives: RedriveRepository
}

/** What is looked at, besides. */
export interface WatchParts extends RedriveParts {
  readonly executions: GateExecutions
  readonly measurements: Measurements
  readonly refusals: RefusalRepository
}
