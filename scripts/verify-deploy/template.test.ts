import { describe, expect, it } from 'vitest'
import { resolve, resourcesOf } from './template.ts'
import type { Template } from './template.ts'

const deployed = {
  account: '111122223333',
  region: 'eu-north-1',
  parameters: { OpenidIssuer: 'https://id.example' },
  apiUrl: 'http://api.example',
}

const template: Template = {
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'kalmar-ideas' } },
    Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'kalmar-ideas-inbox.fifo' } },
    Machine: { Type: 'AWS::StepFunctions::StateMachine', Properties: { StateMachineName: 'kalmar-decision-gate' } },
    Http: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'kalmar' } },
    Role: { Type: 'AWS::IAM::Role', Properties: {} },
  },
}

describe('what a template refers to', () => {
  it.each([
    [{ Ref: 'Table' }, 'kalmar-ideas'],
    [{ 'Fn::GetAtt': ['Queue', 'Arn'] }, 'arn:aws:sqs:eu-north-1:111122223333:kalmar-ideas-inbox.fifo'],
    [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'arn:aws:dynamodb:eu-north-1:111122223333:table/kalmar-ideas/stream/*'],
    [{ Ref: 'Machine' }, 'arn:aws:states:eu-north-1:111122223333:stateMachine:kalmar-decision-gate'],
    [{ 'Fn::GetAtt': ['Http', 'ApiEndpoint'] }, 'http://api.example'],
    [{ Ref: 'OpenidIssuer' }, 'https://id.example'],
    [
      { 'Fn::Join': ['', ['https://sqs.', { Ref: 'AWS::URLSuffix' }, '/', { Ref: 'AWS::AccountId' }]] },
      'https://sqs.amazonaws.com/111122223333',
    ],
    [{ 'Fn::GetAtt': ['Role', 'Arn'] }, '<Role.Arn>'],
    [{ A: [{ Ref: 'Table' }, 1, true] }, { A: ['kalmar-ideas', 1, true] }],
  ])('%j comes to %j', (value, wanted) => {
    expect(resolve(value, template, deployed)).toEqual(wanted)
  })

  it('is found in every stack by itself', () => {
    const stacks = [
      { stack: 'one', file: '', template },
      {
        stack: 'two',
        file: '',
        template: { Resources: { Table: { Type: 'AWS::SQS::Queue', Properties: { Of: { Ref: 'Table' }, QueueName: 'q' } } } },
      },
    ]
    const resources = resourcesOf(stacks, deployed)
    expect(resources).toHaveLength(6)
    expect(resources.at(-1)).toEqual({
      stack: 'two',
      id: 'Table',
      type: 'AWS::SQS::Queue',
      properties: { Of: 'q', QueueName: 'q' },
    })
  })
})
