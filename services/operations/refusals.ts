import type { ProblemText } from '#lambda/problem.ts'

/** Why operations says no. */
export const operationsProblems = {
  queueNotFound: {
    status: 404,
    title: { sv: 'Kön finns inte', en: 'There is no such queue' },
    detail: {
      sv: 'Regionen har ingen sådan kö. Listan över köer visar vilka som finns.',
      en: 'The county has no such queue. The list of queues shows which there are.',
    },
  },
  queueNotDeadLetters: {
    status: 409,
    title: { sv: 'Kön är ingen kö för undanlagda meddelanden', en: 'The queue is not one of messages set aside' },
    detail: {
      sv: 'Läs och kör om meddelanden i den kö som listan anger under deadLetters. Andra köer läses av tjänsterna själva.',
      en: 'Read and redrive messages of the queue that the list gives under deadLetters. The services read the other queues themselves.',
    },
  },
  queueNotRedrivable: {
    status: 409,
    title: { sv: 'Kön kan inte köras om', en: 'The queue cannot be redriven' },
    detail: {
      sv: 'I den ligger inga händelser, bara besked om vad som har misslyckats. Följ körboken för relay-stalled eller schedule-failed.',
      en: 'It holds no events, only notes of what has failed. Follow the runbook for relay-stalled or schedule-failed.',
    },
  },
  queueUnreadable: {
    status: 503,
    title: { sv: 'Kön går inte att läsa just nu', en: 'The queue cannot be read just now' },
    detail: {
      sv: 'Vänta en stund och försök igen. Inget har flyttats.',
      en: 'Wait a moment and try again. Nothing has been moved.',
    },
  },
  choiceUnclear: {
    status: 400,
    title: { sv: 'Det framgår inte vad som ska köras om', en: 'It is not clear what is to be redriven' },
    detail: {
      sv: 'Ange antingen messageIds eller all, inte båda.',
      en: 'Give either messageIds or all, not both.',
    },
  },
  nothingToRedrive: {
    status: 409,
    title: { sv: 'Det finns inget att köra om', en: 'There is nothing to redrive' },
    detail: {
      sv: 'Kön är tom. Ett meddelande som nyss har lagts undan syns inom en minut.',
      en: 'The queue is empty. A message that has just been set aside shows within a minute.',
    },
  },
  redriveUnderWay: {
    status: 409,
    title: { sv: 'Kön körs redan om', en: 'The queue is already being redriven' },
    detail: {
      sv: 'Vänta tills den omkörningen är slut, eller stoppa den först.',
      en: 'Wait until that redrive has ended, or stop it first.',
    },
  },
  redriveNotFound: {
    status: 404,
    title: { sv: 'Omkörningen finns inte', en: 'There is no such redrive' },
    detail: { sv: 'Kontrollera id mot listan över omkörningar.', en: 'Check the id against the list of redrives.' },
  },
  redriveHasEnded: {
    status: 409,
    title: { sv: 'Omkörningen är redan slut', en: 'The redrive has already ended' },
    detail: { sv: 'Läs om för att se hur den gick.', en: 'Read again to see how it went.' },
  },
} as const satisfies Record<string, ProblemText>

export type OperationsRefusalCode = keyof typeof operationsProblems
