import {
  caseClosed,
  caseCompleted,
  caseHandedOver,
  caseHeld,
  caseReturned,
  caseWoken,
  ideaAccepted,
  ideaAnswered,
  ideaMerged,
  ideaSubmitted,
} from '#contracts/events.ts'
import { defineService } from '#lambda/declaration.ts'
import { phaseService } from '#phase/service.ts'
import { ideas } from './phase.ts'
import { ideaProblems } from './refusals.ts'
import { ideaRoutes } from './routes.ts'

const asPhase = phaseService(ideas)

/** A phase like the others, with the one way in on top. */
export const service = defineService({
  ...asPhase,
  routes: ideaRoutes,
  problems: ideaProblems,
  accepts: [
    ...asPhase.accepts,
    // From every phase, so that whoever sent the idea in can be told how it fares.
    { event: caseHandedOver },
    { event: caseReturned },
    { event: caseWoken },
    { event: caseHeld },
    { event: caseClosed },
    { event: caseCompleted },
  ],
  emits: [...asPhase.emits, ideaSubmitted, ideaAccepted, ideaMerged, ideaAnswered],
})
