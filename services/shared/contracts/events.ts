import * as z from 'zod'
import { author } from './actor.ts'
import { assessmentSnapshot } from './assessment.ts'
import { caseHeader } from './case-header.ts'
import { catalogueEvents } from './catalogue-events.ts'
import { decision } from './decision.ts'
import { dossier } from './dossier.ts'
import { defineEvent } from './event.ts'
import type { EventDefinition } from './event.ts'
import { evidence } from './evidence.ts'
import { forumEvents } from './forum-events.ts'
import { forumFeedback } from './forum-feedback.ts'
import {
  benefitLineId,
  calendarDate,
  caseId,
  decisionRequestId,
  digest,
  eventId,
  opinionId,
  organisationId,
  redriveId,
  timestamp,
} from './ids.ts'
import { assessmentKind, gate, opinionAnswer, opinionUnit, phase, sectionStatus, sender } from './words.ts'

/** The published language: every fact that one service tells another. The journal keeps them all. */

// Ideas: before an idea has become a case.

export const ideaSubmitted = defineEvent(
  'idea-submitted',
  { sv: 'En idé har kommit in', en: 'An idea has been submitted' },
  z.object({ ideaId: caseId, title: z.string(), submittedBy: sender, answerDueOn: calendarDate }),
)

export const ideaAccepted = defineEvent(
  'idea-accepted',
  { sv: 'Idén har blivit ett ärende', en: 'The idea has become a case' },
  z.object({ case: caseHeader }),
)

export const ideaMerged = defineEvent(
  'idea-merged',
  { sv: 'Idén har slagits ihop med ett annat ärende', en: 'The idea has been merged into another case' },
  z.object({ into: caseId, reason: z.string() }),
)

export const ideaAnswered = defineEvent(
  'idea-answered',
  { sv: 'Idén har besvarats utan att bli ett ärende', en: 'The idea has been answered without becoming a case' },
  z.object({ answer: z.string() }),
)

// The life of a case in a phase: the same for all seven.

export const caseReceived = defineEvent(
  'case-received',
  { sv: 'Fasen har tagit emot ärendet', en: 'The phase has received the case' },
  z.object({ case: caseHeader, phase, dueOn: calendarDate }),
)

export const caseAssigned = defineEvent(
  'case-assigned',
  { sv: 'Ärendet har fått en handläggare', en: 'The case has been assigned' },
  z.object({ phase, assignee: author }),
)

export const sectionSaved = defineEvent(
  'section-saved',
  { sv: 'Ett avsnitt har sparats', en: 'A section has been saved' },
  z.object({ phase, section: z.string(), version: z.int().positive(), status: sectionStatus, digest }),
)

export const opinionRequested = defineEvent(
  'opinion-requested',
  { sv: 'Ett yttrande har begärts', en: 'An opinion has been asked for' },
  z.object({ phase, opinionId, unit: opinionUnit, question: z.string(), dueOn: calendarDate }),
)

export const opinionGiven = defineEvent(
  'opinion-given',
  { sv: 'Ett yttrande har lämnats', en: 'An opinion has been given' },
  z.object({ phase, opinionId, unit: opinionUnit, answer: opinionAnswer }),
)

export const opinionWithdrawn = defineEvent(
  'opinion-withdrawn',
  { sv: 'Begäran om yttrande har tagits tillbaka', en: 'The request for an opinion has been withdrawn' },
  z.object({ phase, opinionId, unit: opinionUnit, reason: z.string() }),
)

export const decisionRequested = defineEvent(
  'decision-requested',
  { sv: 'Beslut har begärts på fryst underlag', en: 'A decision has been requested on frozen evidence' },
  z.object({ requestId: decisionRequestId, evidence, digest }),
)

export const caseHandedOver = defineEvent(
  'case-handed-over',
  { sv: 'Ärendet har lämnats till nästa fas', en: 'The case has been handed over to the next phase' },
  z.object({ case: caseHeader, from: phase, to: phase, dossier }),
)

export const caseReturned = defineEvent(
  'case-returned',
  { sv: 'Ärendet är tillbaka i fasen för ett nytt varv', en: 'The case is back in its phase for another round' },
  z.object({
    phase,
    round: z.int().positive(),
    why: z.enum(['revised', 'expired']),
    missing: z.array(z.string()),
    dueOn: calendarDate,
  }),
)

export const caseHeld = defineEvent(
  'case-held',
  { sv: 'Ärendet vilar', en: 'The case is on hold' },
  z.object({ phase, wakeOn: calendarDate }),
)

export const caseWoken = defineEvent(
  'case-woken',
  { sv: 'Ärendet har väckts', en: 'The case has been woken' },
  z.object({ phase, reason: z.string(), dueOn: calendarDate }),
)

export const caseClosed = defineEvent(
  'case-closed',
  { sv: 'Ärendet har avslutats', en: 'The case has been closed' },
  z.object({ phase, decision }),
)

export const caseCompleted = defineEvent(
  'case-completed',
  { sv: 'Nyttan är uppföljd och ärendet fullbordat', en: 'The benefit has been followed up and the case completed' },
  z.object({
    phase,
    nextFollowUpOn: calendarDate,
    /** What the follow-up feeds back to the forum. Events from before 20 November 2026 do not say. */
    forumFeedback: forumFeedback.optional(),
  }),
)

// Gates.

export const decisionOpened = defineEvent(
  'decision-opened',
  { sv: 'Beslutet kan fattas', en: 'The decision can be made' },
  z.object({
    requestId: decisionRequestId,
    gate,
    round: z.int().positive(),
    organisation: organisationId,
    offices: z.array(z.string()),
    /** Which office may decide in which organisations. Events from before 20 November 2026 do not say. */
    rights: z.array(z.object({ office: z.string(), organisations: z.array(organisationId) })).optional(),
    isGoPossible: z.boolean(),
    dueOn: calendarDate,
    expiresAt: timestamp,
  }),
)

export const decisionReminded = defineEvent(
  'decision-reminded',
  { sv: 'Påminnelse om beslut', en: 'Reminder of a decision' },
  z.object({ requestId: decisionRequestId, gate, reminder: z.int().positive() }),
)

export const conflictDeclared = defineEvent(
  'conflict-declared',
  { sv: 'Jäv har anmälts', en: 'A conflict of interest has been declared' },
  z.object({ requestId: decisionRequestId, gate, person: author, reason: z.string() }),
)

export const decisionMade = defineEvent(
  'decision-made',
  { sv: 'Beslut har fattats', en: 'A decision has been made' },
  z.object({ requestId: decisionRequestId, gate, phase, round: z.int().positive(), decision }),
)

export const decisionExpired = defineEvent(
  'decision-expired',
  { sv: 'Tiden för beslut gick ut', en: 'The time for a decision ran out' },
  z.object({ requestId: decisionRequestId, gate, phase, round: z.int().positive() }),
)

// Benefits.

export const assessmentSaved = defineEvent(
  'assessment-saved',
  { sv: 'Nyttovärderingen har sparats', en: 'The benefit assessment has been saved' },
  z.object({ kind: assessmentKind, version: z.int().positive(), lines: z.int().nonnegative() }),
)

export const assessmentCompleted = defineEvent(
  'assessment-completed',
  { sv: 'Nyttovärderingen är klar', en: 'The benefit assessment is complete' },
  z.object({ phase, snapshot: assessmentSnapshot }),
)

export const assessmentReopened = defineEvent(
  'assessment-reopened',
  { sv: 'Nyttovärderingen har öppnats igen', en: 'The benefit assessment has been reopened' },
  z.object({ phase, kind: assessmentKind, version: z.int().positive() }),
)

export const assessmentFrozen = defineEvent(
  'assessment-frozen',
  { sv: 'Nyttovärderingen är fryst', en: 'The benefit assessment is frozen' },
  z.object({ kind: assessmentKind, version: z.int().positive(), requestId: decisionRequestId }),
)

export const measurementRecorded = defineEvent(
  'measurement-recorded',
  { sv: 'Ett mätvärde har registrerats', en: 'A measurement has been recorded' },
  z.object({ lineId: benefitLineId, measuredOn: calendarDate, value: z.number() }),
)

// What was told and not taken.

export const eventRefused = defineEvent(
  'event-refused',
  { sv: 'En händelse avvisades för gott', en: 'An event was refused for good' },
  z.object({ service: z.string(), eventId, eventType: z.string(), code: z.string() }),
)

// Redrives: messages that were set aside are run again. The subject of these events is the redrive.

export const redriveRequested = defineEvent(
  'redrive-requested',
  { sv: 'Omkörning har begärts', en: 'A redrive has been requested' },
  z.object({
    redriveId,
    queue: z.string(),
    /** How many messages were named; left out when it is all that lie there. */
    chosen: z.int().positive().optional(),
    ratePerSecond: z.int().positive(),
    reason: z.string(),
  }),
)

export const redriveContinued = defineEvent(
  'redrive-continued',
  { sv: 'Omkörningen går vidare', en: 'The redrive goes on' },
  z.object({
    redriveId,
    queue: z.string(),
    /** The step that comes next. */
    step: z.int().positive(),
    /** The events that were put back in their inbox since the step before. */
    moved: z.array(z.string()),
  }),
)

export const redriveStopRequested = defineEvent(
  'redrive-stop-requested',
  { sv: 'Omkörningen ska stoppas', en: 'The redrive is to be stopped' },
  z.object({ redriveId, queue: z.string() }),
)

export const redriveEnded = defineEvent(
  'redrive-ended',
  { sv: 'Omkörningen är slut', en: 'The redrive has ended' },
  z.object({
    redriveId,
    queue: z.string(),
    ending: z.enum(['done', 'stopped', 'tooManyFailures']),
    moved: z.int().nonnegative(),
    failed: z.int().nonnegative(),
    /** Still in the queue at the end. */
    left: z.int().nonnegative(),
  }),
)

export const eventDefinitions: readonly EventDefinition[] = [
  ideaSubmitted,
  ideaAccepted,
  ideaMerged,
  ideaAnswered,
  caseReceived,
  caseAssigned,
  sectionSaved,
  opinionRequested,
  opinionGiven,
  opinionWithdrawn,
  decisionRequested,
  caseHandedOver,
  caseReturned,
  caseHeld,
  caseWoken,
  caseClosed,
  caseCompleted,
  decisionOpened,
  decisionReminded,
  conflictDeclared,
  decisionMade,
  decisionExpired,
  assessmentSaved,
  assessmentCompleted,
  assessmentReopened,
  assessmentFrozen,
  measurementRecorded,
  eventRefused,
  redriveRequested,
  redriveContinued,
  redriveStopRequested,
  redriveEnded,
  ...catalogueEvents,
  ...forumEvents,
]
