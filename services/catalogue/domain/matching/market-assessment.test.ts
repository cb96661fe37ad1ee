import { describe, expect, it } from 'vitest'
import type { CompanyId, ProductId } from '#contracts/ids.ts'
import { must } from '../../testing/market-profiles.ts'
import { abilityOf, assessMarket } from './market-assessment.ts'
import type { Offer } from './market-assessment.ts'
import type { Coverage } from './requirement-coverage.ts'

const idOf = (number: number): string => `01a30000-0000-7000-8000-${String(number).padStart(12, '0')}`

const musts = (...coverages: Coverage[]) => coverages.map((coverage, index) => ({ requirement: must(`K${index + 1}`), coverage }))
const functions = (...offered: boolean[]) => offered.map((isOffered, index) => ({ id: `N${index + 1}`, isOffered }))

const offer = (number: number, given: Partial<Offer> = {}): Offer => ({
  rank: number,
  productId: idOf(number) as ProductId, // a UUID
  name: `Produkt ${number}`,
  companyId: idOf(100 + number) as CompanyId, // a UUID
  companyName: `Företag ${number}`,
  companySize: 'small',
  readiness: 9,
  functions: functions(true, true),
  requirements: musts('verified', 'declared'),
  ...given,
})

describe('the ability of a supplier', () => {
  it.each([
    ['now', 'with every function, every must declared or verified, and a finished product', {}],
    ['no', 'when a must is known not to be met', { requirements: musts('verified', 'missing') }],
    ['no', 'when less than half of the functions are offered', { functions: functions(true, false, false) }],
    ['adaptation', 'when half of the functions are', { functions: functions(true, false) }],
    ['adaptation', 'when nobody knows of a must', { requirements: musts('verified', 'unknown') }],
    ['adaptation', 'when nobody has told how finished the product is', { readiness: undefined }],
    ['development', 'when the product is not finished', { readiness: 7 }],
    ['now', 'when it is just finished', { readiness: 8 }],
    ['now', 'when nothing is asked for yet', { functions: [], requirements: [] }],
  ] as const)('is %s %s', (ability, _, given) => {
    expect(abilityOf(offer(1, given)).ability).toBe(ability)
  })

  it('does not hang on a weighted requirement that is not met', () => {
    const weighted = { requirement: must('K3', { level: 'weighted', weight: 9 }), coverage: 'missing' as const }
    expect(abilityOf(offer(1, { requirements: [...musts('verified'), weighted] })).ability).toBe('now')
  })

  it('tells all that is left to ask, and of what', () => {
    expect(
      abilityOf(offer(1, { readiness: 5, functions: functions(true, false), requirements: musts('unknown') })).because,
    ).toEqual([
      { kind: 'notFinished', ids: [] },
      { kind: 'functionsLacking', ids: ['N2'] },
      { kind: 'mustsUnknown', ids: ['K1'] },
    ])
  })
})

describe('the market', () => {
  it('counts a supplier once, by the product it can deliver soonest, however many it has', () => {
    const companyId = idOf(200) as CompanyId // a UUID
    const { suppliers, able } = assessMarket([
      offer(1, { companyId, readiness: 4 }),
      offer(2, { companyId }),
      offer(3, { companyId, requirements: musts('missing') }),
    ])
    expect(suppliers.map(({ name, ability }) => [name, ability])).toEqual([['Produkt 2', 'now']])
    expect(able).toBe(1)
  })

  it('leaves out those who offer none of the functions', () => {
    expect(assessMarket([offer(1, { functions: functions(false, false) })]).suppliers).toEqual([])
  })

  it('counts small ones among the able, and says of how many the size is unknown', () => {
    const told = assessMarket([
      offer(1, { companySize: 'medium' }),
      offer(2, { companySize: 'large' }),
      offer(3, { companySize: undefined }),
      offer(4, { companySize: 'micro', requirements: musts('missing') }),
    ])
    expect([told.able, told.ableSmall, told.ableOfUnknownSize]).toEqual([3, 1, 1])
  })

  it.each([
    ['established', [9, 9, 9]],
    ['emerging', [9, 9, 8]],
    ['emerging', [8, 3]],
    ['prototypes', [7, undefined]],
    ['none', []],
  ] as const)('is %s with readiness %j', (maturity, levels) => {
    expect(assessMarket(levels.map((readiness, index) => offer(index + 1, { readiness }))).maturity).toBe(maturity)
  })

  it('takes prices in öre from those able alone, and from one end where only that is told', () => {
    const { price } = assessMarket([
      offer(1, { priceFrom: 500, priceTo: 900 }),
      offer(2, { priceTo: 300 }),
      offer(3, { priceFrom: 1_000 }),
      offer(4),
      offer(5, { priceFrom: 1, priceTo: 99_999, requirements: musts('missing') }),
    ])
    expect(price).toEqual({ from: 300, to: 1_000, told: 3 })
  })

  it('is an empty one where nothing is offered', () => {
    expect(assessMarket([])).toMatchObject({
      suppliers: [],
      able: 0,
      maturity: 'none',
      readiness: { told: 0 },
      price: { told: 0 },
    })
  })
})
