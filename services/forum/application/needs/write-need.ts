import type { Actor } from '#contracts/actor.ts'
import { authorOf } from '#contracts/actor.ts'
import { needId as needIdSchema } from '#contracts/ids.ts'
import type { CaseId, NeedId, OrganisationId } from '#contracts/ids.ts'
import { refused } from '#lambda/outcome.ts'
import type { Refused, Transition } from '#lambda/outcome.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { KnownCase } from '../../domain/known-case.ts'
import { changeNeed, draftNeed, endNeed, publishNeed } from '../../domain/needs/need.ts'
import type { Need, NeedDraft, NeedEnding, NeedRefusal } from '../../domain/needs/need.ts'
import { maySeeNeed, mayWriteNeed } from '../../domain/needs/permissions.ts'
import { changeStored, createStored, subjectOf } from '../change-stored.ts'
import type { NeedsParts } from './needs-parts.ts'
import { presentNeed } from './present-need.ts'

/** A need can belong to a case of its own organisation, which the forum must have heard of. */
const findOwnCase = async (
  { cases }: NeedsParts,
  id: CaseId | undefined,
  organisation: OrganisationId,
): Promise<{ known: KnownCase | undefined } | Refused<'caseNotYours'>> => {
  if (id === undefined) return { known: undefined }
  const found = await cases.find(id)
  return found?.known.case.organisation === organisation ? { known: found.known } : refused('caseNotYours')
}

const tieOf = (known: KnownCase | undefined): Need['case'] =>
  known && { caseId: known.case.caseId, caseNumber: known.case.caseNumber }

/** A new draft, seen by one's own organisation alone. */
export const createDraftNeed = (parts: NeedsParts) => async (draft: NeedDraft, actor: Actor, context: Context) => {
  const { organisation } = actor
  if (organisation === undefined) return refused('noOrganisation')
  const of = await findOwnCase(parts, draft.caseId, organisation)
  if ('kind' in of) return of
  const id = needIdSchema.parse(context.newId())
  return createStored(
    {
      unitOfWork: parts.unitOfWork,
      subject: subjectOf(id),
      uses: parts.uses,
      by: actor.subject,
      act: 'needs',
      create: () => draftNeed({ needId: id, organisation, draft, case: tieOf(of.known), by: authorOf(actor) }, context.now),
      puts: (created) => [parts.needs.put(created, 0)],
      present: (created) => presentNeed(created, { interested: 0, known: of.known, actor }),
    },
    context,
  )
}

interface Step {
  readonly needId: NeedId
  readonly ifMatch: number
  readonly actor: Actor
}

const change = async (
  parts: NeedsParts,
  { needId, ifMatch, actor }: Step,
  decide: (need: Need) => Transition<Need, NeedRefusal>,
  known: KnownCase | undefined,
  context: Context,
) => {
  const { count } = await parts.interests.findCount(needId)
  return changeStored(
    {
      unitOfWork: parts.unitOfWork,
      subject: subjectOf(needId),
      load: async () => {
        const stored = await parts.needs.find(needId)
        return stored && maySeeNeed(stored.value, actor) ? stored : undefined
      },
      missing: 'needNotFound' as const,
      ifMatch,
      decide: (before): Transition<Need, NeedRefusal | 'notYourNeed'> => mayWriteNeed(before, actor) ?? decide(before),
      put: parts.needs.put,
      present: (after) => presentNeed(after, { interested: count, known, actor }),
    },
    context,
  )
}

/** What the forum knows of the case that the need belongs to already. */
const knownOf = async ({ needs, cases }: NeedsParts, needId: NeedId): Promise<KnownCase | undefined> => {
  const tie = (await needs.find(needId))?.value.case
  return tie && (await cases.find(tie.caseId))?.known
}

export const createChangeNeed = (parts: NeedsParts) => async (draft: NeedDraft, step: Step, context: Context) => {
  const { organisation } = step.actor
  if (organisation === undefined) return refused('noOrganisation')
  const of = await findOwnCase(parts, draft.caseId, organisation)
  if ('kind' in of) return of
  return change(parts, step, (before) => changeNeed(before, draft, tieOf(of.known), context.now), of.known, context)
}

export const createPublishNeed = (parts: NeedsParts) => async (step: Step, context: Context) =>
  change(parts, step, (before) => publishNeed(before, context.now), await knownOf(parts, step.needId), context)

export const createEndNeed =
  (parts: NeedsParts) => async (ending: { why: NeedEnding; reason: string }, step: Step, context: Context) =>
    change(parts, step, (before) => endNeed(before, ending, context.now), await knownOf(parts, step.needId), context)
