import { createHash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { createRinger } from '../../caseflow/ring.ts'
import { bells } from '../../caseflow/step.ts'
import { gateOf } from '../../../services/shared/contracts/flow.ts'
import { gatedInBare, isPhase, lastPhase, phases } from '../phase-names.ts'
import { startCluster } from './cluster.ts'
import { openDatabase } from './database.ts'
import type { Answered, OutboxRow } from './database.ts'
import { createRelay } from './relay.ts'

/** The flow as a good team would write it by hand: one Node server with the product's paths, one PostgreSQL. */

const { values } = parseArgs({ options: { bells: { type: 'string', default: '' } } })
const ring = createRinger(values.bells)

const requestForm = /^(.{36})-(.+)-(\d+)$/

const cluster = await startCluster()
const database = await openDatabase(cluster.socketFolder)
const now = (): string => new Date().toISOString()

/** The bell that goes with what a service has now taken. */
const ringFor = ({ target, event }: OutboxRow): void => {
  const { subject, type } = event
  if (type === 'bench-handed-over' && isPhase(target)) {
    if (gatedInBare.includes(target)) ring(subject, bells.gateOpen(gateOf[target], 1))
    if (target === lastPhase) ring(subject, bells.completed)
    return
  }
  const data = event['data'] as { round?: number; evidence?: { gate: string; round: number } } // of the events that are asked for it
  if (target === 'gates' && data.evidence) ring(subject, bells.gateOpen(data.evidence.gate, data.evidence.round))
  if (!isPhase(target)) return
  if (type.includes('case-handed-over')) ring(subject, bells.received(target))
  if (type.includes('assessment-completed')) ring(subject, bells.assessed(target))
  if (type.includes('decision-made')) ring(subject, bells.decided(target, data.round ?? 0))
}
const relay = createRelay(database, now, ringFor)

interface Call {
  readonly method: string
  /** The path after `/v1`, in parts. */
  readonly path: readonly string[]
  readonly body: Body
  readonly actor: string
  readonly key: string
  readonly version: number
}

/** Bodies come from the driver alone; a malformed one makes the function in the database fail, and the call with it. */
interface Body {
  readonly [field: string]: unknown
  readonly content?: unknown
  readonly status?: string
}

const notFound: Answered = { status: 404, body: { code: 'notFound' }, out: [] }

const bareCall = async ({ method, path, body, key }: Call): Promise<Answered | undefined> => {
  const [service = '', collection, id = '', what] = path
  if (method === 'GET' && what === 'audit')
    return isPhase(service) ? database.command(`${service}.bare_audit`, id) : { status: 200, body: { entries: [] }, out: [] }
  if (method === 'POST' && service === 'ideas' && collection === 'cases' && id === '') {
    const caseId = randomUUID()
    const answer = await database.command('ideas.bare_start', key, caseId, body['text'], now())
    ring(caseId, bells.gateOpen(gateOf.ideas, 1))
    return answer
  }
  if (service === 'gates' && what === 'decisions' && body['text'] !== undefined) {
    const [, caseId, gate] = requestForm.exec(id) ?? []
    const phase = phases.find((candidate) => gateOf[candidate] === gate)
    return phase ? database.command(`${phase}.bare_decide`, key, caseId, body['text'], now()) : notFound
  }
  return undefined
}

const ideasCall = ({ path, body, actor, key }: Call): Promise<Answered> => {
  const [, , id, triage] = path
  return triage === 'acceptances'
    ? database.command('ideas.accept', key, id, body['organisation'], actor, now())
    : database.command('ideas.submit', key, randomUUID(), body, actor, now())
}

const gatesCall = ({ method, path, body, actor, key }: Call): Promise<Answered> => {
  const [, , requestId] = path
  return method === 'GET'
    ? database.command('gates.read', requestId)
    : database.command('gates.decide', key, requestId, body['ruling'], body['evidenceDigest'], actor, now())
}

const benefitsCall = ({ path, body, actor, key, version }: Call): Promise<Answered> => {
  const [, , caseId, collection, kind, act] = path
  if (collection === 'measurements') return database.command('benefits.measure', key, caseId, body, actor, now())
  return act === 'completions'
    ? database.command('benefits.complete', key, caseId, kind, version, actor, now())
    : database.command('benefits.save', caseId, kind, version, body, actor, now())
}

const phaseCall = async (phase: string, { method, path, body, actor, key, version }: Call): Promise<Answered> => {
  const [, , caseId, collection, id, act] = path
  if (method === 'GET') return database.command(`${phase}.read_case`, caseId)
  switch (collection) {
    case 'assignments':
      return database.command(`${phase}.assign`, key, caseId, actor, now())
    case 'sections': {
      const content = JSON.stringify(body.content)
      const digest = createHash('sha256').update(content).digest('hex')
      return database.command(`${phase}.save_section`, caseId, id, version, body.status, content, digest, actor, now())
    }
    case 'opinions':
      return act === 'answers'
        ? database.command(`${phase}.answer_opinion`, key, caseId, id, body['answer'], body['comment'], actor, now())
        : database.command(`${phase}.ask_opinion`, key, caseId, body['unit'], body['question'], actor, now())
    case 'decision-requests':
      return database.command(`${phase}.request_decision`, key, caseId, version, body, actor, now())
    default:
      return notFound
  }
}

const answer = async (call: Call): Promise<Answered> => {
  const bare = await bareCall(call)
  if (bare) return bare
  const [service = '', collection, id = ''] = call.path
  if (service === 'insight') return { status: 200, body: (await database.readJournal(id)) as Answered['body'], out: [] } // as the function builds it
  if (service === 'gates') return gatesCall(call)
  if (service === 'benefits') return benefitsCall(call)
  if (service === 'ideas' && collection === 'submissions') return ideasCall(call)
  return isPhase(service) ? phaseCall(service, call) : notFound
}

const callOf = async (request: IncomingMessage): Promise<Call> => {
  const body = await text(request)
  const { headers, method = 'GET', url = '/' } = request
  return {
    method,
    path: (url.split('?', 1)[0] ?? '').split('/').slice(2),
    body: body === '' ? {} : (JSON.parse(body) as Body),
    actor: (headers.authorization ?? '').replace('Bearer ', ''),
    key: String(headers['idempotency-key'] ?? ''),
    version: Number((headers['if-match'] ?? '').replaceAll('"', '')),
  }
}

const server = createServer((request, response) => {
  void callOf(request)
    .then(answer)
    .catch((error: unknown): Answered => ({ status: 500, body: { detail: String(error) }, out: [] }))
    .then(({ status, body, out }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      relay.ring(out)
    })
})
server.keepAliveTimeout = 120_000
server.listen(0, '127.0.0.1', () => {
  // Listening on TCP, a server has such an address.
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})

const stop = async (): Promise<void> => {
  server.close()
  server.closeAllConnections()
  await relay.stop()
  await database.stop()
  await cluster.stop()
}
// Ctrl-C reaches the driver too, whose end closes the channel; then things are stopped in their order.
process.on('SIGINT', () => undefined)
process.once('disconnect', () => {
  void stop().finally(() => process.exit(0))
})
