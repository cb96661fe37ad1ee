import type { Child } from 'hono/jsx'
import { axisOf, namedTicks } from './axis.ts'
import type { Axis } from './axis.ts'
import type { Drawing, Size } from './figure.tsx'
import { wrapped } from './label.ts'

/** What bar charts with a row for each thing have in common: a label, a plot with zero in it, and a value at the end. */

const round = (place: number): string => String(Math.round(place * 10) / 10)

interface RowLayout {
  readonly rowHeight: number
  readonly barHeight: number
  /** From the row's top. */
  readonly barTop: number
  readonly plot: readonly [number, number]
  readonly labelCharacters: number
  readonly labelLines: number
  readonly labelTop: number
}

/** Beside the bars where there is room, above them where there is not. */
const layouts: Readonly<Record<Size['name'], RowLayout>> = {
  wide: {
    rowHeight: 40,
    barHeight: 22,
    barTop: 9,
    plot: [262, 606],
    labelCharacters: 38,
    labelLines: 2,
    labelTop: 17,
  },
  narrow: {
    rowHeight: 46,
    barHeight: 18,
    barTop: 24,
    plot: [4, 246],
    labelCharacters: 48,
    labelLines: 1,
    labelTop: 17,
  },
}

const axisHeight = 26
/** Of the labels of the axis. */
const labelWidth = 62
const lineHeight = 15

export interface Bar {
  readonly from: number
  readonly to: number
  readonly className: string
}

export interface Row {
  readonly label: string
  readonly value: string
  readonly bars: readonly Bar[]
  readonly isStrong?: boolean
  /** A line across the row. */
  readonly mark?: number
  /** Where the next row's bar begins. */
  readonly joinsAt?: number
}

const Label = ({ row, layout, top }: { row: Row; layout: RowLayout; top: number }) => {
  const lines = wrapped(row.label, layout.labelCharacters, layout.labelLines)
  const first = top + layout.labelTop + (layout.labelLines > 1 && lines.length === 1 ? lineHeight / 2 : 0)
  return (
    <text class={row.isStrong ? 'chart__label chart__label--strong' : 'chart__label'} x="0" y={String(first)}>
      {lines.map((line, index) => (
        <tspan x="0" dy={index === 0 ? '0' : String(lineHeight)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

const ZeroLine = ({ axis, height }: { axis: Axis; height: number }) => (
  <line class="chart__zero" x1={round(axis.place(0))} x2={round(axis.place(0))} y1="0" y2={String(height)} />
)

const AxisMarks = ({ axis, height, tickLabel }: { axis: Axis; height: number; tickLabel: (value: number) => string }) => (
  <>
    {axis.ticks.map((tick) => (
      <line class="chart__grid" x1={round(axis.place(tick))} x2={round(axis.place(tick))} y1="0" y2={String(height)} />
    ))}
    {namedTicks(axis, labelWidth).map((tick) => (
      <text
        class="chart__tick"
        x={round(axis.place(tick))}
        y={String(height + 17)}
        text-anchor={axis.place(tick) < labelWidth / 2 ? 'start' : 'middle'}
      >
        {tickLabel(tick)}
      </text>
    ))}
  </>
)

/** A bar that is there is seen, however short. */
const leastWidth = 1.5

const Bars = ({ row, axis, top, layout }: { row: Row; axis: Axis; top: number; layout: RowLayout }) => {
  const { barTop, barHeight, rowHeight } = layout
  const upright = (className: string, value: number, from: number, to: number) => (
    <line class={className} x1={round(axis.place(value))} x2={round(axis.place(value))} y1={String(from)} y2={String(to)} />
  )
  return (
    <>
      {row.bars.map(({ from, to, className }) => {
        const [left, right] = [axis.place(Math.min(from, to)), axis.place(Math.max(from, to))]
        return (
          <rect
            class={className}
            x={round(left)}
            y={String(top + barTop)}
            width={round(Math.max(leastWidth, right - left))}
            height={String(barHeight)}
          />
        )
      })}
      {row.joinsAt !== undefined && upright('chart__joint', row.joinsAt, top + barTop + barHeight, top + rowHeight + barTop)}
      {row.mark !== undefined && upright('chart__net', row.mark, top + barTop - 4, top + barTop + barHeight + 4)}
    </>
  )
}

/** Texts are drawn last: nothing runs over them. */
export const drawRows = (rows: readonly Row[], size: Size, tickLabel: (value: number) => string): Drawing => {
  const layout = layouts[size.name]
  const { rowHeight, barTop, barHeight } = layout
  const values = rows.flatMap(({ bars, mark }) => [
    ...bars.flatMap(({ from, to }) => [from, to]),
    ...(mark === undefined ? [] : [mark]),
  ])
  const axis = axisOf(values, layout.plot, size.name === 'wide' ? 5 : 3)
  const height = rows.length * rowHeight
  const marks: Child = (
    <>
      <AxisMarks axis={axis} height={height} tickLabel={tickLabel} />
      {rows.map((row, index) => (
        <Bars row={row} axis={axis} top={index * rowHeight} layout={layout} />
      ))}
      <ZeroLine axis={axis} height={height} />
      {rows.map((row, index) => (
        <>
          <Label row={row} layout={layout} top={index * rowHeight} />
          <text
            class={row.isStrong ? 'chart__value chart__value--strong' : 'chart__value'}
            x={String(size.width)}
            y={String(index * rowHeight + barTop + barHeight / 2 + 5)}
            text-anchor="end"
          >
            {row.value}
          </text>
        </>
      ))}
    </>
  )
  return { height: height + axisHeight, marks }
}
