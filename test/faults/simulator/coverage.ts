import { callFaults, callKinds, faultsOf } from './faults.ts'
import type { CallFault, CallKind } from './faults.ts'
import type { InjectedFault } from './world.ts'

interface Cell {
  wentOn: number
  cameAgain: number
  inViolation: number
}

/** Which fault has hit which call, how often the function went on or its work was begun again, and in how many bad runs. */
export interface Coverage {
  readonly add: (injected: readonly InjectedFault[], isViolated: boolean) => void
  readonly empty: () => readonly string[]
  readonly total: () => number
  readonly byFault: () => Readonly<Record<CallFault, number>>
  /** A row for each call, a column for each fault. */
  readonly table: () => readonly string[]
}

const keyOf = (kind: CallKind, fault: CallFault): string => `${kind} ${fault}`
const rowWidth = 28
const columnWidth = 13

export const createCoverage = (): Coverage => {
  const cells = new Map<string, Cell>()
  for (const kind of callKinds)
    for (const fault of faultsOf(kind)) cells.set(keyOf(kind, fault), { wentOn: 0, cameAgain: 0, inViolation: 0 })
  const countOf = ({ wentOn, cameAgain }: Cell): number => wentOn + cameAgain

  const told = (kind: CallKind, fault: CallFault): string => {
    const cell = cells.get(keyOf(kind, fault))
    if (!cell) return '.'
    const bad = cell.inViolation > 0 ? ` !${cell.inViolation}` : ''
    return countOf(cell) === 0 ? 'EMPTY' : `${cell.wentOn}/${cell.cameAgain}${bad}`
  }

  return {
    add: (injected, isViolated) => {
      for (const { kind, fault, outcome } of injected) {
        const cell = cells.get(keyOf(kind, fault))
        if (!cell) throw new Error(`${fault} cannot hit ${kind}`)
        if (outcome === 'went on') cell.wentOn += 1
        else cell.cameAgain += 1
        if (isViolated) cell.inViolation += 1
      }
    },
    empty: () => [...cells].flatMap(([name, cell]) => (countOf(cell) === 0 ? [name] : [])),
    total: () => [...cells.values()].reduce((sum, cell) => sum + countOf(cell), 0),
    byFault: () =>
      Object.fromEntries(
        callFaults.map((fault) => [
          fault,
          callKinds.reduce((sum, kind) => {
            const cell = cells.get(keyOf(kind, fault))
            return cell ? sum + countOf(cell) : sum
          }, 0),
        ]),
      ) as Record<CallFault, number>, // one for each of the list
    table: () => [
      `${'call (went on/came again)'.padEnd(rowWidth)}${callFaults.map((fault) => fault.padStart(columnWidth)).join('')}`,
      ...callKinds.map(
        (kind) => `${kind.padEnd(rowWidth)}${callFaults.map((fault) => told(kind, fault).padStart(columnWidth)).join('')}`,
      ),
    ],
  }
}
