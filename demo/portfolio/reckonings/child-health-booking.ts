import { exactly, hourOfStaff, inKronor, introduction, operation, supposedly } from '../reckoning-facts.ts'
import type { Reckoning } from '../reckoning-facts.ts'

/** Web booking in child health services: bookings times minutes, and visits that are no longer lost. */
export const childHealthBookingReckoning: Reckoning = {
  chain: {
    change: 'Föräldern bokar, bokar om och avbokar barnets besök på nätet.',
    effects: [
      { id: 'fewerCalls', name: 'Färre samtal gäller bara en tid', actorGroup: 'operations' },
      { id: 'whenItSuits', name: 'Föräldern når barnhälsovården även på kvällen', actorGroup: 'resident' },
      { id: 'fewerLost', name: 'Besök bokas om i stället för att utebli', actorGroup: 'operations', follows: ['whenItSuits'] },
      operation,
    ],
    goals: [
      { id: 'time', strategyGoal: 'time', follows: ['fewerCalls', 'fewerLost'] },
      { id: 'access', strategyGoal: 'access', follows: ['whenItSuits'] },
    ],
  },
  leaves: {
    'Mer tid för rådgivning': 'fewerCalls',
    'Färre uteblivna besök': 'fewerLost',
    'Föräldrar når barnhälsovården när det passar': 'whenItSuits',
    'Licens och förvaltning av webbtidboken': 'operation',
  },
  use: {
    name: 'Andel av bokningarna som föräldern gör själv',
    thought: [
      [0.2, 0.35, 0.45],
      [0.35, 0.5, 0.65],
      [0.45, 0.6, 0.7],
    ],
    tried: [
      [0.25, 0.4, 0.5],
      [0.4, 0.52, 0.62],
      [0.5, 0.6, 0.68],
    ],
    came: [exactly(0.6), [0.62, 0.66, 0.7]],
  },
  lines: {
    'Mer tid för rådgivning': {
      method: 'staffTime',
      drivers: {
        volume: supposedly('timesPerYear', [34_000, 38_000, 42_000], [36_000, 38_000, 40_000]),
        minutes: supposedly('minutes', [4.5, 6.5, 8], [5.5, 6.5, 7.5], [5.7, 5.9, 6.1]),
        rate: hourOfStaff,
      },
      use: { effect: 'scales' },
      because: '38 000 bokningar per år. Den som bokas på nätet tar 6,5 minuter mindre av sjuksköterskans tid.',
    },
    'Färre uteblivna besök': {
      method: 'avoidedEvents',
      drivers: {
        volume: supposedly('timesPerYear', [1_100, 1_200, 1_300]),
        share: supposedly('share', [0.45, 0.67, 0.8], [0.55, 0.67, 0.75], [0.55, 0.58, 0.61]),
        price: supposedly('orePerTime', inKronor(500, 600, 700)),
      },
      use: { effect: 'scales' },
      because: '1 200 uteblivna besök per år à 600 kronor. Två av tre undviks när föräldern bokar själv och blir påmind.',
    },
    'Licens och förvaltning av webbtidboken': {
      method: 'amountPerYear',
      drivers: {
        perYear: supposedly(
          'orePerYear',
          inKronor(300_000, 380_000, 450_000),
          inKronor(340_000, 380_000, 420_000),
          exactly(38_000_000),
        ),
      },
      because: 'avgift per enhet och en femtedels tjänst för förvaltning.',
    },
  },
  added: [
    introduction(
      'anpassning av tidböckerna, utbildning av 62 medarbetare och projektledning.',
      inKronor(420_000, 540_000, 760_000),
      inKronor(480_000, 540_000, 640_000),
      exactly(54_000_000),
    ),
    {
      name: 'Full telefontid vid sidan av webbtidboken',
      kind: 'redistributed',
      leafOf: 'operation',
      method: 'staffTime',
      drivers: {
        volume: supposedly('timesPerYear', [400, 460, 520]),
        minutes: supposedly('minutes', [45, 60, 75]),
        rate: hourOfStaff,
      },
      use: { effect: 'until', share: 0.5 },
      because: 'telefontiden kortas först när hälften bokar på nätet. Till dess bemannas båda sätten.',
    },
  ],
}
