import { dayOf } from '#calendar/working-days.ts'
import { fact } from '#contracts/event.ts'
import { dialogueCancelled, dialogueClosed, dialogueOpened, dialogueRescheduled } from '#contracts/forum-events.ts'
import { refused } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { publicDays, publicFacts, recorded } from './dialogue.ts'
import type { Dialogue, Doer } from './dialogue.ts'
import { entriesOf } from './log-entry.ts'
import { planOf, planProblems, scheduleProblems } from './plan.ts'
import type { PlanBody, Schedule } from './plan.ts'
import { priorInvolvement } from './prior-involvement.ts'
import type { DialogueRefusal } from './refusal-codes.ts'
import { questionsOf } from './questions.ts'
import { registrationsOf } from './seats.ts'

/** The way of a dialogue: planned -> open -> closed, or cancelled before that. Nothing else. */

type Changed = Transition<Dialogue, DialogueRefusal>

/** The caller's own precondition: nobody decides on what they have not seen. */
const isStale = ({ version }: Dialogue, seen: number): boolean => version !== seen

/** While it is planned, nobody outside has seen it, and it can be written anew. */
export const rewritePlan = (dialogue: Dialogue, body: PlanBody, seen: number): Changed => {
  if (isStale(dialogue, seen)) return refused('staleVersion')
  if (dialogue.state.status !== 'planned') return refused('dialogueNotPlanned')
  return {
    kind: 'applied',
    state: { ...dialogue, version: dialogue.version + 1, state: { ...dialogue.state, plan: planOf(body) } },
    facts: [],
  }
}

/** Published to all at the same moment, documents included. */
export const openDialogue = (dialogue: Dialogue, seen: number, doer: Doer): Changed => {
  const { state } = dialogue
  if (isStale(dialogue, seen)) return refused('staleVersion')
  if (state.status !== 'planned') return refused('dialogueNotPlanned')
  const problems = planProblems(state.plan, doer.now)
  if (problems.length > 0) return refused('planInvalid', problems)
  return recorded(dialogue, { kind: 'opened', plan: state.plan }, doer, {
    change: { status: 'open', openedAt: doer.now },
    facts: [fact(dialogueOpened, { ...publicFacts(state), ...publicDays(state), ...(state.needId && { needId: state.needId }) })],
  })
}

/** Another time or place; the last day may only be moved later, since somebody may count on it. */
export const rescheduleDialogue = (
  dialogue: Dialogue,
  { schedule, reason }: { schedule: Schedule; reason: string },
  seen: number,
  doer: Doer,
): Changed => {
  const { state } = dialogue
  if (isStale(dialogue, seen)) return refused('staleVersion')
  if (state.status !== 'open') return refused('dialogueNotOpen')
  if (schedule.lastDay < state.plan.lastDay) return refused('lastDayEarlier')
  const problems = scheduleProblems(state.plan.kind, schedule, doer.now)
  if (problems.length > 0) return refused('planInvalid', problems)
  const { startsAt: _, endsAt: __, place: ___, onlineAt: ____, ...rest } = state.plan
  const after = { ...state, plan: { ...rest, ...schedule } }
  return recorded(dialogue, { kind: 'rescheduled', schedule, reason }, doer, {
    change: { plan: after.plan },
    facts: [fact(dialogueRescheduled, { ...publicFacts(after), ...publicDays(after), reason })],
  })
}

const isOver = ({ state: { plan } }: Dialogue, now: string): boolean =>
  plan.startsAt === undefined ? plan.lastDay < dayOf(now) : plan.startsAt <= now

const whatRemains = ({ log, state }: Dialogue): DialogueRefusal | undefined => {
  if (questionsOf(log).some(({ status }) => status === 'asked')) return 'questionsUnanswered'
  const { kind } = state.plan
  const latest = entriesOf(log, 'answersGiven').at(-1)
  const summary = entriesOf(log, 'answersSummarised').at(-1)
  if (kind === 'rfi' && latest && (summary === undefined || summary.number < latest.number)) return 'answersNotSummarised'
  if (registrationsOf(log).length > 0 && entriesOf(log, 'met').length === 0) return 'meetingNotNoted'
  return undefined
}

/**
 * Ends it with a summary that everybody reads. Refused while a question waits, while answers to an RFI are not
 * summarised, before a meeting with participants is noted, and before its time is over unless the reason is told.
 */
export const closeDialogue = (
  dialogue: Dialogue,
  { summary, earlyBecause }: { summary: string; earlyBecause?: string | undefined },
  seen: number,
  doer: Doer,
): Changed => {
  const { state, log } = dialogue
  if (isStale(dialogue, seen)) return refused('staleVersion')
  if (state.status !== 'open') return refused('dialogueNotOpen')
  const remains = whatRemains(dialogue)
  if (remains) return refused(remains)
  const isEarly = !isOver(dialogue, doer.now)
  if (isEarly && earlyBecause === undefined) return refused('notOverYet')
  const companies = priorInvolvement(log).filter(({ how }) => how.some((part) => part !== 'registered')).length
  return recorded(
    dialogue,
    { kind: 'closed', summary, companies, ...(isEarly && earlyBecause !== undefined && { earlyBecause }) },
    doer,
    { change: { status: 'closed', endedAt: doer.now }, facts: [fact(dialogueClosed, publicFacts(state))] },
  )
}

/** Calls it off. What has been shown stays in the package: those who saw it know it. */
export const cancelDialogue = (dialogue: Dialogue, reason: string, seen: number, doer: Doer): Changed => {
  const { state } = dialogue
  if (isStale(dialogue, seen)) return refused('staleVersion')
  if (state.status !== 'planned' && state.status !== 'open') return refused('dialogueNotOpen')
  return recorded(dialogue, { kind: 'cancelled', reason }, doer, {
    change: { status: 'cancelled', endedAt: doer.now },
    // Nobody has heard of one that was never opened.
    facts: state.status === 'open' ? [fact(dialogueCancelled, { ...publicFacts(state), reason })] : [],
  })
}
