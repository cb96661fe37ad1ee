import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { App } from 'aws-cdk-lib'
import type { Stack } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import * as z from 'zod'
import { readDeployment } from '../../infra/deployment.ts'
import { createStackSet } from '../../infra/stack-set.ts'
import { services } from '../../services/services.ts'
import { account, decisionGateFile } from './installation.ts'
import type { Templates } from './installation.ts'

/** A county's stacks as CloudFormation would get them, with a stand-in for the functions' code. */

const root = path.resolve(import.meta.dirname, '..', '..')

const cdkContext = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(path.join(root, 'cdk.json'), 'utf8'))).context

export interface Synthesised {
  readonly app: App
  readonly stacks: readonly Stack[]
  readonly templates: Templates
}

export const synthesise = async (countyId: string, context: Readonly<Record<string, string>> = {}): Promise<Synthesised> => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'behovsflodet-infra-'))
  try {
    const app = new App({ outdir: path.join(scratch, 'out'), context: { ...cdkContext, county: countyId, ...context } })
    const read = await readDeployment((name) => app.node.tryGetContext(name), account)
    if (!read.ok) throw new Error(read.message)
    const code = mkdtempSync(path.join(scratch, 'code-'))
    writeFileSync(path.join(code, 'index.mjs'), 'export const handler = async () => ({})\n')
    const stacks = createStackSet(app, {
      deployment: read.deployment,
      services,
      codeOf: () => Code.fromAsset(code),
      decisionGateFile,
    })
    const templates: Templates = Object.fromEntries(stacks.map((stack) => [stack.stackName, Template.fromStack(stack).toJSON()]))
    return { app, stacks, templates }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
