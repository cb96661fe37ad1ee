import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import { dialogueStatus } from '#contracts/dialogue.ts'
import { caseId, caseNumber, dialogueId, needId, organisationId, timestamp } from '#contracts/ids.ts'
import type { Fact } from '#contracts/event.ts'
import { applied } from '#lambda/outcome.ts'
import type { Applied } from '#lambda/outcome.ts'
import { limits } from './limits.ts'
import type { Happening, LogEntry } from './log-entry.ts'
import { heldOn, plan } from './plan.ts'

export const dialogueState = z.object({
  dialogueId,
  status: dialogueStatus,
  organisation: organisationId,
  /** Undefined for a dialogue that stands alone. */
  case: z.object({ caseId, caseNumber }).optional(),
  needId: needId.optional(),
  plan,
  plannedAt: timestamp,
  plannedBy: author,
  openedAt: timestamp.optional(),
  /** When it was closed or cancelled. */
  endedAt: timestamp.optional(),
})
export type DialogueState = z.infer<typeof dialogueState>

export interface Dialogue {
  readonly state: DialogueState
  /** Counted up by every change; 0 before the first is saved. */
  readonly version: number
  readonly log: readonly LogEntry[]
}

export interface Doer {
  readonly now: string
  readonly author: Author
}

/** The dialogue with one entry more in its log, one version on. */
export const recorded = (
  { state, version, log }: Dialogue,
  happening: Happening,
  { now, author: by }: Doer,
  { change = {}, facts = [] }: { change?: Partial<DialogueState>; facts?: readonly Fact[] } = {},
): Applied<Dialogue> =>
  applied(
    {
      state: { ...state, ...change },
      version: version + 1,
      log: [...log, { ...happening, number: log.length + 1, at: now, by }],
    },
    ...facts,
  )

/** Whether a supplier can still add to the log. */
export const hasRoom = ({ log }: Dialogue, { author }: Doer): boolean =>
  log.length < limits.logEntries && log.filter(({ by }) => by.subject === author.subject).length < limits.entriesOfOne

/** What events tell of a dialogue: nothing that is not published. */
export const publicFacts = ({ dialogueId: id, organisation, plan: { kind, title } }: DialogueState) => ({
  dialogueId: id,
  kind,
  title,
  organisation,
})

export const publicDays = ({ plan: planned }: DialogueState) => ({ lastDay: planned.lastDay, heldOn: heldOn(planned) })
