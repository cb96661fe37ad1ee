import { phaseService } from '#phase/service.ts'
import { verification } from './phase.ts'

export const service = phaseService(verification)
