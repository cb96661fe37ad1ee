import * as z from 'zod'
import type { Text } from '#contracts/language.ts'

/** Why a message could not be taken, and comes again until it is set aside. A closed list: operations act by it. */
export const retryReasons = ['notJson', 'notAnEvent', 'unknownType', 'invalidEvent', 'tooEarly', 'busy', 'fault'] as const
export const retryReason = z.enum(retryReasons)
export type RetryReason = (typeof retryReasons)[number]

export const retryReasonTexts = {
  notJson: {
    sv: 'Meddelandet är inte JSON. Någon annan än våra tjänster har skrivit till kön.',
    en: 'The message is not JSON. Somebody else than our services has written to the queue.',
  },
  notAnEvent: {
    sv: 'Meddelandet är ingen händelse. Någon annan än våra tjänster har skrivit till kön.',
    en: 'The message is no event. Somebody else than our services has written to the queue.',
  },
  unknownType: {
    sv: 'Tjänsten känner inte händelsens typ. Avsändare och mottagare är av olika version.',
    en: "The service does not know the event's type. Sender and receiver are of different versions.",
  },
  invalidEvent: {
    sv: 'Händelsen har en annan form än tjänsten väntar sig. Avsändare och mottagare är av olika version.',
    en: 'The event has another form than the service expects. Sender and receiver are of different versions.',
  },
  tooEarly: {
    sv: 'Händelsen bygger på en annan som inte har kommit.',
    en: 'The event builds on another one that has not come.',
  },
  busy: {
    sv: 'Ärendet ändrades av någon annan vid varje försök.',
    en: 'The case was changed by somebody else at every try.',
  },
  fault: {
    sv: 'Ett fel i tjänsten eller i det som den använder. Tjänstens logg har felet, med händelsens id.',
    en: "A fault in the service or in what it uses. The service's log has the fault, with the event's id.",
  },
} as const satisfies Record<RetryReason, Text>
