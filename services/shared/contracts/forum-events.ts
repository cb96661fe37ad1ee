import * as z from 'zod'
import { dialogueKind, informationPackage } from './dialogue.ts'
import { defineEvent } from './event.ts'
import type { EventDefinition } from './event.ts'
import {
  calendarDate,
  callId,
  caseId,
  caseNumber,
  dialogueId,
  focusGroupId,
  needId,
  organisationId,
  teamId,
  timestamp,
} from './ids.ts'
import { careStep, targetGroup } from './market.ts'

/**
 * The forum: needs, dialogues, questions and answers, teams, calls and events. The subject of each is the thing itself.
 * They carry what everybody may read: no drafts, no contact details, and nobody who has shown interest or signed up.
 */

// Needs.

/** A published need, as everybody may read it. */
const publicNeed = {
  needId,
  title: z.string(),
  summary: z.string(),
  organisation: organisationId,
  functions: z.array(z.object({ id: z.string(), name: z.string() })),
  targetGroups: z.array(targetGroup),
  careSteps: z.array(careStep),
  wantedFrom: calendarDate.optional(),
  wantedTo: calendarDate.optional(),
  caseId: caseId.optional(),
  caseNumber: caseNumber.optional(),
}

export const needPublished = defineEvent(
  'need-published',
  { sv: 'Ett behov har publicerats', en: 'A need has been published' },
  z.object(publicNeed),
)

export const needChanged = defineEvent(
  'need-changed',
  { sv: 'Ett publicerat behov har ändrats', en: 'A published need has been changed' },
  z.object(publicNeed),
)

/** After this nobody is to be matched against the need: it is closed, withdrawn, or hidden by the forum's facilitator. */
export const needWithdrawn = defineEvent(
  'need-withdrawn',
  { sv: 'Ett behov är inte längre öppet', en: 'A need is no longer open' },
  z.object({ needId, why: z.enum(['closed', 'withdrawn', 'hidden']), reason: z.string() }),
)

/** How many, and never who: that is for the organisation that has the need. */
export const interestChanged = defineEvent(
  'interest-changed',
  { sv: 'Antalet intresserade av ett behov har ändrats', en: 'The number interested in a need has changed' },
  z.object({ needId, interested: z.int().nonnegative() }),
)

// Teams, calls and focus groups.

const publicTeam = { teamId, needId, name: z.string(), rolesSought: z.array(z.string()) }

export const teamPublished = defineEvent(
  'team-published',
  { sv: 'Ett samarbete visas för alla', en: 'A team is shown to everybody' },
  z.object(publicTeam),
)

export const teamWithdrawn = defineEvent(
  'team-withdrawn',
  { sv: 'Ett samarbete visas inte längre', en: 'A team is no longer shown' },
  z.object({ teamId, needId, why: z.enum(['membersOnly', 'dissolved', 'hidden']) }),
)

const publicCall = {
  callId,
  kind: z.enum(['call', 'funding', 'event']),
  title: z.string(),
  organiser: z.string(),
  opensOn: calendarDate.optional(),
  closesOn: calendarDate.optional(),
  startsAt: timestamp.optional(),
  endsAt: timestamp.optional(),
  place: z.string().optional(),
}

export const callPublished = defineEvent(
  'call-published',
  { sv: 'En utlysning eller händelse har publicerats', en: 'A call or an event has been published' },
  z.object(publicCall),
)

export const callChanged = defineEvent(
  'call-changed',
  { sv: 'En utlysning eller händelse har ändrats', en: 'A call or an event has been changed' },
  z.object(publicCall),
)

export const callCancelled = defineEvent(
  'call-cancelled',
  { sv: 'En utlysning eller händelse är inställd', en: 'A call or an event has been cancelled' },
  z.object({ callId, reason: z.string() }),
)

export const focusGroupOpened = defineEvent(
  'focus-group-opened',
  { sv: 'En fokusgrupp söker deltagare', en: 'A focus group seeks participants' },
  z.object({
    focusGroupId,
    organisation: organisationId,
    title: z.string(),
    targetGroups: z.array(targetGroup),
    startsAt: timestamp,
    signUpBy: calendarDate,
    needId: needId.optional(),
  }),
)

export const focusGroupEnded = defineEvent(
  'focus-group-ended',
  { sv: 'En fokusgrupp söker inte längre deltagare', en: 'A focus group no longer seeks participants' },
  z.object({ focusGroupId, why: z.enum(['held', 'cancelled', 'hidden']), reason: z.string().optional() }),
)

export const focusGroupReported = defineEvent(
  'focus-group-reported',
  { sv: 'Resultatet av en fokusgrupp har publicerats', en: 'The results of a focus group have been published' },
  z.object({ focusGroupId, title: z.string() }),
)

export const communityEvents: readonly EventDefinition[] = [
  teamPublished,
  teamWithdrawn,
  callPublished,
  callChanged,
  callCancelled,
  focusGroupOpened,
  focusGroupEnded,
  focusGroupReported,
]

export const needEvents: readonly EventDefinition[] = [needPublished, needChanged, needWithdrawn, interestChanged]

// Dialogues. One that belongs to a case is part of the case's journal: the case is the subject of its events.

const publicDialogue = { dialogueId, kind: dialogueKind, title: z.string(), organisation: organisationId }

export const dialogueOpened = defineEvent(
  'dialogue-opened',
  { sv: 'En dialog med marknaden har öppnats för alla', en: 'A dialogue with the market has been opened to everybody' },
  z.object({ ...publicDialogue, lastDay: calendarDate, heldOn: calendarDate, needId: needId.optional() }),
)

export const dialogueRescheduled = defineEvent(
  'dialogue-rescheduled',
  { sv: 'En dialog har fått ny tid', en: 'A dialogue has been rescheduled' },
  z.object({ ...publicDialogue, lastDay: calendarDate, heldOn: calendarDate, reason: z.string() }),
)

export const dialogueQuestionAnswered = defineEvent(
  'dialogue-question-answered',
  { sv: 'En fråga i en dialog har besvarats för alla', en: 'A question in a dialogue has been answered for everybody' },
  z.object({ ...publicDialogue, question: z.int().positive() }),
)

export const dialogueClosed = defineEvent(
  'dialogue-closed',
  { sv: 'En dialog har avslutats', en: 'A dialogue has been closed' },
  z.object(publicDialogue),
)

export const dialogueCancelled = defineEvent(
  'dialogue-cancelled',
  { sv: 'En dialog har ställts in', en: 'A dialogue has been cancelled' },
  z.object({ ...publicDialogue, reason: z.string() }),
)

/** That a tie has been declared is told; whose, and to which company, stands in the dialogue's own log. */
export const dialogueConflictDeclared = defineEvent(
  'dialogue-conflict-declared',
  { sv: 'En bindning till ett företag har anmälts', en: 'A tie to a company has been declared' },
  z.object(publicDialogue),
)

/** The whole state, not the difference: an older one that comes late is known by its version. */
export const equalInformationChanged = defineEvent(
  'equal-information-changed',
  { sv: 'Informationspaketet till alla leverantörer har ändrats', en: 'The information package to all suppliers has changed' },
  z.object({ package: informationPackage }),
)

export const dialogueEvents: readonly EventDefinition[] = [
  dialogueOpened,
  dialogueRescheduled,
  dialogueQuestionAnswered,
  dialogueClosed,
  dialogueCancelled,
  dialogueConflictDeclared,
  equalInformationChanged,
]

export const forumEvents: readonly EventDefinition[] = [...needEvents, ...communityEvents, ...dialogueEvents]
