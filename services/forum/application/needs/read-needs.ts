import type { Actor } from '#contracts/actor.ts'
import type { NeedId, OrganisationId } from '#contracts/ids.ts'
import type { CareStep, TargetGroup } from '#contracts/market.ts'
import { answer, refused } from '#lambda/outcome.ts'
import { holdsWord, isAbout } from '../../domain/needs/topics.ts'
import type { Need } from '../../domain/needs/need.ts'
import { maySeeNeed } from '../../domain/needs/permissions.ts'
import { pageWhere } from '../documents.ts'
import type { Page, PageOf } from '../documents.ts'
import type { NeedList } from './need-repository.ts'
import type { NeedsParts } from './needs-parts.ts'
import { presentNeed, summariseNeed } from './present-need.ts'

export interface NeedFilter {
  readonly organisation?: OrganisationId | undefined
  readonly targetGroup?: TargetGroup | undefined
  readonly careStep?: CareStep | undefined
  /** Found inside longer words too. */
  readonly word?: string | undefined
}

const fits =
  ({ organisation, targetGroup, careStep, word }: NeedFilter) =>
  (need: Need): boolean =>
    (organisation === undefined || need.organisation === organisation) &&
    (targetGroup === undefined || (need.draft.targetGroups ?? []).includes(targetGroup)) &&
    (careStep === undefined || (need.draft.careSteps ?? []).includes(careStep)) &&
    (word === undefined || holdsWord(need, word))

const presentPage = async ({ interests }: NeedsParts, { found, cursor }: Page<Need>, actor: Actor | undefined) => ({
  ...answer({
    needs: await Promise.all(
      found.map(async (need) => summariseNeed(need, (await interests.findCount(need.needId)).count, actor)),
    ),
  }),
  ...(cursor !== undefined && { cursor }),
})

/** What everybody may see, whoever asks. */
export const createListNeeds =
  (parts: NeedsParts) =>
  async ({ list, limit, cursor, ...filter }: NeedFilter & PageOf & { list: NeedList }, actor: Actor | undefined) =>
    presentPage(parts, await pageWhere((page) => parts.needs.list(list, page), fits(filter), { limit, cursor }), actor)

/** All of one's own organisation, drafts too. */
export const createListOwnNeeds = (parts: NeedsParts) => async (page: PageOf, actor: Actor) =>
  actor.organisation === undefined
    ? refused('noOrganisation')
    : presentPage(parts, await parts.needs.listOf(actor.organisation, page), actor)

/** Open needs about what one follows. */
export const createListFollowedNeeds = (parts: NeedsParts) => async (page: PageOf, actor: Actor) => {
  const { value: topics } = await parts.topics.find(actor.subject)
  return presentPage(
    parts,
    await pageWhere(
      (next) => parts.needs.list('open', next),
      (need) => isAbout(need, topics),
      page,
    ),
    actor,
  )
}

export const createReadNeed = (parts: NeedsParts) => async (needId: NeedId, actor: Actor | undefined) => {
  const stored = await parts.needs.find(needId)
  if (!stored || !maySeeNeed(stored.value, actor)) return refused('needNotFound')
  const { value: need, version } = stored
  const [{ count }, known] = await Promise.all([
    parts.interests.findCount(needId),
    need.case && parts.cases.find(need.case.caseId),
  ])
  return answer(presentNeed(need, { interested: count, known: known?.known, actor }), version)
}
