import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { crashModes } from './faults.ts'
import type { CrashMode, Crashes } from './faults.ts'
import { seededBugs } from './seeded-bugs.ts'
import type { SeededBug } from './world.ts'

/** What `npm run faults` is asked for. */
export interface Options {
  readonly runs: number
  readonly seed: number
  readonly areSinglesTried: boolean
  /** `all`, or so many drawn by the seed. */
  readonly pairs: number | 'all'
  readonly isRecoveryTried: boolean
  readonly crashes: Crashes
  readonly people: 'prompt' | 'patient'
  readonly areBugsTried: boolean
  readonly bug: SeededBug | undefined
  /** The part of the work that is this process's: everything whose number leaves `part` over after division by `of`. */
  readonly shard: { readonly part: number; readonly of: number }
  /** How many first crashes of the shard are skipped, since an earlier command has tried them. */
  readonly from: number
  /** After so long no further crash is begun. */
  readonly minutes: number
  readonly processes: number
}

export const usage = `npm run faults -- [--runs N] [--seed S] [--singles] [--recovery] [--pairs N|all] [--bugs] [--minutes M]

--runs N       N random runs, of the seeds from --seed on (200 when nothing is asked for)
--singles      a crash at each call of a case's way, before and after its effect, among prompt people
--recovery     after each of these crashes another one, in every call of the run that makes the first good
--pairs all    every pair of crashes, among patient people; --pairs N: so many drawn by the seed, among prompt people
--bugs         puts each seeded bug around the product and looks for the random run that finds it
--minutes M    ends after so long and says how far it came; --from N goes on from there, --shard 0/4 takes a part
--processes P  works in so many processes

--crashes 17:crashBefore,203:crashAfter [--patient]   replays one planned run; --runs 1 --seed 17 replays a random one
--bug N                                               puts the seeded bug with that number around whatever is run`

const refuse = (problem: string): never => {
  process.stderr.write(`${problem}\n`)
  process.exit(2)
}

const wholeNumber = (name: string, text: string): number => {
  const number = Number(text)
  return text !== '' && Number.isSafeInteger(number) && number >= 0
    ? number
    : refuse(`--${name} takes a whole number from 0, not ${text}`)
}

const isMode = (text: string | undefined): text is CrashMode => crashModes.some((mode) => mode === text)

const crashesIn = (text: string): Crashes =>
  new Map(
    text
      .split(',')
      .filter((part) => part !== '')
      .map((part) => {
        const [number, mode] = part.split(':')
        return /^\d+$/.test(number ?? '') && isMode(mode)
          ? [Number(number), mode]
          : refuse(`--crashes takes the number of a call and crashBefore or crashAfter, as 17:crashAfter, not ${part}`)
      }),
  )

const shardIn = (text: string): Options['shard'] => {
  const [, part, of] = text.match(/^(\d+)\/(\d+)$/) ?? []
  return part !== undefined && of !== undefined && Number(part) < Number(of)
    ? { part: Number(part), of: Number(of) }
    : refuse(`--shard takes a part and how many there are, as 0/4, not ${text}`)
}

const bugIn = (text: string): SeededBug =>
  seededBugs[wholeNumber('bug', text) - 1] ?? refuse(`--bug takes a number from 1 to ${seededBugs.length}, not ${text}`)

const declared = {
  runs: { type: 'string' },
  seed: { type: 'string', default: '1' },
  singles: { type: 'boolean', default: false },
  pairs: { type: 'string', default: '0' },
  recovery: { type: 'boolean', default: false },
  crashes: { type: 'string', default: '' },
  patient: { type: 'boolean', default: false },
  bugs: { type: 'boolean', default: false },
  bug: { type: 'string' },
  shard: { type: 'string', default: '0/1' },
  from: { type: 'string', default: '0' },
  minutes: { type: 'string' },
  processes: { type: 'string' },
} as const

const read = () => {
  try {
    return parseArgs({ options: declared }).values
  } catch (problem) {
    return refuse(`${problem instanceof Error ? problem.message : String(problem)}\n\n${usage}`)
  }
}

/** Says what is wrong, and ends the process, when it is asked for something that there is not. */
export const readOptions = (): Options => {
  const values = read()
  const isAsked = values.singles || values.recovery || values.bugs || values.pairs !== '0' || values.crashes !== ''
  const isReplay = values.crashes !== '' || values.runs === '1'
  return {
    runs: wholeNumber('runs', values.runs ?? (isAsked ? '0' : '200')),
    seed: wholeNumber('seed', values.seed),
    areSinglesTried: values.singles,
    pairs: values.pairs === 'all' ? 'all' : wholeNumber('pairs', values.pairs),
    isRecoveryTried: values.recovery,
    crashes: crashesIn(values.crashes),
    people: values.patient ? 'patient' : 'prompt',
    areBugsTried: values.bugs,
    bug: values.bug === undefined ? undefined : bugIn(values.bug),
    shard: shardIn(values.shard),
    from: wholeNumber('from', values.from),
    minutes: values.minutes === undefined ? Number.POSITIVE_INFINITY : wholeNumber('minutes', values.minutes),
    processes: Math.max(1, wholeNumber('processes', values.processes ?? String(isReplay ? 1 : availableParallelism()))),
  }
}
