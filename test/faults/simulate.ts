import { parseArgs } from 'node:util'
import { createCoverage } from './simulator/coverage.ts'
import { tellings } from './simulator/faults.ts'
import { readyFunctions } from './simulator/ready-functions.ts'
import { createRandom } from './simulator/random.ts'
import { runScenario } from './simulator/run.ts'
import type { RunResult, Scenario } from './simulator/run.ts'
import { findingRun } from './simulator/finding-run.ts'
import { seededBugs } from './simulator/seeded-bugs.ts'

/**
 * `npm run faults -- --runs 2000 --seed 1 [--singles] [--pairs 500] [--bugs]`: the product's functions in a county
 * in memory, with a virtual clock, and everything around them going wrong as a seed says.
 *
 * --runs N     N random runs, of the seeds from --seed on; one alone replays it: `--runs 1 --seed 17`
 * --singles    a crash at each call of the run without faults, before and after its effect
 * --pairs N    N pairs of crashes drawn by the seed, the second at any later call, recovery's own included
 * --crashes    replays one planned run: `--crashes 17:crashBefore,203:crashAfter`
 * --bugs       puts each seeded bug around the product and looks for the run that finds it
 */

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    singles: { type: 'boolean', default: false },
    pairs: { type: 'string', default: '0' },
    crashes: { type: 'string', default: '' },
    bugs: { type: 'boolean', default: false },
  },
})
const wholeNumber = (name: 'runs' | 'seed' | 'pairs'): number => {
  const number = Number(values[name])
  if (Number.isSafeInteger(number) && number >= 0) return number
  process.stderr.write(`--${name} takes a whole number from 0, not ${values[name]}\n`)
  process.exit(2)
}
const [runs, firstSeed, pairs] = [wholeNumber('runs'), wholeNumber('seed'), wholeNumber('pairs')]
type Mode = 'crashBefore' | 'crashAfter'
const modes: readonly Mode[] = ['crashBefore', 'crashAfter']
const isMode = (text: string | undefined): text is Mode => modes.some((mode) => mode === text)
const replayed = values.crashes
  .split(',')
  .filter((part) => part !== '')
  .map((part): [number, Mode] => {
    const [number, mode] = part.split(':')
    if (/^\d+$/.test(number ?? '') && isMode(mode)) return [Number(number), mode]
    process.stderr.write(`--crashes takes the number of a call and crashBefore or crashAfter, as 17:crashAfter, not ${part}\n`)
    process.exit(2)
  })

const nameWidth = 68
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const row = (name: string, value: string | number): void => say(`${name.padEnd(nameWidth)} ${value}`)

const functions = await readyFunctions()
const coverage = createCoverage()
const lost = new Map<string, number>()
const bad: string[] = []
const counted = { runs: 0, calls: 0, cases: 0 }

const replayOf = (scenario: Scenario): string =>
  scenario.kind === 'random'
    ? `--runs 1 --seed ${scenario.seed}`
    : `--runs 0 --crashes ${[...scenario.crashes].map(([number, mode]) => `${number}:${mode}`).join(',')}`

const tryOnce = async (scenario: Scenario): Promise<RunResult> => {
  const result = await runScenario(functions, scenario)
  coverage.add(result.injected, result.violations.length > 0)
  for (const telling of tellings) lost.set(telling, (lost.get(telling) ?? 0) + result.lost[telling])
  counted.runs += 1
  counted.calls += result.calls.length
  counted.cases += result.cases
  if (result.violations.length > 0) {
    bad.push(replayOf(scenario))
    say(`VIOLATION, replay with: npm run faults -- ${replayOf(scenario)}`)
    for (const violation of result.violations.slice(0, 10)) say(`  ${violation}`)
  }
  return result
}

const planned = (...crashes: readonly (readonly [number, Mode])[]): Scenario => ({ kind: 'planned', crashes: new Map(crashes) })

const without = await tryOnce(planned())
const callCount = without.calls.length
const startedAt = process.cpuUsage()

/* oxlint-disable no-await-in-loop -- one county after the other */
if (replayed.length > 0) await tryOnce(planned(...replayed))
if (values.singles)
  for (let number = 0; number < callCount; number += 1) for (const mode of modes) await tryOnce(planned([number, mode]))
const random = createRandom(firstSeed)
for (let pair = 0; pair < pairs; pair += 1) {
  const first = random.between(0, callCount)
  await tryOnce(planned([first, random.pick(modes)], [random.between(first + 1, callCount + 20), random.pick(modes)]))
}
for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) await tryOnce({ kind: 'random', seed })

const { user, system } = process.cpuUsage(startedAt)
const cpuSeconds = (user + system) / 1_000_000

row('calls of the run without faults', callCount)
row('events of the run without faults', without.events)
row('single crashes tried, of all', values.singles ? `${callCount * 2} of ${callCount * 2}` : `0 of ${callCount * 2}`)
row('pairs of crashes tried, of all', `${pairs} of ${2 * callCount * (callCount - 1)}`)
row('random runs, seeds', runs === 0 ? '0' : `${runs}, ${firstSeed} to ${firstSeed + runs - 1}`)
row('cases', counted.cases)
row('faults injected into calls', coverage.total())
for (const [fault, count] of Object.entries(coverage.byFault())) row(`  ${fault}`, count)
row(
  'lost between the functions',
  [...lost.values()].reduce((sum, count) => sum + count, 0),
)
for (const [telling, count] of lost) row(`  ${telling}`, count)
row('runs per CPU-second', (counted.runs / cpuSeconds).toFixed(1))
row('calls per CPU-second', Math.round(counted.calls / cpuSeconds))
say('')
for (const line of coverage.table()) say(line)
const isWide = runs >= 200
const empty = coverage.empty()
row('empty cells', empty.length === 0 ? 'none' : `${empty.length}: ${empty.slice(0, 8).join(', ')}`)
row('violations', bad.length === 0 ? 'none' : bad.length)

let missed = 0
if (values.bugs) {
  say('')
  const longestSearch = 200
  for (const bug of seededBugs) {
    const calm = await runScenario(functions, planned(), bug)
    const found = await findingRun(functions, bug, { firstSeed, longestSearch })
    if (!found) missed += 1
    const needsFaults = calm.violations.length === 0 ? 'needs a fault' : 'shows without any fault'
    row(bug.name, found ? `run ${found.run}, ${needsFaults}: ${found.violation}` : `NOT FOUND in ${longestSearch} runs`)
  }
  row('seeded bugs found', `${seededBugs.length - missed} of ${seededBugs.length}`)
}
process.exit(bad.length > 0 || missed > 0 || (isWide && empty.length > 0) ? 1 : 0)
