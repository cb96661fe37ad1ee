import { setTimeout as sleep } from 'node:timers/promises'
import { phases } from '#contracts/words.ts'
import type { Phase } from '#contracts/words.ts'
import type { DrivenCase } from './run-cases.ts'
import type { Journal, Target } from './target.ts'

/** What the journals say when everything has come to rest: is anything lost or doubled, and how long did it take. */
export interface Checked {
  readonly entries: number
  readonly lost: number
  readonly doubled: number
  /** In words, the first few things that are wrong; empty when nothing is. */
  readonly faults: readonly string[]
  /** Milliseconds from a phase's hand-over of a case to its reception by the next. */
  readonly handOvers: readonly number[]
  /** Milliseconds from a human's sending of a decision to the phase's acting on it. */
  readonly gates: readonly number[]
}

/** What the entries of a shape are called. */
export interface EntryNames {
  readonly received: string
  /** The last of these, where a phase writes several. */
  readonly handedOver: readonly string[]
  /** What a phase does with a decision, one of these for each. */
  readonly acted: readonly string[]
}

const lookMilliseconds = 200

/** The journal hears of the last event a moment after whoever waited for it. */
const untilComplete = async (
  target: Pick<Target, 'readJournal'>,
  caseId: string,
  expected: number,
  patienceMilliseconds: number,
): Promise<Journal> => {
  const giveUpAt = performance.now() + patienceMilliseconds
  for (;;) {
    const journal = await target.readJournal(caseId)
    if (journal.entries.length >= expected || performance.now() > giveUpAt) return journal
    await sleep(lookMilliseconds)
  }
}

export const checkJournals = async (
  target: Pick<Target, 'readJournal'>,
  cases: readonly DrivenCase[],
  expected: ReadonlyMap<string, number>,
  names: EntryNames,
  patienceMilliseconds = 120_000,
): Promise<Checked> => {
  const total = [...expected.values()].reduce((sum, count) => sum + count, 0)
  const faults: string[] = []
  const handOvers: number[] = []
  const gates: number[] = []
  let entriesRead = 0
  let lost = 0
  let doubled = 0
  for (const { caseId, decisions } of cases) {
    const { entries, isIntact } = await untilComplete(target, caseId, total, patienceMilliseconds)
    entriesRead += entries.length
    if (!isIntact) faults.push(`${caseId}: the chain is broken`)
    const counts = Map.groupBy(entries, ({ name }) => name)
    for (const name of new Set([...expected.keys(), ...counts.keys()])) {
      const more = (counts.get(name)?.length ?? 0) - (expected.get(name) ?? 0)
      if (more < 0) lost -= more
      if (more > 0) doubled += more
      if (more !== 0) faults.push(`${caseId}: ${name} ${more > 0 ? '+' : ''}${more}`)
    }
    const timesOf = (phase: Phase, wanted: readonly string[]): number[] =>
      entries
        .filter((entry) => entry.service === phase && wanted.includes(entry.name))
        .map(({ time }) => time)
        .toSorted((a, b) => a - b)
    for (const [index, phase] of phases.entries()) {
      const handedOver = timesOf(phase, names.handedOver).at(-1)
      const next = phases[index + 1]
      const [received] = next ? timesOf(next, [names.received]) : []
      if (handedOver !== undefined && received !== undefined) handOvers.push(received - handedOver)
      const acted = timesOf(phase, names.acted)
      decisions
        .filter((decision) => decision.phase === phase)
        .forEach(({ sentAt }, round) => {
          const actedAt = acted[round]
          if (actedAt !== undefined) gates.push(actedAt - sentAt)
        })
    }
  }
  return { entries: entriesRead, lost, doubled, faults, handOvers, gates }
}
