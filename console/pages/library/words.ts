import type { Text } from '#contracts/language.ts'
import type { Requirement } from '../../api/library-views.ts'

/** Words that several of the library's pages say. */

export const libraryWords = {
  number: { sv: 'Nummer', en: 'Number' },
  requirement: { sv: 'Krav', en: 'Requirement' },
  kind: { sv: 'Slag', en: 'Kind' },
  force: { sv: 'Hur hårt', en: 'How hard' },
  source: { sv: 'Källa', en: 'Source' },
  sources: { sv: 'Källor', en: 'Sources' },
  validFrom: { sv: 'Gäller från', en: 'In force from' },
  validTo: { sv: 'Gäller till och med', en: 'In force to' },
  condition: { sv: 'När det gäller', en: 'When it applies' },
  always: { sv: 'Alltid.', en: 'Always.' },
  verification: { sv: 'Verifieras genom', en: 'Verified by' },
  barrier: { sv: 'Små företag', en: 'Small suppliers' },
  why: { sv: 'Varför kravet stänger ute', en: 'Why it shuts out' },
  askInstead: { sv: 'Fråga i stället', en: 'Ask instead' },
  servesWords: { sv: 'Ord i funktioner som kravet tjänar', en: 'Words in functions that it serves' },
  check: { sv: 'Kontrollera egna krav', en: 'Check your own requirements' },
  suggestions: { sv: 'Förslag', en: 'Suggestions' },
  suggest: { sv: 'Föreslå ett krav', en: 'Suggest a requirement' },
  add: { sv: 'Lägg till ett krav', en: 'Add a requirement' },
  import: { sv: 'Läs in från en fil', en: 'Import from a file' },
} as const satisfies Record<string, Text>

export const standingNames = {
  inForce: { sv: 'Gäller', en: 'In force' },
  planned: { sv: 'Börjar gälla senare', en: 'In force later' },
  ended: { sv: 'Gäller inte längre', en: 'No longer in force' },
} as const satisfies Record<Requirement['standing'], Text>

export const standingColors = { inForce: 'success', planned: 'info', ended: 'neutral' } as const satisfies Record<
  Requirement['standing'],
  string
>
