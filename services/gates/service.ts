import {
  conflictDeclared,
  decisionExpired,
  decisionMade,
  decisionOpened,
  decisionReminded,
  decisionRequested,
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
  emits: [decisionOpened, decisionReminded, conflictDeclared, decisionMade, decisionExpired],
  schedules: [],
  indexes: requestIndexes,
  functions: ['api', 'inbox', 'relay', 'tasks'],
  runsStateMachine: true,
})
