import * as z from 'zod'
import type { County } from '#counties/county.ts'
import { decision } from '#contracts/decision.ts'
import type { AnyEvent } from '#contracts/event.ts'
import { decisionMade } from '#contracts/events.ts'
import type { CaseId } from '#contracts/ids.ts'
import { gate, gates, phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { queryAll } from '#lambda/table.ts'
import type { Item, Put, Query, Table } from '#lambda/table.ts'
import { daySeconds, epochSeconds } from '#lambda/unit-of-work.ts'
import type { PortfolioFilter, PortfolioRepository } from '../application/portfolio-repository.ts'
import { caseRow } from '../domain/case-row.ts'
import type { CaseRow, CaseStatus } from '../domain/case-row.ts'
import { isOngoing, standingOf } from '../domain/standing.ts'
import type { Standing } from '../domain/standing.ts'
import { task, tasksOf } from '../domain/tasks.ts'
import type { GivenTask } from '../domain/tasks.ts'
import { allCases, decisionPrefix, partitionOf, rowKey } from './insight-table.ts'

/**
 * The sort keys are made so that every combination of filters is one prefix of one index: phase (with status),
 * status (with organisation), organisation (with phase, with phase and status), or all.
 */
const groupOf = (status: CaseStatus): string => (isOngoing(status) ? 'ongoing' : 'ended')
/** In the order of the flow. */
const phaseNumber = (phase: Phase): string => String(phases.indexOf(phase) + 1)

const listingAttributes = ({ header, phase, status, dueOn }: Standing): Record<string, string> => ({
  listing: allCases,
  listedAt: header.submittedAt,
  phaseListing: phase,
  phaseOrder: `${groupOf(status)}#${status}#${dueOn}`,
  statusListing: status,
  statusOrder: `${header.organisation}#${dueOn}`,
  organisationListing: header.organisation,
  organisationOrder: `${phaseNumber(phase)}#${status}#${dueOn}`,
})

const queryOf = ({
  phase,
  status,
  organisation,
}: PortfolioFilter): Pick<Query, 'index' | 'partition' | 'sortPrefix' | 'isDescending'> => {
  if (organisation && phase)
    return {
      index: 'by-organisation',
      partition: organisation,
      sortPrefix: `${phaseNumber(phase)}#${status ? `${status}#` : ''}`,
    }
  if (status && organisation) return { index: 'by-status', partition: status, sortPrefix: `${organisation}#` }
  if (organisation) return { index: 'by-organisation', partition: organisation }
  if (phase) return { index: 'by-phase', partition: phase, ...(status && { sortPrefix: `${groupOf(status)}#${status}#` }) }
  if (status) return { index: 'by-status', partition: status }
  return { index: 'by-listing', partition: allCases, isDescending: true }
}

const rowPut = (row: CaseRow, county: County): Put => {
  const standing = standingOf(row, county)
  const item: Item = {
    pk: partitionOf(row.caseId),
    sk: rowKey,
    ...(standing && { attributes: listingAttributes(standing) }),
    body: row,
  }
  // Whoever writes the row writes the head in the same transaction, and the head's version is the condition for both.
  return { item, expects: 'any' }
}

const keptTask = z.object({ task, barred: z.array(z.string()) })

const taskItem = (caseId: CaseId, { holder, id, task: given, barred }: GivenTask): Item => ({
  pk: partitionOf(caseId),
  sk: `TASK#${id}#${holder}`,
  attributes: { listing: holder, listedAt: `${given.dueOn}#${caseId}#${id}` },
  body: { task: given, barred },
})

/** A task that is done leaves the index at once and the table within days. */
const doneTaskItem = (caseId: CaseId, done: GivenTask, now: string): Item => {
  const { pk, sk } = taskItem(caseId, done)
  return { pk, sk, body: {}, expiresAt: epochSeconds(now) + daySeconds }
}

const taskPuts = (before: CaseRow | undefined, after: CaseRow, { county, now }: { county: County; now: string }): Put[] => {
  const keyOf = ({ id, holder }: GivenTask): string => `${id}#${holder}`
  const given = tasksOf(after, county)
  const had = before ? tasksOf(before, county) : []
  const known = new Map(had.map((held) => [keyOf(held), JSON.stringify(held)]))
  const still = new Set(given.map(keyOf))
  const items = [
    ...given.filter((held) => known.get(keyOf(held)) !== JSON.stringify(held)).map((held) => taskItem(after.caseId, held)),
    ...had.filter((held) => !still.has(keyOf(held))).map((held) => doneTaskItem(after.caseId, held, now)),
  ]
  return items.map((item) => ({ item, expects: 'any' }))
}

const keptDecision = z.object({ gate, round: z.int().positive(), decision })

const decisionPuts = (event: AnyEvent): Put[] => {
  if (event.type !== decisionMade.type) return []
  const made = keptDecision.parse(event.data)
  const order = `${gates.indexOf(made.gate) + 1}#${String(made.round).padStart(4, '0')}`
  return [{ item: { pk: partitionOf(event.subject), sk: `${decisionPrefix}${order}`, body: made }, expects: 'any' }]
}

/** What an event changes in the portfolio; written in the same transaction as its journal entry. */
export const portfolioPuts = (
  before: CaseRow | undefined,
  { row, event }: { row: CaseRow; event: AnyEvent },
  around: { county: County; now: string },
): Put[] => [...(row === before ? [] : [rowPut(row, around.county)]), ...taskPuts(before, row, around), ...decisionPuts(event)]

const toRow = ({ body }: Item): CaseRow => caseRow.parse(body)

const maxDecisions = 100

export const createPortfolioTable = (table: Table): PortfolioRepository => ({
  find: async (caseId) => {
    const item = await table.get({ pk: partitionOf(caseId), sk: rowKey })
    return item && toRow(item)
  },

  listOngoing: async (phase) =>
    (await queryAll(table, { index: 'by-phase', partition: phase, sortPrefix: 'ongoing#' })).map(toRow),

  list: async (filter, { limit, cursor: from }) => {
    const { items, cursor } = await table.query({ ...queryOf(filter), limit, ...(from !== undefined && { cursor: from }) })
    return { rows: items.map(toRow), ...(cursor !== undefined && { cursor }) }
  },

  listDecisions: async (caseId) => {
    const { items } = await table.query({
      partition: partitionOf(caseId),
      sortPrefix: decisionPrefix,
      isDescending: true,
      limit: maxDecisions,
    })
    return items.map(({ body }) => keptDecision.parse(body)).toReversed()
  },

  listTasks: async (holder, limit) => {
    const { items } = await table.query({ index: 'by-listing', partition: holder, limit })
    return items.map(({ body }) => keptTask.parse(body))
  },
})
