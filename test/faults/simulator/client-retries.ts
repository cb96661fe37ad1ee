import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { AwsService } from './aws-call.ts'
import { invocationHere } from './invocation.ts'

/** How an AWS client tries a call again that went wrong: how often, after what pause, and until its patience is used up. */
export type RetryStrategy = Extract<
  Awaited<ReturnType<DynamoDBClient['config']['retryStrategy']>>,
  { readonly acquireInitialRetryToken: unknown }
>

const nowhere = { region: 'eu-north-1', credentials: { accessKeyId: 'simulator', secretAccessKey: 'simulator' } }

/** Each client's own strategy, as it is in the cloud. */
const own: Readonly<Record<AwsService, unknown>> = {
  dynamodb: await new DynamoDBClient(nowhere).config.retryStrategy(),
  sqs: await new SQSClient(nowhere).config.retryStrategy(),
  sfn: await new SFNClient(nowhere).config.retryStrategy(),
  cloudwatch: await new CloudWatchClient(nowhere).config.retryStrategy(),
  sesv2: await new SESv2Client(nowhere).config.retryStrategy(),
}

/** A strategy that has not yet lost any of its patience: a copy of an instance is an instance of the same class. */
export const freshRetries = (service: AwsService): RetryStrategy => {
  const of = own[service] as object
  return Object.assign(Object.create(Object.getPrototypeOf(of) as object) as RetryStrategy, of)
}

/** Every fault reaches the function at once. */
export const noRetries: RetryStrategy = {
  acquireInitialRetryToken: async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
  refreshRetryTokenForRetry: async () => {
    throw new Error('no second try')
  },
  recordSuccess: () => undefined,
}

/** A client is made once and works in many worlds; how it tries again is the world's. */
export const retriesHere = (service: AwsService): RetryStrategy => ({
  acquireInitialRetryToken: (scope) => invocationHere().retries(service).acquireInitialRetryToken(scope),
  refreshRetryTokenForRetry: (token, error) => invocationHere().retries(service).refreshRetryTokenForRetry(token, error),
  recordSuccess: (token) => invocationHere().retries(service).recordSuccess(token),
})
