import type { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { createApiStack } from './api-stack.ts'
import { createOperationsStack } from './operations-stack.ts'
import { createServiceStack } from './service-stack.ts'
import type { StackSettings } from './stack-settings.ts'

/**
 * A county's whole installation: one stack for operations, one for each service, one for the API. They know each
 * other by name only. What depends on what is an order of deployment and nothing more: alarms need their topic,
 * and the API gives itself the right to call functions that must be there.
 */
export const createStackSet = (scope: Construct, settings: StackSettings): readonly Stack[] => {
  const operations = createOperationsStack(scope, settings)
  const services = settings.services.map((service) => createServiceStack(scope, settings, service))
  const api = createApiStack(scope, settings)
  for (const service of services) {
    service.addStackDependency(operations)
    api.addStackDependency(service)
  }
  return [operations, ...services, api]
}
