import { readFileSync } from 'node:fs'
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { acknowledge, tracedByUs, unnameable } from '../acknowledge.ts'
import { logRetention } from '../log-retention.ts'
import { names } from '../names.ts'
import { createAlarm } from './alarm.ts'

interface DecisionGateSettings {
  readonly countyId: string
  readonly service: string
  /** The Amazon States Language file, the same that runs on one machine. */
  readonly definitionFile: string
  readonly tasks: Function
}

/**
 * The state machine that takes a case through a gate: one Standard execution per attempt, which may wait for a
 * human for weeks. It may invoke the gates' tasks function and nothing else. Its log holds what happened, never
 * what was in it.
 */
export const createDecisionGate = (scope: Construct, id: string, settings: DecisionGateSettings): StateMachine => {
  const { countyId, service, definitionFile, tasks } = settings
  const stack = Stack.of(scope)
  const place = new Construct(scope, id)
  const name = names(countyId).stateMachine
  const role = new Role(place, 'Role', {
    description: `Runs ${name}`,
    assumedBy: new ServicePrincipal('states.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  })
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [tasks.functionArn] }))
  acknowledge(role, 'AwsSolutions-IAM5[Resource::*]', unnameable.logDelivery)

  const machine = new StateMachine(place, 'Machine', {
    stateMachineName: name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(readFileSync(definitionFile, 'utf8')),
    definitionSubstitutions: { TasksFunctionArn: tasks.functionArn },
    role,
    logs: {
      // Under this prefix AWS needs no resource policy of ours, and those are few per account.
      destination: new LogGroup(place, 'Log', {
        logGroupName: `/aws/vendedlogs/states/${name}`,
        retention: logRetention,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
  })

  acknowledge(machine, 'AwsSolutions-SF2', tracedByUs)
  acknowledge(machine, 'Serverless-StepFunctionStateMachineXray', tracedByUs)

  const period = Duration.minutes(5)
  createAlarm(place, 'Failed', {
    countyId,
    service,
    name: 'decision-gate-failed',
    text: {
      meaning: 'The machinery around a decision has stopped: nobody is reminded, and an answer may not be recorded.',
      runbook: 'decision-gate-failed',
    },
    metric: new MathExpression({
      label: 'Executions that did not end as they should',
      expression: 'FILL(failed, 0) + FILL(timedOut, 0) + FILL(aborted, 0)',
      usingMetrics: { failed: machine.metricFailed(), timedOut: machine.metricTimedOut(), aborted: machine.metricAborted() },
      period,
    }),
    threshold: 1,
  })
  return machine
}

/** What the relay of gates may do to the machine: start an attempt, and give a waiting one its answer. */
export const decisionGateAccess = (machine: StateMachine): PolicyStatement =>
  new PolicyStatement({ actions: ['states:StartExecution', 'states:SendTaskSuccess'], resources: [machine.stateMachineArn] })
