import { describe, expect, it } from 'vitest'
import { amountLine, certain, modelOf } from '../../testing/models.ts'
import { calculate } from './calculate.ts'
import { bandOf, workingsOf } from './workings.ts'

const shares = [certain(0), { low: 0.2, likely: 0.4, high: 0.5 }, { low: 0.4, likely: 0.6, high: 0.8 }]
const running = [0, 0.5, 1]
const volume = { low: 80, likely: 100, high: 120 }
const line = (effect: 'scales' | 'scalesRest' | 'until', share = 0) => ({
  ...amountLine({ id: effect, side: 'benefit', perYear: certain(1), years: running }),
  drivers: [
    { key: 'volume', value: volume, byYear: new Map([[1, certain(50)]]) },
    { key: 'minutes', value: certain(30), byYear: new Map() },
  ],
  divisor: 60,
  usage: { curve: 'use', effect, share },
})
const model = modelOf([line('scales'), line('scalesRest'), line('until', 0.5)], { curves: new Map([['use', shares]]) })

describe('the workings of a line', () => {
  it('tell drivers, product, use and running time', () => {
    const [scales] = workingsOf(model)
    expect(scales).toEqual({
      lineId: 'scales',
      drivers: [
        { key: 'volume', ...volume },
        { key: 'minutes', low: 30, likely: 30, high: 30 },
      ],
      divisor: 60,
      product: { low: 40, likely: 50, high: 60 },
      years: [
        { year: 0, low: 0, likely: 0, high: 0, use: 0, running: 0 },
        // 50 x 30 / 60 = 25, of which 0.2, 0.4 or 0.5 in half a year.
        { year: 1, low: 3, likely: 5, high: 6, use: 0.4, running: 0.5 },
        { year: 2, low: 16, likely: 30, high: 48, use: 0.6, running: 1 },
      ],
    })
  })

  it('turn use around for what follows the rest, and end what runs until so many use it', () => {
    const [, rest, until] = workingsOf(model)
    expect(rest?.years[2]).toEqual({ year: 2, low: 8, likely: 20, high: 36, use: 0.4, running: 1 })
    // At the least use, 0.4, the old way still runs; at the likely and the greatest it has ended.
    expect(until?.years[2]).toEqual({ year: 2, low: 0, likely: 0, high: 60, use: 0, running: 1 })
  })

  it('leave use out where a line does not go with it', () => {
    const alone = modelOf([amountLine({ id: 'a', side: 'cost', perYear: certain(7), years: [0, 1] })])
    expect(workingsOf(alone)[0]?.years[1]).toEqual({ year: 1, low: 7, likely: 7, high: 7, running: 1 })
  })

  it('come to what the calculation reckons with, to the öre', () => {
    const flows = calculate(model).lines.map(({ flow }) => flow)
    expect(workingsOf(model).map(({ years }) => years.map(({ likely }) => likely))).toEqual(flows)
  })

  it('give the band of the last year, however long the line runs', () => {
    expect(bandOf({ ...line('scales'), activeShare: [0, 0, 0] }, model)).toEqual({ low: 16, likely: 30, high: 48 })
  })
})
