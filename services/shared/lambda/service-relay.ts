import { SQSClient } from '@aws-sdk/client-sqs'
import { createRelay } from './relay.ts'
import { readEnvironment } from './runtime.ts'
import type { Runtime } from './runtime.ts'

/** The relay of a service whose outbox holds nothing but events. */
export const createServiceRelay = (runtime: Runtime, service: string) =>
  createRelay({
    service,
    sqs: new SQSClient(runtime.awsClient('sqs')),
    routes: readEnvironment(runtime, 'EVENT_ROUTES').EVENT_ROUTES,
    log: runtime.log,
    ...(runtime.tracer && { tracer: runtime.tracer }),
  })
