import { describe, expect, it } from 'vitest'
import { assessment as assessmentView } from '../../../api/benefit-views.ts'
import { mergeProposal, proposal } from './merge-proposal.ts'

const zero = { low: 0, likely: 0, high: 0 }
const idOf = (number: number) => `01926a00-0000-7000-8000-00000000000${number}`
const curve = { id: 'use', name: 'Andel brev', form: 'table', years: [{ year: 1, low: 0.1, likely: 0.2, high: 0.3 }] }
const there = assessmentView.parse({
  kind: 'NV2',
  status: 'draft',
  version: 3,
  summary: 'Min text.',
  noCostsReason: 'Inga.',
  lines: [{ id: idOf(1), side: 'benefit', name: 'Porto', effect: 'operation', owner: 'Chefen' }],
  chain: {
    change: 'Min förändring.',
    effects: [
      { id: 'operation', name: 'Drivs av oss' },
      { id: 'shared', name: 'Samma' },
    ],
    goals: [{ id: 'travel', name: 'Mindre resor' }],
  },
  basis: { horizonYears: 7, curves: [curve] },
  totals: {
    financial: { benefits: zero, costs: zero, net: zero },
    redistributed: { benefits: zero, costs: zero },
    qualitative: { benefits: 0, costs: 0 },
  },
  progress: [],
})
const added = proposal.parse({
  lines: [
    {
      id: idOf(2),
      side: 'benefit',
      name: 'Restid',
      measure: 'Restid per besök',
      effect: 'operation',
      calculation: { method: 'staffTime', drivers: {}, usage: { curve: 'use', effect: 'scales' } },
    },
    { id: idOf(3), side: 'cost', name: 'Drift', effect: 'shared' },
  ],
  chain: {
    change: 'Mallens förändring.',
    effects: [
      { id: 'operation', name: 'Tjänsten ska drivas', follows: ['travel'] },
      { id: 'shared', name: 'Samma' },
      { id: 'travel', name: 'Mindre resor' },
    ],
    goals: [],
  },
  basis: { curves: [{ id: 'use', form: 'table', years: [{ year: 1, likely: 0.5 }, { year: 2 }] }] },
})
const merged = mergeProposal(there, added, { owner: 'Verksamhetschefen', baselinePlan: { by: '2027-01-31', how: 'Mäts.' } })

describe("a template's proposal", () => {
  it('comes after what is there and changes none of it', () => {
    expect(merged.summary).toBe('Min text.')
    expect(merged.noCostsReason).toBe('Inga.')
    expect(merged.lines[0]).toEqual(there.lines[0])
    expect(merged.lines.map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)])
    expect(merged.chain?.change).toBe('Min förändring.')
    expect(merged.chain?.effects.slice(0, 2)).toEqual(there.chain?.effects)
    expect(merged.basis).toMatchObject({ horizonYears: 7, curves: [curve, {}] })
  })

  it('gives a curve whose id is taken another, and its lines follow', () => {
    expect(merged.basis?.curves?.map(({ id }) => id)).toEqual(['use', 'use-2'])
    expect(merged.lines[1]?.calculation?.usage?.curve).toBe('use-2')
  })

  it('gives an effect whose id is taken another, among goals too, but does not repeat one that is the same', () => {
    expect(merged.chain?.effects.map(({ id }) => id)).toEqual(['operation', 'shared', 'operation-2', 'travel-2'])
    expect(merged.chain?.effects[2]?.follows).toEqual(['travel-2'])
    expect(merged.lines.slice(1).map(({ effect }) => effect)).toEqual(['operation-2', 'shared'])
  })

  it('leaves out the years that nobody has answered', () => {
    expect(merged.basis?.curves?.[1]).toMatchObject({ years: [{ year: 1, likely: 0.5 }] })
  })

  it('names the owner and the baseline of the benefits, not of the costs', () => {
    expect(merged.lines[1]).toMatchObject({ owner: 'Verksamhetschefen', baselinePlan: { by: '2027-01-31', how: 'Mäts.' } })
    expect(merged.lines[2]).not.toHaveProperty('owner')
    expect(merged.lines[2]).not.toHaveProperty('baselinePlan')
  })

  it('is the whole of it where nothing is there', () => {
    const { chain: _, basis: __, ...empty } = there
    const alone = mergeProposal({ ...empty, lines: [] }, added, {})
    expect(alone.chain).toEqual(added.chain)
    expect(alone.basis?.curves?.[0]?.id).toBe('use')
  })
})
