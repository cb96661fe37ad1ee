import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetQueueUrlCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type * as z from 'zod'
import type { AnyEvent } from '#contracts/event.ts'
import { kalmar } from '#counties/kalmar.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import type { Table } from '#lambda/table.ts'
import { createClient } from '../../demo/client.ts'
import type { ApiAnswer, ApiRequest, Client } from '../../demo/client.ts'
import { names } from '../../infra/names.ts'
import { product, startSystem } from '../../local/system.ts'
import type { System } from '../../local/system.ts'
import { recordedContents } from '../infra/privileges/recorded-tests.ts'

/** The whole product on its embedded engines, but for the console, in a folder of its own. */
export interface FlowSystem {
  readonly client: Client
  readonly ask: (persona: string | undefined, request: ApiRequest) => Promise<ApiAnswer>
  /** What stands at an address, parsed by its service's own schema; undefined while there is nothing. */
  readonly find: <S extends z.ZodType>(schema: S, path: string, persona?: string) => Promise<z.infer<S> | undefined>
  /** As above, where there must be something. */
  readonly read: <S extends z.ZodType>(schema: S, path: string, persona?: string) => Promise<z.infer<S>>
  /** Stops, and starts again on the same folder. */
  readonly restart: () => Promise<void>
  readonly end: () => Promise<void>
  /** Moves the time of the functions and of the waits on; takes effect for waits with the next start. */
  readonly passDays: (days: number) => void
  readonly now: () => string
  readonly table: (service: string) => Table
  readonly sqs: () => SQSClient
  /** All that has been logged so far. */
  readonly log: () => string
  /** Where the state machine keeps its executions. */
  readonly executions: () => string
  readonly queueUrl: (queue: 'inbox' | 'deadLetters', service: string) => Promise<string>
  /** Puts a text on an inbox, as the relay puts an event: by default the event's own case and id. */
  readonly post: (service: string, message: AnyEvent | { text: string; group: string; id: string }) => Promise<void>
}

/** Reads what all of the staff may read. */
export const officer = 'handlaggare'

const dayMilliseconds = 86_400_000
const named = names(kalmar.id)

const textIn = (folder: string): string =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')

export const startFlowSystem = async (): Promise<FlowSystem> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'behovsflodet-flow-'))
  let aheadMilliseconds = 0
  const now = (): string => new Date(Date.now() + aheadMilliseconds).toISOString()
  const contents = recordedContents({ ...product, createConsole: async () => () => async () => ({ statusCode: 404 }) }, kalmar.id)
  const start = (): Promise<System> => startSystem({ port: 0, dataDir, county: kalmar }, contents, now)

  let system = await start()
  let client = createClient(system.url)
  let sqs = new SQSClient(system.awsClient('sqs'))
  let dynamo = new DynamoDBClient(system.awsClient('dynamodb'))

  const stop = async (): Promise<void> => {
    sqs.destroy()
    dynamo.destroy()
    await system.stop()
  }
  const queueUrl = async (queue: 'inbox' | 'deadLetters', service: string): Promise<string> => {
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: named[queue](service) }))
    const endpoint = await sqs.config.endpoint?.()
    // The emulator names itself by an address of its own.
    return `http://${endpoint?.hostname}:${endpoint?.port}${new URL(QueueUrl ?? '').pathname}`
  }

  const find = async <S extends z.ZodType>(
    schema: S,
    at: string,
    persona: string | undefined = officer,
  ): Promise<z.infer<S> | undefined> => {
    const { status, body } = await client.as(persona)({ method: 'GET', path: at })
    if (status === 404) return undefined
    if (status !== 200) throw new Error(`${at}: ${status} ${JSON.stringify(body)}`)
    return schema.parse(body)
  }

  return {
    find,
    read: async (schema, at, persona) => {
      const found = await find(schema, at, persona)
      if (found === undefined) throw new Error(`nothing stands at ${at}`)
      return found
    },
    client: { as: (persona) => (request) => client.as(persona)(request) },
    ask: (persona, request) => client.as(persona)(request),
    restart: async () => {
      await stop()
      system = await start()
      client = createClient(system.url)
      sqs = new SQSClient(system.awsClient('sqs'))
      dynamo = new DynamoDBClient(system.awsClient('dynamodb'))
    },
    end: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
    passDays: (days) => {
      aheadMilliseconds += days * dayMilliseconds
    },
    now,
    table: (service) => createDynamoTable(dynamo, named.table(service)),
    sqs: () => sqs,
    log: () => readFileSync(path.join(dataDir, 'behovsflodet.log'), 'utf8'),
    executions: () => textIn(path.join(dataDir, 'state-machines')),
    queueUrl,
    post: async (service, message) => {
      const { text, group, id } =
        'specversion' in message ? { text: JSON.stringify(message), group: message.subject, id: crypto.randomUUID() } : message
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: await queueUrl('inbox', service),
          MessageBody: text,
          MessageGroupId: group,
          MessageDeduplicationId: id,
        }),
      )
    },
  }
}

const patienceMilliseconds = 30_000
const pollMilliseconds = 50

/** Looks again until there is something to see. */
export const until = async <T>(what: string, look: () => Promise<T | undefined>): Promise<T> => {
  for (const giveUpAt = Date.now() + patienceMilliseconds; ;) {
    const seen = await look()
    if (seen !== undefined) return seen
    if (Date.now() > giveUpAt) throw new Error(`waited in vain for ${what}`)
    await sleep(pollMilliseconds)
  }
}
