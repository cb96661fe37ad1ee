import type { FieldProblem } from '#lambda/field-problem.ts'
import type { ProcedureId } from '#procurement-law/procedures.ts'
import { isTimeOfDay } from './notice-rules.ts'
import { lateTenders, openingFaults } from './opening.ts'
import type { LocalTime, OpeningFault } from './opening.ts'

export interface OpeningFacts {
  readonly openedOn: string
  readonly openedAt: string
  readonly persons: readonly { readonly name: string }[]
  readonly tenders: readonly { readonly id: string; readonly receivedOn: string; readonly receivedAt: string }[]
  readonly isListCertified: boolean
}

export interface Deadline {
  readonly tendersDueOn: string
  readonly tendersDueAt: string
}

/**
 * Whether the form has an opening of tenders. A direct procurement has none; a call-off from a framework agreement
 * has one only where its parties competed anew (LOU 7:9).
 */
export const needsOpening = (procedure: ProcedureId, tenders: number): boolean =>
  procedure === 'frameworkCallOff' ? tenders > 1 : procedure !== 'directProcurement'

const deadlineOf = ({ tendersDueOn, tendersDueAt }: Deadline): LocalTime => ({ on: tendersDueOn, at: tendersDueAt })

/** The faults of LOU 12:10 in the record of the opening. */
export const faultsOf = (opening: OpeningFacts, deadline: Deadline): readonly OpeningFault[] =>
  openingFaults(
    {
      opened: { on: opening.openedOn, at: opening.openedAt },
      persons: opening.persons,
      isListCertified: opening.isListCertified,
    },
    deadlineOf(deadline),
  )

/** Labels of the tenders that came in after the deadline. */
export const lateIn = (opening: OpeningFacts, deadline: Deadline): readonly string[] =>
  lateTenders(
    opening.tenders.map(({ id, receivedOn, receivedAt }) => ({ id, received: { on: receivedOn, at: receivedAt } })),
    deadlineOf(deadline),
  ).map(({ id }) => id)

const problemOf: Record<OpeningFault, FieldProblem> = {
  beforeDeadline: {
    pointer: '/openedOn',
    code: 'beforeDeadline',
    message: {
      sv: 'Anbud får inte öppnas före anbudstidens utgång (LOU 12:10). Rätta datum och klockslag.',
      en: 'Tenders may not be opened before the deadline (LOU 12:10). Correct the date and time.',
    },
  },
  notTwoPersons: {
    pointer: '/persons',
    code: 'notTwoPersons',
    message: {
      sv: 'Minst två olika personer ska öppna anbuden (LOU 12:10). Lägg till en.',
      en: 'At least two different persons must open the tenders (LOU 12:10). Add one.',
    },
  },
  listNotCertified: {
    pointer: '/isListCertified',
    code: 'listNotCertified',
    message: {
      sv: 'De närvarande ska bestyrka förteckningen (LOU 12:10).',
      en: 'Those present must certify the list (LOU 12:10).',
    },
  },
}

/** What must be put right in the record of the opening. */
export const openingProblems = (opening: OpeningFacts, deadline: Deadline | undefined): FieldProblem[] => {
  const times = [
    { pointer: '/openedAt', time: opening.openedAt },
    ...opening.tenders.map((tender, index) => ({ pointer: `/tenders/${index}/receivedAt`, time: tender.receivedAt })),
  ]
  return [
    ...times.flatMap(({ pointer, time }) =>
      isTimeOfDay(time)
        ? []
        : [{ pointer, code: 'wrongTime', message: { sv: 'Skriv klockslaget som 09:00.', en: 'Write the time like 09:00.' } }],
    ),
    ...opening.tenders.flatMap(({ id }, index) =>
      opening.tenders.findIndex((other) => other.id === id) < index
        ? [
            {
              pointer: `/tenders/${index}/id`,
              code: 'repeated',
              message: {
                sv: `Beteckningen ${id} används redan. Välj en annan.`,
                en: `The label ${id} is already used. Choose another.`,
              },
            },
          ]
        : [],
    ),
    ...(deadline === undefined
      ? [
          {
            pointer: '',
            code: 'noticeFirst',
            message: {
              sv: 'Klarmarkera annonsen först: den säger när anbudstiden gick ut.',
              en: 'Mark the notice complete first: it says when the tender period ended.',
            },
          },
        ]
      : faultsOf(opening, deadline).map((fault) => problemOf[fault])),
  ]
}
