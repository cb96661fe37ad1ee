import * as z from 'zod'
import { dialogueKind, dialogueStatus, limitGround } from '#contracts/dialogue.ts'
import { calendarDate, caseNumber, dialogueId, organisationId, timestamp } from '#contracts/ids.ts'
import type { DialogueState } from './dialogue.ts'
import { entriesOf } from './log-entry.ts'
import type { LogEntry } from './log-entry.ts'
import { heldOn, scheduleBody, shownDocument } from './plan.ts'
import { questionsOf } from './questions.ts'

/**
 * A dialogue's part of the equal-information package: all that any supplier has been given, told to all (LOU 4:8).
 * Nothing of it is what one supplier has told in confidence, nor who asked.
 */

const numbered = { entry: z.int().positive(), at: timestamp }

export const informationPart = z.object({
  dialogueId,
  kind: dialogueKind,
  status: dialogueStatus.exclude(['planned']),
  title: z.string(),
  purpose: z.string(),
  organisation: organisationId,
  caseNumber: caseNumber.optional(),
  openedAt: timestamp,
  endedAt: timestamp.optional(),
  heldOn: calendarDate,
  schedule: z.object(scheduleBody.shape),
  limit: z.object({ seats: z.int(), ground: limitGround }).optional(),
  rfiQuestions: z.array(z.string()),
  commentsArePublic: z.boolean(),
  documents: z.array(shownDocument.extend(numbered)),
  questions: z.array(z.object({ ...numbered, question: z.string(), isEdited: z.boolean(), answer: z.string() })),
  meetings: z.array(
    z.object({
      ...numbered,
      shown: z.string(),
      ours: z.string(),
      companies: z.array(z.string()),
      /** Companies that were there and did not want to be named. */
      unnamed: z.int().nonnegative(),
    }),
  ),
  answerSummaries: z.array(z.object({ ...numbered, text: z.string() })),
  comments: z.array(z.object({ ...numbered, company: z.string(), text: z.string() })),
  changes: z.array(z.object({ ...numbered, schedule: z.object(scheduleBody.shape), reason: z.string() })),
  draw: z.object({ ...numbered, seed: z.string(), order: z.array(z.int()) }).optional(),
  corrections: z.array(z.object({ ...numbered, corrects: z.int().positive(), text: z.string() })),
  closing: z
    .object({ ...numbered, summary: z.string(), earlyBecause: z.string().optional(), companies: z.int().nonnegative() })
    .optional(),
  cancellation: z.object({ ...numbered, reason: z.string() }).optional(),
})
export type InformationPart = z.infer<typeof informationPart>

const publicKinds: readonly LogEntry['kind'][] = [
  'opened',
  'rescheduled',
  'documentAdded',
  'lotsDrawn',
  'met',
  'questionAnswered',
  'answersSummarised',
  'closed',
  'cancelled',
]

const isPublic = (entry: LogEntry): boolean =>
  publicKinds.includes(entry.kind) || (entry.kind === 'commentGiven' && entry.isPublic)

const place = ({ number, at }: LogEntry) => ({ entry: number, at })

/**
 * A pure function of the log, so that what was told at any time can be made again from the entries until then.
 * Undefined until the dialogue has been opened: nobody outside has been told anything.
 */
export const informationPartOf = (
  { dialogueId: id, organisation, case: about }: Pick<DialogueState, 'dialogueId' | 'organisation' | 'case'>,
  log: readonly LogEntry[],
): InformationPart | undefined => {
  const [opened] = entriesOf(log, 'opened')
  if (!opened) return undefined
  const { plan } = opened
  const changes = entriesOf(log, 'rescheduled')
  const { startsAt, endsAt, place: where, onlineAt, lastDay } = changes.at(-1)?.schedule ?? plan
  const schedule = {
    lastDay,
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
    ...(where !== undefined && { place: where }),
    ...(onlineAt !== undefined && { onlineAt }),
  }
  const registered = entriesOf(log, 'registered')
  const draw = entriesOf(log, 'lotsDrawn').at(-1)
  const closed = entriesOf(log, 'closed').at(-1)
  const cancelled = entriesOf(log, 'cancelled').at(-1)
  const ended = closed ?? cancelled
  return {
    dialogueId: id,
    kind: plan.kind,
    status: closed ? 'closed' : cancelled ? 'cancelled' : 'open',
    title: plan.title,
    purpose: plan.purpose,
    organisation,
    ...(about && { caseNumber: about.caseNumber }),
    openedAt: opened.at,
    ...(ended && { endedAt: ended.at }),
    heldOn: heldOn(schedule),
    schedule,
    ...(plan.limit && { limit: plan.limit }),
    rfiQuestions: plan.questions,
    commentsArePublic: plan.commentsArePublic,
    documents: [
      ...plan.documents.map((document) => ({ ...place(opened), ...document })),
      ...entriesOf(log, 'documentAdded').map((entry) => ({ ...place(entry), ...entry.document })),
    ],
    questions: questionsOf(log).flatMap(({ answered }) =>
      answered
        ? [
            {
              ...place(answered),
              question: answered.published,
              isEdited: answered.editedBecause !== undefined,
              answer: answered.answer,
            },
          ]
        : [],
    ),
    meetings: entriesOf(log, 'met').map((entry) => {
      const there = registered.filter(({ number }) => entry.registrations.includes(number))
      const named = there.filter(({ mayBeNamed }) => mayBeNamed).map(({ company }) => company.name)
      return { ...place(entry), shown: entry.shown, ours: entry.ours, companies: named, unnamed: there.length - named.length }
    }),
    answerSummaries: entriesOf(log, 'answersSummarised').map((entry) => ({ ...place(entry), text: entry.text })),
    comments: entriesOf(log, 'commentGiven')
      .filter(isPublic)
      .map((entry) => ({ ...place(entry), company: entry.company.name, text: entry.text })),
    changes: changes.map((entry) => ({ ...place(entry), schedule: entry.schedule, reason: entry.reason })),
    ...(draw && { draw: { ...place(draw), seed: draw.seed, order: draw.order } }),
    corrections: entriesOf(log, 'corrected')
      .filter(({ entry }) => log.some((corrected) => corrected.number === entry && isPublic(corrected)))
      .map((entry) => ({ ...place(entry), corrects: entry.entry, text: entry.text })),
    ...(closed && {
      closing: {
        ...place(closed),
        summary: closed.summary,
        companies: closed.companies,
        ...(closed.earlyBecause !== undefined && { earlyBecause: closed.earlyBecause }),
      },
    }),
    ...(cancelled && { cancellation: { ...place(cancelled), reason: cancelled.reason } }),
  }
}
