import type { AssessedLine } from '#contracts/assessment.ts'

export interface TenderCost {
  readonly cost: string
  /** Öre per year, or once where the line comes once. */
  readonly tendered: number
  readonly verdict: 'within' | 'above' | 'notBought'
  readonly handling?: string | undefined
}

/** Whether the tender asks more than the most that NV3 reckoned with; a line that comes once has no band to be held against. */
export const isAbove = ({ tendered }: TenderCost, reckoned: AssessedLine | undefined): boolean =>
  reckoned?.perYear !== undefined && tendered > reckoned.perYear.high

/** Names of the costs that the tender raises above what NV3 reckoned with, without anybody saying how that is handled. */
export const unhandledCosts = (rows: readonly TenderCost[], reckoned: readonly AssessedLine[]): readonly string[] =>
  reckoned
    .filter(({ id }) => rows.some((row) => row.cost === id && row.verdict === 'above' && row.handling === undefined))
    .map(({ name }) => name)
