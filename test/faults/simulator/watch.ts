import * as z from 'zod'
import type { AnyEvent } from '#contracts/event.ts'
import { decisionMade } from '#contracts/events.ts'
import { phases, phaseStatus } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { entryPrefix, timePrefix } from '../../../services/insight/adapters/insight-table.ts'
import { textOf } from './database.ts'
import type { Row, Written } from './database.ts'
import { entryOf } from './entry-of.ts'

/** What must hold at every commit, and what has been seen so far. */
export interface Watch {
  readonly committed: (table: string, written: readonly Written[], events: readonly AnyEvent[]) => void
  readonly violations: readonly string[]
  /** Every event that any service has put into its outbox. */
  readonly emitted: readonly AnyEvent[]
  /** Where each case stands, by phase. */
  readonly standings: ReadonlyMap<string, ReadonlyMap<Phase, Standing>>
}

type Standing = z.infer<typeof phaseStatus>

const headKey = 'REC#HEAD'
const head = z.object({
  status: phaseStatus,
  phase: z.enum(phases),
  case: z.object({ caseId: z.string() }),
  decisions: z.array(z.object({ requestId: z.string() })),
})
const decidedData = z.object({ requestId: z.string() })

/** Rows that are written once: what was, what a decision was made on, the journal. */
const frozenPrefixes = ['HIS#', entryPrefix, timePrefix, 'OUT#'] as const

const isLeft = (status: Standing): boolean => status === 'handedOver' || status === 'closed'

export const createWatch = (): Watch => {
  const violations: string[] = []
  const emitted: AnyEvent[] = []
  const eventIds = new Set<string>()
  const decided = new Set<string>()
  const standings = new Map<string, Map<Phase, Standing>>()

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

  const watchEvent = (event: AnyEvent): void => {
    if (eventIds.has(event.id)) violations.push(`the event id ${event.id} was given twice`)
    eventIds.add(event.id)
    emitted.push(event)
    if (event.type !== decisionMade.type) return
    const { requestId } = decidedData.parse(event.data)
    if (decided.has(requestId)) violations.push(`the decision on ${requestId} was told twice`)
    decided.add(requestId)
  }

  return {
    violations,
    emitted,
    standings,
    committed: (table, written, events) => {
      for (const { before, after } of written) {
        const sk = textOf(after, 'sk')
        if (before !== undefined && frozenPrefixes.some((prefix) => sk.startsWith(prefix)))
          violations.push(`${table} wrote ${sk} of ${textOf(after, 'pk')} anew`)
        if (sk === headKey) watchHead(before, after)
      }
      for (const event of events) watchEvent(event)
    },
  }
}
