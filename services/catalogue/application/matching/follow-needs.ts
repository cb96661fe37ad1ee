import { caseClosed, caseCompleted, caseHandedOver } from '#contracts/events.ts'
import type { EventData, EventDefinition, EventOf } from '#contracts/event.ts'
import { needChanged, needPublished, needWithdrawn } from '#contracts/forum-events.ts'
import { on } from '#lambda/inbox.ts'
import type { Consumer } from '#lambda/inbox.ts'
import { applied, unchanged } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { KnownNeedId, NeedNews, NeedRepository, NeedState } from './need-repository.ts'

const idOf = (news: NeedNews): KnownNeedId => (news.kind === 'open' ? news.need.needId : news.needId)
const toldAtOf = (news: NeedNews): string => (news.kind === 'open' ? news.need.toldAt : news.toldAt)

const published = (data: EventData<typeof needPublished>, toldAt: string): NeedNews => ({
  kind: 'open',
  need: {
    needId: data.needId,
    visibility: 'everybody',
    title: data.title,
    description: data.summary,
    organisation: data.organisation,
    functions: data.functions,
    targetGroups: data.targetGroups,
    careSteps: data.careSteps,
    caseId: data.caseId,
    caseNumber: data.caseNumber,
    toldAt,
  },
})

/** Before ideas told it, nothing was known of what the case needs: then there is nothing to compare. */
const ofCase = ({ case: header, dossier }: EventData<typeof caseHandedOver>, toldAt: string): NeedNews | undefined =>
  dossier.ideas && {
    kind: 'open',
    need: {
      needId: header.caseId,
      visibility: 'staff',
      title: header.title,
      description: dossier.ideas.problem,
      organisation: header.organisation,
      functions: dossier.ideas.functions,
      targetGroups: [],
      careSteps: [],
      caseId: header.caseId,
      caseNumber: header.caseNumber,
      toldAt,
    },
  }

/** Keeps what is needed where products are, so that each can be held against the other. What is older than what is known is past. */
export const createNeedFollowers = (needs: NeedRepository): Consumer[] => {
  const follow = <D extends EventDefinition>(
    definition: D,
    newsOf: (event: EventOf<D>) => NeedNews | undefined,
    /** Of what is over, only what was open is news. */
    isNews: (before: NeedState | undefined) => boolean = () => true,
  ): Consumer =>
    on(definition, async (event, context) => {
      const news = newsOf(event)
      if (!news) return unchanged
      return perform<NeedState | undefined, { kind: 'applied'; state: NeedState; facts: [] }, undefined, never>(
        {
          load: () => needs.find(idOf(news)),
          decide: (before) =>
            (before && toldAtOf(before.news) > toldAtOf(news)) || !isNews(before)
              ? unchanged
              : { ...applied({ news, version: (before?.version ?? 0) + 1 }), facts: [] },
          save: (before, { state }, once) => needs.save(before, state.news, context, once),
          present: () => ({ value: undefined }),
        },
        context,
      )
    })
  const caseIsOver = (definition: typeof caseClosed | typeof caseCompleted): Consumer =>
    follow(
      definition,
      ({ subject, time }) => ({ kind: 'over', needId: subject, toldAt: time }),
      (before) => before?.news.kind === 'open',
    )

  return [
    follow(needPublished, ({ data, time }) => published(data, time)),
    follow(needChanged, ({ data, time }) => published(data, time)),
    follow(needWithdrawn, ({ data, time }) => ({ kind: 'over', needId: data.needId, toldAt: time })),
    follow(caseHandedOver, ({ data, time }) => (data.to === 'matching' ? ofCase(data, time) : undefined)),
    caseIsOver(caseClosed),
    caseIsOver(caseCompleted),
  ]
}
