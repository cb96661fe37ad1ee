import { readFileSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { timestamp } from '#contracts/ids.ts'
import { caseCompleted, caseReceived, decisionOpened } from '#contracts/events.ts'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import type { FunctionKind, ServiceDeclaration } from '#lambda/declaration.ts'
import { createInbox, on } from '#lambda/inbox.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { caseView } from '#phase/application/present-case.ts'
import { met } from '#phase/criterion.ts'
import { createPhaseApi, createPhaseInbox, createPhaseTasks } from '#phase/lambda/functions.ts'
import { definePhase } from '#phase/phase.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { loadCounty } from '../local/settings.ts'
import { requestView } from '../services/gates/application/present-request.ts'
import { ideaView } from '../services/ideas/application/present-idea.ts'
import { create as createIdeasApi } from '../services/ideas/lambda/api.ts'
import { create as createIdeasInbox } from '../services/ideas/lambda/inbox.ts'
import { portfolioCaseView } from '../services/insight/application/present-standing.ts'
import { product, startSystem } from '../local/system.ts'
import type { AnyFunction, Contents } from '../local/system.ts'

/**
 * `npm run bench:caseflow -- --cases 300 --concurrency 16`: cases through all seven phases and seven human gates,
 * on the embedded engines, with the product's own functions, outbox, queues, state machine and journal. The phases
 * are emptied of their sections, so that the flow is measured and not the writing; the human is a service with an
 * inbox that answers at once, over HTTP. Every transition is on disk before the next begins.
 */

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '300' },
    concurrency: { type: 'string', default: '16' },
    warmup: { type: 'string', default: '20' },
  },
})
const wanted = Number(values.cases)
const concurrency = Number(values.concurrency)
const warmup = Number(values.warmup)

const emptied = (phase: Phase): PhaseDefinition =>
  definePhase({
    phase,
    purpose: { sv: 'Mätning', en: 'Measurement' },
    components: ['acquisition'],
    sections: [],
    criteria: [
      {
        id: 'always',
        name: { sv: 'Alltid uppfyllt', en: 'Always met' },
        isMandatory: false,
        evidence: [],
        source: 'bench',
        judge: () => met({ sv: 'Mätning', en: 'Measurement' }),
      },
    ],
    valueOf: () => 0,
    handOver: () => ({}),
    nextFollowUpOn: () => '2030-01-01',
  })

/** Without the assessment that the phase would wait for. */
const withoutAssessment = (definition: PhaseDefinition): PhaseDefinition => ({
  ...definition,
  assessment: undefined,
  criteria: definition.criteria.filter(({ isMandatory }) => !isMandatory),
})

const emptyPhases = new Map<string, PhaseDefinition>(phases.map((phase) => [phase, withoutAssessment(emptied(phase))]))

const human: ServiceDeclaration = {
  name: 'human',
  summary: { sv: 'Svarar genast', en: 'Answers at once' },
  routes: {},
  problems: {},
  accepts: [{ event: caseReceived }, { event: decisionOpened }, { event: caseCompleted }],
  emits: [],
  schedules: [],
  indexes: [],
  functions: ['inbox'],
  runsStateMachine: false,
}

/** Of each answer only what is used, so that reading it is not what is measured. */
const problem = z.object({ code: z.string() })
const submitted = ideaView.pick({ ideaId: true })
const versioned = caseView.pick({ version: true })
const frozen = requestView.pick({ digest: true })
const standing = portfolioCaseView.pick({ status: true })
const journal = z.object({
  entries: z.array(
    z.object({
      event: z.object({
        type: z.string(),
        time: timestamp,
        data: z.object({ decision: z.object({ decidedAt: timestamp }).optional(), requestId: z.string().optional() }),
      }),
    }),
  ),
})
type Seen = z.infer<typeof journal>['entries'][number]['event']

let url = ''
const tokens = new Map<string, string>()
const call = async (
  persona: string,
  method: string,
  at: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<unknown> => {
  const response = await fetch(`${url}${at}`, {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(persona)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(`${method} ${at}: ${response.status} ${problem.safeParse(answer).data?.code}`)
  return answer
}

const decide = async (requestId: string): Promise<void> => {
  const gate = /-(BP\d|handover|review)-/.exec(requestId)?.[1]
  const decider = gate === 'BP4' ? 'upphandlingschef' : 'direktor'
  const { digest } = frozen.parse(await call(decider, 'GET', `/v1/gates/decision-requests/${requestId}`))
  await call(decider, 'POST', `/v1/gates/decision-requests/${requestId}/decisions`, {
    ruling: { outcome: 'go', reason: 'Mätning' },
    evidenceDigest: digest,
    hasConflictOfInterest: false,
  })
}

/** Who waits for a case to be completed. The human hears of it, so that waiting costs nothing. */
const waiting = new Map<string, () => void>()

const createHuman = (runtime: Runtime): AnyFunction => {
  const table = createDynamoTable(new DynamoDBClient(runtime.awsClient('dynamodb')), runtime.environment['TABLE_NAME'] ?? '')
  return createInbox({
    ...runtime,
    service: 'human',
    table,
    consumers: [
      on(caseReceived, async ({ subject, data }) => {
        const at = `/v1/${data.phase}/cases/${subject}`
        const taken = await call('handlaggare', 'POST', `${at}/assignments`, {}).catch((error: Error) =>
          // Delivered twice: the first time went further than this.
          error.message.includes('wrongStatus') ? undefined : Promise.reject(error),
        )
        if (taken === undefined) return { kind: 'unchanged' }
        const { version } = versioned.parse(taken)
        await call('handlaggare', 'POST', `${at}/decision-requests`, undefined, { 'if-match': `"${version}"` })
        return { kind: 'unchanged' }
      }),
      on(decisionOpened, async ({ data }) => {
        await decide(data.requestId).catch((error: Error) =>
          error.message.includes('alreadyDecided') ? undefined : Promise.reject(error),
        )
        return { kind: 'unchanged' }
      }),
      on(caseCompleted, async ({ subject }) => {
        waiting.get(subject)?.()
        return { kind: 'unchanged' }
      }),
    ],
  }) as AnyFunction // an inbox is called with what the poller makes
}

const contents: Contents = {
  services: [...product.services.filter(({ name }) => name !== 'benefits'), human],
  createConsole: async () => () => async () => ({ statusCode: 404 }),
  createFunction: async (service: string, kind: FunctionKind, runtime: Runtime) => {
    if (service === 'human') return createHuman(runtime)
    const phase = emptyPhases.get(service)
    if (!phase || kind === 'relay') return product.createFunction(service, kind, runtime)
    // The gateway, the poller and the clock call each with its own event, as they do in the product.
    if (service === 'ideas' && kind === 'api') return createIdeasApi(runtime, undefined, phase) as AnyFunction
    if (service === 'ideas' && kind === 'inbox') return createIdeasInbox(runtime, undefined, phase) as AnyFunction
    const makers = { api: createPhaseApi, inbox: createPhaseInbox, tasks: createPhaseTasks } as const
    return makers[kind](runtime, phase) as AnyFunction
  },
}

/** CPU milliseconds of this process and everything below it, from the kernel's own accounting. */
const cpuOfTree = (): number => {
  const ticksPerSecond = 100
  const statOf = (pid: number): { parent: number; ticks: number } | undefined => {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return {
        parent: Number(fields[1]),
        ticks: Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]),
      }
    } catch {
      return undefined
    }
  }
  const all = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => ({ pid: Number(entry), ...statOf(Number(entry)) }))
  const below = (pid: number): number[] => [
    pid,
    ...all.filter(({ parent }) => parent === pid).flatMap((child) => below(child.pid)),
  ]
  const tree = new Set(below(process.pid))
  return all.filter(({ pid }) => tree.has(pid)).reduce((sum, { ticks = 0 }) => sum + (ticks * 1_000) / ticksPerSecond, 0)
}

const percentile = (values_: readonly number[], share: number): number =>
  values_.toSorted((a, b) => a - b)[Math.min(values_.length - 1, Math.floor(values_.length * share))] ?? Number.NaN

const dataDir = await mkdtemp(path.join(tmpdir(), 'behovsflodet-bench-'))
const system = await startSystem({ port: 0, dataDir, county: await loadCounty('kalmar') }, contents)
url = system.url
for (const persona of ['handlaggare', 'direktor', 'upphandlingschef']) {
  const response = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:behovsflodet:persona', client_id: 'cli', persona }),
  })
  tokens.set(persona, ((await response.json()) as { access_token: string }).access_token)
}

const startCase = async (number: number): Promise<string> => {
  const idea = await call('handlaggare', 'POST', '/v1/ideas/submissions', {
    title: `Mätning ${number}`,
    description: 'x'.repeat(400),
    sender: 'staff',
  })
  const { ideaId } = submitted.parse(idea)
  await call('handlaggare', 'POST', `/v1/ideas/submissions/${ideaId}/acceptances`, { organisation: 'region-kalmar' })
  return ideaId
}

const patienceMilliseconds = 120_000

const completion = async (caseId: string): Promise<void> => {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  waiting.set(caseId, resolve)
  const limit = setTimeout(() => reject(new Error(`case ${caseId} is lost`)), patienceMilliseconds)
  await promise
  clearTimeout(limit)
  waiting.delete(caseId)
}

/** The journal hears of the last event a moment after the human. */
const untilJournalled = async (caseId: string): Promise<void> => {
  const giveUpAt = Date.now() + patienceMilliseconds
  for (;;) {
    const { status } = standing.parse(await call('handlaggare', 'GET', `/v1/insight/cases/${caseId}`))
    if (status === 'completed') return
    if (Date.now() > giveUpAt) throw new Error(`the journal of ${caseId} is not complete`)
    await sleep(100)
  }
}

const runCases = async (count: number): Promise<string[]> => {
  const ids: string[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: Math.min(concurrency, count) }, async () => {
      while (next < count) {
        next += 1
        const caseId = await startCase(next)
        ids.push(caseId)
        await completion(caseId)
      }
    }),
  )
  return ids
}

await runCases(warmup)
const cpuBefore = cpuOfTree()
const startedAt = performance.now()
const ids = await runCases(wanted)
const seconds = (performance.now() - startedAt) / 1_000
const cpuMilliseconds = cpuOfTree() - cpuBefore

const handOvers: number[] = []
const gates: number[] = []
const violations: string[] = []
for (const caseId of ids) {
  await untilJournalled(caseId)
  const { entries } = journal.parse(await call('handlaggare', 'GET', `/v1/insight/cases/${caseId}/journal?limit=100`))
  const events = entries.map(({ event }) => event)
  const of = (name: string): Seen[] =>
    events.filter(({ type }) => type === `se.behovsflodet.${name}.v1`).toSorted((a, b) => (a.time < b.time ? -1 : 1))
  const received = of('case-received')
  const handedOver = of('case-handed-over')
  const decided = of('decision-made')
  if (received.length !== phases.length) violations.push(`${caseId}: received ${received.length} times`)
  if (decided.length !== phases.length || new Set(decided.map(({ data }) => data.requestId)).size !== phases.length)
    violations.push(`${caseId}: ${decided.length} decisions`)
  if (of('case-completed').length !== 1) violations.push(`${caseId}: completed ${of('case-completed').length} times`)
  handedOver.forEach(({ time }, index) => handOvers.push(Date.parse(received[index + 1]?.time ?? '') - Date.parse(time)))
  handedOver.forEach(({ time }, index) =>
    gates.push(Date.parse(time) - Date.parse(decided[index]?.data.decision?.decidedAt ?? '')),
  )
}
await system.stop()
await rm(dataDir, { recursive: true, force: true })

const row = (name: string, value: string): void => void process.stdout.write(`${name.padEnd(34)} ${value}\n`)
row('cases, concurrency', `${wanted}, ${concurrency}`)
row('cases/s', (wanted / seconds).toFixed(2))
row('CPU-ms per case (process tree)', (cpuMilliseconds / wanted).toFixed(1))
row('hand-over p50 / p99 ms', `${percentile(handOvers, 0.5)} / ${percentile(handOvers, 0.99)}`)
row('gate p50 / p99 ms', `${percentile(gates, 0.5)} / ${percentile(gates, 0.99)}`)
row('phases, decisions per case', `${phases.length}, ${phases.length}`)
row('lost or doubled', violations.length === 0 ? 'none' : violations.slice(0, 5).join('; '))
process.exit(violations.length === 0 ? 0 : 1)
