import { phaseService } from '#phase/service.ts'
import { validation } from './phase.ts'

export const service = phaseService(validation)
