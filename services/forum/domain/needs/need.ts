import * as z from 'zod'
import { author } from '#contracts/actor.ts'
import type { Author } from '#contracts/actor.ts'
import { fact } from '#contracts/event.ts'
import type { EventData } from '#contracts/event.ts'
import { needChanged, needPublished, needWithdrawn } from '#contracts/forum-events.ts'
import { calendarDate, caseId, caseNumber, needId, organisationId, timestamp } from '#contracts/ids.ts'
import type { NeedId, OrganisationId } from '#contracts/ids.ts'
import { careStep, careSteps, targetGroup, targetGroups } from '#contracts/market.ts'
import { parse } from '#lambda/field-problem.ts'
import { applied, refused, unchanged } from '#lambda/outcome.ts'
import type { Applied, Refused, Transition } from '#lambda/outcome.ts'
import { forumLimits } from '../forum-limits.ts'
import { hidden } from '../hidden.ts'

/** A need as a care organisation tells the market of it: the problem, for whom and when - not the solution. */

export const needStatuses = ['draft', 'published', 'closed', 'withdrawn'] as const

/** `closed`: it has been met or goes on elsewhere. `withdrawn`: it was no need after all, or is none any more. */
export const needEndings = ['closed', 'withdrawn'] as const
export type NeedEnding = (typeof needEndings)[number]

const line = (max: number) => z.string().trim().min(1).max(max)
const eachOnce = { params: { rule: 'repeated' } }
const isEachOnce = (values: readonly unknown[]): boolean => new Set(values).size === values.length

/** Everything that a published need must say. */
export const needContent = z.strictObject({
  title: line(forumLimits.titleCharacters),
  /** Plain text, for lists. */
  summary: line(forumLimits.summaryCharacters),
  /** Markdown. */
  description: line(forumLimits.descriptionCharacters),
  targetGroups: z.array(targetGroup).min(1).max(targetGroups.length).refine(isEachOnce, eachOnce),
  careSteps: z.array(careStep).min(1).max(careSteps.length).refine(isEachOnce, eachOnce),
  /** What somebody must be able to do, a plain sentence each. */
  functions: z.array(line(forumLimits.lineCharacters)).min(1).max(forumLimits.functions).refine(isEachOnce, eachOnce),
  wantedFrom: calendarDate.optional(),
  wantedTo: calendarDate.optional(),
  /** A function and its mailbox, not a person. */
  contact: z.strictObject({
    name: line(forumLimits.lineCharacters),
    email: z.email().max(forumLimits.emailCharacters),
  }),
  caseId: caseId.optional(),
})
export type NeedContent = z.infer<typeof needContent>

/** The same types and limits, but only the title must be there. */
export const needDraft = needContent.partial().required({ title: true })
export type NeedDraft = z.infer<typeof needDraft>

const neededFunction = z.object({ id: z.string(), name: z.string() })

export const need = z.object({
  needId,
  organisation: organisationId,
  status: z.enum(needStatuses),
  draft: needDraft,
  /** A function keeps its id for as long as its sentence stands, so that others can refer to it. */
  functions: z.array(neededFunction),
  /** The number that the next new function gets; none is used twice. */
  nextFunction: z.int().positive(),
  case: z.object({ caseId, caseNumber }).optional(),
  createdBy: author,
  createdAt: timestamp,
  publishedAt: timestamp.optional(),
  /** Since it was published. */
  changedAt: timestamp.optional(),
  ended: z.object({ at: timestamp, reason: z.string() }).optional(),
  hidden: hidden.optional(),
})
export type Need = z.infer<typeof need>

export type NeedRefusal = 'needEnded' | 'needIncomplete' | 'periodBackwards'

export const isOpen = ({ status, hidden: hiding }: Need): boolean => status === 'published' && hiding === undefined

const numberFunctions = (
  sentences: readonly string[],
  before: Pick<Need, 'functions' | 'nextFunction'>,
): Pick<Need, 'functions' | 'nextFunction'> => {
  const known = new Map(before.functions.map(({ id, name }) => [name, id]))
  let { nextFunction } = before
  const functions = sentences.map((name) => {
    const id = known.get(name) ?? `F${nextFunction}`
    if (!known.has(name)) nextFunction += 1
    return { id, name }
  })
  return { functions, nextFunction }
}

const checkPeriod = ({ wantedFrom, wantedTo }: NeedDraft): Refused<'periodBackwards'> | undefined =>
  wantedFrom !== undefined && wantedTo !== undefined && wantedTo < wantedFrom
    ? refused('periodBackwards', [
        {
          pointer: '/wantedTo',
          code: 'periodBackwards',
          message: { sv: 'Slutet ligger före början.', en: 'The end is before the beginning.' },
        },
      ])
    : undefined

const contentOf = ({ draft }: Need): NeedContent | Refused<'needIncomplete'> => {
  const whole = parse(needContent, draft)
  return whole.ok ? whole.value : refused('needIncomplete', whole.problems)
}

const publicFact = (
  { needId: id, organisation, functions, case: of }: Need,
  content: NeedContent,
): EventData<typeof needPublished> => ({
  needId: id,
  title: content.title,
  summary: content.summary,
  organisation,
  functions,
  targetGroups: content.targetGroups,
  careSteps: content.careSteps,
  ...(content.wantedFrom !== undefined && { wantedFrom: content.wantedFrom }),
  ...(content.wantedTo !== undefined && { wantedTo: content.wantedTo }),
  ...of,
})

export interface DraftedNeed {
  readonly needId: NeedId
  readonly organisation: OrganisationId
  readonly draft: NeedDraft
  /** The case that the draft names, as the forum knows it. */
  readonly case: Need['case']
  readonly by: Author
}

export const draftNeed = (drafted: DraftedNeed, now: string): Applied<Need> | Refused<'periodBackwards'> =>
  checkPeriod(drafted.draft) ??
  applied({
    needId: drafted.needId,
    organisation: drafted.organisation,
    status: 'draft',
    draft: drafted.draft,
    ...numberFunctions(drafted.draft.functions ?? [], { functions: [], nextFunction: 1 }),
    ...(drafted.case && { case: drafted.case }),
    createdBy: drafted.by,
    createdAt: now,
  })

/** A published need must stay whole; what changes in it is told. */
export const changeNeed = (before: Need, draft: NeedDraft, of: Need['case'], now: string): Transition<Need, NeedRefusal> => {
  if (before.status === 'closed' || before.status === 'withdrawn') return refused('needEnded')
  const backwards = checkPeriod(draft)
  if (backwards) return backwards
  const { case: _, ...rest } = before
  const after: Need = { ...rest, draft, ...numberFunctions(draft.functions ?? [], before), ...(of && { case: of }) }
  if (JSON.stringify(after) === JSON.stringify(before)) return unchanged
  if (before.status === 'draft') return applied(after)
  const content = contentOf(after)
  if ('kind' in content) return content
  const changed = { ...after, changedAt: now }
  // Of a hidden need nobody else is told anything.
  return after.hidden ? applied(changed) : applied(changed, fact(needChanged, publicFact(after, content)))
}

/** From here on everybody sees it. Refused with every field that a published need must have and this one lacks. */
export const publishNeed = (before: Need, now: string): Transition<Need, NeedRefusal> => {
  if (before.status === 'published') return unchanged
  if (before.status !== 'draft') return refused('needEnded')
  const content = contentOf(before)
  if ('kind' in content) return content
  return applied({ ...before, status: 'published', publishedAt: now }, fact(needPublished, publicFact(before, content)))
}

/** Closed or withdrawn for good, with a reason that everybody reads. A draft is put away without anybody being told. */
export const endNeed = (
  before: Need,
  { why, reason }: { why: NeedEnding; reason: string },
  now: string,
): Transition<Need, NeedRefusal> => {
  if (before.status === 'closed' || before.status === 'withdrawn') return refused('needEnded')
  const after: Need = { ...before, status: why, ended: { at: now, reason } }
  return isOpen(before) ? applied(after, fact(needWithdrawn, { needId: before.needId, why, reason })) : applied(after)
}

export const hideNeed = (before: Need, reason: string, now: string): Transition<Need, never> => {
  if (before.hidden) return unchanged
  const after: Need = { ...before, hidden: { at: now, reason } }
  return isOpen(before) ? applied(after, fact(needWithdrawn, { needId: before.needId, why: 'hidden', reason })) : applied(after)
}
