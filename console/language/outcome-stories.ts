import type { Text } from '#contracts/language.ts'
import type { Gate, Outcome } from '#contracts/words.ts'

/** What follows on each decision. */
const stories = {
  go: { sv: 'Ärendet lämnas till nästa fas.', en: 'The case is handed over to the next phase.' },
  revise: { sv: 'Ärendet går tillbaka till fasen för ett nytt varv.', en: 'The case goes back to its phase for another round.' },
  hold: { sv: 'Ärendet vilar och väcks på en bestämd dag.', en: 'The case rests and is woken on a set day.' },
  stop: {
    sv: 'Ärendet avslutas. Den som lämnade idén får veta varför.',
    en: 'The case is closed. Whoever sent the idea is told why.',
  },
} as const satisfies Record<Outcome, Text>

const reviewStories: Readonly<Record<Outcome, Text>> = {
  ...stories,
  go: {
    sv: 'Underhållsavtalet fortsätter och ärendet är fullbordat.',
    en: 'The maintenance contract goes on and the case is completed.',
  },
  revise: { sv: 'Leverantören ska avhjälpa bristerna.', en: 'The supplier must remedy.' },
  stop: { sv: 'Tjänsten avvecklas.', en: 'The service is phased out.' },
}

export const outcomeStories = (gate: Gate): Readonly<Record<Outcome, Text>> => (gate === 'review' ? reviewStories : stories)
