import type { Stack } from 'aws-cdk-lib'
import { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import { traceCollector } from '#lambda/runtime.ts'
import { createAlarmsStack } from './alarms-stack.ts'
import { createApiStack } from './api-stack.ts'
import { createServiceStack } from './service-stack.ts'
import type { StackSettings } from './stack-settings.ts'

/**
 * A county's whole installation: one stack for alarms, one for each service, one for the API. They know each
 * other by name only. What depends on what is an order of deployment and nothing more: alarms need their topic,
 * and the API gives itself the right to call functions that must be there.
 */
export const createStackSet = (scope: Construct, settings: StackSettings): readonly Stack[] => {
  const alarms = createAlarmsStack(scope, settings)
  const services = settings.services.map((service) => createServiceStack(scope, settings, service))
  const api = createApiStack(scope, settings)
  for (const service of services) {
    service.addStackDependency(alarms)
    api.addStackDependency(service)
  }
  const stacks = [alarms, ...services, api]
  const { traceCollector: collector } = settings.deployment
  if (collector !== undefined) sendTraces(stacks, collector)
  return stacks
}

/** Tells every function where traces go. */
const sendTraces = (stacks: readonly Stack[], collector: string): void => {
  for (const construct of stacks.flatMap(({ node }) => node.findAll()))
    if (construct instanceof LambdaFunction) construct.addEnvironment(traceCollector, collector)
}
