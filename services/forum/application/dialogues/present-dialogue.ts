import * as z from 'zod'
import type { County } from '#counties/county.ts'
import { dayOf } from '#calendar/working-days.ts'
import type { Actor } from '#contracts/actor.ts'
import { author } from '#contracts/actor.ts'
import { dialogueKind, dialogueStatus, limitGround } from '#contracts/dialogue.ts'
import { calendarDate, caseId, caseNumber, dialogueId, needId, organisationId, timestamp } from '#contracts/ids.ts'
import type { Dialogue, DialogueState } from '../../domain/dialogues/dialogue.ts'
import { informationPart, informationPartOf } from '../../domain/dialogues/information-part.ts'
import { companyNamed, entriesOf, logEntry } from '../../domain/dialogues/log-entry.ts'
import type { LogEntry } from '../../domain/dialogues/log-entry.ts'
import { hasDeclaredConflict, mayLead, worksWith } from '../../domain/dialogues/permissions.ts'
import { heldOn, isMeeting, plan, planProblems } from '../../domain/dialogues/plan.ts'
import { involvements, priorInvolvement } from '../../domain/dialogues/prior-involvement.ts'
import { questionsOf } from '../../domain/dialogues/questions.ts'
import { registrationsOf, seatsOf } from '../../domain/dialogues/seats.ts'

/**
 * A dialogue as the API shows it. Everybody reads the same, `information`; a supplier reads what it has said itself
 * besides; the whole log is for those who work with the dialogue.
 */

const seat = z.enum(['seat', 'reserve', 'awaitsDraw'])
const numbered = { number: z.int().positive(), at: timestamp }

export const dialogueSummary = z.object({
  dialogueId,
  kind: dialogueKind,
  status: dialogueStatus,
  title: z.string(),
  purpose: z.string(),
  organisation: organisationId,
  caseId: caseId.optional(),
  caseNumber: caseNumber.optional(),
  needId: needId.optional(),
  lastDay: calendarDate,
  heldOn: calendarDate,
  startsAt: timestamp.optional(),
  endsAt: timestamp.optional(),
  place: z.string().optional(),
  onlineAt: z.string().optional(),
  openedAt: timestamp.optional(),
  endedAt: timestamp.optional(),
})

const ownView = z.object({
  registration: z.object({ ...numbered, company: companyNamed, roles: z.string(), mayBeNamed: z.boolean(), seat }).optional(),
  questions: z.array(
    z.object({
      ...numbered,
      text: z.string(),
      status: z.enum(['asked', 'answered', 'setAside']),
      /** What everybody reads instead of what was asked, and why; or why it was not published. */
      published: z.string().optional(),
      because: z.string().optional(),
      answer: z.string().optional(),
    }),
  ),
  answers: z
    .object({ ...numbered, company: companyNamed, answers: z.array(z.object({ question: z.int(), text: z.string() })) })
    .optional(),
  comments: z.array(z.object({ ...numbered, company: companyNamed, text: z.string(), isPublic: z.boolean() })),
})

const staffView = z.object({
  plan,
  plannedAt: timestamp,
  plannedBy: author,
  /** Whoever asked is told to nobody. */
  log: z.array(logEntry),
  waiting: z.array(z.object({ ...numbered, text: z.string() })),
  registrations: z.array(z.object({ ...numbered, company: companyNamed, roles: z.string(), mayBeNamed: z.boolean(), seat })),
  /** Companies that have taken part and may tender: the package makes them equal with all others (LOU 4:8). */
  priorInvolvement: z.array(z.object({ company: companyNamed, how: z.array(z.enum(involvements)), since: timestamp })),
  /** What is missing before it can be opened. */
  problems: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.object({ sv: z.string(), en: z.string() }) })),
  mayLead: z.boolean(),
  hasDeclaredConflict: z.boolean(),
})

export const dialogueView = dialogueSummary.extend({
  version: z.int().positive(),
  limit: z.object({ seats: z.int(), ground: limitGround }).optional(),
  /** How many have registered, answered or commented; never who. */
  takenPart: z.int().nonnegative(),
  isTimeOver: z.boolean(),
  /** Left out while it is planned. */
  information: informationPart.optional(),
  own: ownView.optional(),
  staff: staffView.optional(),
})
export type DialogueView = z.infer<typeof dialogueView>

export const summariseDialogue = (state: DialogueState): z.infer<typeof dialogueSummary> => {
  const { plan: planned, case: about, needId: need, openedAt, endedAt } = state
  const { kind, title, purpose, lastDay, startsAt, endsAt, place, onlineAt } = planned
  return {
    dialogueId: state.dialogueId,
    kind,
    status: state.status,
    title,
    purpose,
    organisation: state.organisation,
    ...(about && { caseId: about.caseId, caseNumber: about.caseNumber }),
    ...(need && { needId: need }),
    lastDay,
    heldOn: heldOn(planned),
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
    ...(place !== undefined && { place }),
    ...(onlineAt !== undefined && { onlineAt }),
    ...(openedAt !== undefined && { openedAt }),
    ...(endedAt !== undefined && { endedAt }),
  }
}

const registrationRows = ({ log, state }: Dialogue) => {
  const seats = seatsOf(log, state.plan)
  return registrationsOf(log).map(({ number, at, company, roles, mayBeNamed, by }) => ({
    row: { number, at, company, roles, mayBeNamed, seat: seats.get(number) ?? ('reserve' as const) },
    subject: by.subject,
  }))
}

const ownOf = (dialogue: Dialogue, { subject }: Actor): z.infer<typeof ownView> => {
  const { log } = dialogue
  const registration = registrationRows(dialogue).find((row) => row.subject === subject)?.row
  const given = entriesOf(log, 'answersGiven').findLast(({ by }) => by.subject === subject)
  return {
    ...(registration && { registration }),
    questions: questionsOf(log)
      .filter(({ asked }) => asked.by.subject === subject)
      .map(({ asked: { number, at, text }, status, answered, setAside }) => {
        const because = answered?.editedBecause ?? setAside?.reason
        return {
          number,
          at,
          text,
          status,
          ...(answered && { published: answered.published, answer: answered.answer }),
          ...(because !== undefined && { because }),
        }
      }),
    ...(given && { answers: { number: given.number, at: given.at, company: given.company, answers: given.answers } }),
    comments: entriesOf(log, 'commentGiven')
      .filter(({ by }) => by.subject === subject)
      .map(({ number, at, company, text, isPublic }) => ({ number, at, company, text, isPublic })),
  }
}

const nobodyNamed = { subject: 'supplier', name: 'Ett företag' }

/** Questions are asked without a name, for the organisation too: it must not matter who asks. */
const withoutAsker = (entry: LogEntry): LogEntry => (entry.kind === 'questionAsked' ? { ...entry, by: nobodyNamed } : entry)

const staffOf = (dialogue: Dialogue, actor: Actor, county: County, now: string): z.infer<typeof staffView> => {
  const { state, log } = dialogue
  return {
    plan: state.plan,
    plannedAt: state.plannedAt,
    plannedBy: state.plannedBy,
    log: log.map(withoutAsker),
    waiting: questionsOf(log)
      .filter(({ status }) => status === 'asked')
      .map(({ asked: { number, at, text } }) => ({ number, at, text })),
    registrations: registrationRows(dialogue).map(({ row }) => row),
    priorInvolvement: priorInvolvement(log).map(({ how, ...rest }) => ({ ...rest, how: [...how] })),
    problems: state.status === 'planned' ? planProblems(state.plan, now) : [],
    mayLead: mayLead(actor, state, county) === undefined,
    hasDeclaredConflict: hasDeclaredConflict(dialogue, actor),
  }
}

export const presentDialogue = (
  dialogue: Dialogue,
  { actor, county, now }: { actor: Actor | undefined; county: County; now: string },
): DialogueView => {
  const { state, version, log } = dialogue
  const information = informationPartOf(state, log)
  const subjects = [...registrationsOf(log), ...entriesOf(log, 'answersGiven'), ...entriesOf(log, 'commentGiven')].map(
    ({ by }) => by.subject,
  )
  const { startsAt, lastDay, kind } = state.plan
  return {
    ...summariseDialogue(state),
    version,
    ...(state.plan.limit && { limit: state.plan.limit }),
    takenPart: new Set(subjects).size,
    isTimeOver: isMeeting(kind) && startsAt !== undefined ? startsAt <= now : lastDay < dayOf(now),
    ...(information && { information }),
    ...(actor?.roles.includes('supplier') && { own: ownOf(dialogue, actor) }),
    ...(worksWith(actor, state, county) && { staff: staffOf(dialogue, actor, county, now) }),
  }
}
