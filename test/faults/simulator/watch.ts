import * as z from 'zod'
import type { AnyEvent } from '#contracts/event.ts'
import { decisionMade } from '#contracts/events.ts'
import { phases, phaseStatus } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { entryPrefix, journalKey } from '../../../services/insight/adapters/insight-table.ts'
import { textOf } from './database.ts'
import type { Row, Written } from './database.ts'
import { entryOf } from './entry-of.ts'

/** What must hold at every commit, and what has been seen so far. */
export interface Watch {
  readonly committed: (table: string, written: readonly Written[], events: readonly AnyEvent[]) => void
  readonly state: WatchState
}

export interface WatchState {
  readonly violations: string[]
  /** Every event that any service has put into its outbox. */
  readonly emitted: AnyEvent[]
  readonly eventIds: Set<string>
  /** What was decided on each request, as gates has told it. */
  readonly decided: Map<string, string>
  /** Where each case stands, by phase. */
  readonly standings: Map<string, Map<Phase, Standing>>
}

type Standing = z.infer<typeof phaseStatus>

const beginning = (): WatchState => ({
  violations: [],
  emitted: [],
  eventIds: new Set(),
  decided: new Map(),
  standings: new Map(),
})

export const copyOfWatch = ({ violations, emitted, eventIds, decided, standings }: WatchState): WatchState => ({
  violations: [...violations],
  emitted: [...emitted],
  eventIds: new Set(eventIds),
  decided: new Map(decided),
  standings: new Map([...standings].map(([caseId, standing]) => [caseId, new Map(standing)])),
})

const headKey = 'REC#HEAD'
const head = z.object({
  status: phaseStatus,
  phase: z.enum(phases),
  case: z.object({ caseId: z.string() }),
  decisions: z.array(z.object({ requestId: z.string() })),
})
const decidedData = z.object({
  requestId: z.string(),
  decision: z.object({ ruling: z.object({ outcome: z.string() }) }),
})

/** The row of a case in benefits, and what it says of the assessments that are frozen. */
export const benefitsHeadKey = 'BEN#HEAD'
export const benefitsHead = z.object({
  assessments: z.record(
    z.string(),
    z.object({ frozen: z.object({ version: z.number(), requestId: z.string(), frozenAt: z.string() }).optional() }),
  ),
})

/** Rows that are written once: what was, what a decision was made on, the journal. */
const frozenPrefixes = ['HIS#', 'REC#DOSSIER', 'EVIDENCE', entryPrefix, journalKey, 'OUT#'] as const

const isLeft = (status: Standing): boolean => status === 'handedOver' || status === 'closed'

export const createWatch = (from: WatchState = beginning()): Watch => {
  const state = copyOfWatch(from)
  const { violations, emitted, eventIds, decided, standings } = state

  const watchHead = (before: Row | undefined, after: Row): void => {
    const { status, phase, case: header, decisions } = head.parse(JSON.parse(textOf(after, 'body')))
    const { caseId } = header
    const [had, has] = [Number(before?.['version']?.N ?? 0), Number(after['version']?.N)]
    if (has !== had + 1) violations.push(`${phase} wrote version ${has} of ${caseId} over version ${had}`)
    const standing = entryOf(standings, caseId, () => new Map<Phase, Standing>())
    standing.set(phase, status)
    const active = [...standing].filter(([, current]) => !isLeft(current)).map(([name]) => name)
    if (active.length > 1) violations.push(`${caseId} is in two phases at once: ${active.join(' and ')}`)
    const closed = [...standing.values()].filter((current) => current === 'closed').length
    if (closed > 1 || (closed === 1 && active.length > 0)) violations.push(`${caseId} goes on after its end`)
    if (new Set(decisions.map(({ requestId }) => requestId)).size < decisions.length)
      violations.push(`${phase} applied a decision on ${caseId} twice`)
  }

  /** What a gate decided to go on with stays as it was frozen, whatever comes later. */
  const watchAssessments = (before: Row, after: Row): void => {
    const [had, has] = [before, after].map((row) => benefitsHead.parse(JSON.parse(textOf(row, 'body'))).assessments)
    for (const [kind, { frozen }] of Object.entries(had ?? {})) {
      if (!frozen || decided.get(frozen.requestId) !== 'go') continue
      if (JSON.stringify(has?.[kind]?.frozen) !== JSON.stringify(frozen))
        violations.push(`${kind}, frozen for ${frozen.requestId}, did not stay as it was frozen`)
    }
  }

  const watchEvent = (event: AnyEvent): void => {
    if (eventIds.has(event.id)) violations.push(`the event id ${event.id} was given twice`)
    eventIds.add(event.id)
    emitted.push(event)
    if (event.type !== decisionMade.type) return
    const { requestId, decision } = decidedData.parse(event.data)
    if (decided.has(requestId)) violations.push(`the decision on ${requestId} was told twice`)
    decided.set(requestId, decision.ruling.outcome)
  }

  return {
    state,
    committed: (table, written, events) => {
      for (const { before, after } of written) {
        const sk = textOf(after, 'sk')
        if (before !== undefined && frozenPrefixes.some((prefix) => sk.startsWith(prefix)))
          violations.push(`${table} wrote ${sk} of ${textOf(after, 'pk')} anew`)
        if (sk === headKey) watchHead(before, after)
        if (sk === benefitsHeadKey && before !== undefined) watchAssessments(before, after)
      }
      for (const event of events) watchEvent(event)
    },
  }
}
