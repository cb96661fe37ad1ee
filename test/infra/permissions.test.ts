import { App, Stack, Validations } from 'aws-cdk-lib'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag'
import { beforeAll, describe, expect, it } from 'vitest'
import { unnameable } from '../../infra/acknowledge.ts'
import { at, covered, everyCounty, installationOf, list, plain } from './installation.ts'
import type { Installation, Json } from './installation.ts'
import { synthesise } from './synthesise.ts'

interface Allowed {
  readonly where: string
  readonly actions: readonly string[]
  readonly resources: readonly Json[]
}

/** The delivery of logs and CloudWatch's figures know no resources, so these and only these may be allowed on *. */
const onEverything = new Set([
  'cloudwatch:GetMetricData',
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
])

const acknowledgements = (app: App) =>
  app.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>)) // the library's own shape: rule and reason
      .map(([rule, reason]) => ({ construct, rule, reason })),
  )

describe.each(everyCounty)('what may be done in %s', (countyId) => {
  let app: App
  let installation: Installation
  beforeAll(async () => {
    const synthesised = await synthesise(countyId)
    app = synthesised.app
    installation = await installationOf(countyId, synthesised.templates)
  }, 60_000)

  const allowed = (): Allowed[] =>
    installation
      .ofType('AWS::IAM::Policy')
      .flatMap(({ stack, id, properties }) =>
        list(at(properties, 'PolicyDocument', 'Statement')).map((statement) => ({ where: `${stack} ${id}`, statement })),
      )
      .filter(({ statement }) => at(statement, 'Effect') === 'Allow')
      .map(({ where, statement }) => ({
        where,
        actions: list(at(statement, 'Action')).map(plain),
        resources: list(at(statement, 'Resource')),
      }))

  // Whether each is used, and by whom, is what test/infra/privileges.test.ts finds out.
  it('is written in policies of single actions', () => {
    const statements = allowed()
    const actions = statements.flatMap((statement) => statement.actions)
    covered(`${countyId}: ${statements.length} statements, ${new Set(actions).size} different actions`)
    expect(statements.length).toBeGreaterThan(100)
    expect(actions.filter((action) => action.includes('*'))).toEqual([])
  })

  it('names its resources wherever AWS has a name', () => {
    const broad = allowed().filter(({ resources }) => resources.some((resource) => JSON.stringify(resource).includes('*')))
    expect(broad.length).toBeGreaterThan(0)
    for (const { actions, resources } of broad) {
      expect(resources).toEqual(['*'])
      expect(actions.filter((action) => !onEverything.has(action))).toEqual([])
    }
  })

  it('comes from no policy that somebody else writes', () => {
    const roles = installation.ofType('AWS::IAM::Role')
    covered(`${countyId}: ${roles.length} roles`)
    expect(roles.length).toBeGreaterThan(installation.ofType('AWS::Lambda::Function').length)
    for (const { properties } of roles) {
      expect(properties).not.toHaveProperty('ManagedPolicyArns')
      expect(properties).not.toHaveProperty('Policies')
    }
    expect(installation.ofType('AWS::IAM::User')).toEqual([])
  })

  it('passes cdk-nag, AwsSolutions and Serverless, in every stack', () => {
    const findings = [new AwsSolutionsChecks(app), new ServerlessChecks(app)].flatMap(
      (pack) => pack.validateScope(app).violations,
    )
    expect(
      findings.map(
        ({ ruleName, violatingResources }) =>
          `${ruleName}: ${violatingResources.map(({ constructPath }) => constructPath).join(', ')}`,
      ),
    ).toEqual([])
  })

  it('has a reason, on the very construct, for each finding that is accepted', () => {
    const accepted = acknowledgements(app)
    const rules = Map.groupBy(accepted, ({ rule }) => rule.replace(/^annotation::/i, ''))
    covered(`${countyId}: accepted findings: ${[...rules].map(([rule, all]) => `${rule} x ${all.length}`).join(', ')}`)
    expect([...rules.keys()].toSorted()).toEqual([
      'AwsSolutions-APIG4',
      'AwsSolutions-IAM5[Resource::*]',
      'AwsSolutions-SF2',
      'AwsSolutions-SQS3',
      'Serverless-LambdaDLQ',
      'Serverless-LambdaEventSourceMappingDestination',
      'Serverless-LambdaTracing',
      'Serverless-SQSRedrivePolicy',
      'Serverless-StepFunctionStateMachineXray',
    ])
    for (const { construct, reason } of accepted) {
      expect(reason.length).toBeGreaterThan(40)
      expect(Stack.isStack(construct) || App.isApp(construct)).toBe(false)
    }
    expect(
      rules
        .get('AwsSolutions-IAM5[Resource::*]')
        ?.every(({ reason }) => Object.values(unnameable).some((known) => reason.startsWith(known))),
    ).toBe(true)
  })
})

describe('cdk-nag', () => {
  it('sees what it is shown: a bare queue is found by both packs', () => {
    const app = new App()
    new Queue(new Stack(app, 'control'), 'Bare')
    const rulesOf = (pack: AwsSolutionsChecks | ServerlessChecks): string[] =>
      pack.validateScope(app).violations.map(({ ruleName }) => ruleName)
    expect(rulesOf(new AwsSolutionsChecks(app))).toContain('AwsSolutions-SQS4')
    expect(rulesOf(new ServerlessChecks(app))).toContain('Serverless-SQSRedrivePolicy')
  })
})
