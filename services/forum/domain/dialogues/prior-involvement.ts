import { entriesOf } from './log-entry.ts'
import type { CompanyNamed, LogEntry } from './log-entry.ts'
import { registrationsOf } from './seats.ts'

export const involvements = ['registered', 'attended', 'answered', 'commented'] as const
export type Involvement = (typeof involvements)[number]

export interface PriorInvolvement {
  readonly company: CompanyNamed
  readonly how: readonly Involvement[]
  readonly since: string
}

const keyOf = ({ name, organisationNumber }: CompanyNamed): string =>
  organisationNumber?.replaceAll(/\D/g, '') ?? name.trim().toLocaleLowerCase('sv')

/**
 * The companies that have taken part, and may tender: each must not know more than the others (LOU 4:8). Whoever has
 * only asked a question is not among them, since questions are asked without a name.
 */
export const priorInvolvement = (log: readonly LogEntry[]): PriorInvolvement[] => {
  const attended = new Set(entriesOf(log, 'met').flatMap(({ registrations }) => registrations))
  const parts: readonly { company: CompanyNamed; how: Involvement; at: string }[] = [
    ...registrationsOf(log).map(({ company, at, number }) => ({
      company,
      at,
      how: attended.has(number) ? ('attended' as const) : ('registered' as const),
    })),
    ...entriesOf(log, 'answersGiven').map(({ company, at }) => ({ company, at, how: 'answered' as const })),
    ...entriesOf(log, 'commentGiven').map(({ company, at }) => ({ company, at, how: 'commented' as const })),
  ]
  const byCompany = Map.groupBy(
    parts.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    ({ company }) => keyOf(company),
  )
  return [...byCompany.values()].flatMap((mine) => {
    const [first] = mine
    return first
      ? [{ company: first.company, since: first.at, how: involvements.filter((how) => mine.some((part) => part.how === how)) }]
      : []
  })
}
