import { RetentionDays } from 'aws-cdk-lib/aws-logs'

/**
 * Long enough to look into what somebody reports after a holiday. The logs are for operations and hold no
 * personal data; what must be kept is in the journal.
 */
export const logRetention = RetentionDays.THREE_MONTHS
