import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe } from 'vitest'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { Table } from '#lambda/table.ts'
import { ensureTable, findDynoxide, startDatabase } from '../../../local/engines/database.ts'
import { describeOfferRepositories } from '../testing/offer-repository-suite.ts'
import { catalogueIndexes } from './indexes.ts'

describe('on a table in memory', () => {
  const table = createMemoryTable(catalogueIndexes)
  describeOfferRepositories(() => table)
})

const hasDynoxide = (() => {
  try {
    return findDynoxide() !== ''
  } catch {
    return false
  }
})()

describe.skipIf(!hasDynoxide)(`on dynoxide${hasDynoxide ? '' : ' (skipped: the program is not installed)'}`, () => {
  let table: Table
  let stop: () => Promise<void>

  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'offer-'))
    const database = await startDatabase({ dataDir })
    const client = new DynamoDBClient({
      endpoint: database.endpoint,
      region: 'eu-north-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    await ensureTable(client, { name: 'catalogue', indexes: catalogueIndexes })
    table = createDynamoTable(client, 'catalogue', catalogueIndexes)
    stop = async () => {
      client.destroy()
      await database.stop()
      rmSync(dataDir, { recursive: true })
    }
  })
  afterAll(() => stop())

  describeOfferRepositories(() => table)
})
