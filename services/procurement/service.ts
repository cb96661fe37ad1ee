import { phaseService } from '#phase/service.ts'
import { procurement } from './phase.ts'

export const service = phaseService(procurement)
