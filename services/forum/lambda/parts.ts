import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { County } from '#counties/county.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import { forumIndexes } from '../adapters/indexes.ts'

/** What every area of the service is wired from. */
export interface ForumParts {
  readonly county: County
  readonly table: Table
  readonly unitOfWork: UnitOfWork
}

export const forumTable = (runtime: Runtime): Table =>
  createDynamoTable(
    new DynamoDBClient(runtime.awsClient('dynamodb')),
    readEnvironment(runtime, 'TABLE_NAME').TABLE_NAME,
    forumIndexes,
  )

export const forumParts = ({ county }: Pick<Runtime, 'county'>, table: Table): ForumParts => ({
  county,
  table,
  unitOfWork: createUnitOfWork(table, 'forum'),
})
