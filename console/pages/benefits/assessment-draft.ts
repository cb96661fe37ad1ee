import type { Entered } from '../../forms/read-form.ts'
import type { Refusal } from '../../forms/refusal.tsx'

/** What stands in a form of an assessment, or of a part of one, and what became of it when it was sent. */
export interface AssessmentDraft {
  readonly entered: Entered
  /** Of the assessment that it was written on. */
  readonly version: number
  readonly refusal?: Refusal | undefined
  readonly focus?: string | undefined
  /** What was written, when somebody else was first. */
  readonly mine?: Readonly<Record<string, unknown>> | undefined
  readonly isChanged?: boolean
}
