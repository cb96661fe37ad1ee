import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe } from 'vitest'
import type { TableIndex } from '#lambda/declaration.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { createMemoryTable } from '#lambda/memory-table.ts'
import type { Table } from '#lambda/table.ts'
import { ensureTable, findDynoxide, startDatabase } from '../database.ts'

/**
 * One suite on each kind of table that the product runs on: in memory, and DynamoDB as dynoxide has it on this machine.
 * Each run has a table of its own with the `indexes`. Without the program the second is skipped, and its name says why.
 */
export const describeOnTables = (indexes: readonly TableIndex[], name: string, suite: (tableOf: () => Table) => void): void => {
  describe(`${name} on a table in memory`, () => {
    const table = createMemoryTable(indexes)
    suite(() => table)
  })

  const hasDynoxide = isDynoxideInstalled()
  describe.skipIf(!hasDynoxide)(`${name} on dynoxide${hasDynoxide ? '' : ' (skipped: the program is not installed)'}`, () => {
    let opened: OpenedTable | undefined
    beforeAll(async () => {
      opened = await openOnDynoxide(indexes)
    })
    afterAll(() => opened?.close())

    suite(() => {
      if (!opened) throw new Error('a suite reads its table in its tests, after the engine has started')
      return opened.table
    })
  })
}

const isDynoxideInstalled = (): boolean => {
  try {
    return findDynoxide() !== ''
  } catch {
    return false
  }
}

interface OpenedTable {
  readonly table: Table
  readonly close: () => Promise<void>
}

const openOnDynoxide = async (indexes: readonly TableIndex[]): Promise<OpenedTable> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'table-'))
  const database = await startDatabase({ dataDir })
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'eu-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const name = 'suite'
  await ensureTable(client, { name, indexes })
  return {
    table: createDynamoTable(client, name, indexes),
    close: async () => {
      client.destroy()
      await database.stop()
      rmSync(dataDir, { recursive: true })
    },
  }
}
