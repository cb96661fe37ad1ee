import { describe, expect, it } from 'vitest'
import { procedureIds } from './procedures.ts'
import { minimumRequestTime, minimumTenderTime, shortestPlannedRequestTime, shortestPlannedTenderTime } from './time-limits.ts'
import type { TenderTerms } from './time-limits.ts'

const terms = (change: Partial<TenderTerms> = {}): TenderTerms => ({
  procedure: 'open',
  shortening: 'none',
  areTendersElectronic: true,
  areDocumentsElectronic: true,
  ...change,
})

describe('the shortest time for tenders', () => {
  it.each([
    ['open, electronic (LOU 11:6)', {}, 30],
    ['open, on paper (LOU 11:2)', { areTendersElectronic: false }, 35],
    ['open, after a prior notice (LOU 11:5)', { shortening: 'priorNotice' }, 15],
    ['open, accelerated (LOU 11:10)', { shortening: 'accelerated' }, 15],
    ['open, documents not electronic (LOU 11:9)', { areDocumentsElectronic: false }, 35],
    [
      'open, accelerated without electronic documents: no addition (LOU 11:9)',
      { shortening: 'accelerated', areDocumentsElectronic: false },
      15,
    ],
    ['restricted, electronic (LOU 11:6)', { procedure: 'restricted' }, 25],
    ['restricted, on paper (LOU 11:3)', { procedure: 'restricted', areTendersElectronic: false }, 30],
    ['negotiated, after a prior notice (LOU 11:5)', { procedure: 'negotiated', shortening: 'priorNotice' }, 10],
    ['negotiated, accelerated (LOU 11:10)', { procedure: 'negotiated', shortening: 'accelerated' }, 10],
    ['restricted, agreed (LOU 11:7)', { procedure: 'restricted', shortening: 'agreed' }, undefined],
    ['restricted, no agreement reached (LOU 11:7)', { procedure: 'restricted', shortening: 'notAgreed' }, 10],
    [
      'restricted, no agreement and documents not electronic: five days more (LOU 11:9)',
      { procedure: 'restricted', shortening: 'notAgreed', areDocumentsElectronic: false },
      15,
    ],
    ['open cannot be agreed', { shortening: 'agreed' }, 30],
    ['open has no agreement to miss', { shortening: 'notAgreed' }, 30],
    ['dynamic purchasing system (LOU 8:11)', { procedure: 'dynamicPurchasingSystem' }, 10],
    [
      'dynamic purchasing system: a prior notice does not shorten (LOU 8:11)',
      { procedure: 'dynamicPurchasingSystem', shortening: 'priorNotice' },
      10,
    ],
    ['dynamic purchasing system, agreed (LOU 8:11)', { procedure: 'dynamicPurchasingSystem', shortening: 'agreed' }, undefined],
    ['dialogue: no number', { procedure: 'competitiveDialogue' }, undefined],
    ['below the threshold: reasonable time (LOU 19:11)', { procedure: 'belowThreshold' }, undefined],
  ] as const)('%s', (_what, change, days) => {
    expect(minimumTenderTime(terms(change))?.days).toBe(days)
  })

  it('says which paragraphs it comes from', () => {
    expect(minimumTenderTime(terms({ areDocumentsElectronic: false }))?.source).toBe('LOU 11:6, LOU 11:9')
  })
})

describe('the shortest time for requests', () => {
  it('is 30 days in two-stage forms, 15 when accelerated where the law allows it', () => {
    expect(minimumRequestTime({ procedure: 'restricted', shortening: 'none' })?.days).toBe(30)
    expect(minimumRequestTime({ procedure: 'negotiated', shortening: 'accelerated' })?.days).toBe(15)
    expect(minimumRequestTime({ procedure: 'competitiveDialogue', shortening: 'accelerated' })?.days).toBe(30)
    expect(minimumRequestTime({ procedure: 'open', shortening: 'none' })).toBeUndefined()
  })

  it('has no step in a call within a purchasing system, but 30 days when it is set up', () => {
    expect(minimumRequestTime({ procedure: 'dynamicPurchasingSystem', shortening: 'none' })).toBeUndefined()
    expect(shortestPlannedRequestTime('dynamicPurchasingSystem')).toEqual({ days: 30, source: 'LOU 8:8' })
    expect(shortestPlannedRequestTime('restricted')).toEqual({ days: 30, source: 'LOU 11:3' })
    expect(shortestPlannedRequestTime('open')).toBeUndefined()
  })
})

describe('the shortest time for tenders that can be planned with', () => {
  it('is 30 days in an open procedure with electronic tenders, 15 after a prior notice', () => {
    expect(shortestPlannedTenderTime('open', false)).toEqual({ days: 30, source: 'LOU 11:6' })
    expect(shortestPlannedTenderTime('open', true)).toEqual({ days: 15, source: 'LOU 11:5' })
  })

  it('is ten days in a restricted procedure of a region or municipality', () => {
    expect(shortestPlannedTenderTime('restricted', false)).toEqual({ days: 10, source: 'LOU 11:7' })
    expect(shortestPlannedTenderTime('restricted', true)).toEqual({ days: 10, source: 'LOU 11:7' })
  })

  it('is not given below the threshold', () => {
    expect(shortestPlannedTenderTime('belowThreshold', false)).toBeUndefined()
  })

  it('is positive wherever it is given', () => {
    for (const id of procedureIds) expect(shortestPlannedTenderTime(id, false)?.days ?? 1).toBeGreaterThan(0)
  })
})
