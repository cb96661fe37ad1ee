import {
  conflictDeclared,
  decisionExpired,
  decisionMade,
  decisionOpened,
  decisionReminded,
  decisionRequested,
  eventRefused,
} from '#contracts/events.ts'
import { defineService } from '#lambda/declaration.ts'
import { requestIndexes } from './adapters/request-table.ts'
import { gateProblems } from './refusals.ts'
import { gateRoutes } from './routes.ts'

export const service = defineService({
  name: 'gates',
  summary: {
    sv: 'Beslutspunkterna: begäran om beslut, delegationsordning, beslut',
    en: 'The gates: decision requests, delegation order, decisions',
  },
  routes: gateRoutes,
  problems: gateProblems,
  accepts: [{ event: decisionRequested }],
  emits: [decisionOpened, decisionReminded, conflictDeclared, decisionMade, decisionExpired, eventRefused],
  schedules: [],
  indexes: requestIndexes,
  functions: ['api', 'inbox', 'relay', 'tasks'],
  tableUse: {
    api: { rows: ['get', 'put'], indexes: ['by-listing'] },
    inbox: { rows: ['get', 'put'] },
    tasks: { rows: ['get', 'put'] },
  },
  runsStateMachine: true,
})
