import { describe, expect, it } from 'vitest'
import type { CompanyId, OrganisationId } from '#contracts/ids.ts'
import { rankProducts } from '../../domain/matching/rank-products.ts'
import { need, product, productIdOf } from '../../testing/market-profiles.ts'
import { createMarket, profileOf } from './market.ts'
import type { KnownNeed, NeedNews } from './need-repository.ts'
import type { ListingChange } from './product-listing.ts'

/** A listing that counts how often it is read, and from where. */
const following = <Change>() => {
  const changes: Change[] = []
  const reads: (string | undefined)[] = []
  const faults: Error[] = []
  return {
    changes,
    reads,
    faults,
    changedSince: async (mark: string | undefined) => {
      reads.push(mark)
      const fault = faults.pop()
      if (fault) throw fault
      return { changes: changes.slice(Number(mark ?? 0)), mark: String(changes.length) }
    },
  }
}

const larm = (number: number, summary = 'Trygghetslarm'): ListingChange => ({
  kind: 'listed',
  product: {
    profile: product(number, { summary }),
    companyId: '01a40000-0000-7000-8000-000000000001' as CompanyId, // a UUID
    companyName: 'Ett företag',
  },
})
const asked = need('Trygghetslarm')
const known: KnownNeed = {
  needId: asked.needId,
  visibility: 'everybody',
  title: asked.title,
  description: '',
  organisation: 'region-kalmar' as OrganisationId, // one of the county
  functions: [],
  targetGroups: [],
  careSteps: [],
  toldAt: '2026-11-20T08:00:00.000Z',
}

const at = (seconds: number): string => new Date(Date.parse('2026-11-20T08:00:00.000Z') + seconds * 1_000).toISOString()
const create = () => {
  const listing = following<ListingChange>()
  const needs = following<NeedNews>()
  const market = createMarket({ listing, needs })
  return {
    listing,
    needs,
    market,
    found: async (seconds: number) =>
      rankProducts((await market.asOf(at(seconds))).products, asked, 10).products.map(({ product: { productId } }) => productId),
  }
}

describe('the market in memory', () => {
  it('reads everything once, then only what has changed, and not at every call', async () => {
    const { listing, found } = create()
    listing.changes.push(larm(1))
    expect(await found(0)).toEqual([productIdOf(1)])
    listing.changes.push(larm(2))
    expect(await found(4)).toEqual([productIdOf(1)])
    expect(await found(6)).toHaveLength(2)
    expect(await found(7)).toHaveLength(2)
    expect(listing.reads).toEqual([undefined, '1'])
  })

  it('forgets what is withdrawn and reads anew what is rewritten', async () => {
    const { listing, market, found } = create()
    listing.changes.push(larm(1), larm(2))
    expect(await found(0)).toHaveLength(2)
    listing.changes.push({ kind: 'withdrawn', productId: productIdOf(1) }, larm(2, 'Webbtidbok'))
    expect(await found(10)).toEqual([])
    expect((await market.asOf(at(10))).listed.has(productIdOf(1))).toBe(false)
    expect((await market.asOf(at(10))).products.size()).toBe(1)
  })

  it('is read by one at a time, however many ask', async () => {
    const { listing, found } = create()
    listing.changes.push(larm(1))
    expect(await Promise.all([found(0), found(0), found(0)])).toEqual(Array.from({ length: 3 }, () => [productIdOf(1)]))
    expect(listing.reads).toEqual([undefined])
  })

  it('tells the fault to who asked, and the next one reads again', async () => {
    const { listing, found } = create()
    listing.changes.push(larm(1))
    listing.faults.push(new Error('throttled'))
    await expect(found(0)).rejects.toThrow('throttled')
    expect(await found(0)).toEqual([productIdOf(1)])
  })

  it('keeps the question of a need until the need or the products change', async () => {
    const { listing, needs, market } = create()
    listing.changes.push(larm(1))
    needs.changes.push({ kind: 'open', need: known })
    const view = await market.asOf(at(0))
    const profile = view.needs.find(asked.needId) ?? profileOf(known)
    const first = view.closely(profile)
    expect(view.closely(profile)).toBe(first)
    listing.changes.push(larm(2))
    expect((await market.asOf(at(10))).closely(profile)).not.toBe(first)
    needs.changes.push({ kind: 'over', needId: known.needId, toldAt: known.toldAt })
    expect((await market.asOf(at(20))).known.size).toBe(0)
  })
})
