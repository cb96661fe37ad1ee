import { fact } from '#contracts/event.ts'
import { dialogueConflictDeclared } from '#contracts/forum-events.ts'
import { refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { publicFacts, recorded } from './dialogue.ts'
import type { Dialogue, Doer } from './dialogue.ts'
import { entriesOf } from './log-entry.ts'
import { documentOf, isMeeting } from './plan.ts'
import type { DocumentBody } from './plan.ts'
import type { DialogueRefusal } from './refusal-codes.ts'
import { registrationsOf } from './seats.ts'

/** What the organisation writes in the log. */

type Changed = Transition<Dialogue, DialogueRefusal>

/** One more document, shown to all at once. */
export const addDocument = (dialogue: Dialogue, body: DocumentBody, doer: Doer): Changed =>
  dialogue.state.status === 'open'
    ? recorded(dialogue, { kind: 'documentAdded', document: documentOf(body) }, doer)
    : refused('dialogueNotOpen')

/** What was shown and said at a meeting, and who was there: told to all who were not. */
export const noteMeeting = (
  dialogue: Dialogue,
  note: { shown: string; ours: string; registrations: number[] },
  doer: Doer,
): Changed => {
  const { state, log } = dialogue
  if (state.status !== 'open') return refused('dialogueNotOpen')
  if (!isMeeting(state.plan.kind)) return refused('notThatKind')
  const standing = registrationsOf(log).map(({ number }) => number)
  if (!note.registrations.every((number) => standing.includes(number))) return refused('registrationNotFound')
  return recorded(dialogue, { kind: 'met', ...note }, doer)
}

/** What all may know of the answers to an RFI, without anybody's business secrets. */
export const summariseAnswers = (dialogue: Dialogue, text: string, doer: Doer): Changed => {
  if (dialogue.state.status !== 'open') return refused('dialogueNotOpen')
  return dialogue.state.plan.kind === 'rfi'
    ? recorded(dialogue, { kind: 'answersSummarised', text }, doer)
    : refused('notThatKind')
}

/** Nothing in the log is changed: a correction is a new entry that says what is right. */
export const correctEntry = (dialogue: Dialogue, { entry, text }: { entry: number; text: string }, doer: Doer): Changed => {
  if (dialogue.state.status === 'planned') return refused('dialogueNotPublished')
  return dialogue.log.some(({ number }) => number === entry)
    ? recorded(dialogue, { kind: 'corrected', entry, text }, doer)
    : refused('entryNotFound')
}

/** A tie of the person's own to a company: on record for those who work with the dialogue, whatever its status. */
export const declareConflict = (dialogue: Dialogue, { company, tie }: { company: string; tie: string }, doer: Doer): Changed => {
  const isKnown = entriesOf(dialogue.log, 'conflictDeclared').some(
    (entry) => entry.by.subject === doer.author.subject && entry.company === company,
  )
  return isKnown
    ? refused('alreadyDeclared')
    : recorded(dialogue, { kind: 'conflictDeclared', company, tie }, doer, {
        // Nothing is told of a dialogue that is still a plan.
        facts: dialogue.state.status === 'planned' ? [] : [fact(dialogueConflictDeclared, publicFacts(dialogue.state))],
      })
}
