import { describe, expect, it } from 'vitest'
import { groundIds, isGroundFor } from './grounds.ts'
import { procedureIds, procedureOf, procedures } from './procedures.ts'

describe('the forms of procurement', () => {
  it('each form that must state its ground has one, and no ground belongs to no form', () => {
    for (const id of procedureIds.filter((id) => procedureOf(id).needsGround))
      expect(
        groundIds.filter((ground) => isGroundFor(ground, id)),
        id,
      ).not.toEqual([])
    for (const ground of groundIds)
      expect(
        procedureIds.filter((id) => isGroundFor(ground, id)),
        ground,
      ).not.toEqual([])
  })

  it('does not know the forms that were abolished on 1 February 2022', () => {
    expect(JSON.stringify(procedures)).not.toMatch(/förenklat|urvalsförfarande/i)
  })

  it('an exception shortens, never lengthens', () => {
    for (const id of procedureIds) {
      const { ordinary, ...exceptions } = procedureOf(id).tenderTime ?? {}
      for (const exception of Object.values(exceptions)) expect(exception.days, id).toBeLessThanOrEqual(ordinary?.days ?? 0)
    }
  })

  it.each([
    ['open', true],
    ['belowThreshold', true],
    ['negotiatedWithoutNotice', false],
    ['dynamicPurchasingSystem', false],
    ['frameworkCallOff', false],
    ['directProcurement', false],
  ] as const)('%s has a standstill: %s (LOU 20:1-2, 19 a:10)', (id, hasStandstill) => {
    expect(procedureOf(id).hasStandstill).toBe(hasStandstill)
  })
})
