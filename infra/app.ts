import path from 'node:path'
import { App, Validations } from 'aws-cdk-lib'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { buildAssets } from '../scripts/build-assets.ts'
import { services } from '../services/services.ts'
import { bundleCounty, functionKey, functionSources } from './county-functions.ts'
import { readDeployment } from './deployment.ts'
import type { Deployment } from './deployment.ts'
import { createStackSet } from './stack-set.ts'

const root = path.resolve(import.meta.dirname, '..')

const synthesise = async (app: App, deployment: Deployment): Promise<void> => {
  await buildAssets()
  const bundles = await bundleCounty(
    functionSources(services),
    deployment.county.id,
    path.join(root, 'dist', 'functions', deployment.county.id),
  )
  createStackSet(app, {
    deployment,
    services,
    codeOf: (source) => {
      const bundle = bundles.get(functionKey(source))
      if (!bundle) throw new Error(`no bundle for ${functionKey(source)}`)
      return Code.fromAsset(bundle.directory)
    },
    decisionGateFile: path.join(root, 'services', 'gates', 'decision-gate.asl.json'),
  })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
  app.synth()
}

const app = new App()
const read = await readDeployment((name) => app.node.tryGetContext(name), process.env['CDK_DEFAULT_ACCOUNT'])
if (read.ok) {
  await synthesise(app, read.deployment)
} else {
  process.stderr.write(`${read.message}\n`)
  process.exitCode = 1
}
