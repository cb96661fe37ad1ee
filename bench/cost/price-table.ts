/**
 * What AWS charges, as far as a published text was found that says so. A price that was not found is not in a row's
 * `usd`: whatever is computed from it is shown as unknown, never as nothing. Free tiers are left out, as they are
 * shared by everything else in the account. Before tax.
 */
export interface Price {
  readonly item: string
  readonly unit: string
  /** For one unit; undefined where no source was found. */
  readonly usd: number | undefined
  /** Where the source says that it holds. Only that of Step Functions is known for Stockholm. */
  readonly region: 'eu-north-1' | 'us-east-1' | 'every region'
  /** From when, by the source's own words; a source without a date is as old as the day when the table was made. */
  readonly validFrom: string
  readonly source: string
}

/** When the sources were read. */
export const pricesReadOn = '2026-11-20'

const million = 1_000_000
const notFound = 'no source found'

export const prices = {
  httpRequest: {
    item: 'API Gateway, HTTP API',
    unit: 'request of at most 512 kB',
    usd: 1 / million,
    region: 'us-east-1',
    validFrom: 'undated',
    source: 'https://www.apigatewaycost.com/aws',
  },
  lambdaRequest: {
    item: 'Lambda, invocation',
    unit: 'invocation',
    usd: 0.2 / million,
    region: 'us-east-1',
    validFrom: 'undated',
    source: 'https://cloudchipr.com/blog/aws-lambda-pricing',
  },
  lambdaGigabyteSecond: {
    item: 'Lambda, arm64, time',
    unit: 'GB-second, in steps of 1 ms',
    usd: 0.000_013_333_4,
    region: 'us-east-1',
    validFrom: 'undated',
    source: 'https://cloudchipr.com/blog/aws-lambda-pricing',
  },
  writeUnit: {
    item: 'DynamoDB on demand, write',
    unit: 'write request unit',
    usd: 0.625 / million,
    region: 'us-east-1',
    validFrom: '2024-11-01',
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
  },
  readUnit: {
    item: 'DynamoDB on demand, read',
    unit: 'read request unit',
    usd: 0.125 / million,
    region: 'us-east-1',
    validFrom: '2024-11-01',
    source: 'https://airbyte.com/data-engineering-resources/dynamodb-pricing',
  },
  fifoRequest: {
    item: 'SQS, FIFO queue',
    unit: 'request, each 64 kB',
    usd: 0.5 / million,
    region: 'us-east-1',
    validFrom: 'undated',
    source: 'https://cloudburn.io/blog/amazon-sqs-pricing',
  },
  standardRequest: {
    item: 'SQS, standard queue',
    unit: 'request, each 64 kB',
    usd: 0.4 / million,
    region: 'us-east-1',
    validFrom: 'undated',
    source: 'https://cloudburn.io/blog/amazon-sqs-pricing',
  },
  transition: {
    item: 'Step Functions, Standard',
    unit: 'state transition, retries too',
    usd: 0.025 / 1_000,
    region: 'eu-north-1',
    validFrom: 'undated',
    source: 'https://aws.amazon.com/step-functions/pricing/',
  },
  alarmMetric: {
    item: 'CloudWatch, standard alarm',
    unit: 'metric in an alarm and month',
    usd: 0.1,
    region: 'us-east-1',
    validFrom: 'undated',
    source: 'https://c3x.dev/resources/aws/aws_cloudwatch_metric_alarm',
  },
  dashboard: {
    item: 'CloudWatch, dashboard',
    unit: 'dashboard and month',
    usd: 3,
    region: 'us-east-1',
    validFrom: 'undated',
    source: 'https://www.factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards/',
  },
  logByte: {
    item: 'CloudWatch Logs, taken in',
    unit: 'byte',
    usd: 0.5 / 1_000_000_000,
    region: 'us-east-1',
    validFrom: 'undated',
    source: 'https://www.factualminds.com/blog/amazon-cloudwatch-pricing-metrics-logs-alarms-dashboards/',
  },
  key: {
    item: 'KMS, key of our own',
    unit: 'key and month',
    usd: 1,
    region: 'us-east-1',
    validFrom: 'undated',
    source: 'https://cloudburn.io/blog/aws-kms-pricing',
  },
  scheduledCall: {
    item: 'EventBridge Scheduler',
    unit: 'invocation',
    usd: 1 / million,
    region: 'us-east-1',
    validFrom: '2026-03',
    source: 'https://cloudburn.io/blog/amazon-eventbridge-pricing',
  },
  secret: {
    item: 'Secrets Manager',
    unit: 'secret and month',
    usd: undefined,
    region: 'eu-north-1',
    validFrom: '-',
    source: notFound,
  },
  streamPoll: {
    item: 'DynamoDB Streams, read by Lambda',
    unit: 'event source mapping and month',
    usd: undefined,
    region: 'eu-north-1',
    validFrom: '-',
    source: notFound,
  },
  storage: {
    item: 'DynamoDB, storage and point-in-time recovery',
    unit: 'table and month',
    usd: undefined,
    region: 'eu-north-1',
    validFrom: '-',
    source: notFound,
  },
  logStorage: {
    item: 'CloudWatch Logs, kept',
    unit: 'log group and month',
    usd: undefined,
    region: 'eu-north-1',
    validFrom: '-',
    source: notFound,
  },
  tracedFunction: {
    item: 'X-Ray, sampled traces',
    unit: 'function or state machine and month',
    usd: undefined,
    region: 'eu-north-1',
    validFrom: '-',
    source: notFound,
  },
} as const satisfies Readonly<Record<string, Price>>

export type PricedItem = keyof typeof prices

/** @returns undefined when the price is not known. */
export const usdOf = (item: PricedItem, quantity: number): number | undefined => {
  const { usd } = prices[item]
  return usd === undefined ? undefined : usd * quantity
}
