import { eventRefused, redriveContinued, redriveEnded, redriveRequested, redriveStopRequested } from '#contracts/events.ts'
import { defineService } from '#lambda/declaration.ts'
import { operationsIndexes } from './adapters/operations-table.ts'
import { operationsProblems } from './refusals.ts'
import { operationsRoutes } from './routes.ts'

export const service = defineService({
  name: 'operations',
  summary: {
    sv: 'Driften: vad som väntar i köerna, vad som har lagts undan och varför, och omkörning',
    en: 'Operations: what waits in the queues, what was set aside and why, and redrives',
  },
  routes: operationsRoutes,
  problems: operationsProblems,
  accepts: [{ event: eventRefused }, { event: redriveRequested }, { event: redriveContinued }],
  emits: [eventRefused, redriveRequested, redriveContinued, redriveStopRequested, redriveEnded],
  schedules: [],
  indexes: operationsIndexes,
  functions: ['api', 'inbox', 'relay'],
  tableUse: {
    api: { rows: ['get', 'put'], indexes: ['by-listing'] },
    inbox: { rows: ['get', 'put'] },
  },
  runsStateMachine: false,
  watchesQueues: true,
})
