import {
  assessmentCompleted,
  assessmentReopened,
  caseAssigned,
  caseClosed,
  caseCompleted,
  caseHandedOver,
  caseHeld,
  caseReceived,
  caseReturned,
  caseWoken,
  decisionExpired,
  decisionMade,
  decisionRequested,
  eventRefused,
  opinionGiven,
  opinionRequested,
  opinionWithdrawn,
  sectionSaved,
} from '#contracts/events.ts'
import { phaseAfter } from '#contracts/flow.ts'
import { equalInformationChanged } from '#contracts/forum-events.ts'
import type { ServiceDeclaration } from '#lambda/declaration.ts'
import { caseIndexes } from './adapters/case-table.ts'
import type { PhaseDefinition } from './phase.ts'
import { phaseProblems } from './refusals.ts'
import { phaseRoutes } from './routes.ts'

const isLast = (phase: PhaseDefinition): boolean => phase.gate === 'review'
const isFirst = (phase: PhaseDefinition): boolean => phase.phase === 'ideas'

/** The declaration that follows from being a phase; ideas adds its way in on top. */
export const phaseService = (definition: PhaseDefinition): ServiceDeclaration => {
  const { phase, assessment, followsDialogues } = definition
  const next = phaseAfter(phase)
  return {
    name: phase,
    summary: definition.purpose,
    routes: phaseRoutes(phase),
    problems: phaseProblems,
    accepts: [
      ...(isFirst(definition) ? [] : [{ event: caseHandedOver, phase }]),
      { event: decisionMade, phase },
      { event: decisionExpired, phase },
      ...(assessment
        ? [
            { event: assessmentCompleted, phase },
            { event: assessmentReopened, phase },
          ]
        : []),
      // Of whatever phase the case is in: the next one must know what was told while an earlier one had it.
      ...(followsDialogues ? [{ event: equalInformationChanged }] : []),
    ],
    emits: [
      caseReceived,
      caseAssigned,
      sectionSaved,
      opinionRequested,
      opinionGiven,
      opinionWithdrawn,
      decisionRequested,
      caseReturned,
      caseHeld,
      caseWoken,
      caseClosed,
      isLast(definition) ? caseCompleted : caseHandedOver,
      eventRefused,
    ],
    emitsOnlyFor: next ? [{ event: caseHandedOver, phase: next }] : [],
    schedules: [{ name: 'wake-due-cases', everyMinutes: 15 }],
    indexes: caseIndexes,
    functions: ['api', 'inbox', 'relay', 'tasks'],
    tableUse: {
      api: { rows: ['get', 'put', 'query'], indexes: ['by-status'] },
      inbox: { rows: ['get', 'put', 'query'] },
      tasks: { rows: ['put', 'query'], indexes: ['by-due'] },
    },
    runsStateMachine: false,
  }
}
