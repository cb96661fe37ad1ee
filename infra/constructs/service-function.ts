import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { ApplicationLogLevel, Architecture, Function, LoggingFormat, Runtime, SystemLogLevel } from 'aws-cdk-lib/aws-lambda'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import type { FunctionKind } from '#lambda/declaration.ts'
import type { EnvironmentVariable } from '#lambda/runtime.ts'
import { acknowledge, tracedByUs } from '../acknowledge.ts'
import { logRetention } from '../log-retention.ts'
import { names } from '../names.ts'

/** The four kinds that a service may have, and the console's one. */
type Kind = FunctionKind | 'web'

interface Size {
  readonly memoryMb: number
  readonly timeoutSeconds: number
}

/**
 * Memory buys processor: what a person waits for has more of it. An inbox handles ten messages of a few database
 * calls each, and its timeout sets how long a failed message waits for its next try.
 */
export const sizes: Readonly<Record<Kind, Size>> = {
  api: { memoryMb: 512, timeoutSeconds: 10 },
  inbox: { memoryMb: 256, timeoutSeconds: 10 },
  relay: { memoryMb: 256, timeoutSeconds: 30 },
  tasks: { memoryMb: 256, timeoutSeconds: 60 },
  web: { memoryMb: 1_024, timeoutSeconds: 15 },
}

interface ServiceFunctionSettings {
  readonly countyId: string
  readonly service: string
  readonly kind: Kind
  readonly description: string
  readonly code: Code
  /** Nothing but what services/shared/lambda/runtime.ts names. */
  readonly environment: Readonly<Partial<Record<EnvironmentVariable, string>>>
  /** Beyond writing its own log. */
  readonly access: readonly PolicyStatement[]
  /** How it is started: only an asynchronous caller can lose an event, and then it needs somewhere to end. */
  readonly caller: 'synchronous' | { readonly failures: Queue }
}

/** A function with its own role, which may do what is listed and nothing else, and its own log, kept for a set time. */
export const createServiceFunction = (scope: Construct, id: string, settings: ServiceFunctionSettings): Function => {
  const { countyId, service, kind, caller } = settings
  const name = names(countyId).function(service, kind)
  const place = new Construct(scope, id)
  const logGroup = new LogGroup(place, 'Log', {
    logGroupName: `/aws/lambda/${name}`,
    retention: logRetention,
    removalPolicy: RemovalPolicy.DESTROY,
  })
  const role = new Role(place, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com'), description: `Runs ${name}` })
  role.addToPolicy(
    new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
  )
  for (const statement of settings.access) role.addToPolicy(statement)

  const { memoryMb, timeoutSeconds } = sizes[kind]
  const lambda = new Function(place, 'Function', {
    functionName: name,
    description: settings.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: settings.code,
    memorySize: memoryMb,
    timeout: Duration.seconds(timeoutSeconds),
    environment: { ...settings.environment },
    role,
    logGroup,
    // Lambda's own lines become JSON like ours, so that one query reads both.
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.INFO,
    ...(caller !== 'synchronous' && { deadLetterQueue: caller.failures }),
  })
  acknowledge(lambda, 'Serverless-LambdaTracing', tracedByUs)
  if (caller === 'synchronous')
    acknowledge(
      lambda,
      'Serverless-LambdaDLQ',
      'Its caller waits for the answer and tries again itself; a dead-letter target is for asynchronous calls.',
    )
  return lambda
}
