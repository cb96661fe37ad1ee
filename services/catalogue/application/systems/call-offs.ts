import { dayOf } from '#calendar/working-days.ts'
import type { OrganisationId } from '#contracts/ids.ts'
import { isAbout, openCallOffs } from '../../domain/systems/call-off.ts'
import type { CalledProduct, OpenCallOff } from '../../domain/systems/call-off.ts'
import { folded } from '../../domain/systems/folded-text.ts'
import type { SystemListing } from './system-repository.ts'

/** What matching asks of the system map: can this product be had without a procurement of one's own? */
export interface CallOffs {
  /** Contracts in force about the product that the organisation was named in, and so may call off (LOU 7:3). */
  readonly callOffFor: (product: CalledProduct, organisation: OrganisationId) => Promise<readonly OpenCallOff[]>
  /** Who has a contract in force about the product that lets others call off: `callOff` of a product's profile. */
  readonly holdersOf: (product: CalledProduct) => Promise<readonly OrganisationId[]>
}

/** By the name of what they are about, which the product must share. */
type CallOffsByName = ReadonlyMap<string, readonly OpenCallOff[]>

/**
 * Those who ask at the same moment - matching asks for every product that it reads - share one look at the map.
 * @param clock RFC 3339 in UTC: a contract is in force on a day.
 */
export const createCallOffs = (listing: Pick<SystemListing, 'all'>, clock: () => string): CallOffs => {
  let looking: Promise<CallOffsByName> | undefined
  const look = async (): Promise<CallOffsByName> => {
    const open = openCallOffs(await listing.all(), dayOf(clock()))
    return Map.groupBy(open, ({ system }) => folded(system.content.name))
  }
  const about = async (product: CalledProduct): Promise<readonly OpenCallOff[]> => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    const byName = await looking
    return (byName.get(folded(product.name)) ?? []).filter((one) => isAbout(one, product))
  }
  return {
    callOffFor: async (product, organisation) =>
      (await about(product)).filter(({ mayCallOff }) => mayCallOff.includes(organisation)),
    holdersOf: async (product) => [...new Set((await about(product)).map(({ holder }) => holder))],
  }
}
