import { isDeepStrictEqual } from 'node:util'
import type * as z from 'zod'
import { caseView } from '#phase/application/present-case.ts'
import type { CaseView } from '#phase/application/present-case.ts'
import type { Phase } from '#contracts/words.ts'
import type { ApiRequest, Client } from '../../demo/client.ts'
import { portfolioCaseView } from '../../services/insight/application/present-standing.ts'
import type { CaseStatus } from '../../services/insight/domain/case-row.ts'
import { until } from './flow-system.ts'
import type { FlowSystem } from './flow-system.ts'

/** Where a case stands, as far as a phase and insight both tell it. */
export interface SharedStanding {
  readonly caseNumber: string
  readonly title: string
  readonly organisation: string
  readonly phase: Phase
  readonly status: CaseStatus | 'handedOver'
  readonly phaseSince: string
  readonly dueOn: string | undefined
  readonly round: number
  readonly assignee: string | undefined
  readonly openOpinions: readonly string[]
}

const fromPhase = (record: CaseView): SharedStanding => {
  const { caseNumber, title, organisation, phase, status, receivedAt, dueOn, wakeOn, round, assignee, opinions, decisions } =
    record
  const open = opinions.filter(({ answer, withdrawnAt }) => answer === undefined && withdrawnAt === undefined)
  return {
    caseNumber,
    title,
    organisation,
    phase,
    status: status === 'closed' && decisions.at(-1)?.decision.ruling.outcome === 'go' ? 'completed' : status,
    phaseSince: receivedAt,
    dueOn: status === 'onHold' ? wakeOn : dueOn,
    round,
    assignee: assignee?.subject,
    openOpinions: status === 'inProgress' ? open.map(({ id }) => id).toSorted() : [],
  }
}

const fromInsight = (row: z.infer<typeof portfolioCaseView>): SharedStanding => {
  const { caseNumber, title, organisation, phase, status, phaseSince, dueOn, round, assignee, openOpinions } = row
  return {
    caseNumber,
    title,
    organisation,
    phase,
    status,
    phaseSince,
    dueOn,
    round,
    assignee: assignee?.subject,
    openOpinions: openOpinions.map(({ opinionId }) => opinionId).toSorted(),
  }
}

/** Waits until insight's row and the record of the phase that the case is in say the same. @returns what both say. */
export const sameStanding = async ({ find }: Pick<FlowSystem, 'find'>, caseId: string, what: string): Promise<SharedStanding> => {
  let last = ''
  const agreed = await until(`insight to agree with the phase after ${what}`, async () => {
    const row = await find(portfolioCaseView, `/v1/insight/cases/${caseId}`)
    const record = row && (await find(caseView, `/v1/${row.phase}/cases/${caseId}`))
    if (!row || !record) return undefined
    const [seen, own] = [fromInsight(row), fromPhase(record)]
    last = JSON.stringify({ seen, own })
    return isDeepStrictEqual(seen, own) ? own : undefined
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${last}`, { cause: error })
  })
  return agreed
}

const changesStanding =
  /^\/v1\/(?:ideas|matching|verification|procurement|validation|rollout|followup)\/cases\/([0-9a-f-]{36})\/(?:assignments|opinions|decision-requests|wake-ups)/
const decides = /^\/v1\/gates\/decision-requests\/([0-9a-f-]{36})-/

export interface Step {
  readonly after: string
  readonly standing: SharedStanding
}

/** A client that looks, after every step that a case has taken, whether insight and the phase say the same of it. */
export const comparingClient = (system: FlowSystem, steps: Step[]): Client => ({
  as: (persona) => async (request: ApiRequest) => {
    const answer = await system.ask(persona, request)
    const caseId = changesStanding.exec(request.path)?.[1] ?? decides.exec(request.path)?.[1]
    if (request.method === 'POST' && answer.status < 300 && caseId !== undefined)
      steps.push({ after: request.path, standing: await sameStanding(system, caseId, request.path) })
    return answer
  },
})
