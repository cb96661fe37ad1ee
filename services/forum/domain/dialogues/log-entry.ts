import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { timestamp } from '#contracts/ids.ts'
import { plan, scheduleBody, shownDocument } from './plan.ts'

/**
 * The log of a dialogue: everything that anybody has done, in order. Entries are only ever added; what was wrong is
 * put right by a new entry. What each person may read of it is for `information-part.ts` and the views to say.
 */

export const companyNamed = z.object({ name: z.string(), organisationNumber: z.string().optional() })
export type CompanyNamed = z.infer<typeof companyNamed>

const entryNumber = z.int().positive()

const happening = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), plan }),
  z.object({ kind: z.literal('rescheduled'), schedule: scheduleBody, reason: z.string() }),
  z.object({ kind: z.literal('documentAdded'), document: shownDocument }),
  z.object({ kind: z.literal('registered'), company: companyNamed, roles: z.string(), mayBeNamed: z.boolean() }),
  z.object({ kind: z.literal('registrationWithdrawn'), registration: entryNumber }),
  /** `seed` and the numbers of the registrations give `order` again, so that anybody can check the draw. */
  z.object({ kind: z.literal('lotsDrawn'), seed: z.string(), order: z.array(entryNumber) }),
  z.object({
    kind: z.literal('met'),
    shown: z.string(),
    /** The roles from the organisation's side. */
    ours: z.string(),
    registrations: z.array(entryNumber),
  }),
  z.object({ kind: z.literal('questionAsked'), text: z.string() }),
  z.object({
    kind: z.literal('questionAnswered'),
    question: entryNumber,
    /** As everybody reads it. */
    published: z.string(),
    /** Why it differs from what was asked; told to the asker. */
    editedBecause: z.string().optional(),
    answer: z.string(),
  }),
  z.object({ kind: z.literal('questionSetAside'), question: entryNumber, reason: z.string() }),
  z.object({
    kind: z.literal('answersGiven'),
    company: companyNamed,
    answers: z.array(z.object({ question: entryNumber, text: z.string() })),
  }),
  z.object({ kind: z.literal('answersSummarised'), text: z.string() }),
  z.object({ kind: z.literal('commentGiven'), company: companyNamed, text: z.string(), isPublic: z.boolean() }),
  z.object({ kind: z.literal('conflictDeclared'), company: z.string(), tie: z.string() }),
  z.object({ kind: z.literal('corrected'), entry: entryNumber, text: z.string() }),
  z.object({
    kind: z.literal('closed'),
    summary: z.string(),
    earlyBecause: z.string().optional(),
    /** How many companies took part, each counted once. */
    companies: z.int().nonnegative(),
  }),
  z.object({ kind: z.literal('cancelled'), reason: z.string() }),
])
export type Happening = z.infer<typeof happening>
export type HappeningKind = Happening['kind']

export const logEntry = z.intersection(z.object({ number: entryNumber, at: timestamp, by: author }), happening)
export type LogEntry = z.infer<typeof logEntry>
export type EntryOf<K extends HappeningKind> = Extract<LogEntry, { kind: K }>

export const entriesOf = <K extends HappeningKind>(log: readonly LogEntry[], kind: K): EntryOf<K>[] =>
  // The discriminant has just been compared.
  log.filter((entry): entry is EntryOf<K> => entry.kind === kind)
