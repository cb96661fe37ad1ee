import { exactly, hourOfStaff, inKronor, introduction, operation, supposedly } from '../reckoning-facts.ts'
import type { Reckoning } from '../reckoning-facts.ts'

/** Alarms with a position: the municipality pays for nearly all of it, and most of the money is saved in the region's care. */
export const gpsAlarmReckoning: Reckoning = {
  chain: {
    change: 'Den som har en minnessjukdom bär ett larm som visar var hen är.',
    effects: [
      { id: 'found', name: 'Den som går vilse hittas snabbt', actorGroup: 'resident' },
      {
        id: 'lessAcuteCare',
        name: 'Färre kommer till sjukhus nedkylda eller skadade',
        actorGroup: 'operations',
        organisation: 'region-kalmar',
        follows: ['found'],
      },
      {
        id: 'shorterSearch',
        name: 'Personalen letar kortare tid',
        actorGroup: 'operations',
        organisation: 'oskarshamns-kommun',
        follows: ['found'],
      },
      { id: 'outdoors', name: 'Personen går ut själv', actorGroup: 'resident' },
      { id: 'relatives', name: 'Anhöriga oroar sig mindre', actorGroup: 'resident', follows: ['found', 'outdoors'] },
      {
        id: 'stayingHome',
        name: 'Flytten till särskilt boende kommer senare',
        actorGroup: 'operations',
        organisation: 'oskarshamns-kommun',
        follows: ['relatives'],
      },
      operation,
    ],
    goals: [
      { id: 'independence', strategyGoal: 'independence', follows: ['outdoors', 'stayingHome'] },
      { id: 'safety', strategyGoal: 'safety', follows: ['lessAcuteCare'] },
      { id: 'time', strategyGoal: 'time', follows: ['shorterSearch'] },
    ],
  },
  leaves: {
    'Senare flytt till särskilt boende': 'stayingHome',
    'Färre akuta vårdtillfällen efter försvinnanden': 'lessAcuteCare',
    'Kortare sökinsatser': 'shorterSearch',
    'Frihet att gå ut själv': 'outdoors',
    'Anhöriga orkar': 'relatives',
    'Larm och tjänst': 'operation',
    'Larmmottagning dygnet runt': 'operation',
  },
  use: {
    name: 'Andel av dem med beviljat larm som bär det',
    thought: [
      [0.25, 0.4, 0.55],
      [0.45, 0.6, 0.75],
      [0.55, 0.7, 0.8],
    ],
    tried: [
      [0.32, 0.45, 0.55],
      [0.5, 0.6, 0.7],
      [0.6, 0.7, 0.78],
    ],
  },
  lines: {
    'Senare flytt till särskilt boende': {
      method: 'avoidedEvents',
      drivers: {
        volume: supposedly('timesPerYear', [5, 6, 7]),
        share: supposedly('share', [0.08, 0.19, 0.28], [0.12, 0.19, 0.25]),
        price: supposedly('orePerTime', inKronor(450_000, 550_000, 650_000)),
      },
      use: { effect: 'scales' },
      because: 'sex flyttar per år kommer tidigare än planerat, 550 000 kronor vardera. En av fem undviks för den som bär larm.',
    },
    'Färre akuta vårdtillfällen efter försvinnanden': {
      method: 'avoidedEvents',
      drivers: {
        volume: supposedly('timesPerYear', [16, 20, 24], [18, 20, 22]),
        share: supposedly('share', [0.5, 0.82, 0.9], [0.65, 0.82, 0.88]),
        price: supposedly('orePerTime', inKronor(60_000, 72_500, 85_000)),
      },
      use: { effect: 'scales' },
      because: '20 vårdtillfällen per år à 72 500 kronor. Fyra av fem undviks när personen hittas inom en halvtimme.',
    },
    'Kortare sökinsatser': {
      method: 'staffTime',
      drivers: {
        volume: supposedly('timesPerYear', [8, 12, 16]),
        minutes: supposedly('minutes', [700, 1_030, 1_250], [850, 1_030, 1_200]),
        rate: hourOfStaff,
      },
      use: { effect: 'scales' },
      because: 'tolv sökinsatser per år, drygt 17 timmar kortare personaltid var.',
    },
    'Larm och tjänst': {
      method: 'pricePerPerson',
      drivers: {
        people: supposedly('people', exactly(90)),
        timesPerPerson: supposedly('timesPerPersonAndYear', exactly(12)),
        price: supposedly('orePerTime', inKronor(250, 300, 360), inKronor(280, 300, 320)),
      },
      because: '90 larm, 300 kronor per månad, oavsett hur många som bärs.',
    },
    'Larmmottagning dygnet runt': {
      method: 'amountPerYear',
      drivers: { perYear: supposedly('orePerYear', inKronor(420_000, 480_000, 560_000)) },
      because: 'tillägg i avtalet om larmmottagning.',
    },
  },
  added: [
    introduction(
      'utbildning, samtal med anhöriga och provning av täckning.',
      inKronor(180_000, 250_000, 380_000),
      inKronor(200_000, 250_000, 320_000),
    ),
    {
      name: 'Ledsagning på promenader hålls kvar i början',
      kind: 'redistributed',
      leafOf: 'operation',
      method: 'staffTime',
      drivers: {
        volume: supposedly('timesPerYear', [210, 260, 310]),
        minutes: supposedly('minutes', [30, 45, 60]),
        rate: hourOfStaff,
      },
      use: { effect: 'until', share: 0.5 },
      because: 'promenader med personal ligger kvar i planeringen tills hälften bär sitt larm.',
    },
  ],
}
