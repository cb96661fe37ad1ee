import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { createRequestTable, requestIndexes } from '../adapters/request-table.ts'
import type { GateParts } from '../application/gate-parts.ts'

export const gateTable = (runtime: Runtime): Table =>
  createDynamoTable(
    new DynamoDBClient(runtime.awsClient('dynamodb')),
    readEnvironment(runtime, 'TABLE_NAME').TABLE_NAME,
    requestIndexes,
  )

export const gateParts = (runtime: Runtime, table: Table): GateParts => ({
  county: runtime.county,
  repository: createRequestTable(table, createUnitOfWork(table, 'gates')),
})
