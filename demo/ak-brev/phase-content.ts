import type { OpinionAnswer, OpinionUnit } from '#contracts/words.ts'

/** What one phase's record holds when it is finished: every section by key, and the opinions with their answers. */
export interface PhaseContent {
  readonly sections: Readonly<Record<string, unknown>>
  readonly opinions: readonly {
    readonly unit: OpinionUnit
    readonly question: string
    readonly answer: OpinionAnswer
    readonly comment: string
  }[]
}
