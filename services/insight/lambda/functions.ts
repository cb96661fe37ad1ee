import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createApi } from '#lambda/api.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { createInbox } from '#lambda/inbox.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { createScheduled } from '#lambda/schedule.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { insightIndexes } from '../adapters/insight-table.ts'
import { createJournalTable } from '../adapters/journal-table.ts'
import { createPortfolioTable } from '../adapters/portfolio-table.ts'
import type { InsightParts } from '../application/insight-parts.ts'
import { createMeasureCases } from '../application/measure-cases.ts'
import { createJournalConsumers } from '../application/record-event.ts'
import { insightProblems } from '../refusals.ts'
import { insightRoutes } from '../routes.ts'
import { insightHandlers } from './handlers.ts'

const service = 'insight'

const insightTable = (runtime: Runtime): Table =>
  createDynamoTable(
    new DynamoDBClient(runtime.awsClient('dynamodb')),
    readEnvironment(runtime, 'TABLE_NAME').TABLE_NAME,
    insightIndexes,
  )

export const insightParts = ({ county }: Pick<Runtime, 'county'>, table: Table): InsightParts => ({
  county,
  journal: createJournalTable(table, createUnitOfWork(table, service), county),
  portfolio: createPortfolioTable(table),
})

/** A table can be given, for tests that need no database. */
export const createInsightApi = (runtime: Runtime, table: Table = insightTable(runtime)) =>
  createApi({
    ...runtime,
    service,
    routes: insightRoutes,
    problems: insightProblems,
    handlers: insightHandlers(insightParts(runtime, table)),
    table,
  })

export const createInsightInbox = (runtime: Runtime, table: Table = insightTable(runtime)) =>
  createInbox({ ...runtime, service, consumers: createJournalConsumers(insightParts(runtime, table)), table })

export const createInsightTasks = (runtime: Runtime, table: Table = insightTable(runtime)) =>
  createScheduled({
    ...runtime,
    service,
    jobs: {
      'measure-cases': createMeasureCases(
        insightParts(runtime, table),
        runtime.log.with({ service, function: 'tasks', schedule: 'measure-cases' }),
      ),
    },
  })
