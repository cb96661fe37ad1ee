import { describe, expect, it } from 'vitest'
import { createCoverage } from './coverage.ts'
import { findingRun } from './finding-run.ts'
import { readyFunctions } from './ready-functions.ts'
import { runScenario } from './run.ts'
import type { RunResult, Scenario } from './run.ts'
import { seededBugs } from './seeded-bugs.ts'

/**
 * A bounded share of what `npm run faults` tries: every run takes two tenths of a second, so that all single
 * crashes are two to three minutes.
 */
const everyNthCall = 10
const randomRuns = 50
const longestTest = 240_000

const functions = await readyFunctions()
const coverage = createCoverage()
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const without: Scenario = { kind: 'planned', crashes: new Map() }

/** Runs them one after the other. @returns the violations, each with what replays it. */
const violationsOf = async (scenarios: readonly Scenario[]): Promise<string[]> => {
  const violations: string[] = []
  for (const scenario of scenarios) {
    // oxlint-disable-next-line no-await-in-loop -- one county after the other
    const result = await runScenario(functions, scenario)
    coverage.add(result.injected, result.violations.length > 0)
    const replay = scenario.kind === 'random' ? `seed ${scenario.seed}` : JSON.stringify([...scenario.crashes])
    violations.push(...result.violations.map((violation) => `${replay}: ${violation}`))
  }
  return violations
}

const shapeOf = ({ calls, injected, events, virtualMinutes, lost, violations }: RunResult) => ({
  calls,
  injected,
  events,
  virtualMinutes,
  lost,
  violations,
})

describe('a county in memory', () => {
  it('carries a case through all seven phases and gates when nothing goes wrong', async () => {
    const { violations, events, calls, injected } = await runScenario(functions, without)
    expect(violations).toEqual([])
    expect(injected).toEqual([])
    // Six a phase - received, assigned, requested, opened, decided, left - and the idea sent in and accepted.
    expect(events).toBe(7 * 6 + 2)
    say(`faults: ${calls.length} calls and ${events} events carry one case`)
  })

  it('goes the same way again with the same seed, fault by fault', async () => {
    const seven: Scenario = { kind: 'random', seed: 7 }
    expect(shapeOf(await runScenario(functions, seven))).toEqual(shapeOf(await runScenario(functions, seven)))
  })
})

describe('whatever goes wrong', () => {
  it(
    'a crash before or after a call costs no case, no decision and no journal entry',
    async () => {
      const { calls } = await runScenario(functions, without)
      const numbers = calls.flatMap((_, number) => (number % everyNthCall === 0 ? [number] : []))
      const scenarios = numbers.flatMap((number) =>
        (['crashBefore', 'crashAfter'] as const).map((mode): Scenario => ({
          kind: 'planned',
          crashes: new Map([[number, mode]]),
        })),
      )
      expect(await violationsOf(scenarios)).toEqual([])
      expect(coverage.total()).toBe(scenarios.length)
      say(`faults: ${scenarios.length} of ${calls.length * 2} single crashes`)
    },
    longestTest,
  )

  it(
    'nor do random faults in every call, with people who race, wait, change their minds and press twice',
    async () => {
      const scenarios = Array.from({ length: randomRuns }, (_, index): Scenario => ({ kind: 'random', seed: index + 1 }))
      expect(await violationsOf(scenarios)).toEqual([])
      for (const line of coverage.table()) say(line)
      say(
        `faults: ${coverage.total()} in ${randomRuns} random runs and the single crashes; empty cells: ${coverage.empty().join(', ') || 'none'}`,
      )
      expect(coverage.empty().filter((cell) => !cell.startsWith('schedule '))).toEqual([])
    },
    longestTest,
  )
})

describe('the harness bites', () => {
  // The rest takes minutes: `npm run faults -- --bugs`.
  const shown = seededBugs.filter((_, index) => index % 4 === 0)

  it.each(shown)(
    'when $name',
    async (bug) => {
      const found = await findingRun(functions, bug, { firstSeed: 1, longestSearch: 30 })
      say(`faults: ${bug.name}: ${found ? `run ${found.run}, ${found.violation}` : 'not found'}`)
      expect(found).toBeDefined()
    },
    longestTest,
  )
})
