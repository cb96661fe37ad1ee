import type { Rest } from './county.ts'
import { crashModes, withoutCrash } from './faults.ts'
import type { CrashMode, Crashes } from './faults.ts'
import type { Begin } from './run.ts'
import { stateKeyOf } from './state-key.ts'
import type { RunStretch, Stretch } from './stretch.ts'
import type { InjectedFault, Work } from './world.ts'

/**
 * Every crash, and every pair of crashes, of a case's way through the county. A county at rest is plain data, so what
 * comes after it is tried from there and not from the beginning; and one that is the same as another that came well
 * to its end (state-key.ts) need not be followed again. A second crash after a first that has left no trace is the
 * second one alone, which is tried as a single.
 */

/** One try: the crashes by the numbers of the calls from the case's beginning, and what came of them. */
export interface Tried {
  readonly crashes: Crashes
  readonly injected: readonly InjectedFault[]
  readonly violations: readonly string[]
}

export interface Spine {
  readonly stretches: readonly SpineStretch[]
  readonly calls: number
  readonly violations: readonly string[]
}

interface SpineStretch extends Stretch {
  readonly from: Rest | undefined
  /** How many calls of the case came before. */
  readonly offset: number
}

/** More steps than any case takes. */
const mostStretches = 300

/** The way without faults, from rest to rest. */
export const walkSpine = async (run: RunStretch): Promise<Spine> => {
  const stretches: SpineStretch[] = []
  let offset = 0
  for (let from: Rest | undefined; stretches.length < mostStretches;) {
    // oxlint-disable-next-line no-await-in-loop -- one stretch follows from the other
    const stretch = await run(from, withoutCrash)
    stretches.push({ ...stretch, from, offset })
    offset += stretch.calls.length
    if (!stretch.rest) return { stretches, calls: offset, violations: stretch.violations }
    from = stretch.rest
  }
  return { stretches, calls: offset, violations: ['the case does not end'] }
}

/** The last rest before a call, by the call's number in the whole. */
export const beginBefore = ({ stretches }: Spine, number: number): Begin => {
  const stretch = stretches.findLast(({ offset }) => offset <= number)
  return { rest: stretch?.from, offset: stretch?.offset ?? 0 }
}

/** A single crash of the spine. */
export interface FirstCrash {
  readonly stretch: SpineStretch
  /** The number of the call in its stretch. */
  readonly at: number
  readonly mode: CrashMode
}

export const firstCrashesOf = ({ stretches }: Spine): readonly FirstCrash[] =>
  stretches.flatMap((stretch) => stretch.calls.flatMap((_, at) => crashModes.map((mode) => ({ stretch, at, mode }))))

/** The second crash is in any call, or only in those of the run that makes good what the first has left undone. */
export type Seconds = 'none' | 'recovery' | 'all'

export interface Explored {
  /** Pairs that were run, and pairs that are the same as a single that was, since the first had left no trace. */
  readonly run: number
  readonly sameAsSingle: number
  /** First crashes after which the very work was begun again and was crashed in turn. */
  readonly recoveries: number
}

const isSameWork = (one: Work, other: Work): boolean =>
  one.functionKey === other.functionKey && one.subjects.some((subject) => other.subjects.includes(subject))

/** The calls of the first run that does the crashed one's work anew, by their numbers. */
const recoveringCalls = (work: Work, { works, calls }: Stretch, after: number): readonly number[] => {
  const again = works.findIndex((other, index) => index > after && isSameWork(work, other))
  return calls.flatMap(({ invocation }, number) => (invocation === again ? [number] : []))
}

/** @param told hears of every county that was tried. */
export const createExplorer = (run: RunStretch, spine: Spine, told: (tried: Tried) => void) => {
  /** From these states a case comes well to its end, in so many calls. */
  const good = new Map<string, number>()
  /** From these, every single crash has been tried. */
  const tried = new Set<string>()
  let remaining = spine.calls
  for (const { rest, calls } of spine.stretches) {
    remaining -= calls.length
    if (!rest) continue
    const key = stateKeyOf(rest)
    good.set(key, remaining)
    tried.add(key)
  }

  /** Goes on without faults until what follows is known. @returns the violations. */
  const settle = async (first: Stretch): Promise<readonly string[]> => {
    const way: { readonly key: string; calls: number }[] = []
    for (let stretch = first; ;) {
      if (stretch.violations.length > 0) return stretch.violations
      const { rest } = stretch
      const key = rest && stateKeyOf(rest)
      if (key !== undefined && way.some((passed) => passed.key === key)) return ['the case goes in circles']
      if (way.length > mostStretches) return ['the case does not end']
      const known = key === undefined ? 0 : good.get(key)
      if (known !== undefined || !rest || key === undefined) {
        for (const passed of way) good.set(passed.key, passed.calls + (known ?? 0))
        return []
      }
      way.push({ key, calls: 0 })
      // oxlint-disable-next-line no-await-in-loop -- one stretch follows from the other
      stretch = await run(rest, withoutCrash)
      for (const passed of way) passed.calls += stretch.calls.length
    }
  }

  const tryOut = async (from: Rest | undefined, offset: number, earlier: Crashes, crashes: Crashes): Promise<Stretch> => {
    const stretch = await run(from, crashes)
    const numbered = new Map([...earlier, ...[...crashes].map(([number, mode]) => [offset + number, mode] as const)])
    told({ crashes: numbered, injected: stretch.injected, violations: await settle(stretch) })
    return stretch
  }

  const explore = async ({ stretch, at, mode }: FirstCrash, seconds: Seconds): Promise<Explored> => {
    const { from, offset } = stretch
    const first = await tryOut(from, offset, withoutCrash, new Map([[at, mode]]))
    const crashed = first.calls[at]?.invocation ?? 0
    const work = first.works[crashed]
    if (seconds === 'none' || !work) return { run: 0, sameAsSingle: 0, recoveries: 0 }

    let count = 0
    const within = recoveringCalls(work, first, crashed)
    let isRecovered = within.length > 0
    for (let second = at + 1; second < first.calls.length; second += 1)
      if (seconds === 'all' || within.includes(second))
        for (const secondMode of crashModes) {
          // oxlint-disable-next-line no-await-in-loop -- one county after the other
          await tryOut(
            from,
            offset,
            withoutCrash,
            new Map([
              [at, mode],
              [second, secondMode],
            ]),
          )
          count += 1
        }

    const earlier: Crashes = new Map([[offset + at, mode]])
    let passed = offset + first.calls.length
    for (let { rest } = first; rest;) {
      const key = stateKeyOf(rest)
      if (seconds === 'recovery' ? isRecovered : tried.has(key)) break
      // oxlint-disable no-await-in-loop -- one county after the other
      const next = await run(rest, withoutCrash)
      const recovering = isRecovered ? [] : recoveringCalls(work, next, -1)
      for (const second of next.calls.keys())
        if (seconds === 'all' || recovering.includes(second))
          for (const secondMode of crashModes) {
            await tryOut(rest, passed, earlier, new Map([[second, secondMode]]))
            count += 1
          }
      // oxlint-enable no-await-in-loop
      if (recovering.length > 0) isRecovered = true
      if (seconds === 'all') tried.add(key)
      passed += next.calls.length
      rest = next.rest
    }
    const after = first.rest ? (good.get(stateKeyOf(first.rest)) ?? 0) : 0
    const all = crashModes.length * (first.calls.length - at - 1 + after)
    return { run: count, sameAsSingle: seconds === 'all' ? all - count : 0, recoveries: isRecovered ? 1 : 0 }
  }

  return { explore }
}
