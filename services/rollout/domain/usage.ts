/**
 * Below this digital usage a service usually costs more than it gives, since the old way runs beside the new.
 * Source: study for Digitaliseringsrådet, February 2019, on seven municipal services: about 20-25 per cent.
 */
const breakEven = {
  lowPercent: 20,
  highPercent: 25,
  source: 'Studie för Digitaliseringsrådet, februari 2019',
  validFrom: '2019-02-01',
} as const

export type UsageLevel = 'below' | 'between' | 'above'

/** How a usage lies to the break-even of the study: under, within or over its span. */
export const usageLevel = (percent: number): UsageLevel =>
  percent < breakEven.lowPercent ? 'below' : percent <= breakEven.highPercent ? 'between' : 'above'
