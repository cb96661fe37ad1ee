import type { Drawing, Size } from './figure.tsx'
import { drawRows } from './rows.tsx'

/** From one total to the next by what was added and taken away. */

export interface WaterfallEntry {
  readonly label: string
  /** A total's level, or what a step adds. */
  readonly value: number
  readonly isTotal: boolean
}

export interface WaterfallBar extends WaterfallEntry {
  readonly from: number
  readonly to: number
}

/** A total stands on zero; a step begins where the bar before it ended. */
export const waterfallBars = (entries: readonly WaterfallEntry[]): WaterfallBar[] => {
  let level = 0
  return entries.map((entry) => {
    const from = entry.isTotal ? 0 : level
    level = from + entry.value
    return { ...entry, from, to: level }
  })
}

const classOf = ({ isTotal, value }: WaterfallEntry): string =>
  isTotal ? 'chart__total' : value < 0 ? 'chart__down' : 'chart__up'

export const drawWaterfall = (
  entries: readonly WaterfallEntry[],
  size: Size,
  words: {
    readonly total: (value: number) => string
    readonly step: (value: number) => string
    readonly tick: (value: number) => string
  },
): Drawing => {
  const bars = waterfallBars(entries)
  return drawRows(
    bars.map((bar, index) => ({
      label: bar.label,
      value: (bar.isTotal ? words.total : words.step)(bar.value),
      isStrong: bar.isTotal,
      bars: [{ from: bar.from, to: bar.to, className: classOf(bar) }],
      ...(index < bars.length - 1 && { joinsAt: bar.to }),
    })),
    size,
    words.tick,
  )
}

/** The greatest steps, in their order, and what the others come to together. */
export const withFewSteps = (
  steps: readonly WaterfallEntry[],
  most: number,
  othersLabel: (count: number) => string,
): WaterfallEntry[] => {
  if (steps.length <= most) return [...steps]
  const kept = new Set(steps.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, most - 1))
  const others = steps.filter((step) => !kept.has(step))
  return [
    ...steps.filter((step) => kept.has(step)),
    { label: othersLabel(others.length), value: others.reduce((sum, { value }) => sum + value, 0), isTotal: false },
  ]
}
