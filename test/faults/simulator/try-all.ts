import { beginBefore, createExplorer, firstCrashesOf, walkSpine } from './explore.ts'
import type { FirstCrash, Spine, Tried } from './explore.ts'
import { crashModes, withoutCrash } from './faults.ts'
import type { Crashes } from './faults.ts'
import { findingRun } from './finding-run.ts'
import type { Options } from './options.ts'
import type { Product } from './product.ts'
import { createRandom } from './random.ts'
import { prompt, runScenario } from './run.ts'
import type { Begin, RunResult, Scenario } from './run.ts'
import { seededBugs } from './seeded-bugs.ts'
import { createStretches } from './stretch.ts'
import { addCounts, addRun, emptyTally } from './tally.ts'
import type { Tally } from './tally.ts'

/** How far a seeded bug may be looked for. */
export const longestSearch = 200

/** How often a long exploration says how far it has come. */
const progressMilliseconds = 60_000

const crashesText = (crashes: Crashes): string => [...crashes].map(([number, mode]) => `${number}:${mode}`).join(',')

const replayOf = (scenario: Scenario, { bug }: Options): string => {
  const what =
    scenario.kind === 'random'
      ? `--runs 1 --seed ${scenario.seed}`
      : `--crashes ${crashesText(scenario.crashes)}${scenario.people === 'patient' ? ' --patient' : ''}`
  return `npm run faults -- ${what}${bug ? ` --bug ${seededBugs.indexOf(bug) + 1}` : ''}`
}

/** Does one process's part of what is asked for. @param say hears of violations as they are found. */
export const createTrials = (product: Product, options: Options, say: (line: string) => void) => {
  const { shard, bug, seed } = options
  const tally = emptyTally()
  const isMine = (number: number): boolean => number % shard.of === shard.part
  const giveUpAt = Date.now() + options.minutes * 60_000

  const report = (scenario: Scenario, violations: readonly string[]): void => {
    if (violations.length === 0) return
    const replay = replayOf(scenario, options)
    tally.bad.push(replay)
    say(`VIOLATION, replay with: ${replay}`)
    for (const violation of violations.slice(0, 10)) say(`  ${violation}`)
  }

  const tryRun = async (scenario: Scenario): Promise<RunResult> => {
    const result = await runScenario(product, scenario, bug)
    addRun(tally, result)
    addCounts(tally, { runs: 1, calls: result.calls.length, cases: result.cases, frozen: result.frozenAssessments })
    report(scenario, result.violations)
    return result
  }

  const tryCrashes = (crashes: Crashes, begin?: Begin): Promise<RunResult> =>
    tryRun({ kind: 'planned', people: 'prompt', crashes, ...(begin && { begin }) })

  /** A case's way without faults among prompt people: what comes before a crash is the same as here. */
  const walkPromptly = async (): Promise<Spine> => {
    const { calls, events } = await tryCrashes(withoutCrash)
    if (shard.part === 0) addCounts(tally, { caseCalls: calls.length, caseEvents: events })
    return walkSpine(createStretches(product.functions, bug, prompt))
  }

  /* oxlint-disable no-await-in-loop -- one county after the other */

  const trySingles = async (spine: Spine): Promise<void> => {
    for (let number = 0; number < spine.calls; number += 1)
      for (const mode of crashModes) {
        if (!isMine(number)) continue
        await tryCrashes(new Map([[number, mode]]), beginBefore(spine, number))
        addCounts(tally, { singles: 1 })
      }
  }

  const tryDrawnPairs = async (spine: Spine, pairs: number): Promise<void> => {
    const random = createRandom(seed)
    for (let pair = 0; pair < pairs; pair += 1) {
      const first = random.between(0, spine.calls)
      const crashes: Crashes = new Map([
        [first, random.pick(crashModes)],
        // Recovery makes calls of its own, so that there are more than without faults.
        [random.between(first + 1, spine.calls + 20), random.pick(crashModes)],
      ])
      if (!isMine(pair)) continue
      await tryCrashes(crashes, beginBefore(spine, first))
      addCounts(tally, { drawnPairs: 1 })
    }
  }

  const explore = async (seconds: 'recovery' | 'all'): Promise<void> => {
    let stretches = 0
    const runStretch = createStretches(product.functions, bug)
    const run: typeof runStretch = async (from, crashes) => {
      const stretch = await runStretch(from, crashes)
      stretches += 1
      addCounts(tally, { calls: stretch.calls.length })
      return stretch
    }
    const told = ({ crashes, injected, violations }: Tried): void => {
      addRun(tally, { injected })
      addCounts(tally, { runs: 1 })
      report({ kind: 'planned', people: 'patient', crashes }, violations)
    }
    const spine = await walkSpine(run)
    report({ kind: 'planned', people: 'patient', crashes: withoutCrash }, spine.violations)
    if (spine.violations.length > 0) return
    const { explore: exploreFrom } = createExplorer(run, spine, told)
    const all = firstCrashesOf(spine)
    const mine: readonly FirstCrash[] = all.filter((_, number) => isMine(number)).slice(options.from)
    if (shard.part === 0) addCounts(tally, { [`${seconds} first crashes in all`]: all.length })
    let toldAt = Date.now()
    for (const [number, first] of mine.entries()) {
      if (Date.now() - toldAt > progressMilliseconds) {
        say(`part ${shard.part}/${shard.of}: ${options.from + number} of ${options.from + mine.length} first crashes`)
        toldAt = Date.now()
      }
      if (Date.now() > giveUpAt) {
        say(`time is out: go on with --shard ${shard.part}/${shard.of} --from ${options.from + number} --processes 1`)
        break
      }
      const { run: count, sameAsSingle, recoveries } = await exploreFrom(first, seconds)
      addCounts(tally, {
        [`${seconds} first crashes`]: 1,
        [`${seconds} pairs`]: count,
        [`${seconds} same`]: sameAsSingle,
        ...(seconds === 'recovery' && { recovered: recoveries }),
      })
    }
    addCounts(tally, { stretches })
  }

  const tryRandom = async (): Promise<void> => {
    for (let number = 0; number < options.runs; number += 1) {
      if (!isMine(number)) continue
      await tryRun({ kind: 'random', seed: seed + number })
      addCounts(tally, { random: 1 })
    }
  }

  const tryBugs = async (): Promise<void> => {
    for (const [number, one] of seededBugs.entries()) {
      if (!isMine(number)) continue
      const calm = await runScenario(product, { kind: 'planned', people: 'prompt', crashes: withoutCrash }, one)
      const found = await findingRun(product, one, { firstSeed: seed, longestSearch })
      const needs = calm.violations.length === 0 ? 'needs a fault' : 'shows without any fault'
      addCounts(tally, { bugs: 1, bugsFound: found ? 1 : 0 })
      say(
        `bug ${String(number + 1).padStart(2)}  ${one.name.padEnd(72)} ${found ? `run ${String(found.run).padStart(3)}, ${needs}: ${found.violation}` : `NOT FOUND in ${longestSearch} runs`}`,
      )
    }
  }

  /* oxlint-enable no-await-in-loop */

  return async (): Promise<Tally> => {
    const begun = process.cpuUsage()
    const { crashes, people, pairs } = options
    if (crashes.size > 0) await tryRun({ kind: 'planned', people, crashes })
    if (options.areSinglesTried || (pairs !== 'all' && pairs > 0)) {
      const spine = await walkPromptly()
      if (options.areSinglesTried) await trySingles(spine)
      if (pairs !== 'all') await tryDrawnPairs(spine, pairs)
    }
    if (options.isRecoveryTried) await explore('recovery')
    if (pairs === 'all') await explore('all')
    await tryRandom()
    const { user, system } = process.cpuUsage(begun)
    addCounts(tally, { cpuMicroseconds: user + system })
    if (options.areBugsTried) await tryBugs()
    return tally
  }
}
