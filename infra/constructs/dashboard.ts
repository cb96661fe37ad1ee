import { Duration, Stack } from 'aws-cdk-lib'
import type { HttpApi, IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Metric, PeriodOverride, TextWidget } from 'aws-cdk-lib/aws-cloudwatch'
import { StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { DefaultDashboardFactory, MonitoringFacade } from 'cdk-monitoring-constructs'
import type { CustomMetricGroup } from 'cdk-monitoring-constructs'
import type { Construct } from 'constructs'
import type { ServiceDeclaration } from '#lambda/declaration.ts'
import { stateMachineArnOf } from '../addresses.ts'
import { functionKey, functionSources } from '../county-functions.ts'
import { names } from '../names.ts'
import { createCaseWidgets } from './case-widgets.ts'

interface DashboardSettings {
  readonly countyId: string
  readonly countyName: string
  readonly services: readonly ServiceDeclaration[]
  readonly api: HttpApi
}

const period = Duration.minutes(5)
const thirdOfARow = 8
/** What somebody who is called wants to see first. */
const range = Duration.hours(8)

/** All that a county runs has a name, so a metric needs nothing of the stack that the thing is in. */
const named = (
  namespace: string,
  metricName: string,
  statistic: string,
  dimensionsMap: Readonly<Record<string, string>>,
  label: string,
): Metric => new Metric({ namespace, metricName, statistic, dimensionsMap: { ...dimensionsMap }, label, period })

const queueGroups = (countyId: string, services: readonly ServiceDeclaration[]): CustomMetricGroup[] => {
  const name = names(countyId)
  const withInbox = services.filter(({ functions }) => functions.includes('inbox'))
  const line = (metricName: string, statistic: string, queueOf: (service: string) => string): Metric[] =>
    withInbox.map(({ name: service }) => named('AWS/SQS', metricName, statistic, { QueueName: queueOf(service) }, service))
  return [
    { title: 'Väntar · Waiting', metrics: line('ApproximateNumberOfMessagesVisible', 'Maximum', name.inbox) },
    {
      title: 'Äldsta meddelandet, sekunder · Oldest message, seconds',
      metrics: line('ApproximateAgeOfOldestMessage', 'Maximum', name.inbox),
    },
    { title: 'Under behandling · In flight', metrics: line('ApproximateNumberOfMessagesNotVisible', 'Maximum', name.inbox) },
    { title: 'Undanlagda · Dead letters', metrics: line('ApproximateNumberOfMessagesVisible', 'Maximum', name.deadLetters) },
  ]
}

const functionGroups = (countyId: string, services: readonly ServiceDeclaration[]): CustomMetricGroup[] => {
  const kinds = Map.groupBy(functionSources(services), ({ kind }) => kind)
  return [...kinds].flatMap(([kind, sources]): CustomMetricGroup[] => {
    const line = (metricName: string, statistic: string): Metric[] =>
      sources.map((source) =>
        named(
          'AWS/Lambda',
          metricName,
          statistic,
          { FunctionName: names(countyId).function(source.service, source.kind) },
          functionKey(source),
        ),
      )
    return [
      { title: `${kind}: fel · faults`, metrics: line('Errors', 'Sum') },
      { title: `${kind}: tid, 95:e percentilen, ms · duration, 95th percentile, ms`, metrics: line('Duration', 'p95') },
      { title: `${kind}: strypta · throttles`, metrics: line('Throttles', 'Sum') },
    ].map((group) => ({ ...group, graphWidgetWidth: thirdOfARow }))
  })
}

const relayGroup = (countyId: string, services: readonly ServiceDeclaration[]): CustomMetricGroup => ({
  title: 'Utgående händelser väntar, ms · Outgoing events wait, ms',
  metrics: services
    .filter(({ functions }) => functions.includes('relay'))
    .map(({ name: service }) =>
      named('AWS/Lambda', 'IteratorAge', 'Maximum', { FunctionName: names(countyId).function(service, 'relay') }, service),
    ),
})

/** The calls that a service makes to its table. */
const tableOperations = ['GetItem', 'Query', 'TransactWriteItems'] as const

const tableGroups = (countyId: string, services: readonly ServiceDeclaration[]): CustomMetricGroup[] => {
  const perOperation = (metricName: string): Metric[] =>
    services.flatMap(({ name: service }) =>
      tableOperations.map((operation) =>
        named(
          'AWS/DynamoDB',
          metricName,
          'Sum',
          { TableName: names(countyId).table(service), Operation: operation },
          `${service} ${operation}`,
        ),
      ),
    )
  return [
    { title: 'Strypta anrop · Throttled requests', metrics: perOperation('ThrottledRequests') },
    { title: 'Fel i databasen · Database errors', metrics: perOperation('SystemErrors') },
  ]
}

const introduction = (countyId: string, countyName: string): string =>
  [
    `# Behovsflödet, ${countyName}`,
    'Larmen går till ämnet',
    `\`${names(countyId).alarmTopic}\`; varje larm namnger sin sida i docs/runbooks.`,
    'The alarms go to that topic; each names its page in docs/runbooks.',
  ].join('\n')

/**
 * The county's one dashboard: the cases first, then what carries them. One graph for each question with a line for
 * each service, so that the one that differs is seen. It has no alarms of its own: those are in alarm.ts.
 */
export const createDashboard = (scope: Construct, id: string, settings: DashboardSettings): void => {
  const { countyId, countyName, services, api } = settings
  const name = names(countyId).dashboard
  const facade = new MonitoringFacade(scope, id, {
    dashboardFactory: new DefaultDashboardFactory(scope, `${id}Factory`, {
      dashboardNamePrefix: name,
      detailDashboardRange: range,
      detailDashboardPeriodOverride: PeriodOverride.INHERIT,
    }),
    metricFactoryDefaults: { namespace: 'AWS/Lambda' },
    alarmFactoryDefaults: { alarmNamePrefix: name, actionsEnabled: false },
  })
  const section = (heading: string, metricGroups: CustomMetricGroup[]): void => {
    facade.monitorCustom({ humanReadableName: heading, alarmFriendlyName: 'none', metricGroups })
  }

  facade.addWidget(new TextWidget({ markdown: introduction(countyId, countyName), width: 24, height: 3 }))
  facade.addLargeHeader('Ärenden · Cases')
  for (const widget of createCaseWidgets(countyId)) facade.addWidget(widget)
  // The library's type knows no exactOptionalPropertyTypes; every HttpApi is an IHttpApi.
  facade.monitorApiGatewayV2HttpApi({ api: api as IHttpApi, humanReadableName: 'API' })
  section('Köer · Queues', queueGroups(countyId, services))
  section('Utgående · Outgoing', [relayGroup(countyId, services)])
  facade.monitorStepFunction({
    stateMachine: StateMachine.fromStateMachineArn(
      scope,
      `${id}DecisionGate`,
      stateMachineArnOf(Stack.of(scope), names(countyId).stateMachine),
    ),
    humanReadableName: 'Beslutspunkter · Decision gates',
    alarmFriendlyName: 'none',
  })
  section('Funktioner · Functions', functionGroups(countyId, services))
  section('Tabeller · Tables', tableGroups(countyId, services))
}
