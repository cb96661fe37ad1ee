import type { ServiceDeclaration } from '#lambda/declaration.ts'
import { service as benefits } from './benefits/service.ts'
import { service as catalogue } from './catalogue/service.ts'
import { service as followup } from './followup/service.ts'
import { service as forum } from './forum/service.ts'
import { service as gates } from './gates/service.ts'
import { service as ideas } from './ideas/service.ts'
import { service as insight } from './insight/service.ts'
import { service as matching } from './matching/service.ts'
import { service as operations } from './operations/service.ts'
import { service as procurement } from './procurement/service.ts'
import { service as rollout } from './rollout/service.ts'
import { service as validation } from './validation/service.ts'
import { service as verification } from './verification/service.ts'

/** Every service, in the order of the flow; infra/, local/, scripts and tests read it. No service does. */
export const services: readonly ServiceDeclaration[] = [
  ideas,
  matching,
  verification,
  procurement,
  validation,
  rollout,
  followup,
  gates,
  benefits,
  catalogue,
  forum,
  insight,
  operations,
]
