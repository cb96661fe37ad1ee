import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createApi } from '#lambda/api.ts'
import { createDynamoTable } from '#lambda/dynamo-table.ts'
import { createInbox } from '#lambda/inbox.ts'
import { readEnvironment } from '#lambda/runtime.ts'
import type { Runtime } from '#lambda/runtime.ts'
import { createScheduled } from '#lambda/schedule.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { caseIndexes, createCaseTable } from '../adapters/case-table.ts'
import { createPhaseConsumers } from '../application/consume-events.ts'
import type { PhaseParts } from '../application/phase-parts.ts'
import { createWakeDueCases } from '../application/wake-cases.ts'
import type { PhaseDefinition } from '../phase.ts'
import { phaseProblems } from '../refusals.ts'
import { phaseRoutes } from '../routes.ts'
import { phaseHandlers } from './handlers.ts'

/** The wiring that all phases share. A table can be given, for tests that need no database. */

export const phaseTable = (runtime: Runtime): Table =>
  createDynamoTable(
    new DynamoDBClient(runtime.awsClient('dynamodb')),
    readEnvironment(runtime, 'TABLE_NAME').TABLE_NAME,
    caseIndexes,
  )

export const phaseParts = (runtime: Runtime, phase: PhaseDefinition, table: Table): PhaseParts => ({
  phase,
  county: runtime.county,
  repository: createCaseTable(table, createUnitOfWork(table, phase.phase)),
})

export const createPhaseApi = (runtime: Runtime, phase: PhaseDefinition, table: Table = phaseTable(runtime)) =>
  createApi({
    ...runtime,
    service: phase.phase,
    routes: phaseRoutes(phase.phase),
    problems: phaseProblems,
    handlers: phaseHandlers(phaseParts(runtime, phase, table)),
    table,
  })

export const createPhaseInbox = (runtime: Runtime, phase: PhaseDefinition, table: Table = phaseTable(runtime)) =>
  createInbox({
    ...runtime,
    service: phase.phase,
    consumers: createPhaseConsumers(phaseParts(runtime, phase, table)),
    table,
  })

export const createPhaseTasks = (runtime: Runtime, phase: PhaseDefinition, table: Table = phaseTable(runtime)) =>
  createScheduled({
    ...runtime,
    service: phase.phase,
    jobs: { 'wake-due-cases': createWakeDueCases(phaseParts(runtime, phase, table)) },
  })
