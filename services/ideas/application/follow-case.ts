import type { EventDefinition, EventOf } from '#contracts/event.ts'
import { caseClosed, caseCompleted, caseHandedOver, caseHeld, caseReturned, caseWoken } from '#contracts/events.ts'
import { on } from '#lambda/inbox.ts'
import type { Consumer } from '#lambda/inbox.ts'
import { unchanged } from '#lambda/outcome.ts'
import type { Transition } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import { caseIsCompleted, caseRests, caseWasStopped, caseWentOn } from '../domain/follow-case.ts'
import type { IdeaState } from '../domain/idea.ts'
import type { IdeaParts } from './idea-parts.ts'

/** What happens to a case in any phase, so that the idea's submitter can be told. */
export const createCaseFollowers = ({ ideas }: IdeaParts): Consumer[] => {
  const follow = <D extends EventDefinition>(
    definition: D,
    news: (state: IdeaState, event: EventOf<D>) => Transition<IdeaState, never>,
  ): Consumer =>
    on(definition, (event, context) =>
      perform(
        {
          load: () => ideas.find(event.subject),
          // A case without an idea has nobody to tell.
          decide: (state) => (state ? news(state, event) : unchanged),
          save: (before, change, once) => ideas.save(before, change, context, { once }),
          present: () => ({ value: undefined }),
        },
        context,
      ),
    )
  return [
    follow(caseHandedOver, (state, { data, time }) => caseWentOn(state, data.to, time)),
    follow(caseReturned, (state, { data, time }) => caseWentOn(state, data.phase, time)),
    follow(caseWoken, (state, { data, time }) => caseWentOn(state, data.phase, time)),
    follow(caseHeld, (state, { data, time }) => caseRests(state, data.phase, time)),
    follow(caseClosed, (state, { data, time }) => caseWasStopped(state, data.phase, data.decision.ruling, time)),
    follow(caseCompleted, (state, { data, time }) => caseIsCompleted(state, data.phase, time)),
  ]
}
