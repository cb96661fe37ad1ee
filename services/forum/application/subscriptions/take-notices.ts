import { on } from '#lambda/inbox.ts'
import type { Consumer } from '#lambda/inbox.ts'
import { applied, unchanged } from '#lambda/outcome.ts'
import { perform } from '#lambda/perform.ts'
import { noticedEvents, publicEventOf } from '../../domain/subscriptions/notice.ts'
import type { Notice } from '../../domain/subscriptions/notice.ts'
import type { Stored } from '../documents.ts'
import type { SubscriptionParts } from './subscription-parts.ts'

/** The forum hears its own events again when they are out, and notes them down to be spread: what is told has happened. */
export const createNoticeConsumers = ({ unitOfWork, notices }: Pick<SubscriptionParts, 'unitOfWork' | 'notices'>): Consumer[] =>
  noticedEvents.map((definition) =>
    on(definition, (event, context) =>
      perform(
        {
          load: () => notices.find(event.id),
          decide: (found) =>
            found
              ? unchanged
              : applied<Stored<Notice> | undefined>({ value: { event: publicEventOf(event), isSpread: false }, version: 0 }),
          save: (_, { state, facts }, once) =>
            state
              ? unitOfWork.save({ caseId: event.subject, puts: [notices.put(state.value, 0)], facts, once }, context)
              : Promise.resolve('saved' as const),
          present: () => ({ value: undefined }),
        },
        context,
      ),
    ),
  )
