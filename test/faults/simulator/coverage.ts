import { callFaults, callKinds } from './faults.ts'
import type { CallFault, CallKind } from './faults.ts'
import type { InjectedFault } from './world.ts'

/** What came of it: the function went on to a clean end all the same, or its work was begun again. */
export const outcomes = ['went on', 'came again'] as const
export type Outcome = (typeof outcomes)[number]

/** How often each fault has hit each call with each outcome, by the three names. */
export type Cells = Readonly<Record<string, number>>

const cellOf = (kind: CallKind, fault: CallFault, outcome: Outcome): string => `${kind} | ${fault} | ${outcome}`

/** Why a cell can never be filled; undefined for those that can. */
const impossibilities = {
  a: 'only a transaction meets another one in its rows',
  b: 'only a batch can be taken in part',
  c: 'a function that is gone does not go on',
  d: 'what a queue has not taken is told to the stream, and comes again',
} as const
type Impossibility = keyof typeof impossibilities

const impossibilityOf = (kind: CallKind, fault: CallFault, outcome: Outcome): Impossibility | undefined => {
  if (fault === 'conflict' && !kind.endsWith('TransactWriteItems')) return 'a'
  if (fault === 'partial' && !kind.endsWith('SendMessageBatch')) return 'b'
  if (outcome === 'came again') return undefined
  if (fault === 'crashBefore' || fault === 'crashAfter') return 'c'
  return fault === 'partial' ? 'd' : undefined
}

const all = callKinds.flatMap((kind) =>
  callFaults.flatMap((fault) => outcomes.map((outcome) => ({ kind, fault, outcome, cell: cellOf(kind, fault, outcome) }))),
)

export const addFaults = (cells: Record<string, number>, injected: readonly InjectedFault[]): void => {
  for (const { kind, fault, outcome } of injected) {
    if (impossibilityOf(kind, fault, outcome)) throw new Error(`${fault} hit ${kind}, which ${outcome}`)
    const cell = cellOf(kind, fault, outcome)
    cells[cell] = (cells[cell] ?? 0) + 1
  }
}

/** The cells that could have been filled and were not. */
export const emptyCells = (cells: Cells): readonly string[] =>
  all.flatMap(({ kind, fault, outcome, cell }) => (cells[cell] || impossibilityOf(kind, fault, outcome) ? [] : [cell]))

export const countFaults = (cells: Cells, of?: CallFault): number =>
  all.reduce((sum, { fault, cell }) => sum + (of === undefined || fault === of ? (cells[cell] ?? 0) : 0), 0)

const nameWidth = 42
const columnWidth = 13

/** A row for each call and outcome, a column for each fault; beneath it why some cells can never be filled. */
export const coverageTable = (cells: Cells): readonly string[] => [
  `${'call, and what came of it'.padEnd(nameWidth)}${callFaults.map((fault) => fault.padStart(columnWidth)).join('')}`,
  ...callKinds.flatMap((kind) =>
    outcomes.map((outcome) => {
      const told = callFaults.map((fault) => {
        const impossible = impossibilityOf(kind, fault, outcome)
        return impossible ? `(${impossible})` : String(cells[cellOf(kind, fault, outcome)] ?? 'EMPTY')
      })
      return `${`${kind}, ${outcome}`.padEnd(nameWidth)}${told.map((text) => text.padStart(columnWidth)).join('')}`
    }),
  ),
  ...Object.entries(impossibilities).map(([letter, reason]) => `(${letter}) cannot be: ${reason}`),
]
