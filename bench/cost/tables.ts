import type { FunctionKind } from '#lambda/declaration.ts'
import { addCosts, costKinds, costOf, totalOf } from './case-cost.ts'
import type { Cost } from './case-cost.ts'
import type { WrittenRows } from './database-usage.ts'
import { knownUsd, sumIdle } from './idle.ts'
import type { IdleLine } from './idle.ts'
import { few, markdownTable, number, text, usd, whole } from './print-table.ts'
import { pricesReadOn, prices } from './price-table.ts'
import type { Price } from './price-table.ts'
import { enoughFor, inOrder, usedShare } from './quotas.ts'
import type { Accounts, Quota, Volume } from './quotas.ts'
import { add, nothing } from './tally.ts'
import type { Counted, Tally } from './tally.ts'

export type MemoryOf = (kind: FunctionKind) => number

const caseDigits = 6
const monthDigits = 2

const costOfAll = (counted: readonly Counted[], memoryOf: MemoryOf): Cost =>
  addCosts(counted.map(({ kind, tally }) => costOf(tally, memoryOf(kind))))

const sum = (counted: readonly Counted[]): Tally => counted.reduce((total, { tally }) => add(total, tally), nothing)

const grouped = (
  counted: readonly Counted[],
  by: (one: Counted) => string,
): readonly (readonly [string, readonly Counted[]])[] => [...Map.groupBy(counted, by), ['all', counted]]

export const callTable = (counted: readonly Counted[], title: string, by: (one: Counted) => string): string =>
  markdownTable(
    [
      text(title),
      ...['calls', 'ms', 'HTTP', 'transactions', 'WRU', 'RRU', 'SQS', 'transitions', 'log kB'].map((name) => number(name)),
    ],
    grouped(counted, by).map(([name, group]) => {
      const tally = sum(group)
      return [
        name,
        whole(tally.invocations),
        whole(tally.milliseconds),
        whole(tally.httpRequests),
        whole(tally.transactions),
        whole(tally.writeUnits),
        whole(tally.readUnits),
        whole(tally.fifoRequests + tally.standardRequests),
        whole(tally.transitions),
        whole(tally.logBytes / 1_000),
      ]
    }),
  )

export const caseCostTable = (
  counted: readonly Counted[],
  memoryOf: MemoryOf,
  title: string,
  by: (one: Counted) => string,
): string => {
  const all = totalOf(costOfAll(counted, memoryOf))
  return markdownTable(
    [text(title), ...costKinds.map((kind) => number(kind)), number('USD'), number('%')],
    grouped(counted, by).map(([name, group]) => {
      const cost = costOfAll(group, memoryOf)
      const total = totalOf(cost)
      return [
        name,
        ...costKinds.map((kind) => usd(cost[kind], caseDigits)),
        usd(total, caseDigits),
        ((total / all) * 100).toFixed(1),
      ]
    }),
  )
}

export const caseUsd = (counted: readonly Counted[], memoryOf: MemoryOf): number => totalOf(costOfAll(counted, memoryOf))

/** Write units by kind of row, the most expensive first; what comes to less than a hundredth of all is left out. */
export const writeTable = (rows: readonly WrittenRows[]): string => {
  const total = (some: readonly WrittenRows[], of: (row: WrittenRows) => number): number =>
    some.reduce((sum, row) => sum + of(row), 0)
  const unitsOf = (some: readonly WrittenRows[]): number => total(some, ({ tableUnits, indexUnits }) => tableUnits + indexUnits)
  const all = unitsOf(rows)
  return markdownTable(
    [text('row'), text('in'), ...['writes', 'mean bytes', 'WRU on the table', 'WRU on indexes', '%'].map((name) => number(name))],
    [...Map.groupBy(rows, ({ row }) => row)]
      .filter(([, group]) => unitsOf(group) * 100 >= all)
      .toSorted(([, a], [, b]) => unitsOf(b) - unitsOf(a))
      .map(([row, group]) => [
        row,
        group.length === 1 ? (group[0]?.table ?? '') : `${group.length} tables`,
        whole(total(group, ({ writes }) => writes)),
        whole(total(group, ({ bytes }) => bytes) / total(group, ({ writes }) => writes)),
        whole(total(group, ({ tableUnits }) => tableUnits)),
        whole(total(group, ({ indexUnits }) => indexUnits)),
        ((unitsOf(group) / all) * 100).toFixed(1),
      ]),
  )
}

export const idleTable = (lines: readonly IdleLine[]): string =>
  markdownTable(
    [text('every month'), number('quantity'), number('USD')],
    [
      ...sumIdle(lines).map(({ what, quantity, usd: cost }) => [what, whole(quantity), usd(cost, monthDigits)]),
      ['what has a price', '', usd(knownUsd(lines), monthDigits)],
    ],
  )

export const idleStackTable = (lines: readonly IdleLine[]): string =>
  markdownTable(
    [text('stack'), number('USD'), number('lines without a price')],
    [...Map.groupBy(lines, ({ stack }) => stack)].map(([stack, group]) => [
      stack,
      usd(knownUsd(group), monthDigits),
      whole(group.filter((line) => line.usd === undefined).length),
    ]),
  )

/** The sizes of Sweden that are asked about. */
const scales = [1, 100, 1_000] as const
const full = 1

export const quotaTable = (quotas: readonly Quota[], volume: Volume, accounts: Accounts): string =>
  markdownTable(
    [
      text('quota'),
      number('limit'),
      text('unit'),
      ...scales.map((times) => number(`used at ${whole(times)} x`)),
      number('enough for x Sweden'),
    ],
    inOrder(quotas, volume, accounts).map((quota) => [
      quota.name,
      whole(quota.limit),
      quota.unit,
      ...scales.map((times) => `${few(usedShare(quota, volume, times, accounts) * 100)} %`),
      few(enoughFor(quota, volume, accounts)),
    ]),
  )

/** Which limit comes first at each size; those that are passed, in the order in which they were. */
export const firstMet = (quotas: readonly Quota[], volume: Volume, accounts: Accounts): string => {
  const order = inOrder(quotas, volume, accounts)
  return scales
    .map((times) => {
      const passed = order.filter((quota) => usedShare(quota, volume, times, accounts) >= full)
      const [nearest] = order
      const share = nearest ? few(usedShare(nearest, volume, times, accounts) * 100) : '0'
      return `- ${whole(times)} x: ${passed.length === 0 ? `none; the nearest is ${nearest?.name}, ${share} % used` : passed.map(({ name }) => name).join('; ')}`
    })
    .join('\n')
}

const perMillion = 1_000_000

/** Small prices are told for a million. */
const priceText = ({ usd: price, unit }: Price): string =>
  price === undefined
    ? `unknown, ${unit}`
    : price < 0.001
      ? `${Number((price * perMillion).toPrecision(6))} for 1,000,000: ${unit}`
      : `${price}: ${unit}`

export const priceTable = (): string =>
  `Sources read ${pricesReadOn}.\n\n${markdownTable(
    [text('item'), text('USD'), text('region'), text('valid from'), text('source')],
    Object.values(prices).map((price: Price) => [price.item, priceText(price), price.region, price.validFrom, price.source]),
  )}`
