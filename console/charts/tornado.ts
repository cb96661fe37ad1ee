import type { Drawing, Size } from './figure.tsx'
import { drawRows } from './rows.tsx'

/** What the result becomes when one figure at a time is at its low and at its high end. */

export interface TornadoEntry {
  readonly label: string
  readonly atLow: number
  readonly atHigh: number
}

export const drawTornado = (
  entries: readonly TornadoEntry[],
  likely: number,
  size: Size,
  words: { readonly span: (value: number) => string; readonly tick: (value: number) => string },
): Drawing =>
  drawRows(
    entries.map(({ label, atLow, atHigh }) => ({
      label,
      value: words.span(Math.abs(atHigh - atLow)),
      bars: [
        { from: likely, to: atLow, className: 'chart__low' },
        { from: likely, to: atHigh, className: 'chart__high' },
      ],
      mark: likely,
    })),
    size,
    words.tick,
  )
