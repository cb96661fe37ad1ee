import { phases } from '#contracts/words.ts'
import type { Contents } from '../../../local/system.ts'
import type { Ring } from '../ring.ts'
import { bareGateService, createBareGates } from './gate-service.ts'
import { barePhaseService, createBarePhase } from './phase-service.ts'

/** The bare flow on the product's own machinery: gateway, functions, outbox, queues, state machine. */
export const bareContents = (ring: Ring): Contents => ({
  services: [...phases.map(barePhaseService), bareGateService],
  createConsole: async () => () => async () => ({ statusCode: 404 }),
  createFunction: async (service, kind, runtime) => {
    const phase = phases.find((candidate) => candidate === service)
    return phase ? createBarePhase(phase, kind, runtime, ring) : createBareGates(kind, runtime, ring)
  },
})
