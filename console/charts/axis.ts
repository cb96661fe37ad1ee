import { scaleLinear } from 'd3-scale'

/** A scale on which amounts are read: it always has zero on it, so that a bar's length is what it stands for. */
export interface Axis {
  readonly place: (value: number) => number
  readonly ticks: readonly number[]
}

/** The ticks that there is room to name, zero always among them. */
export const namedTicks = ({ place, ticks }: Axis, room: number): number[] => {
  const [first = 0, second = first] = ticks
  const spacing = Math.abs(place(second) - place(first))
  const every = spacing > 0 ? Math.ceil(room / spacing) : 1
  const zero = ticks.indexOf(0)
  return ticks.filter((_, index) => (index - zero) % every === 0)
}

/** @param range where the smallest and the greatest value are drawn. */
export const axisOf = (values: readonly number[], [start, end]: readonly [number, number], tickCount: number): Axis => {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const scale = scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .range([start, end])
    .nice(tickCount)
  return { place: (value) => scale(value), ticks: scale.ticks(tickCount) }
}
