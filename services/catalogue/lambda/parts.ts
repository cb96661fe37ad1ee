import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { County } from '#counties/county.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import { catalogueIndexes } from '../adapters/indexes.ts'
import type { OfferParts } from '../application/offer-parts.ts'
import { offerParts } from './offer.ts'

/** What every area of the service is wired from. */
export interface CatalogueParts {
  readonly county: County
  /** RFC 3339 in UTC. */
  readonly clock: () => string
  readonly table: Table
  readonly unitOfWork: UnitOfWork
  /** Companies, products and evaluations. */
  readonly offer: OfferParts
}

export const catalogueTable = (runtime: Runtime): Table =>
  createDynamoTable(
    new DynamoDBClient(runtime.awsClient('dynamodb')),
    readEnvironment(runtime, 'TABLE_NAME').TABLE_NAME,
    catalogueIndexes,
  )

export const catalogueParts = ({ county, clock }: Pick<Runtime, 'county' | 'clock'>, table: Table): CatalogueParts => {
  const unitOfWork = createUnitOfWork(table, 'catalogue')
  return { county, clock, table, unitOfWork, offer: offerParts(county, table, unitOfWork) }
}
