import type { ProblemText } from '#lambda/problem.ts'
import { subscriptionLimits } from '../domain/subscriptions/limits.ts'

/** Why the forum says no about subscriptions. */
export const subscriptionsProblems = {
  subscriptionNotFound: {
    status: 404,
    title: { sv: 'Bevakningen finns inte', en: 'There is no such subscription' },
    detail: {
      sv: 'Kontrollera adressen. Bara den som har lagt upp en bevakning ser den.',
      en: 'Check the address. Only whoever has made a subscription sees it.',
    },
  },
  subscriptionEnded: {
    status: 409,
    title: { sv: 'Bevakningen är avslutad', en: 'The subscription has ended' },
    detail: { sv: 'Lägg upp en ny bevakning.', en: 'Make a new subscription.' },
  },
  subscriptionNotActive: {
    status: 409,
    title: { sv: 'Bevakningen är inte igång', en: 'The subscription is not active' },
    detail: {
      sv: 'Bekräfta e-postadressen med länken i brevet, eller starta bevakningen igen.',
      en: 'Confirm the mail address by the link in the mail, or start the subscription again.',
    },
  },
  subscriptionCodeWrong: {
    status: 403,
    title: { sv: 'Koden stämmer inte', en: 'The code is wrong' },
    detail: { sv: 'Använd hela länken i det senaste brevet.', en: 'Use the whole link in the latest mail.' },
  },
  tooManySubscriptions: {
    status: 409,
    title: { sv: 'Du har redan så många bevakningar som går', en: 'You already have as many subscriptions as can be had' },
    detail: {
      sv: `Det går att ha ${subscriptionLimits.perPerson}. Ändra eller avsluta en som finns.`,
      en: `There can be ${subscriptionLimits.perPerson}. Change or end one that exists.`,
    },
  },
  noSecret: {
    status: 409,
    title: { sv: 'Bevakningen har ingen hemlighet', en: 'The subscription has no secret' },
    detail: { sv: 'Bara det som skickas till en webhook signeras.', en: 'Only what is sent to a webhook is signed.' },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
