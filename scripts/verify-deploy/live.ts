import { CloudWatchClient } from '@aws-sdk/client-cloudwatch'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { SFNClient } from '@aws-sdk/client-sfn'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { County } from '#counties/county.ts'
import { names } from '../../infra/names.ts'
import type { Endpoint } from './endpoint.ts'
import { textIn } from './json.ts'
import type { Deployed, Resource } from './template.ts'

/** The installation that has been deployed, and what its templates say that it should be. */
export interface Live {
  readonly county: County
  readonly named: ReturnType<typeof names>
  readonly endpoint: Endpoint
  /** Where this machine reaches the deployed API, without a slash at the end. */
  readonly apiUrl: string
  readonly stateMachineArn: string
  readonly ofType: (type: string) => readonly Resource[]
  readonly dynamodb: DynamoDBClient
  readonly sqs: SQSClient
  readonly lambda: LambdaClient
  readonly sfn: SFNClient
  readonly cloudwatch: CloudWatchClient
}

/**
 * The stack's own output, but for the emulator: the name that it gives an API is not in any DNS, so its other address for
 * the same API is used, by path.
 */
export const reachable = (apiUrl: string, { isEmulator, url }: Pick<Endpoint, 'isEmulator' | 'url'>): string => {
  const [id] = new URL(apiUrl).hostname.split('.')
  return isEmulator ? `${url}/_aws/execute-api/${id}/$default` : apiUrl.replace(/\/$/, '')
}

export const createLive = (
  county: County,
  endpoint: Endpoint,
  { account, region, apiUrl }: Deployed,
  resources: readonly Resource[],
): Live => ({
  county,
  named: names(county.id),
  endpoint,
  apiUrl: reachable(apiUrl, endpoint),
  stateMachineArn: `arn:aws:states:${region}:${account}:stateMachine:${names(county.id).stateMachine}`,
  ofType: (type) => resources.filter((resource) => resource.type === type),
  dynamodb: new DynamoDBClient(endpoint.client),
  sqs: new SQSClient(endpoint.client),
  lambda: new LambdaClient(endpoint.client),
  sfn: new SFNClient(endpoint.client),
  cloudwatch: new CloudWatchClient(endpoint.client),
})

/** A property that is a text in every template of ours. */
export const textOf = ({ properties }: Resource, name: string): string => textIn(properties[name])
