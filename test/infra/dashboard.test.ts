import { beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { metrics } from '#contracts/metrics.ts'
import { functionKey, functionSources } from '../../infra/county-functions.ts'
import { services } from '../../services/services.ts'
import { covered, createInstallation, everyCounty, plain } from './installation.ts'
import type { Json } from './installation.ts'

/** CloudWatch's own limits for one dashboard. */
const maxWidgets = 500
const maxMetrics = 2_500

const body = z.object({
  widgets: z.array(
    z.object({
      type: z.enum(['metric', 'text']),
      x: z.int(),
      width: z.int().positive(),
      properties: z.object({
        title: z.string().optional(),
        markdown: z.string().optional(),
        metrics: z.array(z.array(z.unknown())).default([]),
      }),
    }),
  ),
})

describe.each(everyCounty)('the dashboard of %s', (countyId) => {
  let dashboards: { name: string; widgets: z.infer<typeof body>['widgets'] }[]
  let alarmsOfApi: number
  beforeAll(async () => {
    const installation = await createInstallation(countyId)
    dashboards = installation.ofType('AWS::CloudWatch::Dashboard').map(({ properties }) => ({
      name: plain(properties['DashboardName']),
      widgets: body.parse(JSON.parse(plain(inAnyRegion(properties['DashboardBody'])))).widgets,
    }))
    alarmsOfApi = installation.ofType('AWS::CloudWatch::Alarm').filter(({ stack }) => stack === `${countyId}-api`).length
  }, 60_000)

  const widgets = () => dashboards.flatMap((dashboard) => dashboard.widgets)
  /** As CloudWatch writes them: namespace, name, dimensions with their values, and how they are drawn. */
  const lines = (): string[] => widgets().flatMap(({ properties }) => properties.metrics.map((metric) => JSON.stringify(metric)))
  const has = (...wanted: readonly string[]): boolean =>
    lines().some((line) => line.startsWith(JSON.stringify(wanted).slice(0, -1)))

  it('is one, within the limits of CloudWatch', () => {
    covered(`${countyId}: ${widgets().length} widgets, ${lines().length} lines`)
    expect(dashboards.map(({ name }) => name)).toEqual([`${countyId}-behovsflodet`])
    expect(widgets().length).toBeLessThan(maxWidgets)
    expect(lines().length).toBeLessThan(maxMetrics)
    for (const { x, width } of widgets()) expect(x + width).toBeLessThanOrEqual(24)
  })

  it('shows what waits in each queue, how long, what is in flight and what was put aside', () => {
    for (const { name } of services.filter(({ functions }) => functions.includes('inbox'))) {
      const inbox = `${countyId}-${name}-inbox.fifo`
      for (const metric of [
        'ApproximateNumberOfMessagesVisible',
        'ApproximateAgeOfOldestMessage',
        'ApproximateNumberOfMessagesNotVisible',
      ])
        expect([metric, has('AWS/SQS', metric, 'QueueName', inbox)]).toEqual([metric, true])
      const aside = has('AWS/SQS', 'ApproximateNumberOfMessagesVisible', 'QueueName', `${countyId}-${name}-inbox-dlq.fifo`)
      expect([name, aside]).toEqual([name, true])
    }
  })

  it('shows faults, duration and throttles of every function, and what waits to be sent', () => {
    const sources = functionSources(services)
    expect(sources.length).toBeGreaterThan(30)
    for (const source of sources)
      for (const metric of ['Errors', 'Duration', 'Throttles', ...(source.kind === 'relay' ? ['IteratorAge'] : [])])
        expect([metric, has('AWS/Lambda', metric, 'FunctionName', `${countyId}-${functionKey(source)}`)]).toEqual([metric, true])
  })

  it('shows throttles and errors of every table', () => {
    for (const { name } of services)
      for (const metric of ['ThrottledRequests', 'SystemErrors']) {
        const operations = lines().filter(
          (line) => line.includes(`"${metric}"`) && line.includes(`"TableName","${countyId}-${name}"`),
        )
        expect([name, metric, operations.length]).toEqual([name, metric, 3])
      }
  })

  it('shows the state machine and the API', () => {
    for (const metric of ['ExecutionsFailed', 'ExecutionsTimedOut', 'ExecutionsAborted', '4xx', '5xx', 'Latency'])
      expect([metric, lines().some((line) => line.includes(`"${metric}"`))]).toEqual([metric, true])
  })

  it("shows every metric of the county's own, and says what each means", () => {
    const texts = widgets().map(({ properties }) => properties.markdown ?? '')
    for (const { name, meaning } of Object.values(metrics)) {
      const graph = widgets().find(({ properties }) => properties.title === name)
      expect([name, graph?.properties.metrics.every((line) => JSON.stringify(line).includes(countyId))]).toEqual([name, true])
      expect(texts.some((text) => text.includes(meaning.sv) && text.includes(meaning.en))).toBe(true)
    }
    expect(has('Behovsflodet', 'DecisionsMade', 'county', countyId, 'gate', 'BP4', 'outcome', 'stop')).toBe(true)
  })

  it('brings no alarms of its own', () => {
    expect(alarmsOfApi).toBe(1)
  })
})

/** The region and the API's id are known when it is deployed. */
const inAnyRegion = (value: Json): Json =>
  // The same template with every reference replaced by a word.
  JSON.parse(JSON.stringify(value).replaceAll(/\{"Ref":"[^"]+"\}/g, '"known-later"')) as Json
