import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import { timestamp } from '#contracts/ids.ts'
import { text } from '#contracts/language.ts'
import { barrierLevel, conditionTerm, force, libraryKind, verification } from '#contracts/requirement-library.ts'

/** What the console reads of the requirement library. */

const source = z.object({ document: z.string(), clause: z.string() })
const barrier = z.object({ level: barrierLevel, why: text.optional(), askInstead: text.optional() })

const content = {
  text: text,
  kind: libraryKind,
  force,
  sources: z.array(source),
  validFrom: z.string(),
  validTo: z.string().optional(),
  appliesWhen: z.array(z.array(conditionTerm)),
  verification,
  barrier,
  servesWords: z.array(z.string()),
}
export const requirementContent = z.object(content)
export type RequirementContent = z.infer<typeof requirementContent>

const version = z.object({
  id: z.string(),
  version: z.number(),
  standing: z.enum(['inForce', 'planned', 'ended']),
  ...content,
  origin: z.object({ kind: z.enum(['release', 'curator', 'suggestion']), release: z.number().optional() }),
  changedAt: timestamp,
  note: z.string().optional(),
  retirement: z.object({ reason: z.string(), successor: z.string().optional() }).optional(),
})
export type RequirementVersion = z.infer<typeof version>

export const requirement = version.extend({
  offer: z.object({ release: z.number(), content: requirementContent }).optional(),
})
export type Requirement = z.infer<typeof requirement>

export const requirementList = z.object({ requirements: z.array(requirement) })
export const versionList = z.object({ versions: z.array(version) })

export const importPreview = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  rows: z.array(
    z.object({
      row: z.number(),
      verdict: z.enum(['new', 'changed', 'unchanged', 'refused']),
      id: z.string().optional(),
      text: text,
      problems: z.array(z.object({ pointer: z.string(), code: z.string(), message: text })),
    }),
  ),
})
export type ImportPreview = z.infer<typeof importPreview>

export const importResult = z.object({
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  isComplete: z.boolean(),
  rows: z.array(
    z.object({ row: z.number(), outcome: z.enum(['added', 'changed', 'unchanged', 'failed']), id: z.string().optional() }),
  ),
})
export type ImportResult = z.infer<typeof importResult>

export const suggestionStatuses = ['open', 'accepted', 'declined'] as const
export type SuggestionStatus = (typeof suggestionStatuses)[number]

export const suggestion = z.object({
  suggestionId: z.string(),
  text: z.object({ sv: z.string(), en: z.string().optional() }),
  kind: libraryKind,
  verification,
  reason: z.string(),
  source: source.optional(),
  caseId: z.string().optional(),
  status: z.enum(suggestionStatuses),
  madeBy: author,
  organisation: z.string().optional(),
  madeAt: timestamp,
  answer: z.object({ reason: z.string().optional(), requirementId: z.string().optional(), at: timestamp }).optional(),
})
export type Suggestion = z.infer<typeof suggestion>
export const suggestionList = z.object({ suggestions: z.array(suggestion) })

export const severities = ['breach', 'barrier', 'notice'] as const
export const barrierCheck = z.object({
  breaches: z.number(),
  barriers: z.number(),
  notices: z.number(),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(severities),
      name: text,
      source: z.string(),
      remedy: text,
      requirement: z.number().optional(),
      quote: z.string().optional(),
    }),
  ),
})
export type BarrierCheck = z.infer<typeof barrierCheck>
