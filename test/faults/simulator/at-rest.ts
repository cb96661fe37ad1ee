import * as z from 'zod'
import { decisionMade, ideaSubmitted } from '#contracts/events.ts'
import { assessmentOf, gateOf } from '#contracts/flow.ts'
import { phases } from '#contracts/words.ts'
import { caseOfficer } from '#lambda/testing/personas.ts'
import { textOf } from './database.ts'
import type { Row } from './database.ts'
import { entryPrefix, headKey } from '../../../services/insight/adapters/insight-table.ts'
import { knownCase } from '../../../services/forum/domain/known-case.ts'
import { chainHead, entryContent, storedEntry } from '../../../services/insight/domain/journal-chain.ts'
import { linkOf, verifyChain } from '../../../services/insight/domain/verify-chain.ts'
import { insightRoutes } from '../../../services/insight/routes.ts'
import { strayMark } from './county.ts'
import type { County } from './county.ts'
import { entryOf } from './entry-of.ts'
import { benefitsHead, benefitsHeadKey } from './watch.ts'

/** What must hold when everything has come to rest; each violation in one line. */

const eventId = z.object({ id: z.string() })
const decisions = z.object({ decisions: z.array(z.object({ requestId: z.string() })) })
const keptRequest = z.object({
  requestId: z.string(),
  status: z.string(),
  decision: z.object({ decidedBy: z.object({ subject: z.string() }), ruling: z.object({ outcome: z.string() }) }).optional(),
})
const frozenEvidence = z.object({
  evidence: z.object({ assessment: z.object({ digest: z.string() }).optional() }),
})
const keptVersion = z.object({ snapshot: z.object({ digest: z.string() }).optional() })

const evidencePrefix = 'HIS#EVIDENCE#'

/** A row never changes, so what has been read from it is read once. */
const bodies = new WeakMap<Row, unknown>()
const bodyOf = (row: Row): unknown => {
  const known = bodies.get(row)
  if (known !== undefined) return known
  const read: unknown = JSON.parse(textOf(row, 'body'))
  bodies.set(row, read)
  return read
}

const repeatedOf = (ids: readonly string[]): string[] => ids.filter((id, position) => ids.indexOf(id) < position)

/** Read once, as bodies are. */
const readEntries = new WeakMap<
  Row,
  { readonly place: number; readonly eventId: string; readonly link: ReturnType<typeof linkOf> }
>()
const entryIn = (row: Row) => {
  const known = readEntries.get(row)
  if (known) return known
  const place = Number(textOf(row, 'sk').slice(entryPrefix.length))
  const body = bodyOf(row)
  const { text } = storedEntry.parse(body)
  const read = {
    place,
    eventId: eventId.parse(entryContent.parse(JSON.parse(text)).event).id,
    link: linkOf(place, body),
  }
  readEntries.set(row, read)
  return read
}

const journalRows = ({ world }: County): Row[] =>
  world.database.rows('insight').filter((row) => textOf(row, 'sk').startsWith(entryPrefix))

/** Every event of every service is in the journal of its case, once. */
const journalGaps = (county: County): string[] => {
  const kept = journalRows(county).map((row) => entryIn(row).eventId)
  const known = new Set(kept)
  return [
    ...county.watch.state.emitted.filter(({ id }) => !known.has(id)).map(({ id, type }) => `the journal lacks ${type} ${id}`),
    ...repeatedOf(kept).map((id) => `the journal has the event ${id} twice`),
  ]
}

/** Every chain, by the product's own rule but without its function. */
const brokenChains = (county: County): string[] => {
  const byCase = new Map<string, Row[]>()
  for (const row of journalRows(county)) entryOf(byCase, textOf(row, 'pk'), () => [] as Row[]).push(row)
  const heads = new Map(
    county.world.database
      .rows('insight')
      .filter((row) => textOf(row, 'sk') === headKey)
      .map((row) => [textOf(row, 'pk'), chainHead.parse(bodyOf(row))]),
  )
  return [...byCase].flatMap(([pk, rows]) => {
    const links = rows.map(entryIn).toSorted((a, b) => a.place - b.place)
    const broken = verifyChain(
      links.map(({ link }) => link),
      heads.get(pk),
    )
    return broken ? [`the journal of ${pk} is broken at ${broken.sequence}: ${broken.breach}`] : []
  })
}

const requestsKept = ({ world }: County) =>
  world.database
    .rows('gates')
    .filter((row) => textOf(row, 'sk') === 'STATE')
    .map((row) => keptRequest.parse(bodyOf(row)))

/** What people were told, what gates keeps, what was told to the phase and what the phase has done agree. */
const decisionsAmiss = (county: County): string[] => {
  const requests = requestsKept(county)
  const byId = new Map(requests.map((request) => [request.requestId, request]))
  const applied = phases
    .flatMap((phase) => county.world.database.rows(phase))
    .filter((row) => textOf(row, 'sk') === 'REC#HEAD')
    .flatMap((row) => decisions.parse(bodyOf(row)).decisions.map(({ requestId }) => requestId))
  const told = new Set(
    county.watch.state.emitted
      .filter(({ type }) => type === decisionMade.type)
      .map(({ data }) => z.object({ requestId: z.string() }).parse(data).requestId),
  )
  return [
    ...requests.flatMap(({ requestId, status }) => {
      if (status !== 'decided') return []
      const times = applied.filter((id) => id === requestId).length
      return [
        ...(times === 1 ? [] : [`the decision on ${requestId} was applied ${times} times`]),
        ...(told.has(requestId) ? [] : [`the decision on ${requestId} was never told`]),
      ]
    }),
    ...county.people.state.takenDecisions.flatMap(({ requestId, subject, ruling }) => {
      const decision = byId.get(requestId)?.decision
      const isTheirs = decision?.decidedBy.subject === subject && decision.ruling.outcome === ruling.outcome
      return isTheirs ? [] : [`${subject} was told that ${ruling.outcome} on ${requestId} was taken, and it was not`]
    }),
  ]
}

/** What a case went on with is frozen in benefits, for that very request and as the decider saw it. */
const assessmentsAmiss = ({ world, watch }: County): string[] => {
  const kept = world.database.rows('benefits')
  const heads = new Map(
    kept
      .filter((row) => textOf(row, 'sk') === benefitsHeadKey)
      .map((row) => [textOf(row, 'pk').slice('CASE#'.length), benefitsHead.parse(bodyOf(row)).assessments]),
  )
  const evidence = new Map(
    phases.flatMap((phase) =>
      world.database
        .rows(phase)
        .filter((row) => textOf(row, 'sk').startsWith(evidencePrefix))
        .map((row) => {
          const caseId = textOf(row, 'pk').slice('CASE#'.length)
          const round = Number(textOf(row, 'sk').slice(evidencePrefix.length))
          return [`${caseId}-${gateOf[phase]}-${round}`, { caseId, kind: assessmentOf[phase], row }]
        }),
    ),
  )
  return [...watch.state.decided].flatMap(([requestId, outcome]) => {
    const decidedOn = evidence.get(requestId)
    if (!decidedOn) return [`nothing was frozen for ${requestId}`]
    const { caseId, kind, row } = decidedOn
    if (outcome !== 'go' || kind === undefined) return []
    const frozen = heads.get(caseId)?.[kind]?.frozen
    const versionKey = `HIS#ASSESSMENT#${kind}#${String(frozen?.version ?? 0).padStart(6, '0')}`
    const version = kept.find((one) => textOf(one, 'pk') === `CASE#${caseId}` && textOf(one, 'sk') === versionKey)
    const digest = frozenEvidence.parse(bodyOf(row)).evidence.assessment?.digest
    const isSame =
      frozen?.requestId === requestId &&
      digest !== undefined &&
      version !== undefined &&
      keptVersion.parse(bodyOf(version)).snapshot?.digest === digest
    return isSame ? [] : [`${kind} is not frozen as it was decided on in ${requestId}`]
  })
}

const leftOver = ({ world: { queues, streams } }: County): string[] => [
  ...queues
    .state()
    .deadLetters.flatMap(({ service, body }) =>
      body.startsWith(strayMark) ? [] : [`a dead letter of ${service}: ${body.slice(0, 120)}`],
    ),
  ...(queues.waiting() > 0 ? [`${queues.waiting()} messages wait`] : []),
  ...(streams.waiting() > 0 ? [`${streams.waiting()} outbox rows have not been relayed`] : []),
]

/** What holds whenever nothing is in motion, whether or not the cases have come to their ends. */
export const violationsAtRest = (county: County): string[] => [
  ...leftOver(county),
  ...journalGaps(county),
  ...brokenChains(county),
  ...decisionsAmiss(county),
  ...assessmentsAmiss(county),
]

/** As the readers of the journal are told. */
const unverified = async ({ world, watch }: County): Promise<string[]> => {
  const { method, path, response } = insightRoutes.verifyJournal
  const problems = await Promise.all(
    [...watch.state.standings.keys()].map(async (caseId) => {
      const answer = await world.ask('insight', { as: caseOfficer, method, path, parameters: { caseId } })
      const isIntact = answer?.status === 200 && response.body.parse(answer.body).isIntact
      return isIntact ? [] : [`the journal of ${caseId} does not verify`]
    }),
  )
  return problems.flat()
}

/** Whoever presses the button again has not sent in another idea. */
const doubledIdeas = ({ watch, people }: County): string[] => {
  const sent = watch.state.emitted.filter(({ type }) => type === ideaSubmitted.type).length
  const { size: cases } = people.state.accepted
  return sent === cases ? [] : [`${sent} ideas were taken in for ${cases} cases`]
}

/** What no inbox can take is never thrown away. */
const lostStrays = ({ strays, world }: County): string[] => {
  const kept = new Set(world.queues.state().deadLetters.map(({ service, body }) => `${service} ${body}`))
  return strays.flatMap(({ service, body }) => (kept.has(`${service} ${body}`) ? [] : [`${body} in ${service} is lost`]))
}

/** Who follows cases for the market knows of each that it has ended. */
const unheardEnds = ({ world, watch }: County): string[] => {
  const known = new Map(
    world.database
      .rows('forum')
      .filter((row) => textOf(row, 'sk') === 'KNOWN')
      .map((row) => [textOf(row, 'pk'), knownCase.parse(bodyOf(row)).standing?.status ?? 'ongoing']),
  )
  return [...watch.state.standings.keys()].flatMap((caseId) => {
    const standing = known.get(`CASE#${caseId}`) ?? 'nothing'
    return ['stopped', 'completed'].includes(standing) ? [] : [`the forum knows of ${caseId}: ${standing}`]
  })
}

/** What holds when every case has come to its end. */
export const violationsAtEnd = async (county: County): Promise<string[]> => {
  const { world, watch, people } = county
  const { standings } = watch.state
  const lost = [...people.state.accepted].filter((caseId) => !standings.has(caseId)).map((caseId) => `the case ${caseId} is lost`)
  const unended = [...standings]
    .filter(([, standing]) => ![...standing.values()].includes('closed'))
    .map(([caseId, standing]) => `the case ${caseId} has not ended: ${JSON.stringify([...standing].at(-1))}`)
  const isOver = new Set(['decided', 'expired'])
  return [
    ...lost,
    ...unended,
    ...requestsKept(county).flatMap(({ requestId, status }) =>
      isOver.has(status) ? [] : [`the request ${requestId} is left ${status}`],
    ),
    ...world.machine
      .state()
      .executions.flatMap(({ name, status }) => (status === 'succeeded' ? [] : [`the execution ${name} is ${status}`])),
    ...doubledIdeas(county),
    ...lostStrays(county),
    ...unheardEnds(county),
    ...violationsAtRest(county),
    ...(await unverified(county)),
  ]
}
