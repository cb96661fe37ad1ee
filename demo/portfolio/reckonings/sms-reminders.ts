import { exactly, hourOfStaff, inKronor, introduction, operation, supposedly } from '../reckoning-facts.ts'
import type { Reckoning } from '../reckoning-facts.ts'

/** Reminders by text message: visits that are no longer lost, against a price for each message. */
export const smsRemindersReckoning: Reckoning = {
  chain: {
    change: 'Patienten får en påminnelse i mobilen och avbokar genom att svara.',
    effects: [
      { id: 'remembered', name: 'Patienten minns sin tid eller avbokar i tid', actorGroup: 'resident' },
      { id: 'fewerLost', name: 'Färre tider står tomma', actorGroup: 'operations', follows: ['remembered'] },
      { id: 'filled', name: 'Lediga tider går till nästa i kön', actorGroup: 'resident', follows: ['fewerLost'] },
      { id: 'lessCalling', name: 'Sekreterarna ringer inte runt', actorGroup: 'operations', follows: ['remembered'] },
      operation,
    ],
    goals: [
      { id: 'access', strategyGoal: 'access', follows: ['filled'] },
      { id: 'time', strategyGoal: 'time', follows: ['fewerLost', 'lessCalling'] },
    ],
  },
  leaves: {
    'Färre uteblivna besök': 'fewerLost',
    'Mindre ringande för sekreterarna': 'lessCalling',
    'Kortare väntan för nästa i kön': 'filled',
    'Tjänst och meddelanden': 'operation',
    'Förvaltning av kopplingen till tidboken': 'operation',
  },
  use: {
    name: 'Andel av besöken som föregås av en påminnelse',
    thought: [
      [0.4, 0.6, 0.75],
      [0.6, 0.8, 0.9],
    ],
    tried: [
      [0.5, 0.65, 0.75],
      [0.7, 0.8, 0.88],
    ],
    came: [exactly(0.75), [0.78, 0.81, 0.84]],
  },
  lines: {
    'Färre uteblivna besök': {
      method: 'avoidedEvents',
      drivers: {
        volume: supposedly('timesPerYear', [2_800, 3_100, 3_400]),
        // The trial: 2.8 per cent stayed away with a reminder, 5.1 without.
        share: supposedly('share', [0.3, 0.5, 0.6], [0.38, 0.45, 0.52], [0.43, 0.455, 0.48]),
        price: supposedly('orePerTime', inKronor(1_200, 1_500, 1_700)),
      },
      use: { effect: 'scales' },
      because: '3 100 uteblivna besök per år à 1 500 kronor. Ungefär hälften undviks när patienten blir påmind.',
    },
    'Mindre ringande för sekreterarna': {
      method: 'staffTime',
      drivers: {
        volume: supposedly('timesPerYear', [5_600, 6_200, 6_800]),
        minutes: supposedly('minutes', [4, 7.5, 9], [6, 7.5, 8.5], [6.4, 6.8, 7.2]),
        rate: hourOfStaff,
      },
      use: { effect: 'scales' },
      because: '6 200 lediga tider per år fylls utan att någon ringer runt.',
    },
    'Tjänst och meddelanden': {
      method: 'unitPrice',
      drivers: {
        volume: supposedly('timesPerYear', [130_000, 150_000, 170_000], [140_000, 150_000, 160_000]),
        price: supposedly('orePerTime', [270, 340, 420], [310, 340, 370], exactly(335)),
      },
      use: { effect: 'scales' },
      because: '150 000 meddelanden per år om alla besök påminns, 3,40 kronor styck med fast avgift inräknad.',
    },
    'Förvaltning av kopplingen till tidboken': {
      method: 'amountPerYear',
      drivers: {
        perYear: supposedly('orePerYear', inKronor(60_000, 90_000, 120_000), undefined, exactly(9_000_000)),
      },
      because: 'en tiondels tjänst och leverantörens avgift för underhåll.',
    },
  },
  added: [
    introduction(
      'koppling till tidboken, utbildning och projektledning.',
      inKronor(480_000, 620_000, 850_000),
      inKronor(540_000, 620_000, 740_000),
      exactly(65_500_000),
    ),
    {
      name: 'Ringlistor vid sidan av påminnelserna',
      kind: 'redistributed',
      leafOf: 'operation',
      method: 'staffTime',
      drivers: {
        volume: supposedly('timesPerYear', [200, 250, 300]),
        minutes: supposedly('minutes', [30, 45, 60]),
        rate: hourOfStaff,
      },
      use: { effect: 'until', share: 0.7 },
      because: 'mottagningarna ringer också, 45 minuter per dag, tills sju av tio besök påminns.',
    },
  ],
}
