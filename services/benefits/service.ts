import {
  assessmentCompleted,
  assessmentFrozen,
  assessmentReopened,
  assessmentSaved,
  caseClosed,
  caseCompleted,
  caseHeld,
  caseReceived,
  caseReturned,
  caseWoken,
  decisionRequested,
  eventRefused,
  measurementRecorded,
} from '#contracts/events.ts'
import { defineService } from '#lambda/declaration.ts'
import { benefitsIndexes } from './adapters/benefits-table.ts'
import { benefitsProblems } from './refusals.ts'
import { benefitsRoutes } from './routes.ts'

export const service = defineService({
  name: 'benefits',
  summary: {
    sv: 'Nyttovärderingarna NV1–NV4: vad som lovades, vad som ändrades och vad som uppnåddes',
    en: 'The benefit assessments NV1–NV4: what was promised, what changed and what came true',
  },
  routes: benefitsRoutes,
  problems: benefitsProblems,
  // Of every phase: benefits goes with the case through all seven.
  accepts: [caseReceived, decisionRequested, caseReturned, caseHeld, caseWoken, caseClosed, caseCompleted].map((event) => ({
    event,
  })),
  emits: [assessmentSaved, assessmentCompleted, assessmentReopened, assessmentFrozen, measurementRecorded, eventRefused],
  schedules: [],
  indexes: benefitsIndexes,
  functions: ['api', 'inbox', 'relay'],
  tableUse: {
    api: { rows: ['get', 'put', 'query'], indexes: benefitsIndexes.map(({ name }) => name) },
    inbox: { rows: ['get', 'put'] },
  },
  runsStateMachine: false,
})
