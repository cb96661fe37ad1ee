import * as z from 'zod'
import { calendarDate } from '#contracts/ids.ts'
import type { Text } from '#contracts/language.ts'
import { limits } from '../limits.ts'

/** What a benefit or cost depends on: how many, how long, at what price. Sums are öre. */
export const driverUnits = [
  'timesPerYear',
  'people',
  'timesPerPersonAndYear',
  'minutes',
  'kilometres',
  'share',
  'orePerHour',
  'orePerTime',
  'orePerKilometre',
  'orePerYear',
  'ore',
] as const
export const driverUnit = z.enum(driverUnits)
export type DriverUnit = z.infer<typeof driverUnit>

export const unitNames: Readonly<Record<DriverUnit, Text>> = {
  timesPerYear: { sv: 'gånger per år', en: 'times a year' },
  people: { sv: 'personer', en: 'people' },
  timesPerPersonAndYear: { sv: 'gånger per person och år', en: 'times per person and year' },
  minutes: { sv: 'minuter', en: 'minutes' },
  kilometres: { sv: 'kilometer', en: 'kilometres' },
  share: { sv: 'andel', en: 'share' },
  orePerHour: { sv: 'kronor per timme', en: 'kronor an hour' },
  orePerTime: { sv: 'kronor per gång', en: 'kronor a time' },
  orePerKilometre: { sv: 'kronor per kilometer', en: 'kronor a kilometre' },
  orePerYear: { sv: 'kronor per år', en: 'kronor a year' },
  ore: { sv: 'kronor', en: 'kronor' },
}

/** Money has a price level, other units have not. */
export const isMoney = (unit: DriverUnit): boolean => unit.startsWith('ore')

const figure = z.number().min(-limits.driverValue).max(limits.driverValue).optional()

/** Least, most likely, greatest. A draft may leave out any of them. */
export const figures = z.strictObject({ low: figure, likely: figure, high: figure })
export type Figures = z.infer<typeof figures>

export const projectYear = z.int().min(0).max(limits.horizonYears)

export const driver = z.strictObject({
  ...figures.shape,
  /** As it was given; it must be the unit that the method asks for. */
  unit: driverUnit,
  /** A row of the county's parameters instead of figures of its own, by its id. */
  parameter: z.string().trim().max(60).optional(),
  /** Years in which it is something else than in the others; the investment year is 0. */
  byYear: z
    .array(z.strictObject({ year: projectYear, ...figures.shape }))
    .max(limits.horizonYears)
    .optional(),
  /** The price level of a sum. */
  priceYear: z.int().min(2000).max(2100).optional(),
  source: z.string().trim().max(limits.sourceCharacters).optional(),
  /** When the figure was taken from its source. */
  takenOn: calendarDate.optional(),
  /** A guess that is to be replaced, marked as such wherever it is shown. */
  isAssumption: z.boolean().optional(),
  /** Drivers of one group rise and fall together. */
  group: z.string().trim().max(40).optional(),
})
export type Driver = z.infer<typeof driver>
