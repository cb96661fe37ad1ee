import type { Stack } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { FunctionKind, ServiceDeclaration } from '#lambda/declaration.ts'
import { createDeadLetterQueue } from './constructs/dead-letter-queue.ts'
import { createDecisionGate, decisionGateAccess } from './constructs/decision-gate.ts'
import { createInbox } from './constructs/inbox.ts'
import { mailUse } from './constructs/mail.ts'
import { acceptWatch, queueWatch } from './constructs/queue-watch.ts'
import { createRelay } from './constructs/relay.ts'
import { createSchedules } from './constructs/schedules.ts'
import { createServiceFunction } from './constructs/service-function.ts'
import { createServiceTable, tableAccess } from './constructs/service-table.ts'
import { names } from './names.ts'
import { createStack } from './stack-settings.ts'
import type { StackSettings } from './stack-settings.ts'

/** What a service declares must be served by a function that it declares; anything else would be lost in silence. */
const needs = (service: ServiceDeclaration): Readonly<Record<FunctionKind, boolean>> => ({
  api: Object.keys(service.routes).length > 0,
  inbox: service.accepts.length > 0,
  relay: service.emits.length > 0 || service.runsStateMachine,
  tasks: service.schedules.length > 0 || service.runsStateMachine,
})

const checkFunctions = (service: ServiceDeclaration): void => {
  for (const [kind, isNeeded] of Object.entries(needs(service))) {
    const isDeclared = service.functions.some((declared) => declared === kind)
    if (isNeeded !== isDeclared)
      throw new Error(
        `${service.name}: the function ${kind} is ${isNeeded ? 'needed but not declared' : 'declared but has nothing to do'}`,
      )
  }
}

/** Everything that is a service's own: its table, its inbox, its functions, and for gates the state machine. */
export const createServiceStack = (scope: Construct, settings: StackSettings, service: ServiceDeclaration): Stack => {
  checkFunctions(service)
  const { deployment, services, codeOf, decisionGateFile } = settings
  const countyId = deployment.county.id
  const { name, indexes, schedules, tableUse } = service
  const has = needs(service)
  const code = (kind: FunctionKind): Code => codeOf({ service: name, kind })

  const stack = createStack(scope, deployment, {
    part: name,
    description: `Behovsflödet, ${deployment.county.name}: ${service.summary.sv}`,
    isProtected: true,
  })
  const table = createServiceTable(stack, 'Table', { countyId, service: name, indexes })
  const mail = service.sendsMail ? mailUse(stack, deployment) : undefined
  const watch = service.watchesQueues ? queueWatch(stack, countyId, services) : undefined

  if (has.api) {
    const api = createServiceFunction(stack, 'Api', {
      countyId,
      service: name,
      kind: 'api',
      description: `Answers the API of ${name}`,
      code: code('api'),
      environment: { TABLE_NAME: table.tableName, ...watch?.api.environment },
      access: [...tableAccess(table, indexes, tableUse?.api), ...(watch?.api.access ?? [])],
      caller: 'synchronous',
    })
    if (watch) acceptWatch(api)
  }

  if (has.inbox)
    createInbox(stack, 'Inbox', {
      countyId,
      service: name,
      table,
      indexes,
      tableUse: tableUse?.inbox,
      code: code('inbox'),
      watch: watch?.inbox,
    })

  const scheduleFailures =
    schedules.length > 0
      ? createDeadLetterQueue(stack, 'ScheduleFailures', {
          countyId,
          service: name,
          queueName: names(countyId).scheduleFailures(name),
          isFifo: false,
          alarm: {
            name: 'schedule-failed',
            meaning: `${name} could not do what is due (${schedules.map((schedule) => schedule.name).join(', ')}).`,
            runbook: 'schedule-failed',
          },
        })
      : undefined

  const tasks = has.tasks
    ? createServiceFunction(stack, 'Tasks', {
        countyId,
        service: name,
        kind: 'tasks',
        description: service.runsStateMachine ? `The steps of the decision gate` : `What ${name} does by the clock`,
        code: code('tasks'),
        environment: { TABLE_NAME: table.tableName, ...mail?.environment },
        access: [...tableAccess(table, indexes, tableUse?.tasks), ...(mail?.access ?? [])],
        // The scheduler hands over and leaves; the state machine waits for the answer.
        caller: scheduleFailures ? { failures: scheduleFailures } : 'synchronous',
      })
    : undefined
  if (tasks && scheduleFailures)
    createSchedules(stack, 'Schedules', { countyId, service: name, schedules, tasks, failures: scheduleFailures })

  const machine =
    tasks && service.runsStateMachine
      ? createDecisionGate(stack, 'DecisionGate', { countyId, service: name, definitionFile: decisionGateFile, tasks })
      : undefined

  if (has.relay)
    createRelay(stack, 'Outgoing', {
      countyId,
      service,
      services,
      table,
      code: code('relay'),
      ...(machine && {
        commands: { environment: { STATE_MACHINE_ARN: machine.stateMachineArn }, access: [decisionGateAccess(machine)] },
      }),
    })
  return stack
}
