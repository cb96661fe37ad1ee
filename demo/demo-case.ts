import type { Ruling } from '#contracts/decision.ts'
import type { AssessmentKind, OpinionUnit, Phase, Sender } from '#contracts/words.ts'
import type { PhaseContent } from './ak-brev/phase-content.ts'

/** A case that the demo drives: what is sent in, what each phase writes, and how each gate rules. */
export interface DemoCase {
  /** Names the case in Idempotency-Keys; the title finds it again. */
  readonly key: string
  readonly submission: {
    readonly title: string
    readonly description: string
    readonly affected?: string
    readonly sender: Sender
    readonly organisation: string
  }
  /** What triage does with the idea; left out, it becomes a case. */
  readonly triage?: DemoTriage
  readonly phases: Partial<Record<Phase, DemoPhase>>
  readonly benefits: DemoBenefits
}

/** Left for triage to see to, answered with reasons, or merged into the idea or case with the title. */
export type DemoTriage = 'leave' | { readonly answer: string } | { readonly mergeInto: string; readonly reason: string }

export interface DemoPhase {
  readonly content: PhaseContent
  /** What differs in earlier rounds: sections as they stood when the first decision was requested, and so on. */
  readonly earlierRounds?: readonly Readonly<Record<string, unknown>>[]
  /** One for each round. A phase with none is where the case stands: its content is written, no decision requested. */
  readonly rulings: readonly DemoRuling[]
  /** After the rulings the decision is requested, and left for somebody to make. */
  readonly leaveUndecided?: true
  /** Asked for and not answered. */
  readonly openOpinions?: readonly { readonly unit: OpinionUnit; readonly question: string }[]
}

/** Dates count in days from the day of the demo, since a gate takes only dates that lie ahead. */
export type DemoRuling =
  | Extract<Ruling, { outcome: 'go' | 'stop' }>
  | { readonly outcome: 'revise'; readonly reason: string; readonly missing: readonly string[] }
  | { readonly outcome: 'hold'; readonly reason: string; readonly restDays: number }

/** Request bodies of services/benefits. */
export interface DemoBenefits {
  readonly assessments: Partial<Record<AssessmentKind, { readonly summary: string; readonly lines: readonly unknown[] }>>
  readonly measurements: readonly {
    readonly lineId: string
    readonly measuredOn: string
    readonly value: number
    readonly source: string
    readonly comment?: string | undefined
  }[]
}
