import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { dialogueKind, dialogueStatus, informationPackage, limitGround } from '#contracts/dialogue.ts'
import { calendarDate, timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'

/** What the console reads of dialogues and of the information packages made from them. */

const summary = {
  dialogueId: z.string(),
  kind: dialogueKind,
  status: dialogueStatus,
  title: z.string(),
  purpose: z.string(),
  organisation: z.string(),
  caseId: z.string().optional(),
  caseNumber: z.string().optional(),
  needId: z.string().optional(),
  lastDay: calendarDate,
  heldOn: calendarDate,
  startsAt: timestamp.optional(),
  endsAt: timestamp.optional(),
  place: z.string().optional(),
  onlineAt: z.string().optional(),
  openedAt: timestamp.optional(),
  endedAt: timestamp.optional(),
}
const dialogueSummary = z.object(summary)
export type DialogueSummary = z.infer<typeof dialogueSummary>
export const dialogueList = z.object({ dialogues: z.array(dialogueSummary) })

const limit = z.object({ seats: z.number(), ground: limitGround })
const schedule = z.object({
  startsAt: timestamp.optional(),
  endsAt: timestamp.optional(),
  place: z.string().optional(),
  onlineAt: z.string().optional(),
  lastDay: calendarDate,
})
export type Schedule = z.infer<typeof schedule>
const shownDocument = z.object({
  title: z.string(),
  text: z.string().optional(),
  link: z.string().optional(),
  digest: z.string(),
})

const entry = { entry: z.number(), at: timestamp }
export const informationPart = z.object({
  dialogueId: z.string(),
  kind: dialogueKind,
  status: dialogueStatus,
  title: z.string(),
  purpose: z.string(),
  organisation: z.string(),
  caseNumber: z.string().optional(),
  openedAt: timestamp,
  endedAt: timestamp.optional(),
  heldOn: calendarDate,
  schedule,
  limit: limit.optional(),
  rfiQuestions: z.array(z.string()),
  commentsArePublic: z.boolean(),
  documents: z.array(shownDocument.extend(entry)),
  questions: z.array(z.object({ ...entry, question: z.string(), isEdited: z.boolean(), answer: z.string() })),
  meetings: z.array(
    z.object({ ...entry, shown: z.string(), ours: z.string(), companies: z.array(z.string()), unnamed: z.number() }),
  ),
  answerSummaries: z.array(z.object({ ...entry, text: z.string() })),
  comments: z.array(z.object({ ...entry, company: z.string(), text: z.string() })),
  changes: z.array(z.object({ ...entry, schedule, reason: z.string() })),
  draw: z.object({ ...entry, seed: z.string(), order: z.array(z.number()) }).optional(),
  corrections: z.array(z.object({ ...entry, corrects: z.number(), text: z.string() })),
  closing: z.object({ ...entry, summary: z.string(), earlyBecause: z.string().optional(), companies: z.number() }).optional(),
  cancellation: z.object({ ...entry, reason: z.string() }).optional(),
})
export type InformationPart = z.infer<typeof informationPart>

const company = z.object({ name: z.string(), organisationNumber: z.string().optional() })
export const seats = ['seat', 'reserve', 'awaitsDraw'] as const
const registration = z.object({
  number: z.number(),
  at: timestamp,
  company,
  roles: z.string(),
  mayBeNamed: z.boolean(),
  seat: z.enum(seats),
})

const own = z.object({
  registration: registration.optional(),
  questions: z.array(
    z.object({
      number: z.number(),
      at: timestamp,
      text: z.string(),
      status: z.enum(['asked', 'answered', 'setAside']),
      published: z.string().optional(),
      because: z.string().optional(),
      answer: z.string().optional(),
    }),
  ),
  answers: z
    .object({ at: timestamp, company, answers: z.array(z.object({ question: z.number(), text: z.string() })) })
    .optional(),
  comments: z.array(z.object({ number: z.number(), at: timestamp, text: z.string(), isPublic: z.boolean() })),
})

const plan = z.object({
  kind: dialogueKind,
  title: z.string(),
  purpose: z.string(),
  ...schedule.shape,
  limit: limit.optional(),
  questions: z.array(z.string()),
  commentsArePublic: z.boolean(),
  documents: z.array(shownDocument),
})
export type Plan = z.infer<typeof plan>

/** Every kind of entry has these; what else it says is shown by its kind. */
const logEntry = z.object({
  number: z.number(),
  at: timestamp,
  by: author,
  kind: z.string(),
  company: z.union([company, z.string()]).optional(),
  text: z.string().optional(),
  reason: z.string().optional(),
  summary: z.string().optional(),
  shown: z.string().optional(),
  ours: z.string().optional(),
  roles: z.string().optional(),
  question: z.number().optional(),
  registration: z.number().optional(),
  entry: z.number().optional(),
  published: z.string().optional(),
  editedBecause: z.string().optional(),
  answer: z.string().optional(),
  tie: z.string().optional(),
  seed: z.string().optional(),
  document: shownDocument.optional(),
  answers: z.array(z.object({ question: z.number(), text: z.string() })).optional(),
})
export type LogEntry = z.infer<typeof logEntry>

export const involvements = ['registered', 'attended', 'answered', 'commented'] as const

const staff = z.object({
  plan,
  plannedAt: timestamp,
  plannedBy: author,
  log: z.array(logEntry),
  waiting: z.array(z.object({ number: z.number(), at: timestamp, text: z.string() })),
  registrations: z.array(registration),
  priorInvolvement: z.array(z.object({ company, how: z.array(z.enum(involvements)), since: timestamp })),
  problems: z.array(z.object({ pointer: z.string(), message: text })),
  mayLead: z.boolean(),
  hasDeclaredConflict: z.boolean(),
})
export type StaffView = z.infer<typeof staff>

export const dialogueView = z.object({
  ...summary,
  version: z.number(),
  limit: limit.optional(),
  takenPart: z.number(),
  isTimeOver: z.boolean(),
  information: informationPart.optional(),
  own: own.optional(),
  staff: staff.optional(),
})
export type DialogueView = z.infer<typeof dialogueView>
export type OwnView = NonNullable<DialogueView['own']>

export const dialoguePackage = z.object({ part: informationPart, digest: z.string() })
export const casePackage = z.object({ caseId: z.string(), package: informationPackage, parts: z.array(informationPart) })
