import type { SQSBatchResponse } from 'aws-lambda'
import type { Actor } from '#contracts/actor.ts'
import { assessmentCompleted, caseHandedOver, decisionExpired, decisionMade } from '#contracts/events.ts'
import type { AnyEvent, EventData, EventDefinition } from '#contracts/event.ts'
import type { Ruling } from '#contracts/decision.ts'
import { digest, decisionRequestId } from '#contracts/ids.ts'
import { phases } from '#contracts/words.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { MemoryTable } from '#lambda/memory-table.ts'
import type { Table } from '#lambda/table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { eventOf } from '#lambda/testing/event.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { caseOfficer, decisionMaker, specialists } from '#lambda/testing/personas.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import type { Message } from '#lambda/testing/queue-message.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { caseIndexes } from '../adapters/case-table.ts'
import { caseView } from '../application/present-case.ts'
import type { CaseView } from '../application/present-case.ts'
import { createPhaseApi, createPhaseInbox, createPhaseTasks } from '../lambda/functions.ts'
import type { PhaseDefinition } from '../phase.ts'
import { assessmentVersion, completeNeed, decided, readyForDecision, sampleCaseId, sampleHeader } from './sample-case.ts'

/** What a table does just before its next commit: the way somebody else comes between. */
export interface Between {
  readonly next: (run: () => Promise<unknown>) => void
}

const interruptible = (table: MemoryTable): { table: Table; between: Between } => {
  const waiting: (() => Promise<unknown>)[] = []
  return {
    table: {
      ...table,
      commit: async (puts) => {
        await waiting.shift()?.()
        return table.commit(puts)
      },
    },
    between: { next: (run) => waiting.push(run) },
  }
}

/** A phase with its API, inbox and tasks around one table in memory: what the cloud runs, without the cloud. */
export const createPhaseHarness = (phase: PhaseDefinition) => {
  const runtime = createTestRuntime()
  const rows = createMemoryTable(caseIndexes)
  const { table, between } = interruptible(rows)
  const send = createCaller(createPhaseApi(runtime, phase, table))
  const inbox = createPhaseInbox(runtime, phase, table)
  const tasks = createPhaseTasks(runtime, phase, table)
  const base = `/v1/${phase.phase}/cases/{caseId}`

  const call = async (
    as: Actor | undefined,
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    more: {
      parameters?: Record<string, string>
      body?: unknown
      query?: Record<string, string>
      headers?: Record<string, string>
    } = {},
  ): Promise<ApiAnswer> =>
    send({ ...(as && { as }), method, path: `${base}${path}`, ...more, parameters: { caseId: sampleCaseId, ...more.parameters } })

  const receive = async (...messages: (AnyEvent | Message)[]): Promise<SQSBatchResponse> =>
    inbox(queueMessages(...messages), lambdaContext)

  const tell = async <D extends EventDefinition>(definition: D, data: EventData<D>): Promise<AnyEvent> => {
    const event = eventOf(definition, data, { id: runtime.newId(), subject: sampleCaseId, phase: phase.phase })
    const { batchItemFailures } = await receive(event)
    if (batchItemFailures.length > 0) throw new Error(`not consumed: ${runtime.logLines.at(-1)}`)
    return event
  }

  const readCase = async (): Promise<CaseView> => caseView.parse((await call(caseOfficer, 'GET', '')).body)

  const saveSection = async (
    section: string,
    content: unknown,
    version: number,
    { as = caseOfficer, status = 'complete' } = {},
  ): Promise<ApiAnswer> =>
    call(as, 'PUT', '/sections/{section}', {
      parameters: { section },
      body: { status, content },
      headers: { 'if-match': `"${version}"` },
    })

  const requestDecision = async (version: number, as: Actor = caseOfficer): Promise<ApiAnswer> =>
    call(as, 'POST', '/decision-requests', { headers: { 'if-match': `"${version}"` } })

  return {
    phase,
    runtime,
    /** Every row, past the interruptions. */
    rows: () => rows.rows(),
    between,
    call,
    send,
    receive,
    tell,
    readCase,
    saveSection,
    requestDecision,
    emitted: () => emittedEvents(rows.rows()),
    refusals: async () => (await rows.query({ partition: 'REFUSAL', limit: 100 })).items.map(({ body }) => body),
    runSchedule: async () => tasks({ schedule: 'wake-due-cases' }, lambdaContext),

    /** The phase before has passed its gate. */
    handOver: async () =>
      tell(caseHandedOver, {
        case: sampleHeader,
        from: phases[phases.indexOf(phase.phase) - 1] ?? 'ideas',
        to: phase.phase,
        dossier: {},
      }),

    /** Carried through the API until everything is there for `go`. @returns the version to request the decision of. */
    makeReady: async (officer: Actor = caseOfficer): Promise<number> => {
      await call(officer, 'POST', '/assignments', { body: {} })
      await call(officer, 'POST', '/opinions', { body: { unit: 'it', question: 'Går det att driva?' } })
      const [opinion] = (await readCase()).opinions
      await call(specialists.it, 'POST', '/opinions/{opinionId}/answers', {
        parameters: { opinionId: opinion?.id ?? '' },
        body: { answer: 'yes', comment: 'Ja.' },
      })
      if (phase.assessment)
        await tell(assessmentCompleted, { phase: phase.phase, snapshot: assessmentVersion(1, phase.assessment) })
      await saveSection('need', completeNeed, 0, { as: officer })
      return (await readCase()).version
    },

    /** The gate has decided on what the case waits for. */
    decide: async (ruling: Ruling): Promise<AnyEvent> => {
      const { pending } = await readCase()
      const { decision } = decided(readyForDecision(phase), ruling, pending?.digest)
      return tell(decisionMade, {
        requestId: pending?.requestId ?? decisionRequestId.parse(`${sampleCaseId}-${phase.gate}-1`),
        gate: phase.gate,
        phase: phase.phase,
        round: pending?.round ?? 1,
        decision: {
          ...decision,
          decidedBy: { subject: decisionMaker('healthDirector').subject, name: 'Direktör' },
          evidenceDigest: pending?.digest ?? digest.parse('0'.repeat(64)),
        },
      })
    },

    expire: async (): Promise<AnyEvent> => {
      const { pending } = await readCase()
      if (!pending) throw new Error('no decision is pending')
      return tell(decisionExpired, { requestId: pending.requestId, gate: phase.gate, phase: phase.phase, round: pending.round })
    },
  }
}

export type PhaseHarness = ReturnType<typeof createPhaseHarness>
