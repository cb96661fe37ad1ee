import type { FunctionKind } from '#lambda/declaration.ts'

/** What was counted, of things that AWS charges for. */
export interface Tally {
  readonly invocations: number
  readonly milliseconds: number
  readonly httpRequests: number
  readonly transactions: number
  readonly writeUnits: number
  readonly readUnits: number
  readonly fifoRequests: number
  readonly standardRequests: number
  readonly transitions: number
  readonly logBytes: number
}

export const nothing: Tally = {
  invocations: 0,
  milliseconds: 0,
  httpRequests: 0,
  transactions: 0,
  writeUnits: 0,
  readUnits: 0,
  fifoRequests: 0,
  standardRequests: 0,
  transitions: 0,
  logBytes: 0,
}

export const add = (one: Tally, other: Partial<Tally>): Tally => ({
  invocations: one.invocations + (other.invocations ?? 0),
  milliseconds: one.milliseconds + (other.milliseconds ?? 0),
  httpRequests: one.httpRequests + (other.httpRequests ?? 0),
  transactions: one.transactions + (other.transactions ?? 0),
  writeUnits: one.writeUnits + (other.writeUnits ?? 0),
  readUnits: one.readUnits + (other.readUnits ?? 0),
  fifoRequests: one.fifoRequests + (other.fifoRequests ?? 0),
  standardRequests: one.standardRequests + (other.standardRequests ?? 0),
  transitions: one.transitions + (other.transitions ?? 0),
  logBytes: one.logBytes + (other.logBytes ?? 0),
})

/**
 * Why a function ran: for the case, by the clock, or because the caller looked again at what it had already seen
 * since its last change - as a program does that waits, and a person seldom.
 */
export type Occasion = 'case' | 'clock' | 'again'

export interface Counted {
  readonly service: string
  readonly kind: FunctionKind
  readonly occasion: Occasion
  readonly tally: Tally
}
