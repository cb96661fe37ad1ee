import type { TableIndex } from '#lambda/declaration.ts'

export const operationsIndexes: readonly TableIndex[] = [{ name: 'by-listing', partition: 'listing', sort: 'listedAt' }]

export const allRedrives = 'REDRIVES'
export const allRefusals = 'REFUSALS'
