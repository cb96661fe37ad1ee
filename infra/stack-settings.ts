import { Stack, Tags } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import type { Construct } from 'constructs'
import type { ServiceDeclaration } from '#lambda/declaration.ts'
import type { FunctionSource } from './county-functions.ts'
import type { Deployment } from './deployment.ts'
import { names } from './names.ts'

/** What every stack of a county is made from. */
export interface StackSettings {
  readonly deployment: Deployment
  readonly services: readonly ServiceDeclaration[]
  /** A function's bundled code. */
  readonly codeOf: (source: Pick<FunctionSource, 'service' | 'kind'>) => Code
  /** The gates' state machine, in Amazon States Language. */
  readonly decisionGateFile: string
}

/** A stack of the county's, tagged so that its cost and its owner can be found. */
export const createStack = (
  scope: Construct,
  { county, region, account }: Deployment,
  { part, description, isProtected }: { readonly part: string; readonly description: string; readonly isProtected: boolean },
): Stack => {
  const name = names(county.id).stack(part)
  const stack = new Stack(scope, name, {
    stackName: name,
    description,
    terminationProtection: isProtected,
    env: { region, ...(account !== undefined && { account }) },
  })
  Tags.of(stack).add('county', county.id)
  Tags.of(stack).add('service', part)
  return stack
}
