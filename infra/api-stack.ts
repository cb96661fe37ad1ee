import type { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { consoleSource } from './county-functions.ts'
import { createCountyApi } from './constructs/county-api.ts'
import { createStack } from './stack-settings.ts'
import type { StackSettings } from './stack-settings.ts'

/** The county's way in: one HTTP API with every service's routes, and the console. It holds no data. */
export const createApiStack = (scope: Construct, { deployment, services, codeOf }: StackSettings): Stack => {
  const stack = createStack(scope, deployment, {
    part: 'api',
    description: `Behovsflödet, ${deployment.county.name}: API and console`,
    isProtected: false,
  })
  createCountyApi(stack, 'Api', { deployment, services, consoleCode: codeOf(consoleSource) })
  return stack
}
