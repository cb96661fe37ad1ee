import { randomBytes } from 'node:crypto'
import type { Runtime } from '#lambda/runtime.ts'
import type { Table } from '#lambda/table.ts'
import { createUnitOfWork } from '#lambda/unit-of-work.ts'
import { phaseParts } from '#phase/lambda/functions.ts'
import type { PhaseDefinition } from '#phase/phase.ts'
import { createIdeaTable } from '../adapters/idea-table.ts'
import type { IdeaParts } from '../application/idea-parts.ts'

/** 24 random bytes are 32 characters of base64url. */
const newReceipt = (): string => randomBytes(24).toString('base64url')

export const ideaParts = (runtime: Runtime, table: Table, phase: PhaseDefinition): IdeaParts => ({
  ...phaseParts(runtime, phase, table),
  ideas: createIdeaTable(table, createUnitOfWork(table, 'ideas')),
  newReceipt,
})
