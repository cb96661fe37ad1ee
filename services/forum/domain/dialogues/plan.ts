import * as z from 'zod'
import { dayOf } from '#calendar/working-days.ts'
import { dialogueKind, limitGround } from '#contracts/dialogue.ts'
import type { DialogueKind } from '#contracts/dialogue.ts'
import { calendarDate, digest, timestamp } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import { sha256 } from '#lambda/digest.ts'
import type { FieldProblem } from '#lambda/field-problem.ts'
import { limits } from './limits.ts'

/** What is going to be held, and for whom: written in peace, published to all at once. */

const title = z.string().trim().min(1).max(limits.title)
const link = z.url({ protocol: /^https?$/ }).max(limits.link)

/** A document as it is handed in: its text, or where it lies and the SHA-256 of what lies there. */
export const documentBody = z.union([
  z.strictObject({ title, text: z.string().trim().min(1).max(limits.documentText) }),
  z.strictObject({ title, link, digest }),
])
export type DocumentBody = z.infer<typeof documentBody>

/** No files are kept: a digest says whether what somebody has is what everybody was shown. */
export const shownDocument = z.object({
  title: z.string(),
  text: z.string().optional(),
  link: z.string().optional(),
  digest,
})
export type ShownDocument = z.infer<typeof shownDocument>

export const documentOf = (body: DocumentBody): ShownDocument =>
  'text' in body ? { ...body, digest: sha256(body.text) } : { ...body }

const schedule = {
  /** Meetings and hearings only. */
  startsAt: timestamp.optional(),
  endsAt: timestamp.optional(),
  place: z.string().trim().min(1).max(limits.place).optional(),
  onlineAt: link.optional(),
  /** The last day to register, answer or comment, in Sweden, to its end. */
  lastDay: calendarDate,
}

export const scheduleBody = z.strictObject(schedule)
export type Schedule = z.infer<typeof scheduleBody>

const programme = {
  kind: dialogueKind,
  title,
  purpose: z.string().trim().min(1).max(limits.purpose),
  ...schedule,
  /** Open to all who register; more than there is room for are chosen on a ground that favours nobody (LOU 4:1). */
  limit: z.strictObject({ seats: z.int().min(limits.leastSeats).max(limits.mostSeats), ground: limitGround }).optional(),
  /** RFI: the questions to be answered, numbered from 1. */
  questions: z.array(z.string().trim().min(1).max(limits.question)).max(limits.rfiQuestions).default([]),
  /** Review of a draft: whether all may read each other's comments. Told before anybody writes one. */
  commentsArePublic: z.boolean().default(false),
}

export const planBody = z.strictObject({ ...programme, documents: z.array(documentBody).max(limits.documents).default([]) })
export type PlanBody = z.infer<typeof planBody>

export const plan = z.object({ ...programme, documents: z.array(shownDocument) })
export type Plan = z.infer<typeof plan>

export const planOf = ({ documents, ...rest }: PlanBody): Plan => ({ ...rest, documents: documents.map(documentOf) })

export const isMeeting = (kind: DialogueKind): boolean => kind === 'meeting' || kind === 'hearing'

/** The day of the meeting, or the last day to answer. */
export const heldOn = ({ startsAt, lastDay }: Schedule): string => (startsAt === undefined ? lastDay : dayOf(startsAt))

const problem = (pointer: string, code: string, message: Text): FieldProblem => ({ pointer, code, message })

/** What must be put right in when and where before it can be published. */
export const scheduleProblems = (kind: DialogueKind, schedule: Schedule, now: string): FieldProblem[] => {
  const { startsAt, endsAt, place, onlineAt, lastDay } = schedule
  const problems: FieldProblem[] = []
  if (lastDay < dayOf(now))
    problems.push(
      problem('/lastDay', 'dayHasPassed', { sv: 'Välj i dag eller en senare dag.', en: 'Choose today or a later day.' }),
    )
  if (!isMeeting(kind)) {
    if (startsAt !== undefined)
      problems.push(
        problem('/startsAt', 'notAMeeting', {
          sv: 'Bara möten och hearingar har en starttid. Lämna tomt.',
          en: 'Only meetings and hearings have a time of start. Leave it empty.',
        }),
      )
    return problems
  }
  if (startsAt === undefined)
    return [...problems, problem('/startsAt', 'required', { sv: 'Ange när mötet börjar.', en: 'Say when the meeting begins.' })]
  if (startsAt <= now)
    problems.push(problem('/startsAt', 'timeHasPassed', { sv: 'Välj en tid framåt.', en: 'Choose a time ahead.' }))
  if (endsAt !== undefined && endsAt <= startsAt)
    problems.push(
      problem('/endsAt', 'endsBeforeStart', {
        sv: 'Sluttiden måste ligga efter starttiden.',
        en: 'It must end after it begins.',
      }),
    )
  if (lastDay > dayOf(startsAt))
    problems.push(
      problem('/lastDay', 'afterMeeting', {
        sv: 'Sista anmälningsdag kan inte ligga efter mötet.',
        en: 'The last day to register cannot lie after the meeting.',
      }),
    )
  if (place === undefined && onlineAt === undefined)
    problems.push(
      problem('/place', 'required', {
        sv: 'Ange en plats eller en länk till mötet.',
        en: 'Give a place, or a link to the meeting.',
      }),
    )
  return problems
}

/** What must be put right in a plan before it can be published. A plan may be incomplete until then. */
export const planProblems = (plan: Plan, now: string): FieldProblem[] => {
  const { kind, limit, questions, documents } = plan
  const problems = scheduleProblems(kind, plan, now)
  if (limit && !isMeeting(kind))
    problems.push(
      problem('/limit', 'openToAll', {
        sv: 'Antalet kan bara begränsas vid möten och hearingar. Alla får svara.',
        en: 'Only meetings and hearings can have a limit. Everybody may answer.',
      }),
    )
  if (kind === 'rfi' && questions.length === 0)
    problems.push(
      problem('/questions', 'required', {
        sv: 'Skriv minst en fråga att svara på.',
        en: 'Write at least one question to answer.',
      }),
    )
  if (kind === 'draftReview' && documents.length === 0)
    problems.push(
      problem('/documents', 'required', { sv: 'Lägg till det utkast som remitteras.', en: 'Add the draft to be reviewed.' }),
    )
  return problems
}
