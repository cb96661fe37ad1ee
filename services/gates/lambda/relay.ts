import { SFNClient } from '@aws-sdk/client-sfn'
import { SQSClient } from '@aws-sdk/client-sqs'
import { createRelay } from '#lambda/relay.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { createMachineSender } from '../adapters/state-machine.ts'

export const create = (runtime: Runtime) => {
  const { EVENT_ROUTES, STATE_MACHINE_ARN } = readEnvironment(runtime, 'EVENT_ROUTES', 'STATE_MACHINE_ARN')
  return createRelay({
    service: 'gates',
    sqs: new SQSClient(runtime.awsClient('sqs')),
    routes: EVENT_ROUTES,
    sendCommand: createMachineSender(new SFNClient(runtime.awsClient('sfn')), STATE_MACHINE_ARN),
    log: runtime.log,
    ...(runtime.tracer && { tracer: runtime.tracer }),
  })
}
