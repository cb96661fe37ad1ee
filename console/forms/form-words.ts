import type { Text } from '#contracts/language.ts'

/** What every form says around its fields. */
export const formWords = {
  optional: { sv: '(frivilligt)', en: '(optional)' },
  chooseOne: { sv: 'Välj ett alternativ.', en: 'Choose an option.' },
  choose: { sv: 'Välj', en: 'Choose' },
  notAnswered: { sv: 'Inte angivet', en: 'Not given' },
  yes: { sv: 'Ja', en: 'Yes' },
  no: { sv: 'Nej', en: 'No' },
  kronor: { sv: 'kr', en: 'SEK' },
  add: { sv: 'Lägg till', en: 'Add' },
  remove: { sv: 'Ta bort', en: 'Remove' },
  moveUp: { sv: 'Flytta upp', en: 'Move up' },
  noRows: { sv: 'Inget tillagt än.', en: 'Nothing added yet.' },
  nothingToChoose: { sv: 'Det finns ännu inga att välja bland:', en: 'There is nothing to choose from yet:' },
  noLongerThere: { sv: 'finns inte längre', en: 'no longer exists' },
  between: { sv: 'Mellan', en: 'Between' },
  and: { sv: 'och', en: 'and' },
  charactersLeft: { sv: '%d tecken kvar', en: '%d characters left' },
  charactersOver: { sv: '%d tecken för mycket', en: '%d characters too many' },
  errorTitle: { sv: 'Det här behöver rättas', en: 'This needs to be put right' },
  fieldError: { sv: 'Fel:', en: 'Error:' },
} as const satisfies Record<string, Text>
