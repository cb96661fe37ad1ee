import type { TableIndex } from '#lambda/declaration.ts'

/**
 * Two indexes serve every list of the service; a row that belongs in one says under what it is listed and in which order:
 *   by-listing   a list of the whole county, for example of published products
 *   by-owner     what one owner has: a company, an organisation, a case
 */
export const forumIndexes: readonly TableIndex[] = [
  { name: 'by-listing', partition: 'listing', sort: 'listingOrder' },
  { name: 'by-owner', partition: 'owner', sort: 'ownerOrder' },
]
