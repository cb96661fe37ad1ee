import { describe, expect, it } from 'vitest'
import { countFaults } from './coverage.ts'
import { beginBefore, createExplorer, firstCrashesOf, walkSpine } from './explore.ts'
import type { Seconds } from './explore.ts'
import { withoutCrash } from './faults.ts'
import type { Crashes } from './faults.ts'
import { findingRun } from './finding-run.ts'
import { readyProduct } from './product.ts'
import { runScenario } from './run.ts'
import type { RunResult, Scenario } from './run.ts'
import { seededBugs } from './seeded-bugs.ts'
import { createStretches } from './stretch.ts'
import { addRun, emptyTally } from './tally.ts'

/** A share of what `npm run faults` tries, small enough for every run of the tests. */
const everyNthCrash = { none: 12, recovery: 150, all: 400 } as const satisfies Record<Seconds, number>
const comparedCrashes = 4
const randomRuns = 10
const bugsLookedFor = 3
const longestTest = 120_000

const product = await readyProduct()
const run = createStretches(product.functions)
const spine = await walkSpine(run)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const planned = (crashes: Crashes, people: 'prompt' | 'patient' = 'prompt') =>
  ({ kind: 'planned', people, crashes }) as const satisfies Scenario

const shapeOf = ({ calls, injected, events, virtualMinutes, lost, violations }: RunResult) => ({
  calls,
  injected,
  events,
  virtualMinutes,
  lost,
  violations,
})

/** @returns what was tried, and the violations with the crashes that led to them. */
const explored = async (seconds: Seconds): Promise<{ tried: number; violations: readonly string[] }> => {
  const violations: string[] = []
  let tried = 0
  const { explore } = createExplorer(run, spine, ({ crashes, violations: found }) => {
    tried += 1
    violations.push(...found.map((violation) => `${JSON.stringify([...crashes])}: ${violation}`))
  })
  const first = firstCrashesOf(spine).filter((_, number) => number % everyNthCrash[seconds] === 0)
  // oxlint-disable-next-line no-await-in-loop -- one county after the other
  for (const crash of first) await explore(crash, seconds)
  return { tried, violations }
}

describe('a county in memory', () => {
  it('carries a case through all seven phases and gates when nothing goes wrong, and freezes its four assessments', async () => {
    const { violations, events, calls, injected, frozenAssessments } = await runScenario(product, planned(withoutCrash))
    expect(violations).toEqual([])
    expect(injected).toEqual([])
    // Six a phase - received, assigned, requested, opened, decided, left - the idea sent in and accepted, and for each
    // assessment that it was saved, completed and frozen.
    expect(events).toBe(7 * 6 + 2 + 4 * 3)
    expect(frozenAssessments).toBe(4)
    say(`faults: ${calls.length} calls and ${events} events carry one case`)
  })

  it('goes the same way again with the same seed, fault by fault', async () => {
    const seven: Scenario = { kind: 'random', seed: 7 }
    expect(shapeOf(await runScenario(product, seven))).toEqual(shapeOf(await runScenario(product, seven)))
  })

  it(
    'goes the same way from rest to rest as in one go',
    async () => {
      const inOneGo = await runScenario(product, planned(withoutCrash, 'patient'))
      expect(inOneGo.violations).toEqual([])
      expect(spine.violations).toEqual([])
      expect(spine.stretches.flatMap(({ calls }) => calls.map(({ kind }) => kind))).toEqual(inOneGo.calls.map(({ kind }) => kind))

      const number = Math.floor(spine.calls / 2)
      const crashed = planned(new Map([[number, 'crashAfter']]), 'patient')
      const begin = beginBefore(spine, number)
      const { calls, injected, violations } = await runScenario(product, { ...crashed, begin })
      const whole = await runScenario(product, crashed)
      expect(begin.offset).toBeGreaterThan(0)
      expect(calls.map(({ kind }) => kind)).toEqual(whole.calls.slice(begin.offset).map(({ kind }) => kind))
      expect({ injected, violations }).toEqual({ injected: whole.injected, violations: whole.violations })
    },
    longestTest,
  )
})

describe('whatever goes wrong', () => {
  it.each([
    { seconds: 'none', what: 'a crash before or after a call costs no case, no decision and no journal entry' },
    { seconds: 'recovery', what: 'nor does a second crash, of the very run that makes the first good' },
    { seconds: 'all', what: 'nor does a second crash anywhere after the first' },
  ] as const)(
    '$what',
    async ({ seconds }) => {
      const { tried, violations } = await explored(seconds)
      expect(violations).toEqual([])
      expect(tried).toBeGreaterThan(0)
      say(`faults: ${tried} counties in which crashes hit, second crashes: ${seconds}`)
    },
    longestTest,
  )

  it(
    'a county that is like another is judged as if it had been followed to its end, in the right and in the wrong',
    async () => {
      const lossy = seededBugs.find(({ name }) => name === 'the outbox is written in a transaction of its own, after the state')
      for (const bug of [undefined, lossy]) {
        // oxlint-disable no-await-in-loop -- one county after the other
        const runWithBug = createStretches(product.functions, bug)
        const way = await walkSpine(runWithBug)
        let isRight = true
        const { explore } = createExplorer(runWithBug, way, ({ violations }) => {
          isRight = violations.length === 0
        })
        const every = Math.floor(firstCrashesOf(way).length / comparedCrashes)
        for (const crash of firstCrashesOf(way).filter((_, number) => number % every === 0)) {
          await explore(crash, 'none')
          const number = crash.stretch.offset + crash.at
          const { violations } = await runScenario(product, planned(new Map([[number, crash.mode]]), 'patient'), bug)
          expect({ number, isRight }).toEqual({ number, isRight: violations.length === 0 })
        }
        // oxlint-enable no-await-in-loop
      }
    },
    longestTest,
  )

  it(
    'nor do random faults in every call, with people who race, wait, change their minds and press twice',
    async () => {
      const tally = emptyTally()
      const violations: string[] = []
      for (let seed = 1; seed <= randomRuns; seed += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one county after the other
        const result = await runScenario(product, { kind: 'random', seed })
        addRun(tally, result)
        violations.push(...result.violations.map((violation) => `seed ${seed}: ${violation}`))
      }
      expect(violations).toEqual([])
      expect(countFaults(tally.cells)).toBeGreaterThan(randomRuns)
      say(`faults: ${countFaults(tally.cells)} faults in the calls of ${randomRuns} random runs`)
    },
    longestTest,
  )
})

describe('the harness bites', () => {
  // The rest takes minutes: `npm run faults -- --bugs`.
  it.each(seededBugs.slice(0, bugsLookedFor))(
    'when $name',
    async (bug) => {
      const found = await findingRun(product, bug, { firstSeed: 1, longestSearch: 10 })
      say(`faults: ${bug.name}: ${found ? `run ${found.run}, ${found.violation}` : 'not found'}`)
      expect(found).toBeDefined()
    },
    longestTest,
  )
})
