import * as z from 'zod'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SQSClient } from '@aws-sdk/client-sqs'
import { fact } from '#contracts/event.ts'
import { caseId } from '#contracts/ids.ts'
import type { CaseId } from '#contracts/ids.ts'
import { staffRoles } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import { createApi } from '#lambda/api.ts'
import { defineRoutes, defineService } from '#lambda/declaration.ts'
import type { FunctionKind, ServiceDeclaration } from '#lambda/declaration.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { createInbox, on } from '#lambda/inbox.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { createRelay } from '#lambda/relay.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { AnyFunction } from '../../../local/system.ts'
import { createMachineSender } from '../../../services/gates/adapters/state-machine.ts'
import type { Ring } from '../ring.ts'
import { bells } from '../step.ts'
import {
  auditPut,
  auditRoutes,
  commandRow,
  createReadAudit,
  gatedPhases,
  handedOver,
  nextPhase,
  record,
  requestIdOf,
} from './flow.ts'

/** One of the seven: a case enters, and waits at its gate or goes straight on to the next. */

const phaseRoutes = (phase: Phase) =>
  defineRoutes({
    ...auditRoutes(phase),
    startCase: {
      method: 'POST',
      path: `/v1/${phase}/cases`,
      summary: { sv: 'Börja ett ärende', en: 'Start a case' },
      access: staffRoles,
      body: record,
      response: { status: 201, body: z.object({ caseId }) },
      refusals: [],
    },
  })

export const barePhaseService = (phase: Phase): ServiceDeclaration =>
  defineService({
    name: phase,
    summary: { sv: 'Mätning', en: 'Measurement' },
    routes: phaseRoutes(phase),
    problems: {},
    accepts: [{ event: handedOver, phase }],
    emits: [handedOver],
    schedules: [],
    indexes: [],
    functions: ['api', 'inbox', 'relay'],
    runsStateMachine: true,
  })

export const createBarePhase = (phase: Phase, kind: FunctionKind, runtime: Runtime, ring: Ring): AnyFunction => {
  const environment = readEnvironment(runtime, 'TABLE_NAME', 'EVENT_ROUTES', 'STATE_MACHINE_ARN')
  const table = createDynamoTable(new DynamoDBClient(runtime.awsClient('dynamodb')), environment.TABLE_NAME)
  const unitOfWork = createUnitOfWork(table, phase)
  const next = nextPhase(phase)
  const isGated = gatedPhases.has(phase)

  const enter = async (id: CaseId, data: z.infer<typeof record>, context: Context) => {
    const saved = await unitOfWork.save(
      {
        caseId: id,
        puts: [
          {
            item: { pk: `CASE#${id}`, sk: 'RECORD', version: 1, status: isGated ? 'waiting' : 'handedOver', body: data },
            expects: 'absent',
          },
          auditPut(id, 'entered', phase, context),
        ],
        facts: isGated || !next ? [] : [fact(handedOver, data, { phase: next })],
        commands: isGated ? [commandRow(id, { kind: 'start', requestId: requestIdOf(id, phase) }, context)] : [],
        once: context.once?.({ caseId: id }, undefined),
      },
      context,
    )
    if (saved === 'saved' && !next) ring(id, bells.completed)
    return saved
  }

  switch (kind) {
    case 'api':
      // What comes out is called with that function's own event, here and below.
      return createApi({
        ...runtime,
        service: phase,
        routes: phaseRoutes(phase),
        problems: {},
        handlers: {
          readAudit: createReadAudit(table),
          startCase: async ({ body, context }) => {
            const id = caseId.parse(context.newId())
            return (await enter(id, body, context)) === 'saved' ? answer({ caseId: id }) : refused('busy')
          },
        },
        table,
      }) as AnyFunction
    case 'inbox':
      return createInbox({
        ...runtime,
        service: phase,
        table,
        consumers: [
          on(handedOver, async ({ subject, data }, context) => {
            await enter(subject, data, context)
            return { kind: 'unchanged' }
          }),
        ],
      }) as AnyFunction
    case 'relay':
      return createRelay({
        service: phase,
        sqs: new SQSClient(runtime.awsClient('sqs')),
        routes: environment.EVENT_ROUTES,
        sendCommand: createMachineSender(new SFNClient(runtime.awsClient('sfn')), environment.STATE_MACHINE_ARN),
        log: runtime.log,
      }) as AnyFunction
    case 'tasks':
      throw new Error('a bare phase has no tasks')
  }
}
