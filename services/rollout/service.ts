import { phaseService } from '#phase/service.ts'
import { rollout } from './phase.ts'

export const service = phaseService(rollout)
