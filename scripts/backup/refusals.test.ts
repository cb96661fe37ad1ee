import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { BatchWriteItemCommandInput } from '@aws-sdk/client-dynamodb'
import { SQSClient } from '@aws-sdk/client-sqs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kalmar } from '#counties/kalmar.ts'
import { appendEntry } from '../../services/insight/domain/journal-chain.ts'
import { markRunning } from '../../local/single-instance.ts'
import { ensureTable, startDatabase } from '../../local/engines/database.ts'
import type { Database } from '../../local/engines/database.ts'
import { startQueues } from '../../local/engines/queues.ts'
import type { Queues } from '../../local/engines/queues.ts'
import { services } from '../../services/services.ts'
import { openInstance } from './instance.ts'
import type { Instance } from './instance.ts'
import { sealManifest } from './manifest.ts'
import type { Manifest } from './manifest.ts'
import { sendMessages } from './queue-messages.ts'
import { readExport } from './read-export.ts'
import { restoreRows } from './restore-rows.ts'
import { contentOf, emptyTable, writeRows } from './stored-row.ts'
import type { StoredRow } from './stored-row.ts'
import { createFolders, exportOf, runCommand, runScript, withInstance } from './testing/backed-up-county.ts'
import { writeExport } from './write-export.ts'

/** Everything that an export or an import refuses: one clear line, exit 2, and nothing written. */

const { fresh, remove } = createFolders()
const source = fresh()
const exported = fresh()
const caseId = '01a00000-0000-7000-9000-000000000001'
const messageTo = (service: string) => ({ queue: 'inbox', service, group: caseId, messageId: '', body: '{}' }) as const

const rowOf = (pk: string, sk: string, body: unknown): StoredRow => ({
  pk: { S: pk },
  sk: { S: sk },
  body: { S: JSON.stringify(body) },
})

/** A journal of two entries, as insight stores it. */
const journalRows = (): StoredRow[] => {
  const first = appendEntry(undefined, { event: { id: 'a' }, recordedAt: '2026-11-20T08:00:00.000Z' })
  const second = appendEntry(first.head, { event: { id: 'b' }, recordedAt: '2026-11-20T08:01:00.000Z' })
  return [
    rowOf(`CASE#${caseId}`, 'HEAD', second.head),
    rowOf(`CASE#${caseId}`, 'ENTRY#00000001', first.entry),
    rowOf(`CASE#${caseId}`, 'ENTRY#00000002', second.entry),
  ]
}

const fill = async ({ dynamo, tableOf }: Instance): Promise<void> => {
  await writeRows(dynamo, tableOf('insight'), journalRows())
  await writeRows(dynamo, tableOf('ideas'), [
    rowOf('IDEA#1', 'STATE', { title: 'Digitalt AK-brev' }),
    { ...rowOf(`CASE#${caseId}`, 'OUT#1', {}), outbox: { S: 'event' }, expiresAt: { N: '4000000000' } },
  ])
}

beforeAll(async () => {
  await withInstance(source, fill)
  await exportOf(source, exported)
}, 30_000)
afterAll(remove)

type Run = typeof runCommand

const refusal = async (
  script: 'export' | 'import',
  args: readonly string[],
  environment: Record<string, string>,
  run: Run = runCommand,
) => {
  const { code, lines, errors } = await run(script, args, environment)
  expect([code, lines, errors.length]).toEqual([2, [], 1])
  return errors[0]
}

/** A copy of the export, changed. */
const changedExport = (change: (folder: string) => void): string => {
  const folder = fresh()
  cpSync(exported, folder, { recursive: true })
  change(folder)
  return folder
}
const readManifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest // of an export made above
const writeManifest = (folder: string, manifest: unknown): void =>
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))

describe('an import refuses', () => {
  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'a file that has been cut off',
      (folder) => truncateSync(path.join(folder, 'ideas.jsonl'), 40),
      /^ideas\.jsonl has 0 lines where the manifest says 2: it has been cut off or edited\.$/,
    ],
    [
      'a file with a row too many',
      (folder) => appendFileSync(path.join(folder, 'ideas.jsonl'), '{}\n'),
      /^ideas\.jsonl has 3 lines where the manifest says 2/,
    ],
    [
      'a file that has been edited',
      (folder) => {
        const file = path.join(folder, 'ideas.jsonl')
        writeFileSync(file, readFileSync(file, 'utf8').replace('AK-brev', 'AK-blad'))
      },
      /^ideas\.jsonl has been edited: it does not give the digest of the manifest\.$/,
    ],
    ['a file that is missing', (folder) => rmSync(path.join(folder, 'gates.jsonl')), /^gates\.jsonl is missing in /],
    [
      'an export without a manifest',
      (folder) => rmSync(path.join(folder, 'manifest.json')),
      /^There is no manifest\.json in .+: it is not an export, or one that was not finished\.$/,
    ],
    [
      'a manifest that has been cut off',
      (folder) => truncateSync(path.join(folder, 'manifest.json'), 100),
      /^manifest\.json in .+ cannot be read: it has been cut off or edited\.$/,
    ],
    [
      'a manifest that has been edited',
      (folder) => writeManifest(folder, { ...readManifestOf(folder), exportedAt: '2020-01-01T00:00:00.000Z' }),
      /^manifest\.json in .+ has been edited: it does not give its own digest\.$/,
    ],
    [
      'a manifest of something else',
      (folder) => writeManifest(folder, { name: 'backup' }),
      /is not of an export of Behovsflödet\.$/,
    ],
    [
      'another format version',
      (folder) => writeManifest(folder, { ...readManifestOf(folder), version: 1 }),
      /^The export has format version 1; this program reads version 2\.$/,
    ],
    [
      'services that this version does not know',
      (folder) => {
        const { digest: _, tables, ...rest } = readManifestOf(folder)
        writeManifest(
          folder,
          sealManifest({
            ...rest,
            tables: tables.map((table, index) => (index === 0 ? { ...table, service: 'lottery' } : table)),
          }),
        )
      },
      /^The export has services that this version does not know: lottery\.$/,
    ],
  ])('%s', async (_, change, expected) => {
    const target = fresh()
    expect(await refusal('import', ['--from', changedExport(change)], { DATA_DIR: target })).toMatch(expected)
    expect(readdirSync(target)).toEqual([])
  })

  it("another county's export, unless that county is named", async () => {
    const target = fresh()
    const environment = { DATA_DIR: target, COUNTY: 'jonkoping' }
    expect(await refusal('import', ['--from', exported], environment)).toBe(
      'The export is of the county kalmar, not of jonkoping. Give --county kalmar if that is meant.',
    )
    expect(readdirSync(target)).toEqual([])
    expect(await runCommand('import', ['--from', exported, '--county', 'kalmar'], environment)).toMatchObject({ code: 0 })
  })

  it('an instance that has rows or messages, and leaves it as it was', async () => {
    const contents = (dataDir: string) => withInstance(dataDir, ({ dynamo, tableOf }) => contentOf(dynamo, tableOf('ideas')))
    const before = await contents(source)
    expect(await refusal('import', ['--from', exported], { DATA_DIR: source })).toMatch(
      /^The instance is not empty: the table kalmar-ideas has rows\./,
    )
    expect(await contents(source)).toEqual(before)
    const target = fresh()
    await withInstance(target, (instance) => sendMessages(instance, [messageTo('ideas')]))
    expect(await refusal('import', ['--from', exported], { DATA_DIR: target })).toMatch(
      /^The instance is not empty: messages wait in its queues\./,
    )
  }, 20_000)
})

describe('an import takes', () => {
  it('an instance that was started and stopped, and one whose earlier import was killed', async () => {
    const target = fresh()
    await withInstance(target, async () => undefined)
    await withInstance(path.join(target, 'importing'), fill)
    const { code, lines } = await runCommand('import', ['--from', exported], { DATA_DIR: target })
    expect([code, lines.filter((line) => / [1-9]\d* rows$/.test(line))]).toEqual([
      0,
      [expect.stringMatching(/^ideas +2 rows$/), expect.stringMatching(/^insight +3 rows$/)],
    ])
    expect(lines).toContain('1 journals, 2 entries, all intact.')
  }, 20_000)

  it('a journal that was broken when it was exported, and says so', async () => {
    const [broken, to, target] = [fresh(), fresh(), fresh()]
    await withInstance(broken, async ({ dynamo, tableOf }) => {
      const [head, , second] = journalRows()
      if (!head || !second) throw new Error('no journal')
      await writeRows(dynamo, tableOf('insight'), [head, second])
    })
    for (const [script, args, dataDir] of [
      ['export', ['--to', to], broken],
      ['import', ['--from', to], target],
    ] as const) {
      const { code, lines } = await runCommand(script, args, { DATA_DIR: dataDir })
      expect(code).toBe(1)
      expect(lines).toContain(`${caseId}  BROKEN  at entry 1: The entry is missing.`)
      expect(lines).toContain('1 journals, 2 entries, 1 BROKEN.')
    }
  }, 20_000)
})

describe('both refuse', () => {
  it.each([
    ['export', '--to'],
    ['import', '--from'],
  ] as const)(
    '%s: a product that runs, a wrong option, an unknown county, an endpoint that is not there',
    async (script, option) => {
      const running = fresh()
      mkdirSync(running)
      markRunning(running, 3471)
      const folder = script === 'export' ? fresh() : exported
      // What it says and ends with as a process of its own is what it says and ends with here.
      for (const run of [runCommand, runScript])
        expect(await refusal(script, [option, folder], { DATA_DIR: running }, run)).toMatch(
          /Behovsflödet already runs on this data folder/,
        )
      for (const args of [[], [option], ['--colour', 'red']])
        expect(await refusal(script, args, { DATA_DIR: fresh() })).toMatch(
          new RegExp(`^Usage: npm run ${script} -- ${option} <folder>`),
        )
      expect(await refusal(script, [option, folder, '--county', 'atlantis'], {})).toMatch(/There is no county "atlantis"/)
      const nowhere = { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' }
      expect(await refusal(script, [option, folder], { ...nowhere, DATA_DIR: fresh() }, runScript)).toMatch(
        /^The database or the queues do not answer/,
      )
      expect(
        await refusal(script, [option, folder], {
          AWS_ENDPOINT_URL_DYNAMODB: 'https://dynamodb.eu-north-1.amazonaws.com',
          DATA_DIR: fresh(),
        }),
      ).toMatch(/^Set AWS_ENDPOINT_URL_SQS as well/)
      if (script === 'export') expect(existsSync(folder)).toBe(false)
    },
    30_000,
  )
})

describe('an export refuses', () => {
  it('a folder that is not empty, or that is a file', async () => {
    expect(await refusal('export', ['--to', exported], { DATA_DIR: source })).toMatch(/is not empty\. Give a new folder/)
    expect(await refusal('export', ['--to', path.join(exported, 'manifest.json')], { DATA_DIR: source })).toMatch(
      /cannot be used/,
    )
    expect(readManifestOf(exported).county).toBe('kalmar')
  })

  it('a data folder that the product has never worked in', async () => {
    const to = fresh()
    expect(await refusal('export', ['--to', to], { DATA_DIR: fresh() })).toMatch(/^There is nothing to export in /)
    expect(existsSync(to)).toBe(false)
  })
})

describe('with engines that are not its own', () => {
  let database: Database
  let queues: Queues
  let instance: Instance
  const moment = { now: () => '2026-11-20T08:00:00.000Z', newId: () => crypto.randomUUID() }
  const sums = async () =>
    Promise.all(services.map(async ({ name }) => (await contentOf(instance.dynamo, instance.tableOf(name))).rows))
  const total = async () => (await sums()).reduce((sum, rows) => sum + rows, 0)
  let environment: Record<string, string>

  beforeAll(async () => {
    const dataDir = fresh()
    database = await startDatabase({ dataDir: path.join(dataDir, 'database') })
    queues = await startQueues({ dataDir: path.join(dataDir, 'queues') })
    environment = {
      AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
      AWS_ENDPOINT_URL_SQS: queues.endpoint,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      DATA_DIR: fresh(),
    }
    const opened = await openInstance(kalmar, dataDir, environment)
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
    instance = {
      ...opened,
      dynamo: new DynamoDBClient({ region: 'eu-north-1', endpoint: database.endpoint, credentials }),
      sqs: new SQSClient({ region: 'eu-north-1', endpoint: queues.endpoint, credentials }),
    }
  }, 30_000)
  afterAll(async () => {
    await instance.close()
    await Promise.all([database.stop(), queues.stop()])
  })

  it('an import asks for the tables, restores into them, and the export of that is the same', async () => {
    expect(await refusal('import', ['--from', exported], environment, runScript)).toMatch(/^A table of the county is missing/)
    for (const { name, indexes } of services) await ensureTable(instance.dynamo, { name: instance.tableOf(name), indexes })
    const { code, lines } = await runScript('import', ['--from', exported], environment)
    expect([code, lines.at(-2)]).toEqual([0, '1 journals, 2 entries, all intact.'])
    const to = fresh()
    expect(await runScript('export', ['--to', to], environment)).toMatchObject({ code: 0 })
    for (const file of ['insight.jsonl', 'gates.jsonl'])
      expect(readFileSync(path.join(to, file), 'utf8').split('\n').toSorted()).toEqual(
        readFileSync(path.join(exported, file), 'utf8').split('\n').toSorted(),
      )
    expect(await refusal('import', ['--from', exported], environment, runScript)).toMatch(/^The instance is not empty/)
  }, 30_000)

  it('an export refuses a table that changes while it is read, and leaves no files', async () => {
    // The queues are looked at when everything has been read once.
    let pending: Promise<void> | undefined
    const changing: Instance = {
      ...instance,
      sqs: Object.assign(Object.create(instance.sqs) as SQSClient, {
        send: async (...args: Parameters<SQSClient['send']>) => {
          pending ??= writeRows(instance.dynamo, instance.tableOf('matching'), [rowOf('CASE#2', 'STATE', {})])
          await pending
          return instance.sqs.send(...args)
        },
      }),
    }
    const to = fresh()
    await expect(writeExport(changing, to, moment.now)).rejects.toThrow(/^The table kalmar-matching changed while it was read/)
    expect(existsSync(to)).toBe(false)
  }, 20_000)

  it('an import that fails midway removes what it has written', async () => {
    for (const { name } of services) await emptyTable(instance.dynamo, instance.tableOf(name))
    const from = await readExport(exported, 'kalmar')
    const failing = {
      ...from,
      rowsOf: async function* (service: string) {
        yield* from.rowsOf(service)
        if (service === 'insight') throw new Error('the disk is gone')
      },
    }
    await expect(restoreRows(instance, failing, moment)).rejects.toThrow('the disk is gone')
    expect(await total()).toBe(0)
  }, 20_000)

  it('an export refuses while messages wait, and an import does not put messages there', async () => {
    await sendMessages(instance, [messageTo('rollout')])
    const to = fresh()
    expect(await refusal('export', ['--to', to], environment, runScript)).toMatch(
      /^Messages wait in kalmar-rollout-inbox\.fifo \(1\)\./,
    )
    expect(existsSync(to)).toBe(false)
    const from = await readExport(exported, 'kalmar')
    await expect(restoreRows(instance, { ...from, messages: [messageTo('ideas')] }, moment)).rejects.toThrow(
      'The export holds 1 messages from queues',
    )
    expect(await total()).toBe(0)
  }, 20_000)

  it('an export of tables that were restored beside looks at no queue, and is imported as any other', async () => {
    for (const { name, indexes } of services)
      await ensureTable(instance.dynamo, { name: `${instance.tableOf(name)}-restored`, indexes })
    await fill({ ...instance, tableOf: (service) => `${instance.tableOf(service)}-restored` })
    const [to, target] = [fresh(), fresh()]
    const { code, lines } = await runScript('export', ['--to', to, '--restored'], environment)
    expect([code, lines.at(-2)]).toEqual([0, '1 journals, 2 entries, all intact.'])
    expect(await total()).toBe(0)
    expect(await runCommand('import', ['--from', to], { DATA_DIR: target })).toMatchObject({ code: 0 })
    expect(await refusal('export', ['--to', fresh(), '--restored'], { DATA_DIR: source })).toMatch(/^Only tables at AWS_ENDPOINT/)
  }, 30_000)

  it('an import writes what is to be sent when everything that it speaks of is there', async () => {
    const written: boolean[] = []
    instance.dynamo.middlewareStack.add(
      (next) => (args) => {
        const { RequestItems = {} } = args.input as BatchWriteItemCommandInput
        for (const { PutRequest } of Object.values(RequestItems).flat())
          if (PutRequest) written.push(PutRequest.Item?.['outbox'] !== undefined)
        return next(args)
      },
      { step: 'initialize', name: 'seen' },
    )
    await restoreRows(instance, await readExport(exported, 'kalmar'), moment)
    instance.dynamo.middlewareStack.remove('seen')
    expect(written).toEqual([false, false, false, false, true])
  }, 20_000)
})
