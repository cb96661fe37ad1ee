import { expect, it } from 'vitest'
import type { CompanyId, OrganisationId } from '#contracts/ids.ts'
import { createSystemListing } from '../../adapters/system-table.ts'
import { createSystemMapDriver } from '../../testing/system-map-driver.ts'
import { createCallOffs } from './call-offs.ts'

const product = {
  name: 'exempelsystem  tillsyn',
  companyId: '01a00000-0000-7000-8000-00000000000c' as CompanyId, // a UUID
  companyName: 'Exempelföretaget Nattillsyn AB (exempel)',
}
const [vastervik, nybro] = ['vasterviks-kommun', 'nybro-kommun'] as OrganisationId[] // of the county

it('tells who holds a contract to call off from, and whether it is open to the one who asks', async () => {
  const driver = createSystemMapDriver()
  let reads = 0
  const listing = createSystemListing(driver.table)
  const callOffs = createCallOffs(
    {
      all: () => {
        reads += 1
        return listing.all()
      },
    },
    driver.runtime.clock,
  )
  expect(await callOffs.holdersOf(product)).toEqual([])
  await driver.enter({
    contracts: [{ kind: 'framework', start: '2025-01-01', end: '2026-12-31', callOff: ['vasterviks-kommun'] }],
  })
  expect(await callOffs.holdersOf(product)).toEqual(['region-kalmar'])
  expect(await callOffs.callOffFor(product, vastervik!)).toMatchObject([{ holder: 'region-kalmar' }]) // the list has two
  expect(await callOffs.callOffFor(product, nybro!)).toEqual([]) // as above

  const before = reads
  await Promise.all([1, 2, 3, 4].map(() => callOffs.holdersOf(product)))
  expect(reads - before).toBe(1)

  driver.runtime.clock.advance({ days: 60 })
  expect(await callOffs.holdersOf(product)).toEqual([])
})
