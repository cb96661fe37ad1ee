import { describe } from 'vitest'
import { createMemoryTable } from '#lambda/memory-table.ts'
import { describeBenefitsRepository } from '../testing/repository-suite.ts'

describe('on a table in memory', () => {
  const table = createMemoryTable()
  describeBenefitsRepository(() => table)
})
