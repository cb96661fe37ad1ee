import { parseArgs } from 'node:util'
import * as z from 'zod'
import { kalmar } from '#counties/kalmar.ts'
import { sizes } from '../infra/constructs/service-function.ts'
import { countCase } from './cost/count-case.ts'
import type { CountedCase } from './cost/count-case.ts'
import { idleLines, knownUsd, limitsConcurrency, pollersAtFirst, pollersAtLeast, pollSeconds } from './cost/idle.ts'
import { synthesise } from './cost/installation.ts'
import type { Resource } from './cost/installation.ts'
import { quotasOf, sweden } from './cost/quotas.ts'
import type { CaseDemand } from './cost/quotas.ts'
import {
  callTable,
  caseCostTable,
  caseUsd,
  firstMet,
  idleStackTable,
  idleTable,
  priceTable,
  quotaTable,
  writeTable,
} from './cost/tables.ts'
import { usd, whole } from './cost/print-table.ts'
import { add, nothing } from './cost/tally.ts'
import type { Counted, Occasion, Tally } from './cost/tally.ts'

/**
 * `npm run cost`: takes the demo's case, which is Kalmar's, through the whole flow on the embedded engines, counts every call that AWS would
 * charge for, and prints what a case costs, what a county costs in a month without any, and which of AWS's limits
 * is met first. Markdown, in USD, before tax and free tiers.
 */

const usage = 'npm run cost    counts one case of the demo county and prints what it costs'

const monthsPerYear = 12

const say = (...parts: readonly string[]): void => void process.stdout.write(`${parts.join('\n\n')}\n\n`)

const tallyOf = (counted: readonly Counted[]): Tally => counted.reduce((sum, { tally }) => add(sum, tally), nothing)

const most = <T>(all: readonly T[], of: (one: T) => number): T => {
  const [first] = all.toSorted((a, b) => of(b) - of(a))
  if (first === undefined) throw new Error('nothing was counted')
  return first
}

const demandOf = ({ counted, written, sends, driven }: CountedCase): CaseDemand => {
  const tally = tallyOf(counted.filter(({ occasion }) => occasion === 'case'))
  const tables = [
    ...Map.groupBy(
      written.filter(({ place }) => place === 'table'),
      ({ table }) => table,
    ),
  ].map(([name, group]) => ({
    name,
    writeUnits: group.reduce((sum, { units }) => sum + units, 0),
  }))
  // A partition of the case's own is written by no other case.
  const shared = written.filter(({ partition }) => !partition.includes(driven.caseId))
  const busiest = most(shared, ({ units }) => units)
  const [queue, calls] = most([...sends.callsByQueue], ([, count]) => count)
  return {
    httpRequests: tally.httpRequests,
    executions: sends.executionsStarted,
    tokenAnswers: sends.tokensAnswered,
    transitions: tally.transitions,
    functionSeconds: tally.milliseconds / 1_000,
    busiestTable: most(tables, ({ writeUnits }) => writeUnits),
    busiestPartition: { name: `${busiest.table} ${busiest.place} ${busiest.partition}`, writeUnits: busiest.units },
    busiestQueue: { name: queue, calls },
  }
}

const stage = z.object({ DefaultRouteSettings: z.object({ ThrottlingRateLimit: z.number() }) })

const throttleOf = (resources: readonly Resource[]): number =>
  stage.parse(resources.find(({ type }) => type === 'AWS::ApiGatewayV2::Stage')?.properties).DefaultRouteSettings
    .ThrottlingRateLimit

/** The mean of the runs of schedules that found nothing to do. */
const meanClockRun = (counted: readonly Counted[]): Tally => {
  const { invocations, milliseconds, readUnits, logBytes } = tallyOf(counted.filter(({ occasion }) => occasion === 'clock'))
  return {
    ...nothing,
    invocations: 1,
    milliseconds: milliseconds / invocations,
    readUnits: readUnits / invocations,
    logBytes: logBytes / invocations,
  }
}

const sayCase = ({ counted, writtenRows, driven }: CountedCase): number => {
  const memoryOf = (kind: Counted['kind']): number => sizes[kind].memoryMb
  const on = (occasion: Occasion): Counted[] => counted.filter((one) => one.occasion === occasion)
  const ofCase = on('case')
  const cost = caseUsd(ofCase, memoryOf)
  say(
    '## A case',
    `${driven.caseNumber}, ${driven.gates.length} decisions (${driven.gates.join(', ')}), ended as ${driven.status}. ` +
      `${usd(cost, 6)} USD, ${whole(1 / cost)} cases for a dollar. The milliseconds are this machine's, cold starts apart.`,
    'By service:',
    callTable(ofCase, 'service', ({ service }) => service),
    caseCostTable(ofCase, memoryOf, 'service', ({ service }) => service),
    'By kind of function:',
    callTable(ofCase, 'function', ({ kind }) => kind),
    caseCostTable(ofCase, memoryOf, 'function', ({ kind }) => kind),
    'Which rows take the write units (of at least one in a hundred):',
    writeTable(writtenRows),
    `Apart: the program that drives the case asked ${whole(tallyOf(on('again')).httpRequests)} times again for what it had ` +
      `already seen since its last change, while it waited; ${usd(caseUsd(on('again'), memoryOf), 6)} USD, not in the sums.`,
  )
  return cost
}

const sayIdle = (resources: readonly Resource[], clockRun: Tally, caseCost: number): void => {
  const linesWith = (pollers: number) =>
    idleLines(resources, { pollers, pollSeconds }, { tally: clockRun, memoryMb: sizes.tasks.memoryMb })
  const isLimited = limitsConcurrency(resources)
  const pollers = isLimited ? pollersAtFirst : pollersAtLeast
  const lines = linesWith(pollers)
  const [month, other] = [knownUsd(lines), knownUsd(linesWith(isLimited ? pollersAtLeast : pollersAtFirst))]
  say(
    '## A county and month without a case',
    `Assumed: ${pollers} pollers at each inbox, because its mapping ${isLimited ? 'limits' : 'does not limit'} concurrency; ` +
      `each poll waits ${pollSeconds} seconds. ${usd(month, 2)} USD; with ${isLimited ? pollersAtLeast : pollersAtFirst} pollers ` +
      `${usd(other, 2)}. What has no price is not in the sum.`,
    idleTable(lines),
    idleStackTable(lines),
    `${sweden.installations} counties: ${usd(month * monthsPerYear * sweden.installations, 0)} USD a year. ` +
      `A month without a case costs as much as ${whole(month / caseCost)} cases.`,
  )
}

const sayQuotas = (demand: CaseDemand, apiRequestsPerSecond: number): void => {
  const quotas = quotasOf(demand, sweden, apiRequestsPerSecond)
  say(
    '## The limit that is met first',
    `Assumed: ${whole(sweden.casesPerYear)} cases a year in Sweden, ${sweden.peakFactor} times the mean at the peak, a case waits ` +
      `${sweden.waitingDaysPerCase} days for decisions, ${sweden.installations} installations of the same size. AWS's defaults.`,
    'All installations in one account:',
    quotaTable(quotas, sweden, 'one'),
    firstMet(quotas, sweden, 'one'),
    'An account for each installation:',
    quotaTable(quotas, sweden, 'each'),
    firstMet(quotas, sweden, 'each'),
    'Sources of the limits:',
    quotas.map(({ name, source }) => `- ${name}: ${source}`).join('\n'),
  )
}

const run = async (): Promise<void> => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } })
  if (values.help) return say(usage)
  const resources = await synthesise(kalmar.id)
  const counted = await countCase(kalmar)
  say(`# What it costs: ${kalmar.name}, ${new Date().toISOString().slice(0, 10)}`)
  const caseCost = sayCase(counted)
  sayIdle(resources, meanClockRun(counted.counted), caseCost)
  sayQuotas(demandOf(counted), throttleOf(resources))
  say('## Prices', priceTable())
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
