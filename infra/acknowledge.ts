import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** The two places where AWS lets nobody name a resource; everything else names its own. */
export const unnameable = {
  tracing: 'X-Ray has no resources to name: its write actions can only be allowed on *.',
  logDelivery: 'CloudWatch Logs has no resource for log deliveries: the actions that set one up can only be allowed on *.',
} as const

/** Accepts a finding of cdk-nag on one construct and what lies under it, and says why it is right here. */
export const acknowledge = (construct: IConstruct, id: string, reason: string): void => {
  Validations.of(construct).acknowledge({ id, reason })
}
