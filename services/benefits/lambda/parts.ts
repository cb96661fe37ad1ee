import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { benefitsIndexes, createBenefitsTable } from '../adapters/benefits-table.ts'
import type { BenefitsParts } from '../application/benefits-parts.ts'

export const benefitsTable = (runtime: Runtime): Table =>
  createDynamoTable(
    new DynamoDBClient(runtime.awsClient('dynamodb')),
    readEnvironment(runtime, 'TABLE_NAME').TABLE_NAME,
    benefitsIndexes,
  )

export const benefitsParts = ({ county }: Pick<Runtime, 'county'>, table: Table): BenefitsParts => ({
  county,
  repository: createBenefitsTable(table, createUnitOfWork(table, 'benefits')),
})
