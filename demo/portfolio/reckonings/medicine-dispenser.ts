import { exactly, hourOfStaff, inKronor, introduction, operation, supposedly } from '../reckoning-facts.ts'
import type { Reckoning } from '../reckoning-facts.ts'

/** Dispensers at home: minutes and kilometres of the visits that they replace, against the rent of each. */
export const medicineDispenserReckoning: Reckoning = {
  chain: {
    change: 'En automat i hemmet ger rätt dos i rätt tid.',
    effects: [
      { id: 'fewerVisits', name: 'Färre besök bara för att lämna en dos', actorGroup: 'operations' },
      { id: 'lessDriving', name: 'Hemtjänsten kör kortare sträckor', actorGroup: 'operations', follows: ['fewerVisits'] },
      { id: 'rightDose', name: 'Missade doser upptäcks direkt', actorGroup: 'resident' },
      { id: 'freedom', name: 'Ingen behöver vänta hemma på sin dos', actorGroup: 'resident', follows: ['fewerVisits'] },
      operation,
    ],
    goals: [
      { id: 'time', strategyGoal: 'time', follows: ['fewerVisits', 'lessDriving'] },
      { id: 'safety', strategyGoal: 'safety', follows: ['rightDose'] },
      { id: 'independence', strategyGoal: 'independence', follows: ['freedom'] },
    ],
  },
  leaves: {
    'Färre korta besök': 'fewerVisits',
    'Lägre kostnad för resor i hemtjänsten': 'lessDriving',
    'Doser tas i rätt tid': 'rightDose',
    'Frihet att lämna hemmet': 'freedom',
    'Automater och tjänst': 'operation',
    'Larm och uppföljning': 'operation',
  },
  use: {
    name: 'Andel av dem som får hjälp med läkemedel som har en automat',
    thought: [
      [0.15, 0.28, 0.38],
      [0.3, 0.42, 0.52],
      [0.4, 0.5, 0.58],
    ],
    tried: [
      [0.2, 0.3, 0.38],
      [0.35, 0.43, 0.5],
      [0.42, 0.5, 0.56],
    ],
    came: [exactly(0.3), [0.38, 0.42, 0.46], [0.45, 0.48, 0.51]],
  },
  lines: {
    'Färre korta besök': {
      method: 'staffTimePerPerson',
      drivers: {
        people: supposedly('people', [290, 310, 330]),
        timesPerPerson: supposedly('timesPerPersonAndYear', exactly(365)),
        minutes: supposedly('minutes', [10, 16, 20], [13, 16, 18], [14.5, 15, 15.5]),
        rate: hourOfStaff,
      },
      use: { effect: 'scales' },
      because: '310 personer får hjälp med läkemedel varje dag. Den som har automat behöver 16 minuter mindre.',
    },
    'Lägre kostnad för resor i hemtjänsten': {
      method: 'travel',
      drivers: {
        volume: supposedly('timesPerYear', [210_000, 226_000, 242_000]),
        kilometres: supposedly('kilometres', [1, 1.34, 1.7], [1.15, 1.34, 1.5], [1.2, 1.28, 1.36]),
        perKilometre: supposedly('orePerKilometre', inKronor(3, 3.7, 4.5)),
      },
      use: { effect: 'scales' },
      because: 'två besök färre per dag för den som har automat, 1,34 kilometer à 3,70 kronor.',
    },
    'Automater och tjänst': {
      method: 'pricePerPerson',
      drivers: {
        people: supposedly('people', [290, 310, 330]),
        timesPerPerson: supposedly('timesPerPersonAndYear', exactly(12)),
        price: supposedly('orePerTime', inKronor(950, 1_100, 1_300), inKronor(1_050, 1_100, 1_150), exactly(110_000)),
      },
      use: { effect: 'scales' },
      because: '1 100 kronor per månad för varje automat.',
    },
    'Larm och uppföljning': {
      method: 'amountPerYear',
      drivers: {
        perYear: supposedly('orePerYear', inKronor(250_000, 310_000, 400_000), undefined, exactly(31_000_000)),
      },
      because: 'en halv tjänst som sjuksköterska.',
    },
  },
  added: [
    introduction(
      'utbildning av 156 medarbetare, anpassning och projektledning.',
      inKronor(1_500_000, 1_900_000, 2_600_000),
      inKronor(1_650_000, 1_900_000, 2_250_000),
      exactly(184_000_000),
    ),
    {
      name: 'Dubbla rutiner för delegering',
      kind: 'redistributed',
      leafOf: 'operation',
      method: 'staffTime',
      drivers: {
        volume: supposedly('timesPerYear', exactly(365)),
        minutes: supposedly('minutes', [60, 90, 120]),
        rate: hourOfStaff,
      },
      use: { effect: 'until', share: 0.4 },
      because: 'turerna planeras på två sätt, en och en halv timme per dag, tills fyra av tio har automat.',
    },
  ],
}
