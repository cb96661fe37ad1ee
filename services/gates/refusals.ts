import type { ProblemText } from '#lambda/problem.ts'

/** Why a gate says no. */
export const gateProblems = {
  requestNotFound: {
    status: 404,
    title: { sv: 'Beslutsbegäran finns inte', en: 'There is no such decision request' },
    detail: { sv: 'Kontrollera id, eller se listan över öppna beslut.', en: 'Check the id, or see the list of open decisions.' },
  },
  notOpenYet: {
    status: 409,
    title: { sv: 'Beslutet är inte öppet än', en: 'The decision is not open yet' },
    detail: { sv: 'Vänta några sekunder och läs om.', en: 'Wait a few seconds and read again.' },
  },
  alreadyDecided: {
    status: 409,
    title: { sv: 'Beslutet är redan fattat', en: 'The decision has already been made' },
    detail: {
      sv: 'Ett beslut fattas en gång. Läs om för att se vad som beslutades.',
      en: 'A decision is made once. Read again to see what was decided.',
    },
  },
  requestExpired: {
    status: 409,
    title: { sv: 'Tiden för beslutet har gått ut', en: 'The time for the decision has run out' },
    detail: {
      sv: 'Ärendet är tillbaka i sin fas, som kan begära beslut igen.',
      en: 'The case is back in its phase, which can request a decision again.',
    },
  },
  staleEvidence: {
    status: 412,
    title: { sv: 'Du har läst ett annat underlag', en: 'You have read other evidence' },
    detail: {
      sv: 'Läs om beslutsbegäran och skicka kontrollsumman för det underlag du har läst.',
      en: 'Read the decision request again and send the digest of the evidence that you have read.',
    },
  },
  noRightToDecide: {
    status: 403,
    title: { sv: 'Du har inte rätt att fatta det här beslutet', en: 'You have no right to make this decision' },
    detail: {
      sv: 'Beslutsbegäran anger de uppdrag, och deras organisationer, som delegationsordningen ger rätten.',
      en: 'The decision request names the offices, and their organisations, that the delegation order gives the right.',
    },
  },
  conflictOfInterest: {
    status: 403,
    title: { sv: 'Du är jävig och får inte besluta', en: 'You have a conflict of interest and may not decide' },
    detail: {
      sv: 'Jävet är antecknat. Beslutet fattas av någon annan (KL 6:28-32, 7:4).',
      en: 'The conflict has been noted. Somebody else decides (KL 6:28-32, 7:4).',
    },
  },
  goImpossible: {
    status: 422,
    title: { sv: 'Ett obligatoriskt kriterium är inte uppfyllt', en: 'A mandatory criterion is not met' },
    detail: {
      sv: 'Fortsätt kan inte beslutas. Välj återremiss, vila eller avsluta.',
      en: '`go` cannot be decided. Choose revise, hold or stop.',
    },
  },
  dateNotAhead: {
    status: 422,
    title: { sv: 'Datumet måste ligga framåt', en: 'The date must lie ahead' },
    detail: { sv: 'Välj en dag efter i dag och inom fem år.', en: 'Choose a day after today and within five years.' },
  },
  decisionMadeSoNoConflict: {
    status: 409,
    title: { sv: 'Beslutet är inte öppet', en: 'The decision is not open' },
    detail: { sv: 'Jäv anmäls medan beslutet är öppet.', en: 'A conflict is declared while the decision is open.' },
  },
} as const satisfies Record<string, ProblemText>

export type GateRefusalCode = keyof typeof gateProblems
