import type { Actor } from '#contracts/actor.ts'
import { answer } from '#lambda/outcome.ts'
import type { Applied, Refused, Unchanged } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import type { Context } from '#lambda/unit-of-work.ts'
import type { Topics } from '../../domain/needs/topics.ts'
import { subjectOf } from '../change-stored.ts'
import type { Stored } from '../documents.ts'
import type { NeedsParts } from './needs-parts.ts'

export const createReadTopics =
  ({ topics }: NeedsParts) =>
  async (actor: Actor) =>
    answer((await topics.find(actor.subject)).value)

/** One's own, as a whole: what is left out is not followed any more. Nobody else is told. */
export const createFollowTopics =
  ({ topics, unitOfWork }: NeedsParts) =>
  (wanted: Topics, actor: Actor, context: Context) =>
    perform(
      {
        load: () => topics.find(actor.subject),
        decide: (before): Applied<Stored<Topics>> | Unchanged | Refused<never> =>
          JSON.stringify(before.value) === JSON.stringify(wanted)
            ? { kind: 'unchanged' }
            : { kind: 'applied', state: { value: wanted, version: before.version + 1 }, facts: [] },
        save: (before, { state }, once) =>
          unitOfWork.save(
            {
              // Nothing is told of it, so no event has this subject.
              caseId: subjectOf(context.newId()),
              puts: [topics.put(actor.subject, state.value, before.version)],
              facts: [],
              once,
            },
            context,
          ),
        present: ({ value }) => ({ value }),
      },
      context,
    )
