import { phaseService } from '#phase/service.ts'
import { matching } from './phase.ts'

export const service = phaseService(matching)
