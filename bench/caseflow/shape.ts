import { bareWorkload } from './bare/workload.ts'
import { caseWorkload, flowWorkload } from './case-workload.ts'
import type { EntryNames } from './check-journal.ts'
import type { Step } from './step.ts'

/** What is carried through: the whole case, the flow without anything to write, or the smallest flow. */
export const shapes = ['case', 'flow', 'bare'] as const
export type Shape = (typeof shapes)[number]

export const isShape = (name: string): name is Shape => (shapes as readonly string[]).includes(name)

interface ShapeDefinition {
  readonly summary: string
  readonly steps: () => Step[]
  readonly names: EntryNames
  readonly cases: number
  readonly warmup: number
}

const chained: EntryNames = {
  received: 'case-received',
  handedOver: ['case-handed-over'],
  acted: ['case-handed-over', 'case-returned', 'case-completed'],
}

export const shapeDefinitions: Readonly<Record<Shape, ShapeDefinition>> = {
  case: {
    summary: "the demo's own case, whole: every section, opinion, assessment and decision",
    steps: caseWorkload,
    names: chained,
    cases: 24,
    warmup: 4,
  },
  flow: {
    summary: 'the same way with nothing to write in the phases: seven phases, seven gates',
    steps: flowWorkload,
    names: chained,
    cases: 200,
    warmup: 20,
  },
  bare: {
    summary: 'CASEFLOW-7/5: seven services, five gates, a record and an audit record for each of twelve transitions',
    steps: bareWorkload,
    names: { received: 'entered', handedOver: ['entered', 'decided'], acted: ['decided'] },
    cases: 300,
    warmup: 20,
  },
}
