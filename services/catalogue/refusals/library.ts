import type { ProblemText } from '#lambda/problem.ts'

export const libraryProblems = {
  requirementNotFound: {
    status: 404,
    title: { sv: 'Kravet finns inte i biblioteket', en: 'There is no such requirement in the library' },
    detail: { sv: 'Kontrollera numret, till exempel KB-SEC-012.', en: 'Check the number, for example KB-SEC-012.' },
  },
  requirementInvalid: {
    status: 422,
    title: { sv: 'Kravet måste rättas', en: 'The requirement must be put right' },
    detail: {
      sv: 'Rätta det som listas under errors och skicka igen. Inget har sparats.',
      en: 'Put right what is listed under errors and send again. Nothing has been saved.',
    },
  },
  requirementRetired: {
    status: 409,
    title: { sv: 'Kravet är avslutat', en: 'The requirement has been retired' },
    detail: {
      sv: 'Ett avslutat krav ändras inte. Lägg till ett nytt som ersätter det.',
      en: 'A retired requirement is not changed. Add a new one that takes over from it.',
    },
  },
  successorNotFound: {
    status: 422,
    title: { sv: 'Kravet som ska ersätta finns inte', en: 'The requirement that is to take over does not exist' },
    detail: {
      sv: 'Ange numret på ett krav i biblioteket, eller lämna fältet tomt.',
      en: 'Give the number of a requirement in the library, or leave the field empty.',
    },
  },
  libraryFull: {
    status: 409,
    title: { sv: 'Det finns inga nummer kvar för slaget', en: 'There are no numbers left for the kind' },
    detail: {
      sv: 'Ge ett befintligt krav en ny version, eller välj ett annat slag.',
      en: 'Give an existing requirement a new version, or choose another kind.',
    },
  },
  libraryImportRefused: {
    status: 422,
    title: { sv: 'Raderna måste rättas', en: 'The rows must be put right' },
    detail: {
      sv: 'Rätta raderna som listas under errors och skicka alla igen. Inget har sparats.',
      en: 'Put right the rows listed under errors and send them all again. Nothing has been saved.',
    },
  },
  suggestionNotFound: {
    status: 404,
    title: { sv: 'Förslaget finns inte', en: 'There is no such suggestion' },
    detail: {
      sv: 'Det är bara den som lämnade förslaget och redaktörer som kan läsa det.',
      en: 'Only whoever made the suggestion and curators can read it.',
    },
  },
  suggestionAnswered: {
    status: 409,
    title: { sv: 'Förslaget är redan besvarat', en: 'The suggestion has already been answered' },
    detail: { sv: 'Läs om för att se svaret.', en: 'Read again to see the answer.' },
  },
} as const satisfies Readonly<Record<string, ProblemText>>
