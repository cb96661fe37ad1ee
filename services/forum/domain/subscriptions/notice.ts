import * as z from 'zod'
import { anyEvent } from '#contracts/event.ts'
import type { AnyEvent, EventDefinition } from '#contracts/event.ts'
import {
  callCancelled,
  callChanged,
  callPublished,
  dialogueCancelled,
  dialogueClosed,
  dialogueOpened,
  dialogueQuestionAnswered,
  dialogueRescheduled,
  focusGroupEnded,
  focusGroupOpened,
  focusGroupReported,
  needChanged,
  needPublished,
  needWithdrawn,
  teamPublished,
  teamWithdrawn,
} from '#contracts/forum-events.ts'
import { needId } from '#contracts/ids.ts'
import type { NeedId } from '#contracts/ids.ts'
import type { WatchedSubject } from './subscription.ts'

/** What subscribers are told: the forum's own public events, without the person behind them. */

const subjectsOf: readonly (readonly [WatchedSubject, readonly EventDefinition[]])[] = [
  ['needs', [needPublished, needChanged, needWithdrawn]],
  ['dialogues', [dialogueOpened, dialogueRescheduled, dialogueQuestionAnswered, dialogueClosed, dialogueCancelled]],
  ['calls', [callPublished, callChanged, callCancelled]],
  ['focusGroups', [focusGroupOpened, focusGroupEnded, focusGroupReported]],
  ['teams', [teamPublished, teamWithdrawn]],
]

export const noticedEvents: readonly EventDefinition[] = subjectsOf.flatMap(([, events]) => events)

export const watchedSubjectOf = (type: string): WatchedSubject | undefined =>
  subjectsOf.find(([, events]) => events.some((event) => event.type === type))?.[0]

/** CloudEvents 1.0, as a webhook gets it. */
export const publicEvent = anyEvent.omit({ actor: true, traceparent: true, phase: true })
export type PublicEvent = z.infer<typeof publicEvent>

/** The parser leaves out what is not in its schema: who did it stays in the journal. */
export const publicEventOf = (event: AnyEvent): PublicEvent => publicEvent.parse(event)

export const notice = z.object({ event: publicEvent, isSpread: z.boolean() })
export type Notice = z.infer<typeof notice>

/** The need that an event is about, where it is about one. */
export const needOf = ({ data }: PublicEvent): NeedId | undefined => needId.safeParse(data['needId']).data
