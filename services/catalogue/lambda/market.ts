import type { Table } from '#lambda/table.ts'
import type { UnitOfWork } from '#lambda/unit-of-work.ts'
import { createNeedTable } from '../adapters/need-table.ts'
import { createProductListing, createShownProducts } from '../adapters/product-listing.ts'
import { createSystemListing } from '../adapters/system-table.ts'
import { createMarket } from '../application/matching/market.ts'
import type { Market } from '../application/matching/market.ts'
import { createCallOffs } from '../application/systems/call-offs.ts'

/**
 * Need and supply, as this instance of the function follows them.
 *
 * @param clock RFC 3339 in UTC
 */
export const followedMarket = (table: Table, unitOfWork: UnitOfWork, clock: () => string): Market =>
  createMarket({
    listing: createProductListing(createShownProducts(table), {
      holdersOf: createCallOffs(createSystemListing(table), clock).holdersOf,
      clock,
    }),
    needs: createNeedTable(table, unitOfWork),
  })
