import * as z from 'zod'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SQSClient } from '@aws-sdk/client-sqs'
import { system } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import { decisionRequestId } from '#contracts/ids.ts'
import type { DecisionRequestId } from '#contracts/ids.ts'
import { gateOf } from '#contracts/flow.ts'
import { createApi } from '#lambda/api.ts'
import { defineRoutes, defineService } from '#lambda/declaration.ts'
import type { FunctionKind, ServiceDeclaration } from '#lambda/declaration.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { createRelay } from '#lambda/relay.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Put } from '#lambda/table.ts'
import { continueTrace } from '#lambda/trace.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { Context, Work } from '#lambda/unit-of-work.ts'
import type { AnyFunction } from '../../../local/system.ts'
import { createMachineSender } from '../../../services/gates/adapters/state-machine.ts'
import { stepInput } from '../../../services/gates/application/run-step.ts'
import type { Ring } from '../ring.ts'
import { bells } from '../step.ts'
import { auditPut, auditRoutes, commandRow, createReadAudit, handedOver, nextPhase, readRequestId, record } from './flow.ts'

/** The gates of the bare flow, waited for by the product's own state machine. */

const routes = defineRoutes({
  ...auditRoutes('gates'),
  makeDecision: {
    method: 'POST',
    path: '/v1/gates/decision-requests/{requestId}/decisions',
    summary: { sv: 'Besluta', en: 'Decide' },
    access: ['decisionMaker'],
    parameters: z.strictObject({ requestId: decisionRequestId }),
    body: record,
    response: { status: 202, body: z.object({ version: z.number() }) },
    refusals: ['notOpenYet'],
  },
})

const problems = {
  notOpenYet: {
    status: 409,
    title: { sv: 'Inte öppen än', en: 'Not open yet' },
    detail: { sv: 'Försök igen.', en: 'Try again.' },
  },
} as const

export const bareGateService: ServiceDeclaration = defineService({
  name: 'gates',
  summary: { sv: 'Mätning', en: 'Measurement' },
  routes,
  problems,
  accepts: [],
  emits: [handedOver],
  schedules: [],
  indexes: [],
  functions: ['api', 'relay', 'tasks'],
  runsStateMachine: true,
})

const waitSeconds = 86_400
const gateBody = z.object({ token: z.string(), text: z.string().optional() })
type GateStatus = 'open' | 'answered' | 'decided'

interface GateState {
  readonly version: number
  readonly status: GateStatus
  readonly body: z.infer<typeof gateBody>
}

export const createBareGates = (kind: FunctionKind, runtime: Runtime, ring: Ring): AnyFunction => {
  const environment = readEnvironment(runtime, 'TABLE_NAME', 'EVENT_ROUTES', 'STATE_MACHINE_ARN')
  const table = createDynamoTable(new DynamoDBClient(runtime.awsClient('dynamodb')), environment.TABLE_NAME)
  const unitOfWork = createUnitOfWork(table, 'gates')

  const keyOf = (requestId: DecisionRequestId) => ({ pk: `REQUEST#${requestId}`, sk: 'STATE' })

  const find = async (requestId: DecisionRequestId): Promise<GateState | undefined> => {
    const item = await table.get(keyOf(requestId))
    // Only these three are ever written.
    return item && { version: item.version ?? 0, status: item.status as GateStatus, body: gateBody.parse(item.body) }
  }

  const save = async (
    requestId: DecisionRequestId,
    before: GateState | undefined,
    after: Omit<GateState, 'version'>,
    context: Context,
    more: Partial<Work> = {},
  ): Promise<boolean> => {
    const state: Put = {
      item: { ...keyOf(requestId), ...after, version: (before?.version ?? 0) + 1 },
      expects: before ? { version: before.version, statuses: [before.status] } : 'absent',
    }
    const { caseId } = readRequestId(requestId)
    return (await unitOfWork.save({ caseId, facts: [], ...more, puts: [state, ...(more.puts ?? [])] }, context)) === 'saved'
  }

  /** The state machine's calls: it opens, waits, and when the human has answered lets the case go on. */
  const runStep = async (event: unknown): Promise<unknown> => {
    const input = stepInput.parse(event)
    const { requestId } = input
    const context: Context = { now: runtime.clock(), newId: runtime.newId, actor: system, traceparent: continueTrace(undefined) }
    const before = await find(requestId)
    const { caseId, phase } = readRequestId(requestId)
    if (input.step === 'awaitDecision' && (!before || before.status === 'open')) {
      if (!(await save(requestId, before, { status: 'open', body: { token: input.token } }, context))) throw new Error('busy')
      ring(caseId, bells.gateOpen(gateOf[phase], 1))
    }
    if (input.step === 'record' && before?.status === 'answered') {
      const next = nextPhase(phase)
      const isSaved = await save(requestId, before, { status: 'decided', body: before.body }, context, {
        puts: [auditPut(caseId, 'decided', phase, context)],
        facts: next ? [fact(handedOver, { text: before.body.text ?? '' }, { phase: next })] : [],
      })
      if (!isSaved) throw new Error('busy')
    }
    return { status: before?.status ?? 'open', isExpired: false, waitSeconds }
  }

  switch (kind) {
    case 'api':
      return createApi({
        ...runtime,
        service: 'gates',
        routes,
        problems,
        handlers: {
          readAudit: createReadAudit(table),
          makeDecision: async ({ parameters: { requestId }, body, context }) => {
            const before = await find(requestId)
            if (before?.status !== 'open') return refused('notOpenYet')
            const { token } = before.body
            const once = context.once?.({ version: before.version + 1 }, undefined)
            const isSaved = await save(requestId, before, { status: 'answered', body: { token, text: body.text } }, context, {
              commands: [commandRow(readRequestId(requestId).caseId, { kind: 'resume', requestId, token }, context)],
              once,
            })
            return isSaved ? answer({ version: before.version + 1 }) : refused('notOpenYet')
          },
        },
        table,
      }) as AnyFunction // what comes out is called with that function's own event, here and below
    case 'relay':
      return createRelay({
        service: 'gates',
        sqs: new SQSClient(runtime.awsClient('sqs')),
        routes: environment.EVENT_ROUTES,
        sendCommand: createMachineSender(new SFNClient(runtime.awsClient('sfn')), environment.STATE_MACHINE_ARN),
        log: runtime.log,
      }) as AnyFunction
    case 'tasks':
      return runStep
    case 'inbox':
      throw new Error('bare gates have no inbox')
  }
}
