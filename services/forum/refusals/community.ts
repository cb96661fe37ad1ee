import type { ProblemText } from '#lambda/problem.ts'

/** Why the forum says no about teams, calls, focus groups and reports. */
export const communityProblems = {
  teamNotFound: {
    status: 404,
    title: { sv: 'Samarbetet finns inte', en: 'There is no such team' },
    detail: {
      sv: 'Kontrollera adressen. Ett samarbete som inte visas för alla ser bara medlemmarna och den som har en inbjudan.',
      en: 'Check the address. A team that is not shown to all is seen by its members and by whoever has an invitation.',
    },
  },
  notYourTeam: {
    status: 403,
    title: { sv: 'Du är inte med i samarbetet', en: 'You are not in the team' },
    detail: { sv: 'Be någon av medlemmarna om en inbjudan.', en: 'Ask one of the members for an invitation.' },
  },
  alreadyMember: {
    status: 409,
    title: { sv: 'Du är redan med i samarbetet', en: 'You are in the team already' },
    detail: { sv: 'Inbjudan är kvar för det andra företaget.', en: 'The invitation is left for the other company.' },
  },
  invitationNotFound: {
    status: 404,
    title: { sv: 'Inbjudan finns inte', en: 'There is no such invitation' },
    detail: {
      sv: 'Den kan vara använd eller återtagen. Be om en ny.',
      en: 'It may have been used or taken back. Ask for a new one.',
    },
  },
  teamFull: {
    status: 409,
    title: { sv: 'Samarbetet är fullt', en: 'The team is full' },
    detail: { sv: 'Högst tio företag kan vara med.', en: 'At most ten companies can take part.' },
  },
  tooManyInvitations: {
    status: 409,
    title: { sv: 'För många öppna inbjudningar', en: 'Too many open invitations' },
    detail: {
      sv: 'Ta tillbaka någon av de tio öppna inbjudningarna först.',
      en: 'Take back one of the ten open invitations first.',
    },
  },
  callNotFound: {
    status: 404,
    title: { sv: 'Utlysningen eller evenemanget finns inte', en: 'There is no such call or event' },
    detail: { sv: 'Kontrollera adressen mot kalendern.', en: 'Check the address against the calendar.' },
  },
  callDatesWrong: {
    status: 422,
    title: { sv: 'Datum eller klockslag stämmer inte', en: 'Dates or hours are not right' },
    detail: { sv: 'Rätta fältet som räknas upp under errors.', en: 'Put right the field listed under errors.' },
  },
  callCancelledAlready: {
    status: 409,
    title: { sv: 'Redan inställt', en: 'Cancelled already' },
    detail: { sv: 'Det inställda ändras inte. Publicera något nytt.', en: 'What is cancelled is not changed. Publish anew.' },
  },
  focusGroupNotFound: {
    status: 404,
    title: { sv: 'Fokusgruppen finns inte', en: 'There is no such focus group' },
    detail: { sv: 'Kontrollera adressen mot listan.', en: 'Check the address against the list.' },
  },
  notYourFocusGroup: {
    status: 403,
    title: { sv: 'En annan organisation håller i fokusgruppen', en: 'Another organisation holds the focus group' },
    detail: {
      sv: 'Bara samordnaren i den organisationen ändrar den och ser vilka som deltar.',
      en: 'Only the facilitator of that organisation changes it and sees who takes part.',
    },
  },
  focusGroupDatesWrong: {
    status: 422,
    title: { sv: 'Tiderna stämmer inte', en: 'The times are not right' },
    detail: { sv: 'Rätta fältet som räknas upp under errors.', en: 'Put right the field listed under errors.' },
  },
  focusGroupTermsFixed: {
    status: 409,
    title: { sv: 'Villkoren kan inte ändras nu', en: 'The terms cannot be changed now' },
    detail: {
      sv: 'Deltagarna har samtyckt till tider, platser och gallring. Ställ in gruppen och bjud in till en ny.',
      en: 'The participants have consented to times, seats and deletion. Cancel the group and invite to a new one.',
    },
  },
  focusGroupEndedAlready: {
    status: 409,
    title: { sv: 'Fokusgruppen är avslutad', en: 'The focus group has ended' },
    detail: { sv: 'Bjud in till en ny.', en: 'Invite to a new one.' },
  },
  focusGroupNotHeld: {
    status: 409,
    title: { sv: 'Fokusgruppen är inte genomförd', en: 'The focus group has not been held' },
    detail: {
      sv: 'Öppna den och markera den som genomförd först.',
      en: 'Open it and mark it as held first.',
    },
  },
  focusGroupNotOpen: {
    status: 409,
    title: { sv: 'Det går inte att anmäla sig', en: 'Sign-up is not open' },
    detail: { sv: 'Fokusgruppen är avslutad.', en: 'The focus group has ended.' },
  },
  signUpTooLate: {
    status: 409,
    title: { sv: 'Sista anmälningsdag har passerat', en: 'The last day to sign up has passed' },
    detail: { sv: 'Titta efter andra fokusgrupper i listan.', en: 'Look for other focus groups in the list.' },
  },
  focusGroupFull: {
    status: 409,
    title: { sv: 'Alla platser är tagna', en: 'All seats are taken' },
    detail: {
      sv: 'Försök igen senare; någon kan ta tillbaka sin anmälan.',
      en: 'Try again later; somebody may withdraw.',
    },
  },
  signUpNotFound: {
    status: 404,
    title: { sv: 'Anmälan finns inte', en: 'There is no such sign-up' },
    detail: {
      sv: 'Den kan redan vara borttagen. Kontrollera kvittot.',
      en: 'It may have been removed already. Check the receipt.',
    },
  },
  reportedThingNotFound: {
    status: 404,
    title: { sv: 'Det som anmäls finns inte', en: 'What is reported does not exist' },
    detail: {
      sv: 'Det kan redan vara dolt. Anmäl bara det som du själv ser.',
      en: 'It may have been hidden already. Report only what you see yourself.',
    },
  },
  reportNotFound: {
    status: 404,
    title: { sv: 'Anmälan om innehåll finns inte', en: 'There is no such report' },
    detail: { sv: 'Kontrollera adressen mot granskningskön.', en: 'Check the address against the review queue.' },
  },
  reportDecidedAlready: {
    status: 409,
    title: { sv: 'Anmälan är redan avgjord', en: 'The report has been decided already' },
    detail: { sv: 'Läs om kön för att se vad som beslutades.', en: 'Read the queue again to see what was decided.' },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
