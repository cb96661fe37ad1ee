import { exactly, hourOfStaff, inKronor, introduction, operation, supposedly } from '../reckoning-facts.ts'
import type { Reckoning } from '../reckoning-facts.ts'

/** Supervision on a screen at night: kilometres and minutes of each visit that need not be made. */
export const nightSupervisionReckoning: Reckoning = {
  chain: {
    change: 'Tillsyn på natten görs på skärm för den som vill det.',
    effects: [
      { id: 'fewerJourneys', name: 'Nattpatrullen kör kortare sträckor', actorGroup: 'operations' },
      {
        id: 'timeForNeed',
        name: 'Nattpersonalen är hos den som behöver hjälp',
        actorGroup: 'operations',
        follows: ['fewerJourneys'],
      },
      { id: 'sleep', name: 'Den enskilde sover ostört', actorGroup: 'resident' },
      operation,
    ],
    goals: [
      { id: 'independence', strategyGoal: 'independence', follows: ['sleep'] },
      { id: 'time', strategyGoal: 'time', follows: ['fewerJourneys', 'timeForNeed'] },
    ],
  },
  leaves: {
    'Kortare körsträckor på natten': 'fewerJourneys',
    'Tid för den som behöver hjälp': 'timeForNeed',
    'Ostörd sömn': 'sleep',
    'Kameror och tjänst': 'operation',
    'Installation och support': 'operation',
  },
  use: {
    name: 'Andel av dem med nattillsyn som har valt den digitala',
    thought: [
      [0.15, 0.3, 0.45],
      [0.3, 0.45, 0.6],
      [0.4, 0.55, 0.65],
    ],
    tried: [
      [0.2, 0.3, 0.4],
      [0.38, 0.48, 0.58],
      [0.45, 0.55, 0.62],
    ],
    came: [exactly(0.5), [0.64, 0.69, 0.74]],
  },
  lines: {
    'Kortare körsträckor på natten': {
      method: 'travel',
      drivers: {
        volume: supposedly('timesPerYear', [55_000, 61_000, 67_000], [58_000, 61_000, 64_000]),
        kilometres: supposedly('kilometres', [3, 4.35, 5.2], [3.8, 4.35, 4.9], [2.9, 3.15, 3.4]),
        perKilometre: supposedly('orePerKilometre', inKronor(3, 3.7, 4.5)),
      },
      use: { effect: 'scales' },
      because: '61 000 tillsyner per år. Den som görs på skärm sparar 4,35 kilometer à 3,70 kronor.',
    },
    'Tid för den som behöver hjälp': {
      method: 'staffTime',
      drivers: {
        volume: supposedly('timesPerYear', [55_000, 61_000, 67_000], [58_000, 61_000, 64_000]),
        minutes: supposedly('minutes', [9, 12.7, 15], [11, 12.7, 14], [9, 9.4, 9.8]),
        rate: hourOfStaff,
      },
      use: { effect: 'scales' },
      because: '61 000 tillsyner per år. Den som görs på skärm tar 12,7 minuter mindre, resan inräknad.',
    },
    'Kameror och tjänst': {
      method: 'pricePerPerson',
      drivers: {
        people: supposedly('people', [130, 140, 150], [135, 140, 145], exactly(140)),
        timesPerPerson: supposedly('timesPerPersonAndYear', exactly(1)),
        price: supposedly('orePerTime', inKronor(6_000, 7_000, 8_500), inKronor(6_500, 7_000, 7_500), exactly(700_000)),
      },
      because: '140 platser, 7 000 kronor per plats och år, oavsett hur många som används.',
    },
    'Installation och support': {
      method: 'amountPerYear',
      drivers: {
        perYear: supposedly('orePerYear', inKronor(200_000, 260_000, 340_000), undefined, exactly(26_000_000)),
      },
      because: 'en halv tjänst hos kommunens hjälpmedelstekniker.',
    },
  },
  added: [
    introduction(
      'samtyckessamtal, mätning av täckning i varje hem, utbildning och projektledning.',
      inKronor(1_050_000, 1_350_000, 1_900_000),
      inKronor(1_150_000, 1_350_000, 1_650_000),
      exactly(148_000_000),
    ),
    {
      name: 'Oförändrad bemanning i nattpatrullen i början',
      kind: 'redistributed',
      leafOf: 'operation',
      method: 'staffTime',
      drivers: {
        volume: supposedly('timesPerYear', exactly(365)),
        minutes: supposedly('minutes', [90, 120, 150]),
        rate: hourOfStaff,
      },
      use: { effect: 'until', share: 0.45 },
      because: 'två timmar per natt går till skärmen utan att någon tur tas bort, tills nästan hälften har digital tillsyn.',
    },
  ],
}
