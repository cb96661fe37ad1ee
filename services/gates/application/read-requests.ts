import type { Actor } from '#contracts/actor.ts'
import type { DecisionRequestId } from '#contracts/ids.ts'
import { answer, refused } from '#lambda/outcome.ts'
import type { GateParts } from './gate-parts.ts'
import { presentRequest, summariseRequest } from './present-request.ts'
import type { Listing } from './request-repository.ts'

export const createReadRequest =
  ({ repository }: GateParts) =>
  async ({ requestId, actor }: { requestId: DecisionRequestId; actor: Actor }) => {
    const [state, evidence] = await Promise.all([repository.find(requestId), repository.findEvidence(requestId)])
    return state && evidence ? answer(presentRequest(state, evidence, actor), state.version) : refused('requestNotFound')
  }

export const createListRequests =
  ({ repository }: GateParts) =>
  async ({ status, limit, cursor }: { status: Listing; limit: number; cursor?: string | undefined }) => {
    const page = await repository.list(status, { limit, cursor })
    return {
      ...answer({ requests: page.states.map(summariseRequest) }),
      ...(page.cursor !== undefined && { cursor: page.cursor }),
    }
  }
