import { phaseService } from '#phase/service.ts'
import { followup } from './phase.ts'

export const service = phaseService(followup)
