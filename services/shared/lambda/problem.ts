import type { Language, Text } from '#contracts/language.ts'
import type { FieldProblem } from './field-problem.ts'

/** How a refusal is told: what is wrong (`title`) and how to put it right (`detail`). */
export interface ProblemText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503
  readonly title: Text
  readonly detail: Text
}

/** Problems that any route of any service can answer with. */
export const kitProblems = {
  malformedJson: {
    status: 400,
    title: { sv: 'Innehållet är inte giltig JSON', en: 'The body is not valid JSON' },
    detail: { sv: 'Skicka giltig JSON i UTF-8.', en: 'Send valid JSON in UTF-8.' },
  },
  invalidRequest: {
    status: 400,
    title: { sv: 'Anropet är fel ifyllt', en: 'The request is filled in wrongly' },
    detail: {
      sv: 'Rätta fälten som listas under errors och skicka igen.',
      en: 'Put right the fields listed under errors and send again.',
    },
  },
  malformedIfMatch: {
    status: 400,
    title: { sv: 'If-Match har fel form', en: 'If-Match has the wrong form' },
    detail: {
      sv: 'Skicka tillbaka den ETag som du läste, till exempel "3".',
      en: 'Send back the ETag that you read, for example "3".',
    },
  },
  notAuthenticated: {
    status: 401,
    title: { sv: 'Du är inte inloggad', en: 'You are not signed in' },
    detail: { sv: 'Logga in igen, eller skicka en giltig bärartoken.', en: 'Sign in again, or send a valid bearer token.' },
  },
  roleNotAllowed: {
    status: 403,
    title: { sv: 'Din roll får inte göra detta', en: 'Your role may not do this' },
    detail: {
      sv: 'Be någon med rätt roll, eller den som förvaltar behörigheter.',
      en: 'Ask somebody with the right role, or whoever manages permissions.',
    },
  },
  routeNotFound: {
    status: 404,
    title: { sv: 'Adressen finns inte', en: 'There is no such address' },
    detail: {
      sv: 'Kontrollera adress och metod mot API-beskrivningen.',
      en: 'Check address and method against the API description.',
    },
  },
  preconditionRequired: {
    status: 428,
    title: { sv: 'If-Match saknas', en: 'If-Match is missing' },
    detail: {
      sv: 'Läs det du vill ändra och skicka dess ETag i If-Match, så att ingen annans ändring skrivs över.',
      en: "Read what you want to change and send its ETag in If-Match, so that nobody else's change is overwritten.",
    },
  },
  staleVersion: {
    status: 412,
    title: { sv: 'Någon annan hann före', en: 'Somebody else was first' },
    detail: {
      sv: 'Läs om, för in din ändring i den nya versionen och spara igen.',
      en: 'Read again, make your change in the new version and save again.',
    },
  },
  bodyTooLarge: {
    status: 413,
    title: { sv: 'Innehållet är för stort', en: 'The body is too large' },
    detail: { sv: 'Korta innehållet till högst 256 kB.', en: 'Shorten the body to at most 256 kB.' },
  },
  bodyTooDeep: {
    status: 400,
    title: { sv: 'Innehållet är för djupt nästlat', en: 'The body is nested too deep' },
    detail: { sv: 'Högst 32 nivåer av listor och objekt.', en: 'At most 32 levels of lists and objects.' },
  },
  personalNumberInToken: {
    status: 403,
    title: { sv: 'Inloggningen innehåller ett personnummer', en: 'The sign-in holds a personal identity number' },
    detail: {
      sv: 'Be den som förvaltar inloggningen att lämna en annan identitet (sub och name) än personnumret. Inget har sparats.',
      en: 'Ask whoever manages sign-in to give another identity (sub and name) than the personal number. Nothing has been saved.',
    },
  },
  wrongContentType: {
    status: 415,
    title: { sv: 'Fel Content-Type', en: 'Wrong Content-Type' },
    detail: { sv: 'Skicka application/json i UTF-8.', en: 'Send application/json in UTF-8.' },
  },
  personalIdentityNumber: {
    status: 422,
    title: { sv: 'Texten innehåller ett personnummer', en: 'The text holds a personal identity number' },
    detail: {
      sv: 'Ett ärende får inte innehålla personnummer eller samordningsnummer. Ta bort numret och skicka igen. Inget har sparats.',
      en: 'A case must not hold personal identity or coordination numbers. Remove the number and send again. Nothing has been saved.',
    },
  },
  idempotencyKeyReused: {
    status: 422,
    title: { sv: 'Idempotency-Key är redan använd', en: 'The Idempotency-Key has been used' },
    detail: {
      sv: 'Nyckeln hör till ett annat anrop. Välj en ny nyckel.',
      en: 'The key belongs to another request. Choose a new key.',
    },
  },
  malformedIdempotencyKey: {
    status: 400,
    title: { sv: 'Idempotency-Key har fel form', en: 'The Idempotency-Key has the wrong form' },
    detail: { sv: 'Använd 8 till 100 tecken, gärna ett UUID.', en: 'Use 8 to 100 characters, preferably a UUID.' },
  },
  internalError: {
    status: 500,
    title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    detail: {
      sv: 'Försök igen. Ange correlationId om du kontaktar supporten.',
      en: 'Try again. Give correlationId if you contact support.',
    },
  },
  busy: {
    status: 503,
    title: { sv: 'För många ändrar samtidigt', en: 'Too many are changing this at once' },
    detail: {
      sv: 'Vänta några sekunder och försök igen. Inget har sparats.',
      en: 'Wait a few seconds and try again. Nothing has been saved.',
    },
  },
} as const satisfies Record<string, ProblemText>

export type KitProblemCode = keyof typeof kitProblems

/** RFC 9457, with both languages beside the one that was asked for. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly instance: string
  readonly code: string
  readonly correlationId: string
  readonly translations: { readonly [L in Language]: { readonly title: string; readonly detail: string } }
  readonly errors?: readonly {
    readonly pointer: string
    readonly code: string
    readonly detail: string
    readonly translations: Text
  }[]
}

const kebab = (code: string): string => code.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A stable address that the console answers with an explanation. */
export const problemType = (code: string): string => `/problems/${kebab(code)}`

export const describeProblem = (
  code: string,
  text: ProblemText,
  details: readonly FieldProblem[],
  request: { language: Language; instance: string; correlationId: string },
): Problem => ({
  type: problemType(code),
  title: text.title[request.language],
  status: text.status,
  detail: text.detail[request.language],
  instance: request.instance,
  code,
  correlationId: request.correlationId,
  translations: {
    sv: { title: text.title.sv, detail: text.detail.sv },
    en: { title: text.title.en, detail: text.detail.en },
  },
  ...(details.length > 0 && {
    errors: details.map(({ pointer, code: reason, message }) => ({
      pointer,
      code: reason,
      detail: message[request.language],
      translations: message,
    })),
  }),
})
