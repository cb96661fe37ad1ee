import { Duration } from 'aws-cdk-lib'
import { GraphWidget, MathExpression, Metric, Row, TextWidget } from 'aws-cdk-lib/aws-cloudwatch'
import type { IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { metrics } from '#contracts/metrics.ts'
import { gates, outcomes, phases } from '#contracts/words.ts'
import { metricNamespace } from '#lambda/embedded-metrics.ts'

type DeclaredMetric = (typeof metrics)[keyof typeof metrics]
type Dimensions = Readonly<Record<string, string>>

/** A county has few cases a day: its figures are looked at by the day, and over four weeks. */
const period = Duration.days(1)
const start = '-P28D'
const perRow = 3
const columns = 24
const graphHeight = 6

/** Every combination of the values that a metric's dimensions can have; undefined where they are many and are searched for. */
const valuesOf = ({ dimensions }: DeclaredMetric): readonly Dimensions[] | undefined => {
  const known: Readonly<Record<string, readonly string[] | undefined>> = {
    phase: phases,
    gate: gates,
    outcome: outcomes,
  }
  return dimensions.reduce<readonly Dimensions[] | undefined>(
    (combinations, dimension) => {
      const values = known[dimension]
      return values && combinations?.flatMap((combination) => values.map((value) => ({ ...combination, [dimension]: value })))
    },
    [{}],
  )
}

const searched = (metric: DeclaredMetric, countyId: string): IMetric => {
  const { name, statistic, dimensions } = metric
  const schema = [metricNamespace, 'county', ...dimensions].join(',')
  return new MathExpression({
    expression: `SEARCH('{${schema}} MetricName="${name}" county="${countyId}"', '${statistic}', ${period.toSeconds()})`,
    usingMetrics: {},
    label: '',
    period,
  })
}

const linesOf = (metric: DeclaredMetric, countyId: string): IMetric[] =>
  valuesOf(metric)?.map(
    (dimensions) =>
      new Metric({
        namespace: metricNamespace,
        metricName: metric.name,
        statistic: metric.statistic,
        dimensionsMap: { county: countyId, ...dimensions },
        label: Object.values(dimensions).join(' '),
        period,
      }),
  ) ?? [searched(metric, countyId)]

/** A graph for each of the county's own metrics, and what each of them means. */
export const createCaseWidgets = (countyId: string): readonly IWidget[] => {
  const declared = Object.values(metrics)
  const meanings = declared.map(({ name, meaning }) => `**${name}** ${meaning.sv} *${meaning.en}*`)
  const graphs = declared.map(
    (metric) =>
      new GraphWidget({
        title: metric.name,
        left: linesOf(metric, countyId),
        leftYAxis: { min: 0, showUnits: false },
        stacked: metric.statistic === 'Sum',
        start,
        period,
        width: columns / perRow,
        height: graphHeight,
      }),
  )
  const rows = Object.values(Object.groupBy(graphs, (_, index) => Math.floor(index / perRow)))
  return [
    ...rows.map((row = []) => new Row(...row)),
    new TextWidget({ markdown: meanings.join('\n\n'), width: columns, height: declared.length }),
  ]
}
