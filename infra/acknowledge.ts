import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'

/** The two places where AWS lets nobody name a resource; everything else names its own. */
export const unnameable = {
  logDelivery: 'CloudWatch Logs has no resource for log deliveries: the actions that set one up can only be allowed on *.',
  measurements: 'CloudWatch has no resource for its figures: to read them can only be allowed on *, and they hold no contents.',
} as const

/** docs/decisions/0029-opentelemetry.md */
export const tracedByUs = "X-Ray does not follow a case: the functions' own spans do, to the county's collector where it has one."

/** Accepts a finding of cdk-nag on one construct and what lies under it, and says why it is right here. */
export const acknowledge = (construct: IConstruct, id: string, reason: string): void => {
  Validations.of(construct).acknowledge({ id, reason })
}
