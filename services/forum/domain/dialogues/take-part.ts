import { dayOf } from '#calendar/working-days.ts'
import { refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { hasRoom, recorded } from './dialogue.ts'
import type { Dialogue, Doer } from './dialogue.ts'
import { entriesOf } from './log-entry.ts'
import type { CompanyNamed } from './log-entry.ts'
import { isMeeting } from './plan.ts'
import type { DialogueRefusal } from './refusal-codes.ts'
import { drawOrder, registrationOf, registrationsOf } from './seats.ts'

/** What suppliers do in a dialogue, on the same terms for all: until the last day, and no longer. */

type Changed = Transition<Dialogue, DialogueRefusal>

const digitsOf = ({ organisationNumber }: CompanyNamed): string | undefined => organisationNumber?.replaceAll(/\D/g, '')

const isTooLate = ({ state }: Dialogue, now: string): boolean => dayOf(now) > state.plan.lastDay

/** One seat for a company, however many sign in from it. */
export const register = (
  dialogue: Dialogue,
  registration: { company: CompanyNamed; roles: string; mayBeNamed: boolean },
  doer: Doer,
): Changed => {
  const { state, log } = dialogue
  if (state.status !== 'open') return refused('dialogueNotOpen')
  if (!isMeeting(state.plan.kind)) return refused('notThatKind')
  if (isTooLate(dialogue, doer.now)) return refused('tooLate')
  if (!hasRoom(dialogue, doer)) return refused('logFull')
  const number = digitsOf(registration.company)
  const isThere = registrationsOf(log).some(
    ({ by, company }) => by.subject === doer.author.subject || (number !== undefined && digitsOf(company) === number),
  )
  return isThere ? refused('alreadyRegistered') : recorded(dialogue, { kind: 'registered', ...registration }, doer)
}

/** Whoever does not come leaves the seat to the next. */
export const withdrawRegistration = (dialogue: Dialogue, doer: Doer): Changed => {
  const { state, log } = dialogue
  if (state.status !== 'open') return refused('dialogueNotOpen')
  const mine = registrationOf(log, doer.author.subject)
  return mine ? recorded(dialogue, { kind: 'registrationWithdrawn', registration: mine.number }, doer) : refused('notRegistered')
}

/** Once, and after the last day, so that everybody who registered in time is in the draw. */
export const drawLots = (dialogue: Dialogue, seed: string, doer: Doer): Changed => {
  const { state, log } = dialogue
  if (state.status !== 'open') return refused('dialogueNotOpen')
  if (state.plan.limit?.ground !== 'lot') return refused('lotsNotUsed')
  if (entriesOf(log, 'lotsDrawn').length > 0) return refused('lotsAlreadyDrawn')
  if (!isTooLate(dialogue, doer.now)) return refused('registrationStillOpen')
  const order = drawOrder(
    registrationsOf(log).map(({ number }) => number),
    seed,
  )
  return recorded(dialogue, { kind: 'lotsDrawn', seed, order }, doer)
}

/** An answer to an RFI. A later one from the same person replaces it; all of them stay in the log. */
export const giveAnswers = (
  dialogue: Dialogue,
  given: { company: CompanyNamed; answers: { question: number; text: string }[] },
  doer: Doer,
): Changed => {
  const { state } = dialogue
  if (state.status !== 'open') return refused('dialogueNotOpen')
  if (state.plan.kind !== 'rfi') return refused('notThatKind')
  if (isTooLate(dialogue, doer.now)) return refused('tooLate')
  if (!hasRoom(dialogue, doer)) return refused('logFull')
  const numbers = given.answers.map(({ question }) => question)
  const areRight = numbers.every((number) => number <= state.plan.questions.length) && new Set(numbers).size === numbers.length
  return areRight ? recorded(dialogue, { kind: 'answersGiven', ...given }, doer) : refused('answerIncomplete')
}

/** A comment on a draft; whether all may read it was said when the draft went out. */
export const giveComment = (dialogue: Dialogue, given: { company: CompanyNamed; text: string }, doer: Doer): Changed => {
  const { state } = dialogue
  if (state.status !== 'open') return refused('dialogueNotOpen')
  if (state.plan.kind !== 'draftReview') return refused('notThatKind')
  if (isTooLate(dialogue, doer.now)) return refused('tooLate')
  if (!hasRoom(dialogue, doer)) return refused('logFull')
  return recorded(dialogue, { kind: 'commentGiven', ...given, isPublic: state.plan.commentsArePublic }, doer)
}
