/**
 * Which of AWS's limits is met first as the number of cases grows. Limits are AWS's defaults as published; the rates
 * of Step Functions are from an archived page and may have been raised since. What a case asks for is counted.
 */

/** How Sweden is taken to use it. */
export interface Volume {
  readonly casesPerYear: number
  /** The busiest hour against the mean. */
  readonly peakFactor: number
  /** How long a case waits for people to decide, over all of its gates. */
  readonly waitingDaysPerCase: number
  readonly installations: number
}

/**
 * One idea in ten employees and year in municipalities and regions (875,000 + 300,000 employees 2021,
 * https://rka.nu), a peak of 20 times the mean, and 90 days: assumptions, all three. 21 regions, one installation each.
 */
export const sweden: Volume = { casesPerYear: 117_500, peakFactor: 20, waitingDaysPerCase: 90, installations: 21 }

/** What one case asks for, counted. */
export interface CaseDemand {
  readonly httpRequests: number
  readonly executions: number
  readonly tokenAnswers: number
  readonly transitions: number
  readonly functionSeconds: number
  /** Of the table that is written most, its indexes apart. */
  readonly busiestTable: { readonly name: string; readonly writeUnits: number }
  /** Of a partition that every case writes to. */
  readonly busiestPartition: { readonly name: string; readonly writeUnits: number }
  readonly busiestQueue: { readonly name: string; readonly calls: number }
}

export interface Quota {
  readonly name: string
  readonly limit: number
  readonly unit: string
  /** Shared by all installations in an account and region, or each installation's own. */
  readonly scope: 'account' | 'installation'
  readonly source: string
  /** What so many cases a year ask for. */
  readonly demand: (casesPerYear: number) => number
}

const yearSeconds = 365.25 * 86_400
const yearDays = 365.25

const stepFunctionsQuotas = 'AWS Step Functions Developer Guide, limits-overview.md (archived)'
const dynamoQuotas = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput-scenarios.html'
const queueQuotas = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html'
const lambdaQuotas = 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html'

/** @param apiRequestsPerSecond what the installation's own API lets through. */
export const quotasOf = (demand: CaseDemand, volume: Volume, apiRequestsPerSecond: number): readonly Quota[] => {
  const atPeak =
    (perCase: number) =>
    (casesPerYear: number): number =>
      (casesPerYear / yearSeconds) * volume.peakFactor * perCase
  const { busiestTable, busiestPartition, busiestQueue } = demand
  return [
    {
      name: 'Step Functions: open executions',
      limit: 1_000_000,
      unit: 'waiting',
      scope: 'account',
      source: stepFunctionsQuotas,
      // Little's law: how many wait = how many come x how long each waits. A case waits at one gate at a time.
      demand: (casesPerYear) => (casesPerYear * volume.waitingDaysPerCase) / yearDays,
    },
    {
      name: 'Step Functions: StartExecution',
      limit: 150,
      unit: '/s',
      scope: 'account',
      source: stepFunctionsQuotas,
      demand: atPeak(demand.executions),
    },
    {
      name: 'Step Functions: SendTaskSuccess',
      limit: 300,
      unit: '/s',
      scope: 'account',
      source: stepFunctionsQuotas,
      demand: atPeak(demand.tokenAnswers),
    },
    {
      name: 'Step Functions: state transitions',
      limit: 500,
      unit: '/s',
      scope: 'account',
      source: stepFunctionsQuotas,
      demand: atPeak(demand.transitions),
    },
    {
      name: 'Lambda: functions at the same time',
      limit: 1_000,
      unit: 'running',
      scope: 'account',
      source: lambdaQuotas,
      demand: atPeak(demand.functionSeconds),
    },
    {
      name: `DynamoDB: new table (${busiestTable.name})`,
      limit: 4_000,
      unit: 'WRU/s',
      scope: 'installation',
      source: dynamoQuotas,
      demand: atPeak(busiestTable.writeUnits),
    },
    {
      name: `DynamoDB: partition (${busiestPartition.name})`,
      limit: 1_000,
      unit: 'WRU/s',
      scope: 'installation',
      source: dynamoQuotas,
      demand: atPeak(busiestPartition.writeUnits),
    },
    {
      name: `SQS: FIFO queue, sends (${busiestQueue.name})`,
      limit: 300,
      unit: '/s',
      scope: 'installation',
      source: queueQuotas,
      demand: atPeak(busiestQueue.calls),
    },
    {
      name: 'Own setting: the API’s throttle',
      limit: apiRequestsPerSecond,
      unit: '/s',
      scope: 'installation',
      source: 'infra/constructs/county-api.ts',
      demand: atPeak(demand.httpRequests),
    },
  ]
}

/** All installations in one account, or an account for each. */
export type Accounts = 'one' | 'each'

/** How much of a quota is used when Sweden is so many times as large, evenly spread over the installations. */
export const usedShare = (quota: Quota, volume: Volume, times: number, accounts: Accounts): number => {
  const isShared = quota.scope === 'account' && accounts === 'one'
  return quota.demand((volume.casesPerYear * times) / (isShared ? 1 : volume.installations)) / quota.limit
}

/** How many times Sweden a quota is enough for; every demand grows with the number of cases. */
export const enoughFor = (quota: Quota, volume: Volume, accounts: Accounts): number => 1 / usedShare(quota, volume, 1, accounts)

/** In the order in which they are met. */
export const inOrder = (quotas: readonly Quota[], volume: Volume, accounts: Accounts): readonly Quota[] =>
  quotas.toSorted((a, b) => enoughFor(a, volume, accounts) - enoughFor(b, volume, accounts))
