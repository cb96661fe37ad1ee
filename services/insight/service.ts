import { eventDefinitions } from '#contracts/events.ts'
import { defineService } from '#lambda/declaration.ts'
import { insightIndexes } from './adapters/insight-table.ts'
import { insightProblems } from './refusals.ts'
import { insightRoutes } from './routes.ts'

export const service = defineService({
  name: 'insight',
  summary: {
    sv: 'Journalen över allt som händer, portföljen över alla ärenden, och det som väntar på var och en',
    en: 'The journal of everything that happens, the portfolio of all cases, and what waits for everybody',
  },
  routes: insightRoutes,
  problems: insightProblems,
  accepts: eventDefinitions.map((event) => ({ event })),
  emits: [],
  schedules: [{ name: 'measure-cases', everyMinutes: 1_440 }],
  indexes: insightIndexes,
  functions: ['api', 'inbox', 'tasks'],
  tableUse: {
    // Everything that it shows has come over the queue: its API writes nothing.
    api: { rows: ['get', 'query'], indexes: insightIndexes.map(({ name }) => name) },
    inbox: { rows: ['get', 'put'] },
    tasks: { rows: [], indexes: ['by-phase'] },
  },
  runsStateMachine: false,
})
