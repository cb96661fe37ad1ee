/** A time on a day in Sweden, `YYYY-MM-DD` and `HH:MM`; compared as text. */
export interface LocalTime {
  readonly on: string
  readonly at: string
}

const isBefore = (a: LocalTime, b: LocalTime): boolean => `${a.on}T${a.at}` < `${b.on}T${b.at}`

export interface Opening {
  readonly opened: LocalTime
  readonly persons: readonly { readonly name: string }[]
  readonly isListCertified: boolean
}

export type OpeningFault = 'beforeDeadline' | 'notTwoPersons' | 'listNotCertified'

const normalised = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('sv')

/**
 * What is wrong with an opening of tenders: nobody may read them before the deadline, at least two different
 * persons open them, and those present certify the list (LOU 12:10). Below the threshold the law leaves the
 * form to the county, and the product keeps the same order.
 */
export const openingFaults = ({ opened, persons, isListCertified }: Opening, deadline: LocalTime): readonly OpeningFault[] => [
  ...(isBefore(opened, deadline) ? (['beforeDeadline'] as const) : []),
  ...(new Set(persons.map((person) => normalised(person.name))).size < 2 ? (['notTwoPersons'] as const) : []),
  ...(isListCertified ? [] : (['listNotCertified'] as const)),
]

/** The tenders that came in after the deadline and may not be evaluated. */
export const lateTenders = <T extends { readonly received: LocalTime }>(
  tenders: readonly T[],
  deadline: LocalTime,
): readonly T[] => tenders.filter((tender) => isBefore(deadline, tender.received))
