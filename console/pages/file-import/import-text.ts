import type { Text } from '#contracts/language.ts'

/** What every import from a file says the same way; a page spreads it into its own words and says otherwise where it must. */
export const importText = {
  file: { sv: 'Fil', en: 'File' },
  check: { sv: 'Granska filen', en: 'Check the file' },
  noFile: { sv: 'Välj en fil.', en: 'Choose a file.' },
  tooLarge: { sv: 'Filen är för stor. Dela upp den.', en: 'The file is too large. Split it.' },
  nothingStored: { sv: 'Inget har sparats.', en: 'Nothing has been stored.' },
  problemsLead: {
    sv: 'Rätta raderna i filen och granska den igen. Inget har sparats.',
    en: 'Put the rows right in the file and check it again. Nothing has been stored.',
  },
  toPutRight: { sv: 'Att rätta i filen', en: 'To put right in the file' },
  row: { sv: 'Rad', en: 'Row' },
  column: { sv: 'Kolumn', en: 'Column' },
  remedy: { sv: 'Vad som är fel och hur det rättas', en: 'What is wrong and how to put it right' },
  verdict: { sv: 'Vad som händer', en: 'What happens' },
  /** While something is to be put right, nothing of the file is stored. */
  fitsSoFar: { sv: 'Inget att rätta', en: 'Nothing to put right' },
  another: { sv: 'Välj en annan fil', en: 'Choose another file' },
  outcome: { sv: 'Utfall', en: 'Outcome' },
} as const satisfies Record<string, Text>

type OwnText = 'fileHelp' | 'notYet' | 'store' | 'done' | 'partly' | 'partlyHelp'

/** The words that the parts of an import need; what is not in `importText` each page has for itself. */
export type ImportText = Readonly<Record<keyof typeof importText | OwnText, Text>>
