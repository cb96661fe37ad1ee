import { system } from '#contracts/actor.ts'
import type { Actor } from '#contracts/actor.ts'
import { assessmentSnapshot } from '#contracts/assessment.ts'
import type { AssessmentSnapshot } from '#contracts/assessment.ts'
import { caseHeader } from '#contracts/case-header.ts'
import type { Ruling } from '#contracts/decision.ts'
import type { AnyEvent, EventData, EventDefinition } from '#contracts/event.ts'
import {
  caseClosed,
  caseCompleted,
  caseHeld,
  caseReceived,
  caseReturned,
  caseWoken,
  decisionRequested,
} from '#contracts/events.ts'
import { gateOf } from '#contracts/flow.ts'
import { caseId as toCaseId, decisionRequestId, digest, eventId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import type { AssessmentKind, Phase } from '#contracts/words.ts'
import { digestOf } from '#lambda/digest.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { MemoryTable } from '#lambda/memory-table.ts'
import { createCaller } from '#lambda/testing/api-call.ts'
import type { ApiAnswer } from '#lambda/testing/api-call.ts'
import { lambdaContext } from '#lambda/testing/lambda-context.ts'
import { caseOfficer } from '#lambda/testing/personas.ts'
import { queueMessages } from '#lambda/testing/queue-message.ts'
import { emittedEvents } from '#lambda/testing/stream-record.ts'
import { createTestRuntime } from '#lambda/testing/test-runtime.ts'
import { benefitsIndexes } from '../adapters/benefits-table.ts'
import { assessmentView } from '../application/present-assessment.ts'
import type { AssessmentView } from '../application/present-assessment.ts'
import { create as createApi } from '../lambda/api.ts'
import { create as createInbox } from '../lambda/inbox.ts'
import { benefitsRoutes } from '../routes.ts'
import type { BenefitsRoutes } from '../routes.ts'

export const caseId: CaseId = toCaseId.parse('01930000-0000-7000-8000-00000000000a')

/** A case of the municipality, so that both its own officers and the county's lead organisation work in it. */
export const header = caseHeader.parse({
  caseId,
  caseNumber: 'KLM-2026-0042',
  title: 'Digitalt doseringsbrev',
  organisation: 'vasterviks-kommun',
  submittedAt: '2026-02-01T08:00:00.000Z',
  submittedBy: 'staff',
})

export interface Call {
  readonly as?: Actor | undefined
  readonly kind?: AssessmentKind
  readonly templateId?: string
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string>>
  readonly ifMatch?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly caseId?: string
}

/**
 * One case in the whole service on a table in memory: called over its API, told by its phases, and heard. What the
 * phases do with what they are told is theirs; `phase` says here what they would say.
 */
export const createCaseDriver = ({
  now,
  table = createMemoryTable(benefitsIndexes),
}: { now?: string; table?: MemoryTable } = {}) => {
  const runtime = createTestRuntime(now === undefined ? {} : { now })
  const request = createCaller(createApi(runtime, table))
  const inbox = createInbox(runtime, table)

  const call = (operationId: keyof BenefitsRoutes, options: Call = {}): Promise<ApiAnswer> => {
    const { method, path } = benefitsRoutes[operationId]
    const { kind, templateId, ifMatch, body, query, headers, caseId: id = caseId } = options
    return request({
      as: 'as' in options ? options.as : caseOfficer,
      method,
      path,
      parameters: { ...(path.includes('{caseId}') && { caseId: id }), ...(kind && { kind }), ...(templateId && { templateId }) },
      ...(query && { query }),
      ...(body !== undefined && { body }),
      headers: { ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }), ...headers },
    })
  }

  const eventFrom = <D extends EventDefinition>(
    phase: Phase,
    definition: D,
    data: EventData<D>,
    time = runtime.clock(),
  ): AnyEvent => ({
    specversion: '1.0',
    id: eventId.parse(runtime.newId()),
    source: `/services/${phase}`,
    type: definition.type,
    subject: caseId,
    time,
    datacontenttype: 'application/json',
    phase,
    actor: system,
    data,
  })

  /** @returns the ids of the messages that must come again. */
  const deliver = async (...events: AnyEvent[]): Promise<string[]> => {
    const { batchItemFailures } = await inbox(queueMessages(...events), lambdaContext)
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)
  }

  const requestIdOf = (phase: Phase, round: number) => decisionRequestId.parse(`${caseId}-${gateOf[phase]}-${round}`)

  const decisionOf = (ruling: Ruling) => ({
    ruling,
    decidedAt: runtime.clock(),
    decidedBy: { subject: 'decider', name: 'Beslutsfattare' },
    office: 'healthDirector',
    delegation: 'D 2.1',
    evidenceDigest: digest.parse('0'.repeat(64)),
  })

  const phaseEvents = {
    received: (phase: Phase, time?: string) => eventFrom(phase, caseReceived, { case: header, phase, dueOn: '2027-01-29' }, time),
    /** With the assessment that the phase knows, or none. */
    decisionRequested: (phase: Phase, round: number, assessment?: AssessmentSnapshot, time?: string) => {
      const evidence = {
        case: header,
        phase,
        gate: gateOf[phase],
        round,
        frozenAt: runtime.clock(),
        frozenBy: caseOfficer.name,
        value: 0,
        sections: [],
        opinions: [],
        ...(assessment && { assessment }),
        criteria: [
          {
            id: 'assessmentComplete',
            name: { sv: 'Nyttovärderingen är klar', en: 'The assessment is complete' },
            isMandatory: true,
            status: assessment ? ('met' as const) : ('notMet' as const),
            because: { sv: '-', en: '-' },
            evidence: ['assessment'],
            source: 'RUVeS 5',
          },
        ],
      }
      return eventFrom(
        phase,
        decisionRequested,
        { requestId: requestIdOf(phase, round), evidence, digest: digestOf(evidence) },
        time,
      )
    },
    returned: (phase: Phase, round: number, time?: string) =>
      eventFrom(phase, caseReturned, { phase, round, why: 'revised', missing: ['Mått'], dueOn: '2027-01-29' }, time),
    held: (phase: Phase, time?: string) => eventFrom(phase, caseHeld, { phase, wakeOn: '2027-01-29' }, time),
    woken: (phase: Phase, time?: string) =>
      eventFrom(phase, caseWoken, { phase, reason: 'Dags igen', dueOn: '2027-01-29' }, time),
    stopped: (phase: Phase, time?: string) =>
      eventFrom(
        phase,
        caseClosed,
        { phase, decision: decisionOf({ outcome: 'stop', reason: 'Inte nu', stopReason: 'notAffordable' }) },
        time,
      ),
    completed: (time?: string) => eventFrom('followup', caseCompleted, { phase: 'followup', nextFollowUpOn: '2027-11-15' }, time),
  }

  const emitted = (): AnyEvent[] => emittedEvents(table.rows())

  const emittedOf = <D extends EventDefinition>(definition: D): EventData<D>[] =>
    emitted()
      .filter(({ type }) => type === definition.type)
      // The events of that definition carry its data.
      .map(({ data }) => definition.data.parse(data) as EventData<D>)

  const read = async (kind: AssessmentKind): Promise<AssessmentView> =>
    assessmentView.parse((await call('readAssessment', { kind })).body)

  /** Saves over whatever version stands; the answer must be 200. */
  const save = async (kind: AssessmentKind, body: unknown): Promise<AssessmentView> => {
    const saved = await call('saveAssessment', { kind, body, ifMatch: (await read(kind)).version })
    if (saved.status !== 200) throw new Error(`not saved: ${saved.text}`)
    return assessmentView.parse(saved.body)
  }

  /** Marks complete what stands; the answer must be 200. */
  const complete = async (kind: AssessmentKind): Promise<AssessmentView> => {
    const completed = await call('completeAssessment', { kind, ifMatch: (await read(kind)).version })
    if (completed.status !== 200) throw new Error(`not complete: ${completed.text}`)
    return assessmentView.parse(completed.body)
  }

  /** The snapshot that the phase has been told last. */
  const told = (kind: AssessmentKind): AssessmentSnapshot => {
    const last = emitted()
      .flatMap(({ data }) => assessmentSnapshot.safeParse(data['snapshot']).data ?? [])
      .findLast((snapshot) => snapshot.kind === kind)
    if (!last) throw new Error(`nothing told of ${kind}`)
    return last
  }

  /** Saves, completes, and has the phase request a decision on it. */
  const freeze = async (phase: Phase, kind: AssessmentKind, body: unknown, round = 1): Promise<void> => {
    await save(kind, body)
    await complete(kind)
    await deliver(phaseEvents.decisionRequested(phase, round, told(kind)))
  }

  return { table, runtime, call, deliver, phaseEvents, emitted, emittedOf, read, save, complete, told, freeze, requestIdOf }
}

export type CaseDriver = ReturnType<typeof createCaseDriver>
