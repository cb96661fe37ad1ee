import { fork } from 'node:child_process'
import { countFaults, coverageTable, emptyCells } from './simulator/coverage.ts'
import { callFaults, tellings } from './simulator/faults.ts'
import { readOptions } from './simulator/options.ts'
import type { Options } from './simulator/options.ts'
import { readyProduct } from './simulator/product.ts'
import { addTally, emptyTally, lostInAll } from './simulator/tally.ts'
import type { Tally } from './simulator/tally.ts'
import { createTrials } from './simulator/try-all.ts'

/**
 * `npm run faults`: the product's functions in a county in memory, with a virtual clock, and everything around them
 * going wrong as a plan or a seed says. What it takes: simulator/options.ts.
 */

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const nameWidth = 68
const row = (name: string, value: string | number): void => say(`${name.padEnd(nameWidth)} ${value}`)

const options = readOptions()

/** What a process that does a part of the work tells its parent. */
type Message = { readonly line: string } | { readonly tally: Tally }

/** The parts of several processes, each a part of this one's. */
const inProcesses = async ({ processes, shard }: Options): Promise<Tally> => {
  const sum = emptyTally()
  const workers = Array.from({ length: processes }, (_, number) => {
    const part = `${shard.part + shard.of * number}/${shard.of * processes}`
    const worker = fork(import.meta.filename, [...process.argv.slice(2), '--processes', '1', '--shard', part])
    // Only what is sent below.
    worker.on('message', (message) => {
      const told = message as Message
      if ('line' in told) say(told.line)
      else addTally(sum, told.tally)
    })
    return new Promise<void>((resolve, reject) =>
      worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`)))),
    )
  })
  await Promise.all(workers)
  return sum
}

const here = async (tell: (line: string) => void): Promise<Tally> => createTrials(await readyProduct(), options, tell)()

const summarise = ({ counts, cells, lost, bad }: Tally): void => {
  const count = (name: string): number => counts[name] ?? 0
  const { runs, seed } = options
  if (count('singles') > 0) {
    row('calls and events of a case without faults', `${count('caseCalls')} and ${count('caseEvents')}`)
    row('single crashes tried, of all', `${count('singles')} of ${count('caseCalls') * 2}`)
  }
  if (options.isRecoveryTried) {
    row('first crashes whose recovery was crashed, of all', `${count('recovered')} of ${count('recovery first crashes in all')}`)
    row('  crashes in these recoveries', count('recovery pairs'))
  }
  if (options.pairs === 'all') {
    row(
      'first crashes of which all pairs were tried, of all',
      `${count('all first crashes')} of ${count('all first crashes in all')}`,
    )
    row('  pairs', count('all pairs') + count('all same'))
    row('  of them run', count('all pairs'))
    row('  of them the second crash alone, as the first had left no trace', count('all same'))
  }
  if (count('drawnPairs') > 0) row('pairs of crashes drawn', count('drawnPairs'))
  if (count('random') > 0) row('random runs, seeds', `${count('random')}, ${seed} to ${seed + runs - 1}`)
  if (count('cases') > 0) row('cases, and assessments frozen in them', `${count('cases')}, ${count('frozen')}`)
  row('runs', count('runs'))
  row('faults injected into calls', countFaults(cells))
  for (const fault of callFaults) row(`  ${fault}`, countFaults(cells, fault))
  row('lost between the functions', lostInAll({ counts, cells, lost, bad }))
  for (const telling of tellings) row(`  ${telling}`, lost[telling] ?? 0)
  const cpuSeconds = count('cpuMicroseconds') / 1_000_000
  const tried = count('runs') + count('all same')
  row('CPU-seconds', cpuSeconds.toFixed(1))
  row('runs per CPU-second', (count('runs') / cpuSeconds).toFixed(1))
  if (options.pairs === 'all') row('runs and pairs answered by one per CPU-second', Math.round(tried / cpuSeconds))
  row('calls per CPU-second', Math.round(count('calls') / cpuSeconds))
  if (count('random') > 0) {
    say('')
    for (const line of coverageTable(cells)) say(line)
  }
}

/** So many random runs fill every cell that can be filled. */
const enoughRuns = 2_000

const isMissed = (tally: Tally): boolean => {
  const count = (name: string): number => tally.counts[name] ?? 0
  if (count('runs') > 0) summarise(tally)
  const empty = emptyCells(tally.cells)
  if (count('random') > 0) row('empty cells', empty.length === 0 ? 'none' : `${empty.length}: ${empty.slice(0, 8).join(', ')}`)
  if (options.areBugsTried) row('seeded bugs found', `${count('bugsFound')} of ${count('bugs')}`)
  row('violations', tally.bad.length === 0 ? 'none' : tally.bad.length)
  for (const replay of tally.bad.slice(0, 20)) say(`  ${replay}`)
  return (
    tally.bad.length > 0 ||
    count('bugsFound') < count('bugs') ||
    (count('random') >= enoughRuns && empty.length > 0) ||
    (options.isRecoveryTried && count('recovered') < count('recovery first crashes'))
  )
}

const tell = (message: Message, told?: () => void): void => void process.send?.(message, undefined, undefined, told)

if (process.send) tell({ tally: await here((line) => tell({ line })) }, () => process.exit(0))
else process.exit(isMissed(options.processes > 1 ? await inProcesses(options) : await here(say)) ? 1 : 0)
