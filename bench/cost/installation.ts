import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { App } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import * as z from 'zod'
import { readDeployment } from '../../infra/deployment.ts'
import { createStackSet } from '../../infra/stack-set.ts'
import { services } from '../../services/services.ts'

/** A resource as CloudFormation would get it. Which stack it is in tells whose it is. */
export interface Resource {
  readonly stack: string
  /** In its stack. */
  readonly id: string
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
}

const root = path.resolve(import.meta.dirname, '..', '..')

const settings = z.object({ context: z.record(z.string(), z.unknown()) })
const template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() })),
})

/**
 * Everything that one county deploys, synthesised as `cdk synth` does, but with a stand-in for the functions' code:
 * what the code is changes no price. Throws with one line when the county is not known.
 */
export const synthesise = async (countyId: string, account?: string): Promise<readonly Resource[]> => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'behovsflodet-synth-'))
  try {
    const { context } = settings.parse(JSON.parse(readFileSync(path.join(root, 'cdk.json'), 'utf8')))
    const app = new App({ outdir: scratch, context: { ...context, county: countyId } })
    const read = await readDeployment((name) => app.node.tryGetContext(name), account)
    if (!read.ok) throw new Error(read.message)
    createStackSet(app, {
      deployment: read.deployment,
      services,
      codeOf: () => Code.fromInline('export const handler = async () => ({})'),
      decisionGateFile: path.join(root, 'services', 'gates', 'decision-gate.asl.json'),
    })
    return app.synth().stacksRecursively.flatMap((stack) =>
      Object.entries(template.parse(stack.template).Resources).map(([id, { Type: type, Properties: properties = {} }]) => ({
        stack: stack.stackName,
        id,
        type,
        properties,
      })),
    )
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
