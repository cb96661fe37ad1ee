import * as z from 'zod'
import { dayOf, workingDaysBetween } from '#calendar/working-days.ts'
import { decision } from '#contracts/decision.ts'
import { answer } from '#lambda/outcome.ts'
import type { RequestState } from '../domain/decision-request.ts'
import type { GateParts } from './gate-parts.ts'
import { requestView } from './present-request.ts'

/** A decision as it is reported to the board: what was decided, by whom, as what, under which line, and when it was asked for. */
export const decisionEntry = requestView
  .pick({ requestId: true, case: true, phase: true, gate: true, round: true, receivedAt: true, dueOn: true })
  .extend({
    decision,
    /** Working days from the request to the decision; the county promises how many it takes at most. */
    workingDays: z.int().nonnegative(),
  })

const entryOf = ({ request }: RequestState): z.infer<typeof decisionEntry>[] =>
  request.decision
    ? [
        {
          requestId: request.requestId,
          case: request.case,
          phase: request.phase,
          gate: request.gate,
          round: request.round,
          receivedAt: request.receivedAt,
          dueOn: request.dueOn,
          decision: request.decision,
          workingDays: workingDaysBetween(dayOf(request.receivedAt), dayOf(request.decision.decidedAt)),
        },
      ]
    : []

interface Period {
  readonly from: string
  readonly till: string
  readonly limit: number
  readonly cursor?: string | undefined
}

/** The last moment that can belong to a Swedish day: Sweden is never behind UTC. */
const endOf = (day: string): string => `${day}T23:59:59.999Z`

/**
 * Decisions of a period of Swedish calendar days, both ends included, the latest first: what is to be reported to the
 * board as decided on delegation (KL 6:40, 7:8). A page may hold fewer than were asked for; follow the cursor.
 */
export const createListDecisions =
  ({ repository }: GateParts) =>
  async ({ from, till, limit, cursor }: Period) => {
    const page = await repository.listDecided(endOf(till), { limit, cursor })
    const entries = page.states.flatMap(entryOf)
    const days = entries.map((entry) => dayOf(entry.decision.decidedAt))
    const decisions = entries.filter((_, index) => {
      const day = days[index] ?? ''
      return day >= from && day <= till
    })
    // They come latest first, so that one from before the period is the end of it.
    const isPast = days.some((day) => day < from)
    return { ...answer({ decisions }), ...(page.cursor !== undefined && !isPast && { cursor: page.cursor }) }
  }
