import { createApi } from '#lambda/api.ts'
import type { Handlers } from '#lambda/api.ts'
import { answer } from '#lambda/outcome.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { createDeclareConflict, createMakeDecision } from '../application/decide.ts'
import type { GateParts } from '../application/gate-parts.ts'
import { createListDecisions } from '../application/list-decisions.ts'
import { createListRequests, createReadRequest } from '../application/read-requests.ts'
import { gateProblems } from '../refusals.ts'
import type { GateRefusalCode } from '../refusals.ts'
import { gateRoutes } from '../routes.ts'
import type { GateRoutes } from '../routes.ts'
import { gateParts, gateTable } from './functions.ts'

const handlers = (parts: GateParts): Handlers<GateRoutes, GateRefusalCode> => {
  const listRequests = createListRequests(parts)
  const listDecisions = createListDecisions(parts)
  const readRequest = createReadRequest(parts)
  const makeDecision = createMakeDecision(parts)
  const declareConflict = createDeclareConflict(parts)
  const { delegationOrder, offices } = parts.county
  return {
    listRequests: ({ query }) => listRequests(query),
    listDecisions: ({ query }) => listDecisions(query),
    readRequest: ({ parameters, actor }) => readRequest({ ...parameters, actor }),
    makeDecision: ({ parameters, body, actor, context }) => makeDecision({ ...parameters, ...body, actor }, context),
    declareConflict: ({ parameters, body, actor, context }) => declareConflict({ ...parameters, ...body, actor }, context),
    readDelegationOrder: async () => answer({ delegationOrder, offices }),
  }
}

export const create = (runtime: Runtime, table = gateTable(runtime)) =>
  createApi({
    ...runtime,
    service: 'gates',
    routes: gateRoutes,
    problems: gateProblems,
    handlers: handlers(gateParts(runtime, table)),
    table,
  })
