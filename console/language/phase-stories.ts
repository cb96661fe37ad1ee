import type { Text } from '#contracts/language.ts'
import type { Phase } from '#contracts/words.ts'

/** What happens in each phase, for somebody who has never heard of the model (RUVeS 5). */
export const phaseStories = {
  ideas: {
    sv: 'Vi tar reda på om behovet är verkligt och vad det skulle betyda att möta det.',
    en: 'We find out whether the need is real and what meeting it would mean.',
  },
  matching: {
    sv: 'Vi ser vad som redan finns och talar med företag om vad som är möjligt.',
    en: 'We see what already exists and talk with companies about what is possible.',
  },
  verification: {
    sv: 'Vi prövar om tänkbara lösningar håller: säkerhet, lagar, risker och nytta.',
    en: 'We test whether possible solutions hold: safety, law, risks and benefit.',
  },
  procurement: {
    sv: 'Vi upphandlar en lösning i öppen konkurrens.',
    en: 'We procure a solution in open competition.',
  },
  validation: {
    sv: 'Lösningen utvecklas, testas och prövas i liten skala tillsammans med dem som ska använda den.',
    en: 'The solution is developed, tested and tried on a small scale together with those who will use it.',
  },
  rollout: {
    sv: 'Lösningen införs och blir en del av det dagliga arbetet.',
    en: 'The solution is introduced and becomes part of everyday work.',
  },
  followup: {
    sv: 'Vi mäter om nyttan blev som det var tänkt.',
    en: 'We measure whether the benefit became what was intended.',
  },
} as const satisfies Record<Phase, Text>
