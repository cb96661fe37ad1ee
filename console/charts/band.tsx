import { area, line } from 'd3-shape'
import { scaleLinear } from 'd3-scale'
import { axisOf } from './axis.ts'
import type { Drawing, Size } from './figure.tsx'

/** Something over time: the likely course, the band from low to high around it, and what has been measured. */

export interface BandPoint {
  readonly at: number
  readonly low: number
  readonly likely: number
  readonly high: number
}

export interface Course {
  readonly band: readonly BandPoint[]
  readonly ticks: readonly { readonly at: number; readonly label: string }[]
  readonly points?: readonly { readonly at: number; readonly value: number; readonly label: string }[]
  /** Levels to compare with; at most two. */
  readonly references?: readonly { readonly value: number; readonly label: string }[]
  /** Where the levels are named: where the course is not. */
  readonly referencesAt?: 'start' | 'end'
  readonly valueLabel: (value: number) => string
}

const heights = { wide: 300, narrow: 240 } as const
const top = 28
const axisHeight = 28
const margins = { wide: { left: 84, right: 18 }, narrow: { left: 62, right: 12 } } as const

export interface BandGeometry {
  readonly x: (at: number) => number
  readonly y: (value: number) => number
  readonly yTicks: readonly number[]
  readonly bandPath: string
  readonly linePath: string
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** Where everything lies. The scale of values always holds zero; the scale of time just what there is. */
export const bandGeometry = ({ band, points = [], references = [], ticks }: Course, { name, width }: Size): BandGeometry => {
  const { left, right: rightMargin } = margins[name]
  const [right, bottom] = [width - rightMargin, heights[name] - axisHeight]
  const times = [...band.map(({ at }) => at), ...points.map(({ at }) => at), ...ticks.map(({ at }) => at)]
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const x = scaleLinear()
    .domain([first, last === first ? first + 1 : last])
    .range([left, right])
  const values = [
    ...band.flatMap(({ low, likely, high }) => [low, likely, high]),
    ...points.map(({ value }) => value),
    ...references.map(({ value }) => value),
  ]
  const y = axisOf(values, [bottom, top], name === 'wide' ? 6 : 4)
  return {
    x: (at) => x(at),
    y: y.place,
    yTicks: y.ticks,
    bandPath:
      area<BandPoint>()
        .x(({ at }) => x(at))
        .y0(({ low }) => y.place(low))
        .y1(({ high }) => y.place(high))([...band]) ?? '',
    linePath:
      line<BandPoint>()
        .x(({ at }) => x(at))
        .y(({ likely }) => y.place(likely))([...band]) ?? '',
    left,
    right,
    bottom,
  }
}

const round = (place: number): string => String(Math.round(place * 10) / 10)

/** The outermost labels stay inside the drawing. */
const anchorAt = (place: number, { left, right }: BandGeometry): 'start' | 'middle' | 'end' =>
  place > right - 30 ? 'end' : place < left + 10 ? 'start' : 'middle'

export const drawBand = (course: Course, size: Size): Drawing => {
  const geometry = bandGeometry(course, size)
  const { x, y, yTicks, left, right, bottom } = geometry
  const { ticks, points = [], references = [], referencesAt = 'end', valueLabel } = course
  const highest = Math.max(...references.map(({ value }) => value))
  const marks = (
    <>
      {yTicks.map((tick) => (
        <>
          <line class="chart__grid" x1={String(left)} x2={String(right)} y1={round(y(tick))} y2={round(y(tick))} />
          <text class="chart__tick" x={String(left - 8)} y={round(y(tick) + 4)} text-anchor="end">
            {valueLabel(tick)}
          </text>
        </>
      ))}
      {ticks.map(({ at, label }) => (
        <text class="chart__tick" x={round(x(at))} y={String(bottom + 20)} text-anchor={anchorAt(x(at), geometry)}>
          {label}
        </text>
      ))}
      <path class="chart__band" d={geometry.bandPath} />
      <line class="chart__zero" x1={String(left)} x2={String(right)} y1={round(y(0))} y2={round(y(0))} />
      <path class="chart__line" d={geometry.linePath} />
      {references.map(({ value, label }, index) => (
        <>
          <line
            class={index === 0 ? 'chart__reference' : 'chart__reference2'}
            x1={String(left)}
            x2={String(right)}
            y1={round(y(value))}
            y2={round(y(value))}
          />
          <text
            class="chart__note"
            x={String(referencesAt === 'start' ? left + 4 : right)}
            y={round(y(value) + (value === highest ? -6 : 16))}
            text-anchor={referencesAt}
          >
            {label}
          </text>
        </>
      ))}
      {points.map(({ at, value, label }) => (
        <>
          <circle class="chart__point" cx={round(x(at))} cy={round(y(value))} r="5" />
          <text class="chart__value" x={round(x(at))} y={round(y(value) - 10)} text-anchor={anchorAt(x(at), geometry)}>
            {label}
          </text>
        </>
      ))}
    </>
  )
  return { height: heights[size.name], marks }
}
