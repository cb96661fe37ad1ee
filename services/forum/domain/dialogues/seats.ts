import { sha256 } from '#lambda/digest.ts'
import { entriesOf } from './log-entry.ts'
import type { EntryOf, LogEntry } from './log-entry.ts'
import type { Plan } from './plan.ts'

export type Registration = EntryOf<'registered'>

/** Those that stand, in the order in which they came. */
export const registrationsOf = (log: readonly LogEntry[]): Registration[] => {
  const withdrawn = new Set(entriesOf(log, 'registrationWithdrawn').map(({ registration }) => registration))
  return entriesOf(log, 'registered').filter(({ number }) => !withdrawn.has(number))
}

export const registrationOf = (log: readonly LogEntry[], subject: string): Registration | undefined =>
  registrationsOf(log).find(({ by }) => by.subject === subject)

/** A draw that anybody can do again from its seed: nobody can choose an order and find a seed for it afterwards. */
export const drawOrder = (registrations: readonly number[], seed: string): number[] =>
  registrations
    .map((number) => ({ number, lot: sha256(`${seed}:${number}`) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ number }) => number)

export type Seat = 'seat' | 'reserve' | 'awaitsDraw'

/** Who comes, by the number of the registration: all, the first, or those drawn first; whoever is late stands last. */
export const seatsOf = (log: readonly LogEntry[], { limit }: Pick<Plan, 'limit'>): ReadonlyMap<number, Seat> => {
  const numbers = registrationsOf(log).map(({ number }) => number)
  if (!limit) return new Map(numbers.map((number) => [number, 'seat']))
  const drawn = entriesOf(log, 'lotsDrawn').at(-1)
  if (limit.ground === 'lot' && !drawn) return new Map(numbers.map((number) => [number, 'awaitsDraw']))
  const order = drawn
    ? [...drawn.order.filter((number) => numbers.includes(number)), ...numbers.filter((number) => !drawn.order.includes(number))]
    : numbers
  return new Map(order.map((number, place) => [number, place < limit.seats ? 'seat' : 'reserve']))
}
