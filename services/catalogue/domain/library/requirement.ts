import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { calendarDate, digest, libraryRequirementId, librarySuggestionId, timestamp } from '#contracts/ids.ts'
import { appliesWhen, barrierLevel, force, libraryKind, verification } from '#contracts/requirement-library.ts'
import { libraryLimits as limits } from './library-limits.ts'

/** A requirement of the library, its versions, and what a release of the library offers beside a curator's own words. */

const bounded = (max: number) => z.string().trim().min(1).max(max)
const bothLanguages = (max: number) => z.strictObject({ sv: bounded(max), en: bounded(max) })

export const requirementSource = z.strictObject({
  /** The law, regulation, standard or document by its full name. */
  document: bounded(limits.documentCharacters),
  /** Paragraph, article or clause. */
  clause: bounded(limits.clauseCharacters),
})
export type RequirementSource = z.infer<typeof requirementSource>

export const requirementBarrier = z.strictObject({
  level: barrierLevel,
  why: bothLanguages(limits.proseCharacters).optional(),
  askInstead: bothLanguages(limits.proseCharacters).optional(),
})

export const requirementContent = z.strictObject({
  text: bothLanguages(limits.textCharacters),
  kind: libraryKind,
  force,
  sources: z.array(requirementSource).min(1).max(limits.sources),
  validFrom: calendarDate,
  /** The last day, included. */
  validTo: calendarDate.optional(),
  appliesWhen,
  verification,
  barrier: requirementBarrier,
  /** Swedish words that a function has when the requirement serves it, in lower case. */
  servesWords: z.array(z.string().trim().toLowerCase().min(3).max(limits.wordCharacters)).max(limits.words).default([]),
})
export type RequirementContent = z.infer<typeof requirementContent>

export const requirementOrigin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('release'), release: z.int().positive() }),
  z.object({ kind: z.literal('curator') }),
  z.object({ kind: z.literal('suggestion'), suggestionId: librarySuggestionId }),
])
export type RequirementOrigin = z.infer<typeof requirementOrigin>

export const retirement = z.object({ reason: z.string(), successor: libraryRequirementId.optional() })

export const requirementVersion = z.object({
  id: libraryRequirementId,
  version: z.int().positive(),
  content: requirementContent,
  origin: requirementOrigin,
  changedAt: timestamp,
  changedBy: author,
  /** Why it was changed. */
  note: z.string().optional(),
  retirement: retirement.optional(),
})
export type RequirementVersion = z.infer<typeof requirementVersion>

export const libraryEntry = z.object({
  /** The subject of the requirement's events; the suggestion's id where one led to it. */
  journalId: z.uuid(),
  current: requirementVersion,
  /** What the latest release that named it says, told by its digest. */
  released: z.object({ release: z.int().positive(), digest }).optional(),
  /** A release changed what a curator had changed too: the curator's words stand until a curator has chosen. */
  offer: z.object({ release: z.int().positive(), content: requirementContent }).optional(),
})
export type LibraryEntry = z.infer<typeof libraryEntry>

/** An entry with the version of its row, which also counts offers. */
export interface StoredEntry {
  readonly entry: LibraryEntry
  readonly revision: number
}

/** Both days included. */
export const isInForceOn = ({ validFrom, validTo }: Pick<RequirementContent, 'validFrom' | 'validTo'>, day: string): boolean =>
  validFrom <= day && (validTo === undefined || day <= validTo)

const comparable = ({ servesWords, ...content }: RequirementContent): string =>
  JSON.stringify([
    content.text.sv,
    content.text.en,
    content.kind,
    content.force,
    content.sources.map(({ document, clause }) => [document, clause]),
    content.validFrom,
    content.validTo,
    content.appliesWhen,
    content.verification,
    content.barrier.level,
    content.barrier.why?.sv,
    content.barrier.why?.en,
    content.barrier.askInstead?.sv,
    content.barrier.askInstead?.en,
    [...servesWords].toSorted(),
  ])

/** Field by field: the order of keys and of words says nothing. */
export const isSameContent = (a: RequirementContent, b: RequirementContent): boolean => comparable(a) === comparable(b)
