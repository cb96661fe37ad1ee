import * as z from 'zod'
import type { Text } from '#contracts/language.ts'
import type { DriverUnit } from './driver.ts'

/**
 * How a year's amount is reckoned: the product of the drivers. Inera's and SKR's benefit calculations and PTS'
 * Digitaliseringssnurran reckon volume by time and price in this way.
 */
export interface LineMethod {
  readonly name: Text
  readonly help: Text
  readonly drivers: Readonly<
    Record<string, { readonly name: Text; readonly unit: DriverUnit; readonly parameters?: 'staffRates' | 'unitPrices' }>
  >
  /** What the product is divided by: minutes become hours. */
  readonly divisor: number
  /** Once, in the year in which the line starts, instead of every year. */
  readonly isOnce: boolean
}

const minutesPerHour = 60

const volume = { name: { sv: 'Antal per år', en: 'Number a year' }, unit: 'timesPerYear' } as const
const minutes = { name: { sv: 'Minuter per gång', en: 'Minutes each time' }, unit: 'minutes' } as const
const rate = {
  name: { sv: 'Personalens timkostnad', en: 'Staff cost an hour' },
  unit: 'orePerHour',
  parameters: 'staffRates',
} as const
const people = { name: { sv: 'Antal personer', en: 'Number of people' }, unit: 'people' } as const
const timesPerPerson = {
  name: { sv: 'Gånger per person och år', en: 'Times per person and year' },
  unit: 'timesPerPersonAndYear',
} as const
const share = { name: { sv: 'Andel som påverkas', en: 'Share that is affected' }, unit: 'share' } as const
const price = { name: { sv: 'Kostnad per gång', en: 'Cost each time' }, unit: 'orePerTime', parameters: 'unitPrices' } as const
const perYear = { name: { sv: 'Belopp per år', en: 'Amount a year' }, unit: 'orePerYear' } as const

export const lineMethodIds = [
  'staffTime',
  'staffTimePerPerson',
  'avoidedEvents',
  'unitPrice',
  'pricePerPerson',
  'travel',
  'amountPerYear',
  'once',
] as const
export const lineMethodId = z.enum(lineMethodIds)
export type LineMethodId = z.infer<typeof lineMethodId>

export const lineMethods: Readonly<Record<LineMethodId, LineMethod>> = {
  staffTime: {
    name: { sv: 'Arbetstid', en: 'Working time' },
    help: { sv: 'Antal gånger, minuter per gång och timkostnad.', en: 'Number of times, minutes each time and cost an hour.' },
    drivers: { volume, minutes, rate },
    divisor: minutesPerHour,
    isOnce: false,
  },
  staffTimePerPerson: {
    name: { sv: 'Arbetstid per person', en: 'Working time per person' },
    help: {
      sv: 'Antal personer, gånger per person, minuter per gång och timkostnad.',
      en: 'Number of people, times per person, minutes each time and cost an hour.',
    },
    drivers: { people, timesPerPerson, minutes, rate },
    divisor: minutesPerHour,
    isOnce: false,
  },
  avoidedEvents: {
    name: { sv: 'Händelser som undviks', en: 'Events avoided' },
    help: {
      sv: 'Antal händelser i dag, andelen som undviks och kostnaden för var och en: besök, fall, vårddygn, incidenter.',
      en: 'Number of events today, the share avoided and the cost of each: visits, falls, bed days, incidents.',
    },
    drivers: { volume, share, price },
    divisor: 1,
    isOnce: false,
  },
  unitPrice: {
    name: { sv: 'Styckpris', en: 'Price each' },
    help: {
      sv: 'Antal gånger priset: porto, utskick, transaktioner.',
      en: 'Number times price: postage, mailings, transactions.',
    },
    drivers: { volume, price },
    divisor: 1,
    isOnce: false,
  },
  pricePerPerson: {
    name: { sv: 'Pris per användare', en: 'Price per user' },
    help: {
      sv: 'Antal personer gånger priset per person och år: licenser, utrustning, larm.',
      en: 'Number of people times the price per person and year: licences, equipment, alarms.',
    },
    drivers: { people, timesPerPerson, price },
    divisor: 1,
    isOnce: false,
  },
  travel: {
    name: { sv: 'Resor', en: 'Travel' },
    help: {
      sv: 'Antal resor, kilometer per resa och kostnad per kilometer.',
      en: 'Number of journeys, kilometres each and cost a kilometre.',
    },
    drivers: {
      volume,
      kilometres: { name: { sv: 'Kilometer per resa', en: 'Kilometres each journey' }, unit: 'kilometres' },
      perKilometre: {
        name: { sv: 'Kostnad per kilometer', en: 'Cost a kilometre' },
        unit: 'orePerKilometre',
        parameters: 'unitPrices',
      },
    },
    divisor: 1,
    isOnce: false,
  },
  amountPerYear: {
    name: { sv: 'Belopp per år', en: 'Amount a year' },
    help: { sv: 'Avtal, drift, förvaltning: ett belopp per år.', en: 'Contract, operation, maintenance: an amount a year.' },
    drivers: { perYear },
    divisor: 1,
    isOnce: false,
  },
  once: {
    name: { sv: 'Engångsbelopp', en: 'Once' },
    help: {
      sv: 'Införande, anpassning, utbildning: ett belopp det år då raden börjar.',
      en: 'Introduction, adaptation, training: an amount in the year in which the line starts.',
    },
    drivers: { amount: { name: { sv: 'Belopp', en: 'Amount' }, unit: 'ore' } },
    divisor: 1,
    isOnce: true,
  },
}
