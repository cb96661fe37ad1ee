import { describe, expect, it } from 'vitest'
import { akBrevDossier } from '../../../demo/ak-brev/dossier.ts'
import { differingCounts, smallShare } from './market-outcome.ts'

const counts = { tendersReceived: 3, tendersFromSmall: 2, jointTenders: 1 }

describe('how the market worked', () => {
  it('gives the share of small companies in whole percent, and none without tenders', () => {
    expect(smallShare(counts)).toBe(67)
    expect(smallShare({ tendersReceived: 0, tendersFromSmall: 0, jointTenders: 0 })).toBeUndefined()
  })

  it('finds each count that differs from the procurement', () => {
    expect(differingCounts(counts, akBrevDossier.procurement)).toEqual([])
    expect(differingCounts({ ...counts, jointTenders: 0, tendersReceived: 4 }, akBrevDossier.procurement)).toEqual([
      'tendersReceived',
      'jointTenders',
    ])
  })

  it('has nothing to compare with before there was a procurement', () => {
    expect(differingCounts(counts, undefined)).toEqual([])
  })
})
