/** Drawn by hand for this console, 20 by 20. Never the only carrier of a meaning. */

const paths = {
  check: 'M4 10.5l4 4 8-9',
  cross: 'M5 5l10 10M15 5L5 15',
  question: 'M7 7.2a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.2-1.6 2.3M10 15.4v.2',
  clock: 'M10 5v5l3.5 2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  arrow: 'M4 10h12M11 5l5 5-5 5',
  person: 'M10 10a3.2 3.2 0 1 0 0-6.400 3.200 3.200 0 0 0 0 6.400zM3.500 17c.8-3.300 3.300-5 6.500-5s5.700 1.700 6.500 5',
  lock: 'M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9',
  pen: 'M4 16l.8-3.600L13.200 4l2.800 2.800-8.400 8.400z',
  pause: 'M7 4v12M13 4v12',
  stop: 'M5 5h10v10H5z',
  dot: 'M10 9.900v.2',
} as const

export type IconName = keyof typeof paths

export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <path d={paths[name]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
  </svg>
)

/** The product's mark: seven stations on one line, the last one filled. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 64 20" width="64" height="20" aria-hidden="true" focusable="false">
    <path d="M4 10H60" stroke="currentColor" stroke-width="2" />
    {[4, 13.3, 22.7, 32, 41.3, 50.7].map((x) => (
      <circle cx={x} cy="10" r="3" fill="var(--ds-color-neutral-background-default)" stroke="currentColor" stroke-width="2" />
    ))}
    <circle cx="59" cy="10" r="5" fill="currentColor" />
  </svg>
)
