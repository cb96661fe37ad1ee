import { beforeAll, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { findViolations } from './privileges/compare.ts'
import { rightsIn, synthesiseCounty } from './privileges/installation.ts'
import { recordDemo } from './privileges/record-flow.ts'
import { createRecording } from './privileges/recording.ts'
import type { Recording } from './privileges/recording.ts'
import type { Right } from './privileges/right.ts'
import { isObject, list } from './privileges/template-values.ts'
import type { TemplateResource } from './privileges/template-values.ts'
import { testPlace } from './privileges/test-place.ts'
import { waiversOf } from './privileges/waivers.ts'
import type { Waiver } from './privileges/waivers.ts'

/** What each function uses on a whole case's way, against what the template grants it; both ways. */

const countyId = kalmar.id
const waivers = waiversOf({ countyId, place: testPlace })

let resources: readonly TemplateResource[]
let recording: Recording

beforeAll(async () => {
  resources = await synthesiseCounty(countyId)
  recording = createRecording({ countyId, place: testPlace })
  const { leftOut, questions, answered } = await recordDemo(recording)
  expect(leftOut).toEqual([])
  expect(answered).toBeGreaterThan(questions * 0.9)
}, 240_000)

const told = (template = resources, used: readonly Right[] = recording.used(), waived: readonly Waiver[] = waivers): string[] =>
  findViolations({ ...rightsIn(template), used }, waived).map(
    ({ kind, right: { holder, action, resource } }) => `${kind}: ${holder} ${action} ${resource.split(':').slice(5).join(':')}`,
  )

type Properties = Record<string, unknown>

/** A copy of the template with one resource, the first that is meant, changed in it. */
const changed = (
  isMeant: (resource: TemplateResource) => boolean,
  change: (properties: Properties) => void,
): readonly TemplateResource[] => {
  const position = resources.findIndex(isMeant)
  if (position === -1) throw new Error('nothing to change')
  return resources.map((resource, index) => {
    if (index !== position) return resource
    const properties = structuredClone(resource.properties) as Properties // the copy's own
    change(properties)
    return { ...resource, properties }
  })
}

const isPolicyOf =
  (service: string, role: string) =>
  ({ stack, type, id }: TemplateResource): boolean =>
    stack === `${countyId}-${service}` && type === 'AWS::IAM::Policy' && id.startsWith(role)

const statementsOf = (properties: Properties): Properties[] => {
  const document = properties['PolicyDocument']
  // Of a copy, made to be changed.
  return (isObject(document) ? list(document['Statement']) : []) as Properties[]
}

const without = (action: string) => (properties: Properties) => {
  for (const statement of statementsOf(properties))
    statement['Action'] = list(statement['Action']).filter((one) => one !== action)
}

const withStatement = (statement: Properties) => (properties: Properties) => {
  statementsOf(properties).push({ Effect: 'Allow', ...statement })
}

describe('what the functions may do', () => {
  it('is what they do, what AWS does for them, or waived by name', () => {
    const { granted, derived } = rightsIn(resources)
    const used = recording.used()
    process.stdout.write(
      `      privileges: ${granted.length} granted, ${used.length} called in ${recording.calls()} calls, ${derived.length} used by AWS\n`,
    )
    expect(told()).toEqual([])
    expect(used.length).toBeGreaterThan(100)
    expect(derived.length).toBeGreaterThan(200)
  })

  it('is waived for a reason that says something, and for one right at a time', () => {
    for (const { reason, resource } of waivers) {
      expect(reason.length).toBeGreaterThan(40)
      expect(resource).not.toContain('*')
    }
  })
})

describe('a right that is missing', () => {
  it('is found, whichever it is', () => {
    const { granted, derived } = rightsIn(resources)
    const used = recording.used()
    const needed = granted.filter(
      (right) => !waivers.some(({ holder, action }) => holder === right.holder && action === right.action),
    )
    expect(needed.length).toBeGreaterThan(300)
    for (const right of needed) {
      const violations = findViolations({ granted: granted.filter((one) => one !== right), derived, used }, waivers)
      expect(violations.map(({ kind, right: { holder, action } }) => [kind, holder, action])).toEqual([
        ['not granted', right.holder, right.action],
      ])
    }
  })

  it.each([
    ['a call of an api', 'ideas', 'ApiRole', 'dynamodb:PutItem', 'ideas-api', 'table/kalmar-ideas'],
    ['a call of the clock', 'followup', 'TasksRole', 'dynamodb:Query', 'followup-tasks', 'table/kalmar-followup/index/by-due'],
    [
      'the start of an execution',
      'gates',
      'OutgoingRelay',
      'states:StartExecution',
      'gates-relay',
      'stateMachine:kalmar-decision-gate',
    ],
    [
      'what Lambda does for an inbox',
      'insight',
      'InboxReader',
      'sqs:DeleteMessage',
      'insight-inbox',
      'kalmar-insight-inbox.fifo',
    ],
    [
      'what Lambda does for a relay',
      'ideas',
      'OutgoingRelay',
      'dynamodb:GetRecords',
      'ideas-relay',
      'table/kalmar-ideas/stream/<label>',
    ],
    [
      'what the machine does',
      'gates',
      'DecisionGateRole',
      'lambda:InvokeFunction',
      'decision-gate',
      'function:kalmar-gates-tasks',
    ],
  ])('in the template is found: %s', (_, service, role, action, holder, resource) => {
    expect(told(changed(isPolicyOf(service, role), without(action)))).toContain(
      `not granted: ${countyId}-${holder} ${action} ${resource}`,
    )
  })

  it('is found when a function begins to call what it never did', () => {
    const used: Right = {
      holder: `${countyId}-insight-api`,
      action: 'dynamodb:PutItem',
      resource: 'arn:aws:dynamodb:r:a:table/kalmar-insight',
    }
    expect(told(resources, [...recording.used(), used])).toEqual([
      `not granted: ${countyId}-insight-api dynamodb:PutItem table/kalmar-insight`,
    ])
  })
})

describe('a right too many', () => {
  const arn = `arn:aws:dynamodb:eu-north-1:${testPlace.account}:table/kalmar-ideas`

  it.each([
    ['an action that is never called', { Action: 'dynamodb:DeleteItem', Resource: arn }, 'not used'],
    ["another service's table", { Action: ['dynamodb:GetItem'], Resource: arn.replace('ideas', 'gates') }, 'not used'],
    ['any table', { Action: 'dynamodb:GetItem', Resource: '*' }, 'too broad'],
    ['anything on the table', { Action: 'dynamodb:*', Resource: arn }, 'too broad'],
    ['all actions but one', { NotAction: 'dynamodb:DeleteTable', Resource: arn }, 'too broad'],
    [
      'the table under a condition that is not weighed',
      { Action: 'dynamodb:GetItem', Resource: arn, Condition: { Bool: { 'aws:ViaAWSService': 'true' } } },
      'not used',
    ],
  ])('in the template is found: %s', (_, statement, kind) => {
    const found = told(changed(isPolicyOf('ideas', 'ApiRole'), withStatement(statement)))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${kind}: ${countyId}-ideas-api `))
  })

  it('in the template is found: mail from any sender', () => {
    const { sender } = kalmar.mail
    const found = told(
      changed(isPolicyOf('forum', 'TasksRole'), (properties) => {
        for (const statement of statementsOf(properties)) delete statement['Condition']
      }),
    )
    const identity = `identity/${sender.replace(/^.*@/, '')}`
    expect(found.toSorted()).toEqual([
      `not granted: kalmar-forum-tasks ses:SendEmail from ${sender} ${identity}`,
      `not used: kalmar-forum-tasks ses:SendEmail ${identity}`,
    ])
  })

  it.each([
    ['a policy that somebody else writes', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }],
    [
      'a policy in the role itself',
      { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] } }] },
    ],
  ])('is found in a role: %s', (_, more) => {
    const isRole = ({ stack, type, id }: TemplateResource): boolean =>
      stack === `${countyId}-ideas` && type === 'AWS::IAM::Role' && id.startsWith('ApiRole')
    const found = told(changed(isRole, (properties) => Object.assign(properties, more)))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^too broad: kalmar-ideas-api /)
  })

  it.each([
    ['AWS::SQS::QueuePolicy', { Principal: '*', Action: 'sqs:SendMessage' }],
    ['AWS::SQS::QueuePolicy', { Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage' }],
    ['AWS::SNS::TopicPolicy', { Principal: { AWS: '*' }, Action: 'sns:Publish' }],
  ])('is found where a resource lets others in: %s %o', (type, statement) => {
    const isMeant = (resource: TemplateResource): boolean => resource.type === type
    const found = told(changed(isMeant, withStatement({ ...statement, Resource: 'arn:aws:sqs:r:a:any' })))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^too broad: /)
  })

  it('is found when a function may be called by an API without saying whose', () => {
    const isPermission = ({ type }: TemplateResource): boolean => type === 'AWS::Lambda::Permission'
    expect(told(changed(isPermission, (properties) => delete properties['SourceArn']))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^too broad: apigateway.amazonaws.com lambda:InvokeFunction from anywhere/)]),
    )
  })

  it('is found when what asks for it is taken away: a log that is not written, a queue that is not read', () => {
    const isFunction = ({ type, properties }: TemplateResource): boolean =>
      type === 'AWS::Lambda::Function' && properties['FunctionName'] === `${countyId}-ideas-api`
    const unlogged = told(changed(isFunction, (properties) => delete properties['LoggingConfig']))
    expect(unlogged.map((line) => line.split(' ').slice(2, 4).join(' '))).toEqual([
      `${countyId}-ideas-api logs:CreateLogStream`,
      `${countyId}-ideas-api logs:PutLogEvents`,
    ])
    const isInboxMapping = ({ stack, type, properties }: TemplateResource): boolean =>
      stack === `${countyId}-insight` && type === 'AWS::Lambda::EventSourceMapping' && properties['ScalingConfig'] !== undefined
    const unread = resources.filter((resource) => !isInboxMapping(resource))
    expect(told(unread)).toEqual(
      ['DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map(
        (action) => `not used: kalmar-insight-inbox sqs:${action} kalmar-insight-inbox.fifo`,
      ),
    )
  })

  it('is found when nobody runs under its role any more', () => {
    const left = resources.filter(({ properties }) => properties['FunctionName'] !== `${countyId}-benefits-api`)
    expect(told(left).filter((line) => line.startsWith('not granted'))).not.toEqual([])
    expect(told(left).filter((line) => line.includes('kalmar-benefits ApiRole'))).not.toEqual([])
  })
})

describe('a waiver', () => {
  it('that is not there any more leaves its right unused', () => {
    expect(told(resources, undefined, [])).toHaveLength(waivers.length)
  })

  it.each(['dynamodb:PutItem', 'dynamodb:DeleteItem'])('for what is used, or not even granted, fails: %s', (action) => {
    const vain: Waiver = {
      holder: `${countyId}-ideas-api`,
      action,
      resource: `arn:aws:dynamodb:eu-north-1:${testPlace.account}:table/kalmar-ideas`,
      reason: 'Perhaps.',
    }
    expect(told(resources, undefined, [...waivers, vain])).toEqual([
      `waived in vain: ${countyId}-ideas-api ${action} table/kalmar-ideas`,
    ])
  })
})
