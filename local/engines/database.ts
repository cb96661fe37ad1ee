import { accessSync, constants, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  ResourceInUseException,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import type { DynamoDBClient, GlobalSecondaryIndex, TableDescription } from '@aws-sdk/client-dynamodb'
import { oneLine } from '../one-line.ts'
import { engineError } from './engine-error.ts'
import { startEngineProcess } from './engine-process.ts'

export interface Database {
  readonly endpoint: string
  /** Resolves with the reason if the database ends without having been stopped, with undefined after `stop`. */
  readonly ended: Promise<Error | undefined>
  readonly stop: () => Promise<void>
}

/**
 * Starts dynoxide on 127.0.0.1 with its database in a file under `dataDir`, and resolves when it answers.
 * What it has acknowledged is on disk. It ends with this process, however this process ends.
 * Rejects with a readable sentence when the program is missing or the port is taken.
 */
export const startDatabase = async ({ dataDir, port = 0 }: { dataDir: string; port?: number }): Promise<Database> => {
  const program = findDynoxide()
  mkdirSync(dataDir, { recursive: true })
  const guard = new URL('./database.process.ts', import.meta.url)
  const { ready, ended, stop } = await startEngineProcess(guard, [program, join(dataDir, 'database.sqlite'), String(port)], {
    sv: 'databasen',
    en: 'the database',
  })
  return { endpoint: `http://127.0.0.1:${ready.port}`, ended, stop }
}

/** The path of the dynoxide program: from its npm package where there is one for this machine, else from PATH. */
export const findDynoxide = ({
  packageName = `@dynoxide/${process.platform}-${process.arch}`,
  path = process.env['PATH'] ?? '',
} = {}): string => {
  const fileName = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide'
  const candidates = [packageFolder(packageName), ...path.split(delimiter)].filter(
    (folder) => folder !== undefined && folder !== '',
  )
  const program = candidates.map((folder) => join(folder ?? '', fileName)).find(isExecutable)
  if (program !== undefined) return program
  throw engineError(
    oneLine({
      sv:
        'Den lokala databasen behöver programmet dynoxide: lägg det i PATH (det finns på https://github.com/nubo-db/dynoxide), ' +
        'eller sätt AWS_ENDPOINT_URL_DYNAMODB till adressen till en annan server som talar DynamoDB.',
      en:
        'The local database needs the program dynoxide: put it on PATH (it is at https://github.com/nubo-db/dynoxide), ' +
        'or set AWS_ENDPOINT_URL_DYNAMODB to the address of another DynamoDB-compatible server.',
    }),
  )
}

const packageFolder = (packageName: string): string | undefined => {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`))
  } catch {
    return undefined
  }
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface TableDefinition {
  readonly name: string
  /** Both keys are strings, every attribute is projected. DynamoDB wants names of 3 characters or more. */
  readonly indexes: readonly { readonly name: string; readonly partition: string; readonly sort: string }[]
}

const timeToLiveAttribute = 'expiresAt'
const tableLimitSeconds = 60

/**
 * Makes sure that the table is there: string keys `pk` and `sk`, on-demand, the indexes, and expiry by `expiresAt`.
 * Does nothing when it already is. Indexes that a later version has added are built;
 * one whose keys have changed is refused, since that needs a decision about its data.
 */
export const ensureTable = async (client: DynamoDBClient, table: TableDefinition): Promise<void> => {
  const existing = await describeTable(client, table.name)
  if (existing === undefined) await createTable(client, table)
  else await addMissingIndexes(client, table, existing)
  await enableTimeToLive(client, table.name)
}

const describeTable = async (client: DynamoDBClient, name: string): Promise<TableDescription | undefined> => {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

const createTable = async (client: DynamoDBClient, { name, indexes }: TableDefinition): Promise<void> => {
  try {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: attributeDefinitions(['pk', 'sk', ...indexes.flatMap(({ partition, sort }) => [partition, sort])]),
        KeySchema: keySchema('pk', 'sk'),
        ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes.map(globalIndex) }),
      }),
    )
  } catch (error) {
    // Somebody else creates the same table at this moment.
    if (!(error instanceof ResourceInUseException)) throw error
  }
  await waitUntilTableExists({ client, maxWaitTime: tableLimitSeconds, minDelay: 1 }, { TableName: name })
}

const addMissingIndexes = async (client: DynamoDBClient, table: TableDefinition, existing: TableDescription): Promise<void> => {
  for (const index of table.indexes) {
    const found = existing.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === index.name)
    if (found === undefined) {
      await client.send(
        new UpdateTableCommand({
          TableName: table.name,
          AttributeDefinitions: attributeDefinitions(['pk', 'sk', index.partition, index.sort]),
          GlobalSecondaryIndexUpdates: [{ Create: globalIndex(index) }],
        }),
      )
    } else if (
      JSON.stringify(found.KeySchema?.map((key) => key.AttributeName)) !== JSON.stringify([index.partition, index.sort])
    ) {
      throw new Error(
        `The index ${index.name} of the table ${table.name} has other keys than ${index.partition} and ${index.sort}.`,
      )
    }
  }
}

const enableTimeToLive = async (client: DynamoDBClient, name: string): Promise<void> => {
  const { TimeToLiveDescription: current } = await client.send(new DescribeTimeToLiveCommand({ TableName: name }))
  if (current?.AttributeName === timeToLiveAttribute) return
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: timeToLiveAttribute, Enabled: true },
    }),
  )
}

const attributeDefinitions = (names: readonly string[]) =>
  [...new Set(names)].map((name) => ({ AttributeName: name, AttributeType: 'S' as const }))

const keySchema = (partition: string, sort: string) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
]

const globalIndex = ({ name, partition, sort }: TableDefinition['indexes'][number]): GlobalSecondaryIndex => ({
  IndexName: name,
  KeySchema: keySchema(partition, sort),
  Projection: { ProjectionType: 'ALL' },
})
