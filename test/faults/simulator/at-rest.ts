import * as z from 'zod'
import { decisionMade } from '#contracts/events.ts'
import { phases } from '#contracts/words.ts'
import { caseOfficer } from '#lambda/testing/personas.ts'
import { textOf } from './database.ts'
import type { Row } from './database.ts'
import { entryPrefix } from '../../../services/insight/adapters/insight-table.ts'
import { decisionRequest } from '../../../services/gates/domain/decision-request.ts'
import { entryContent, storedEntry } from '../../../services/insight/domain/journal-chain.ts'
import { insightRoutes } from '../../../services/insight/routes.ts'
import type { People } from './people.ts'
import type { Watch } from './watch.ts'
import type { World } from './world.ts'

/** What must hold when everything has come to rest; each violation in one line. */

const eventId = z.object({ id: z.string() })
const decisions = z.object({ decisions: z.array(z.object({ requestId: z.string() })) })

const bodyOf = (row: Row): unknown => JSON.parse(textOf(row, 'body'))

const repeatedOf = (ids: readonly string[]): string[] => ids.filter((id, position) => ids.indexOf(id) < position)

/** Every event of every service is in the journal of its case, once. */
const journalGaps = ({ database }: World, { emitted }: Watch): string[] => {
  const kept = database
    .rows('insight')
    .filter((row) => textOf(row, 'sk').startsWith(entryPrefix))
    .map((row) => {
      const { text } = storedEntry.parse(bodyOf(row))
      return eventId.parse(entryContent.parse(JSON.parse(text)).event).id
    })
  const known = new Set(kept)
  return [
    ...emitted.filter(({ id }) => !known.has(id)).map(({ id, type }) => `the journal lacks ${type} ${id}`),
    ...repeatedOf(kept).map((id) => `the journal has the event ${id} twice`),
  ]
}

const brokenChains = async ({ ask }: World, cases: Iterable<string>): Promise<string[]> => {
  const { method, path, response } = insightRoutes.verifyJournal
  const problems = await Promise.all(
    [...cases].map(async (caseId) => {
      const answer = await ask('insight', { as: caseOfficer, method, path, parameters: { caseId } })
      const isIntact = answer?.status === 200 && response.body.parse(answer.body).isIntact
      return isIntact ? [] : [`the journal of ${caseId} does not verify`]
    }),
  )
  return problems.flat()
}

/** What people were told, what gates keeps, what was told to the phase and what the phase has done agree. */
const decisionsAmiss = ({ database }: World, { emitted }: Watch, { takenDecisions }: People): string[] => {
  const requests = database
    .rows('gates')
    .filter((row) => textOf(row, 'sk') === 'STATE')
    .map((row) => decisionRequest.parse(bodyOf(row)))
  const byId = new Map(requests.map((request) => [String(request.requestId), request]))
  const applied = phases
    .flatMap((phase) => database.rows(phase))
    .filter((row) => textOf(row, 'sk') === 'REC#HEAD')
    .flatMap((row) => decisions.parse(bodyOf(row)).decisions.map(({ requestId }) => requestId))
  const told = new Set(
    emitted
      .filter(({ type }) => type === decisionMade.type)
      .map(({ data }) => z.object({ requestId: z.string() }).parse(data).requestId),
  )
  return [
    ...requests.flatMap(({ requestId, status }) => {
      if (status === 'expired') return []
      if (status !== 'decided') return [`the request ${requestId} is left ${status}`]
      const times = applied.filter((id) => id === requestId).length
      return [
        ...(times === 1 ? [] : [`the decision on ${requestId} was applied ${times} times`]),
        ...(told.has(requestId) ? [] : [`the decision on ${requestId} was never told`]),
      ]
    }),
    ...takenDecisions.flatMap(({ requestId, subject, ruling }) => {
      const decision = byId.get(requestId)?.decision
      const isTheirs = decision?.decidedBy.subject === subject && decision.ruling.outcome === ruling.outcome
      return isTheirs ? [] : [`${subject} was told that ${ruling.outcome} on ${requestId} was taken, and it was not`]
    }),
  ]
}

const leftOver = ({ queues, streams, machine }: World): string[] => [
  ...queues.deadLetters.map(({ queue, body }) => `a dead letter of ${queue}: ${body.slice(0, 120)}`),
  ...(queues.waiting() > 0 ? [`${queues.waiting()} messages wait`] : []),
  ...(streams.waiting() > 0 ? [`${streams.waiting()} outbox rows have not been relayed`] : []),
  ...machine.executions.flatMap(({ name, status }) => (status === 'succeeded' ? [] : [`the execution ${name} is ${status}`])),
]

export const violationsAtRest = async (world: World, watch: Watch, people: People): Promise<string[]> => {
  const lost = [...people.accepted].filter((caseId) => !watch.standings.has(caseId)).map((caseId) => `the case ${caseId} is lost`)
  const unended = [...watch.standings]
    .filter(([, standing]) => ![...standing.values()].includes('closed'))
    .map(([caseId, standing]) => `the case ${caseId} has not ended: ${JSON.stringify([...standing].at(-1))}`)
  return [
    ...lost,
    ...unended,
    ...leftOver(world),
    ...journalGaps(world, watch),
    ...(await brokenChains(world, watch.standings.keys())),
    ...decisionsAmiss(world, watch, people),
  ]
}
