import type { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { consoleSource } from './county-functions.ts'
import { createCountyApi } from './constructs/county-api.ts'
import { createDashboard } from './constructs/dashboard.ts'
import { createStack } from './stack-settings.ts'
import type { StackSettings } from './stack-settings.ts'

/**
 * The county's way in: one HTTP API with every service's routes, and the console. It holds no data. The dashboard stands
 * here because the API is the one thing on it that has no name of its own.
 */
export const createApiStack = (scope: Construct, { deployment, services, codeOf }: StackSettings): Stack => {
  const stack = createStack(scope, deployment, {
    part: 'api',
    description: `Behovsflödet, ${deployment.county.name}: API, console and dashboard`,
    isProtected: false,
  })
  const api = createCountyApi(stack, 'Api', { deployment, services, consoleCode: codeOf(consoleSource) })
  const { id: countyId, name: countyName } = deployment.county
  createDashboard(stack, 'Dashboard', { countyId, countyName, services, api })
  return stack
}
