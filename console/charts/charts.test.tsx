import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLocale } from '../language/locale.ts'
import { axisOf, namedTicks } from './axis.ts'
import { bandGeometry, drawBand } from './band.tsx'
import { Figure } from './figure.tsx'
import type { Drawing, Size } from './figure.tsx'
import { wrapped } from './label.ts'
import { drawPaysAndGains, stackOf } from './pays-and-gains.ts'
import { drawTornado } from './tornado.ts'
import { drawWaterfall, waterfallBars, withFewSteps } from './waterfall.ts'
import type { WaterfallEntry } from './waterfall.ts'

const wide: Size = { name: 'wide', width: 720 }
const narrow: Size = { name: 'narrow', width: 340 }
const amount = fc.integer({ min: -1_000_000, max: 1_000_000 })

/** Hono's elements are strings when they are written out; their type does not say so. */
// oxlint-disable-next-line typescript/no-base-to-string -- see above
const rendered = (element: object): string => element.toString()
const htmlOf = ({ marks }: Drawing): string => rendered(marks as object) // a drawing's marks are elements

const numbersOf = (html: string, tag: string, className: string): Record<string, number>[] =>
  [...html.matchAll(new RegExp(`<${tag} class="${className}"([^>]*)>`, 'g'))].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/(\w+)="([\d.-]+)"/g)].map(([, name = '', value]) => [name, Number(value)])),
  )

describe('an axis', () => {
  it('always holds zero and every value, in order', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 12 }), (values) => {
        const { place } = axisOf(values, [10, 200], 5)
        for (const value of [0, ...values]) {
          expect(place(value)).toBeGreaterThanOrEqual(10 - 1e-6)
          expect(place(value)).toBeLessThanOrEqual(200 + 1e-6)
        }
        expect(place(1)).toBeGreaterThan(place(0))
      }),
    )
    expect(axisOf([5, 6], [0, 100], 5).ticks).toContain(0)
    expect(axisOf([-5, -6], [0, 100], 5).ticks).toContain(0)
  })

  it('names as many ticks as there is room for, and always zero', () => {
    const axis = axisOf([-100, 700], [0, 200], 8)
    expect(axis.ticks).toHaveLength(9)
    expect(namedTicks(axis, 20)).toEqual(axis.ticks)
    expect(namedTicks(axis, 60)).toEqual([0, 300, 600])
  })

  it('grows upwards when it is drawn upwards', () => {
    const { place } = axisOf([-10, 10], [300, 0], 5)
    expect(place(10)).toBeLessThan(place(0))
    expect(place(-10)).toBeGreaterThan(place(0))
  })
})

describe('a waterfall', () => {
  const step = (value: number): WaterfallEntry => ({ label: 'rad', value, isTotal: false })
  const words = { total: String, step: String, tick: String }

  it('has bars that meet, and ends where the steps come to', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 10 }), (start, steps) => {
        const bars = waterfallBars([{ label: 'NV1', value: start, isTotal: true }, ...steps.map(step)])
        for (const [index, bar] of bars.slice(1).entries()) expect(bar.from).toBe(bars[index]?.to)
        expect(bars.at(-1)?.to).toBe(steps.reduce((sum, value) => sum + value, start))
      }),
    )
  })

  it('puts a total on zero: a negative one on the other side of it', () => {
    const drawn = htmlOf(
      drawWaterfall(
        [{ label: 'NV1', value: 100, isTotal: true }, step(-300), { label: 'NV2', value: -200, isTotal: true }],
        wide,
        words,
      ),
    )
    const [zero] = numbersOf(drawn, 'line', 'chart__zero')
    const [first, last] = numbersOf(drawn, 'rect', 'chart__total')
    const [down] = numbersOf(drawn, 'rect', 'chart__down')
    expect(first?.['x']).toBeCloseTo(zero?.['x1'] ?? NaN, 0)
    expect((last?.['x'] ?? NaN) + (last?.['width'] ?? NaN)).toBeCloseTo(zero?.['x1'] ?? NaN, 0)
    expect(last?.['width']).toBeCloseTo(2 * (first?.['width'] ?? NaN), 0)
    expect(down?.['width']).toBeCloseTo(3 * (first?.['width'] ?? NaN), 0)
    expect(numbersOf(drawn, 'rect', 'chart__up')).toEqual([])
  })

  it('tells the small steps together and leaves the sum as it was', () => {
    const steps = [5, -100, 3, 200, -4, 50].map(step)
    const few = withFewSteps(steps, 4, (count) => `${count} andra`)
    expect(few.map(({ label, value }) => [label, value])).toEqual([
      ['rad', -100],
      ['rad', 200],
      ['rad', 50],
      ['3 andra', 4],
    ])
    expect(withFewSteps(steps, 6, String)).toEqual(steps)
  })
})

describe('who pays and who gains', () => {
  const share = { label: 'R', pays: 50, givesUpResources: 20, gainsMoney: 30, gainsFreedResources: 100, net: 60 }

  it('stacks outwards from zero, what is put in on one side and what is got on the other', () => {
    expect(stackOf(share)).toEqual([
      { from: 0, to: -50, className: 'chart__pays' },
      { from: -50, to: -70, className: 'chart__givesUp' },
      { from: 0, to: 30, className: 'chart__money' },
      { from: 30, to: 130, className: 'chart__freed' },
    ])
    expect(stackOf({ ...share, givesUpResources: 0, gainsMoney: 0 })).toHaveLength(2)
  })

  it('marks the net where it lies', () => {
    const drawn = htmlOf(drawPaysAndGains([{ ...share, net: -40 }], wide, { net: String, tick: String }))
    const [zero] = numbersOf(drawn, 'line', 'chart__zero')
    const [net] = numbersOf(drawn, 'line', 'chart__net')
    expect(net?.['x1']).toBeLessThan(zero?.['x1'] ?? NaN)
    expect(drawn).toContain('>-40<')
  })
})

describe('a tornado', () => {
  it('has a bar to each side of the likely result, and counts zero in', () => {
    const drawn = htmlOf(drawTornado([{ label: 'Minuter', atLow: 60, atHigh: 140 }], 100, wide, { span: String, tick: String }))
    const [low] = numbersOf(drawn, 'rect', 'chart__low')
    const [high] = numbersOf(drawn, 'rect', 'chart__high')
    const [likely] = numbersOf(drawn, 'line', 'chart__net')
    expect((low?.['x'] ?? NaN) + (low?.['width'] ?? NaN)).toBeCloseTo(likely?.['x1'] ?? NaN, 0)
    expect(high?.['x']).toBeCloseTo(likely?.['x1'] ?? NaN, 0)
    expect(numbersOf(drawn, 'line', 'chart__zero')[0]?.['x1']).toBeLessThan(low?.['x'] ?? NaN)
    expect(drawn).toContain('>80<')
  })
})

describe('a course with its band', () => {
  const course = {
    band: [
      { at: 0, low: -10, likely: -5, high: 0 },
      { at: 1, low: -12, likely: 5, high: 20 },
    ],
    ticks: [
      { at: 0, label: '0' },
      { at: 1, label: '1' },
    ],
    points: [{ at: 0.5, value: 30, label: '30' }],
    references: [{ value: 12, label: 'Mål' }],
    valueLabel: String,
  }

  it('holds the line inside the band, zero on the scale, and later points further on', () => {
    for (const size of [wide, narrow]) {
      const { x, y, yTicks, bandPath, linePath, right } = bandGeometry(course, size)
      expect(y(20)).toBeLessThan(y(5))
      expect(y(0)).toBeGreaterThan(y(30))
      expect(yTicks).toContain(0)
      expect(x(1)).toBeGreaterThan(x(0.5))
      expect(x(1)).toBeCloseTo(right)
      expect(linePath.match(/[ML]/g)).toHaveLength(2)
      expect(bandPath).toMatch(/^M.*Z$/)
    }
  })

  it('draws what has been measured at its day and value', () => {
    const { x, y } = bandGeometry(course, wide)
    const [point] = numbersOf(htmlOf(drawBand(course, wide)), 'circle', 'chart__point')
    expect(point?.['cx']).toBeCloseTo(x(0.5), 0)
    expect(point?.['cy']).toBeCloseTo(y(30), 0)
  })
})

describe('a label', () => {
  it('breaks between words, and ends in an ellipsis when it does not fit', () => {
    expect(wrapped('Frigjord tid för sjuksköterskor', 17, 2)).toEqual(['Frigjord tid för', 'sjuksköterskor'])
    expect(wrapped('Kort', 10, 2)).toEqual(['Kort'])
    expect(wrapped('Förvaltning av kopplingen till systemet', 12, 2)).toEqual(['Förvaltning', 'av koppling…'])
    expect(wrapped('Upphandlingsdokumentationen', 10, 1)).toEqual(['Upphandli…'])
  })
})

describe('a figure', () => {
  const told = rendered(
    Figure({
      locale: createLocale('sv', '2026-11-20T08:00:00.000Z'),
      id: 'diagram-prov',
      finding: 'Det lönar sig.',
      title: 'Nettonuvärde',
      description: 'Staplarna är belopp.',
      draw: () => ({ height: 10.2, marks: '' }),
      table: 'tabellen',
    }),
  )

  it('says its finding, and is named and described without being seen', () => {
    expect(told).toContain('<figcaption class="chart__finding">Det lönar sig.</figcaption>')
    for (const size of ['wide', 'narrow']) {
      expect(told).toContain(`aria-labelledby="diagram-prov-${size}-namn"`)
      expect(told).toContain(`<title id="diagram-prov-${size}-namn">Nettonuvärde</title>`)
      expect(told).toContain(`<desc id="diagram-prov-${size}-om">Det lönar sig. Staplarna är belopp.</desc>`)
    }
    expect(told.match(/role="img"/g)).toHaveLength(2)
    expect(told).toMatch(/<details[^>]*>.*tabellen.*<\/details>/s)
  })
})
