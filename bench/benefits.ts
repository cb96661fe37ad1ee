import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { organisationId } from '../services/shared/contracts/ids.ts'
import { calculate } from '../services/benefits/domain/calculation/calculate.ts'
import type { Model, ThreePoint } from '../services/benefits/domain/calculation/model.ts'
import { simulate } from '../services/benefits/domain/calculation/uncertainty.ts'

/**
 * What a benefit calculation takes: Monte Carlo on the drivers, and the whole calculation with it, by number of lines
 * and by distribution. Each model is reckoned several times; the median and the slowest are shown, and whether every
 * run gave the same answer.
 */

const { values } = parseArgs({
  options: { draws: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' } },
})
const draws = Number(values.draws)
const runs = Number(values.runs)
if (!Number.isSafeInteger(draws) || !Number.isSafeInteger(runs) || draws < 1 || runs < 1) {
  process.stderr.write('--draws och --runs ska vara hela tal över noll. / --draws and --runs must be whole numbers above zero.\n')
  process.exit(2)
}

const horizonYears = 10
const organisations = ['region-kalmar', 'kalmar-kommun', 'nybro-kommun'].map((id) => organisationId.parse(id))
const around = (value: number): ThreePoint => ({ low: value * 0.7, likely: value, high: value * 1.4 })

/** Lines of three drivers each, half of them going with use, a fifth of the rates rising and falling together. */
const modelOf = (lines: number, distribution: Model['distribution']): Model => ({
  lines: Array.from({ length: lines }, (_, index) => ({
    id: String(index),
    side: index % 4 === 0 ? 'cost' : 'benefit',
    kind: index % 3 === 0 ? 'redistributed' : 'financial',
    organisation: organisations[index % organisations.length] ?? organisationId.parse('region-kalmar'),
    divisor: 60,
    drivers: [
      { key: 'volume', value: around(1_000 + 10 * index), byYear: new Map() },
      { key: 'minutes', value: around(12), byYear: new Map() },
      { key: 'rate', value: around(45_000), byYear: new Map(), ...(index % 5 === 0 && { group: 'wages' }) },
    ],
    ...(index % 2 === 1 && { usage: { curve: 'use', effect: 'scales', share: 0 } }),
    activeShare: Array.from({ length: horizonYears + 1 }, (__, year) => (year === 0 ? 0 : 1)),
  })),
  curves: new Map([['use', Array.from({ length: horizonYears + 1 }, (_, year) => around(Math.min(0.7, 0.1 * year)))]]),
  discountRate: 0.03,
  horizonYears,
  distribution,
  correlations: [{ group: 'wages', coefficient: 0.5 }],
  seed: 20_260_101,
  draws,
})

const microsecondsPerMillisecond = 1_000

const timed = (work: () => unknown): { readonly milliseconds: number; readonly cpu: number; readonly answer: string } => {
  const started = performance.now()
  const before = process.cpuUsage()
  const answer = work()
  const { user, system } = process.cpuUsage(before)
  const cpu = (user + system) / microsecondsPerMillisecond
  return { milliseconds: performance.now() - started, cpu, answer: JSON.stringify(answer) }
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return Number((sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1))
}

const measure = (work: () => unknown) => {
  const taken = Array.from({ length: runs }, () => timed(work))
  return {
    'median ms': median(taken.map(({ milliseconds }) => milliseconds)),
    'slowest ms': Number(Math.max(...taken.map(({ milliseconds }) => milliseconds)).toFixed(1)),
    // Hardly moves when other work shares the machine.
    'median CPU ms': median(taken.map(({ cpu }) => cpu)),
    'same answer': new Set(taken.map(({ answer }) => answer)).size === 1 ? 'yes' : 'NO',
  }
}

const rows = (['triangular', 'pert'] as const).flatMap((distribution) =>
  [10, 40, 100].flatMap((lines) => {
    const model = modelOf(lines, distribution)
    return [
      { what: 'Monte Carlo', lines, distribution, draws, ...measure(() => simulate(model)) },
      { what: 'whole calculation', lines, distribution, draws, ...measure(() => calculate(model)) },
    ]
  }),
)
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} x ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`,
)
console.table(rows)
if (rows.some((row) => row['same answer'] === 'NO')) process.exitCode = 1
