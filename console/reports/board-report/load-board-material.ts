import type * as z from 'zod'
import type { OrganisationId } from '#contracts/ids.ts'
import type { Gate } from '#contracts/words.ts'
import type { ApiClient } from '../../api/client.ts'
import { decisionList } from '../../api/decision-views.ts'
import type { DecisionEntry } from '../../api/decision-views.ts'
import { requestList } from '../../api/gate-views.ts'
import { board } from '../../api/insight-views.ts'
import type { Board } from '../../api/insight-views.ts'
import { benefitPortfolio } from '../../api/measure-views.ts'
import type { Visit } from '../../visit.ts'

/** What the board's report is made of, from the services' own APIs and with the reader's own rights. */

export interface Period {
  /** Swedish calendar days, both included. */
  readonly from: string
  readonly till: string
  /** Undefined for the whole county. */
  readonly organisation: OrganisationId | undefined
}

export interface BoardMaterial {
  readonly period: Period
  /** Made in the period, the earliest first. */
  readonly decisions: readonly DecisionEntry[]
  /** Requests that came to each gate in the period, whatever has become of them. */
  readonly requested: ReadonlyMap<Gate, number>
  /** As things stand now. */
  readonly overdue: readonly Board['phases'][number]['cases'][number][]
  readonly ongoing: number
  readonly portfolio: z.infer<typeof benefitPortfolio>
  /** There was more than one report can hold: a shorter period is needed. */
  readonly isCut: boolean
}

const pageSize = 100
/** A board that has made more decisions than these in a period reads them a period at a time. */
const mostPages = 20

const readAll = async <S extends z.ZodType, Row>(
  api: ApiClient,
  path: string,
  schema: S,
  rowsOf: (answer: z.infer<S>) => readonly Row[],
): Promise<{ readonly rows: readonly Row[]; readonly isCut: boolean }> => {
  const rows: Row[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages; page++) {
    // Each page needs the cursor of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const read = await api.read(
      `${path}&limit=${pageSize}${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      schema,
    )
    rows.push(...rowsOf(read.value))
    cursor = read.nextCursor
    if (cursor === undefined) return { rows, isCut: false }
  }
  return { rows, isCut: true }
}

export const loadBoardMaterial = async ({ api, locale }: Visit, period: Period): Promise<BoardMaterial> => {
  const { from, till, organisation } = period
  const isMeant = (id: string): boolean => organisation === undefined || id === organisation
  const isWithin = (day: string): boolean => day >= from && day <= till
  const waiting = (status: 'open' | 'expired') =>
    readAll(api, `/v1/gates/decision-requests?status=${status}`, requestList, ({ requests }) => requests)
  // What came in during the period may have been decided after it.
  const lastDay = till > locale.today ? till : locale.today
  const [made, open, expired, standing, portfolio] = await Promise.all([
    readAll(api, `/v1/gates/decisions?from=${from}&till=${lastDay}`, decisionList, ({ decisions }) => decisions),
    waiting('open'),
    waiting('expired'),
    api.read('/v1/insight/board', board),
    api.read('/v1/benefits/portfolio', benefitPortfolio),
  ])
  const requested = new Map<Gate, number>()
  for (const request of [...made.rows, ...open.rows, ...expired.rows])
    if (isMeant(request.case.organisation) && isWithin(locale.swedishDay(request.receivedAt)))
      requested.set(request.gate, (requested.get(request.gate) ?? 0) + 1)
  const cases = standing.value.phases.flatMap((phase) => phase.cases).filter((row) => isMeant(row.organisation))
  return {
    period,
    decisions: made.rows
      .filter((entry) => isMeant(entry.case.organisation) && isWithin(locale.swedishDay(entry.decision.decidedAt)))
      .toReversed(),
    requested,
    overdue: cases.filter(({ isOverdue }) => isOverdue).toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1)),
    ongoing: organisation === undefined ? standing.value.phases.reduce((sum, { total }) => sum + total, 0) : cases.length,
    portfolio: portfolio.value,
    isCut:
      made.isCut ||
      open.isCut ||
      expired.isCut ||
      standing.value.phases.some(
        (phase) => phase.cases.length < phase.total && (organisation !== undefined || phase.overdue > phase.cases.length),
      ),
  }
}
