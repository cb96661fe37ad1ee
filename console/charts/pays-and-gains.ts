import type { Bar } from './rows.tsx'
import { drawRows } from './rows.tsx'
import type { Drawing, Size } from './figure.tsx'

/** Who pays and who gains: what goes out lies before zero, what comes in after it, and a line marks the net. */

export interface Share {
  readonly label: string
  readonly pays: number
  readonly givesUpResources: number
  readonly gainsMoney: number
  readonly gainsFreedResources: number
  readonly net: number
}

/** The parts of one organisation, outwards from zero: money first, then resources. */
export const stackOf = ({ pays, givesUpResources, gainsMoney, gainsFreedResources }: Share): Bar[] =>
  [
    { from: 0, to: -pays, className: 'chart__pays' },
    { from: -pays, to: -pays - givesUpResources, className: 'chart__givesUp' },
    { from: 0, to: gainsMoney, className: 'chart__money' },
    { from: gainsMoney, to: gainsMoney + gainsFreedResources, className: 'chart__freed' },
  ].filter(({ from, to }) => from !== to)

export const drawPaysAndGains = (
  shares: readonly Share[],
  size: Size,
  words: { readonly net: (value: number) => string; readonly tick: (value: number) => string },
): Drawing =>
  drawRows(
    shares.map((share) => ({ label: share.label, value: words.net(share.net), bars: stackOf(share), mark: share.net })),
    size,
    words.tick,
  )
