import { usdOf } from './price-table.ts'
import type { Tally } from './tally.ts'

/** USD by what it is paid for. */
export interface Cost {
  readonly api: number
  readonly functions: number
  readonly database: number
  readonly queues: number
  readonly stateMachine: number
  readonly logs: number
}

export const costKinds = [
  'api',
  'functions',
  'database',
  'queues',
  'stateMachine',
  'logs',
] as const satisfies readonly (keyof Cost)[]

const known = (usd: number | undefined): number => {
  if (usd === undefined) throw new Error('a case cannot be priced with a price that is not known')
  return usd
}

const megabytesPerGigabyte = 1_024

/** @param memoryMb of the function that the tally is of. */
export const costOf = (tally: Tally, memoryMb: number): Cost => ({
  api: known(usdOf('httpRequest', tally.httpRequests)),
  functions:
    known(usdOf('lambdaRequest', tally.invocations)) +
    known(usdOf('lambdaGigabyteSecond', (tally.milliseconds / 1_000) * (memoryMb / megabytesPerGigabyte))),
  database: known(usdOf('writeUnit', tally.writeUnits)) + known(usdOf('readUnit', tally.readUnits)),
  queues: known(usdOf('fifoRequest', tally.fifoRequests)) + known(usdOf('standardRequest', tally.standardRequests)),
  stateMachine: known(usdOf('transition', tally.transitions)),
  logs: known(usdOf('logByte', tally.logBytes)),
})

export const addCosts = (costs: readonly Cost[]): Cost =>
  costs.reduce(
    (sum, cost) => ({
      api: sum.api + cost.api,
      functions: sum.functions + cost.functions,
      database: sum.database + cost.database,
      queues: sum.queues + cost.queues,
      stateMachine: sum.stateMachine + cost.stateMachine,
      logs: sum.logs + cost.logs,
    }),
    { api: 0, functions: 0, database: 0, queues: 0, stateMachine: 0, logs: 0 },
  )

export const totalOf = (cost: Cost): number => costKinds.reduce((sum, kind) => sum + cost[kind], 0)
