import path from 'node:path'
import { DynamoDBClient, ResourceNotFoundException } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import type { County } from '#counties/county.ts'
import { names } from '../../infra/names.ts'
import { ensureTable, startDatabase } from '../../local/engines/database.ts'
import { startQueues } from '../../local/engines/queues.ts'
import { settingError } from '../../local/settings.ts'
import { services } from '../../services/services.ts'

/** The tables and queues of a county, without the product: nothing is relayed, polled or decided meanwhile. */
export interface Instance {
  readonly county: County
  readonly dynamo: DynamoDBClient
  readonly sqs: SQSClient
  /** The tables are this machine's own, and nobody else writes to them now. */
  readonly hasOwnDatabase: boolean
  /** Where the embedded queue server answers; undefined when the queues are somebody else's. */
  readonly ownQueues: string | undefined
  /** Not so for tables of an earlier time: what waits in the queues now is not of then. */
  readonly hasQueues: boolean
  readonly tableOf: (service: string) => string
  readonly close: () => Promise<void>
}

const region = 'eu-north-1'
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }

export const usesOwnDatabase = (environment: NodeJS.ProcessEnv): boolean => !environment['AWS_ENDPOINT_URL_DYNAMODB']

/**
 * Opens what the product would use with the same environment: the endpoints that it names, else the embedded engines
 * under the folder, which are started and are this process's alone until `close`.
 */
export const openInstance = async (county: County, dataDir: string, environment: NodeJS.ProcessEnv): Promise<Instance> => {
  const databaseEndpoint = environment['AWS_ENDPOINT_URL_DYNAMODB']
  const queuesEndpoint = environment['AWS_ENDPOINT_URL_SQS']
  if (databaseEndpoint?.includes('.amazonaws.com') && !queuesEndpoint)
    throw settingError('Set AWS_ENDPOINT_URL_SQS as well: what waits in the queues belongs to the state of the county.')

  const stops: (() => Promise<void> | void)[] = []
  const close = async (): Promise<void> => {
    for (const stop of stops.splice(0).toReversed()) await stop()
  }
  try {
    const database = databaseEndpoint ? undefined : await startDatabase({ dataDir: path.join(dataDir, 'database') })
    if (database) stops.push(database.stop)
    const queues = queuesEndpoint ? undefined : await startQueues({ dataDir: path.join(dataDir, 'queues') })
    if (queues) stops.push(queues.stop)

    const dynamo = new DynamoDBClient({
      region: environment['AWS_REGION'] || region,
      ...(database ? { endpoint: database.endpoint, credentials } : databaseEndpoint && { endpoint: databaseEndpoint }),
    })
    const sqs = new SQSClient({
      region: environment['AWS_REGION'] || region,
      ...(queues ? { endpoint: queues.endpoint, credentials } : queuesEndpoint && { endpoint: queuesEndpoint }),
    })
    stops.push(
      () => dynamo.destroy(),
      () => sqs.destroy(),
    )
    const tableOf = names(county.id).table
    // As the product does at its start; the tables of others are made by who deploys.
    if (database) for (const { name, indexes } of services) await ensureTable(dynamo, { name: tableOf(name), indexes })
    const hasOwnDatabase = database !== undefined
    return { county, dynamo, sqs, hasOwnDatabase, ownQueues: queues?.endpoint, hasQueues: true, tableOf, close }
  } catch (error) {
    await close()
    throw error
  }
}

const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET'])

/** Why it did not work, in one line for the person at the keyboard. */
export const tellFault = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && unreachable.has(String(error.code)))
    return `The database or the queues do not answer (${error.message || String(error.code)}). Check AWS_ENDPOINT_URL_DYNAMODB and AWS_ENDPOINT_URL_SQS.`
  if (error instanceof ResourceNotFoundException)
    return 'A table of the county is missing at AWS_ENDPOINT_URL_DYNAMODB: deploy the county, or start the product once, first.'
  return error.message.split('\n')[0] || error.name
}

const restoredEnding = '-restored'

/** The same, but for tables that have been restored beside the county's own, to a point in time: they have no queues. */
export const restoredBeside = (instance: Instance): Instance => ({
  ...instance,
  tableOf: (service) => `${instance.tableOf(service)}${restoredEnding}`,
  hasQueues: false,
})
