import { describe, expect, it } from 'vitest'
import { emptyReceivesPerMonth, idleLines, knownUsd, limitsConcurrency, runsPerMonth, sumIdle } from './idle.ts'
import type { Resource } from './installation.ts'
import { usdOf } from './price-table.ts'
import { nothing } from './tally.ts'

const twoPollers = { pollers: 2, pollSeconds: 20 }
const clockRun = { tally: { ...nothing, invocations: 1, readUnits: 0.5 }, memoryMb: 256 }
const resource = (type: string, properties: Resource['properties'] = {}): Resource => ({
  stack: 'kalmar-ideas',
  id: 'One',
  type,
  properties,
})
const linesOf = (...resources: Resource[]) => idleLines(resources, twoPollers, clockRun)

describe('a month without a case', () => {
  it('polls 147 queues 38.6 million times with two pollers each, for some 15 dollars', () => {
    const receives = 147 * emptyReceivesPerMonth(twoPollers)
    expect(receives / 1_000_000).toBeCloseTo(38.66, 1)
    expect(usdOf('standardRequest', receives)).toBeCloseTo(15.4, 0)
    expect(147 * emptyReceivesPerMonth({ pollers: 5, pollSeconds: 20 })).toBeCloseTo(receives * 2.5, 0)
  })

  it('counts the empty receives of an inbox, and shows that a stream has no known price', () => {
    const [inbox, stream] = linesOf(
      resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: 'queue', ScalingConfig: { MaximumConcurrency: 5 } }),
      resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: 'stream', StartingPosition: 'TRIM_HORIZON' }),
    )
    expect(inbox?.usd).toBeCloseTo((2 * 30.4375 * 86_400 * 0.5) / 20 / 1_000_000, 6)
    expect(stream).toMatchObject({ quantity: 1, usd: undefined })
  })

  it('charges an alarm for each metric that it looks at, not for the sum of them', () => {
    const [simple, sum] = linesOf(
      resource('AWS::CloudWatch::Alarm', { MetricName: 'Age' }),
      resource('AWS::CloudWatch::Alarm', {
        Metrics: [{ Expression: 'a + b' }, { MetricStat: { Metric: 'a' } }, { MetricStat: { Metric: 'b' } }],
      }),
    )
    expect(simple?.quantity).toBe(1)
    expect(sum?.quantity).toBe(2)
  })

  it('runs a schedule as often as it says', () => {
    expect(runsPerMonth('rate(15 minutes)')).toBeCloseTo(2_922)
    expect(runsPerMonth('rate(1 day)')).toBeCloseTo(30.4375)
    expect(() => runsPerMonth('cron(0 3 * * ? *)')).toThrow('no rule for how often')
  })

  it('leaves nothing out in silence: a kind of resource without a rule is a line without a price', () => {
    const lines = linesOf(resource('AWS::RDS::DBCluster'), resource('AWS::KMS::Key'), resource('AWS::IAM::Role'))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({ what: 'AWS::RDS::DBCluster: no rule', usd: undefined })
    expect(knownUsd(lines)).toBe(1)
  })

  it('does not make a sum of something known and something unknown', () => {
    const line = { stack: 'a', what: 'thing', quantity: 1 }
    expect(
      sumIdle([
        { ...line, usd: 1 },
        { ...line, usd: undefined },
      ]),
    ).toEqual([{ what: 'thing', quantity: 2, usd: undefined }])
  })

  it('knows whether every inbox limits its concurrency', () => {
    const limited = resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: 'a', ScalingConfig: { MaximumConcurrency: 5 } })
    const free = resource('AWS::Lambda::EventSourceMapping', { EventSourceArn: 'b' })
    expect(limitsConcurrency([limited])).toBe(true)
    expect(limitsConcurrency([limited, free])).toBe(false)
  })
})
