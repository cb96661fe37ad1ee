import { describe, expect, it } from 'vitest'
import { leaveOut } from './left-out.ts'
import type { Template } from './template.ts'

const alarm = (properties: Template['Resources'][string]['Properties']): Template['Resources'][string] => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: properties,
})

describe('what the emulator refuses', () => {
  it('is left out with what cannot be without it, and everything else is left as it is', () => {
    const template: Template = {
      Resources: {
        Faults: alarm({ Metrics: [{ Id: 'a' }] }),
        Depth: alarm({ MetricName: 'Depth' }),
        Both: { Type: 'AWS::CloudWatch::CompositeAlarm', Properties: { AlarmRule: { 'Fn::GetAtt': ['Faults', 'Arn'] } } },
        OfBoth: { Type: 'Custom::Thing', Properties: { Of: { Ref: 'Both' } } },
        Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' }, DependsOn: ['Faults', 'Depth'] },
      },
    }
    const { template: rest, leftOut } = leaveOut(template, true)
    expect(rest.Resources).toEqual({
      Depth: template.Resources['Depth'],
      Queue: { Type: 'AWS::SQS::Queue', Properties: { QueueName: 'q' }, DependsOn: ['Depth'] },
    })
    expect(leftOut.map(({ where }) => where)).toEqual(['Faults', 'Both', 'OfBoth'])
  })

  it('is nothing in a template without it', () => {
    const template: Template = { Resources: { Depth: alarm({ MetricName: 'Depth' }) } }
    expect(leaveOut(template, true)).toEqual({ template, leftOut: [] })
  })

  it('opens the rule for the address of the provider only when that is an http address', () => {
    const template: Template = {
      Parameters: { OpenidIssuer: { Type: 'String', AllowedPattern: '^https://' }, OpenidAudience: { Type: 'String' } },
      Resources: {},
    }
    expect(leaveOut(template, false)).toEqual({ template, leftOut: [] })
    const opened = leaveOut(template, true)
    expect(opened.template.Parameters).toEqual({ OpenidIssuer: { Type: 'String' }, OpenidAudience: { Type: 'String' } })
    expect(opened.leftOut).toHaveLength(1)
  })
})
